"""Finds, in the source, what a person reads and whether a translator can find it; never runs what it reads."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from core.category import Kind

MARKS = {"tr": 1, "translate": 2}
"""How many literals each of them takes."""
SHOWN_BY = re.compile(
    "(Label|Button|Sentence|Card|Note|Action|Group|Menu)$"
    "|^set(Text|ToolTip|StatusTip|WhatsThis|WindowTitle|Title|PlaceholderText|Accessible(Name|Description)|Html"
    "|InformativeText|LabelText|Prefix|Suffix|TabText|ItemText|HeaderLabels|NameFilter)$"
    "|^(add|insert)(Action|Menu|Item|Items|Tab|Row|Section)$|^(showMessage|say|remark|show_(title|note|sentence|banner))$"
)
NOT_SHOWN_BY = {
    *("debug", "info", "warning", "error", "exception", "critical"),  # logs are English
    *("ArgumentParser", "add_argument"),  # so are the words on a terminal
    *("TypeVar", "Literal", "QKeySequence", "QSettings", "setProperty", "setObjectName", "setDesktopFileName"),
    *("Property", "Signal", "compile", "match", "search", "sub", "fullmatch", "findall"),
    *("removeprefix", "removesuffix", "startswith", "partition", "split"),  # read, and not shown
    *("setApplicationName", "UserError", "MachineError", "BugError"),
}
TECHNICAL = {"role", "tone", "mark", "look", "shape", "ground", "key"}
"""Names of arguments that choose how something looks, and never what it says."""
NAMES = {"Engineroom", *Kind, "Gap", "Call", "progress "}
"""What is the same in every language, or put into words by `name_of_kind`."""
KEYS = re.compile(
    r"(Ctrl|Alt|Shift|Esc|Del|Home|End|Ins|PgUp|PgDown|Return|Space|Tab|F\d+)\b(?! \w)"
    r"|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-|$)"
)
"""Of the keyboard, and of the language that rules are written in."""
MARKUP = re.compile(r"=\"|=\"?$|\{ [a-z-]+:|\bh{1,2}:mm")
"""Of pages, style sheets and Qt's patterns of time; what stands between the tags is told apart."""
READ_IN: Mapping[type[ast.AST], tuple[str, ...]] = {
    ast.AnnAssign: ("value",),
    ast.Assert: ("test",),
    ast.Dict: ("values",),
    ast.FunctionDef: ("body", "args"),
    ast.arg: (),
}
"""Where words may stand that are shown; elsewhere everywhere."""
WORDS = re.compile(r"[^\W\d_]{2,}[,.:;]? [^\W\d_{]|^[A-Z][a-z]+|^ .*[^\W\d_]{2}|[^\W\d_]{2}.* $")
LETTERS = re.compile(r"[^\W\d_]{2}")


def unreadable_marks(tree: ast.Module) -> Iterator[ast.Call]:
    """Calls that mark something for translators, who cannot find it: they read the source, and run nothing."""
    for node in ast.walk(tree):
        name = _name(node)
        if not isinstance(node, ast.Call) or name not in MARKS:
            continue
        if name == "translate" and isinstance(node.func, ast.Attribute):  # of a text, which replaces characters
            continue
        literals = [_is_literal(argument) for argument in node.args]
        on_itself = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "self"
        if len(literals) != MARKS[name] or not all(literals) or (name == "tr" and not on_itself):
            yield node


def marked(node: ast.AST, of_class: str = "") -> Iterator[tuple[str, str]]:
    """(context, English) of everything that is marked so that translators can find it."""
    for inside in ast.iter_child_nodes(node):
        name = _name(inside)
        texts = [str(of.value) for of in getattr(inside, "args", ()) if isinstance(of, ast.Constant)] if name else []
        if name in MARKS and len(texts) == MARKS[name]:
            yield (of_class, texts[0]) if name == "tr" else (texts[0], texts[1])
        yield from marked(inside, inside.name if isinstance(inside, ast.ClassDef) else of_class)


def unmarked_words(tree: ast.Module) -> Iterator[ast.Constant]:
    """Literals that a person would read in English, whatever the language."""
    for node, inside in _literals(tree, ()):
        text = str(node.value)
        if (MARKS.keys() | NOT_SHOWN_BY | TECHNICAL) & set(inside) or text in NAMES:
            continue
        if KEYS.match(text) or MARKUP.search(text):
            continue
        is_shown = any(SHOWN_BY.search(name) for name in inside[-1:])
        if (LETTERS if is_shown else WORDS).search(text):
            yield node


def _literals(node: ast.AST, inside: tuple[str, ...]) -> Iterator[tuple[ast.Constant, tuple[str, ...]]]:
    """Every text with the names of the calls around it; no documentation, and nothing compared or looked up."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node, inside
        return
    if isinstance(node, ast.Call):
        yield from _literals(node.func, inside)
        for argument in node.args:
            yield from _literals(argument, (*inside, _name(node)))
        for keyword in node.keywords:
            name = keyword.arg if keyword.arg in TECHNICAL else _name(node)
            yield from _literals(keyword.value, (*inside, name))
        return
    for part in _parts(node):
        yield from _literals(part, inside)


def _parts(node: ast.AST) -> Sequence[ast.AST]:
    if isinstance(node, ast.Expr) and _is_literal(node.value):
        return ()
    if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases):
        return ()
    if isinstance(node, ast.Compare | ast.Subscript):
        return [part for part in ast.iter_child_nodes(node) if not _is_literal(part)]
    return [part for name in READ_IN.get(type(node), node._fields) for part in _listed(getattr(node, name, None))]


def _listed(field: object) -> list[ast.AST]:
    found = field if isinstance(field, list) else [field]
    return [part for part in found if isinstance(part, ast.AST)]


def _is_literal(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name(node: ast.AST) -> str:
    called = node.func if isinstance(node, ast.Call) else None
    return str(getattr(called, "attr", None) or getattr(called, "id", ""))
