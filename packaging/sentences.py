"""Finds the sentences that agent and commands say in English and windows show: errors, what a desktop lacks, losses.

Never runs what it reads. A sentence is a form with names in braces, such as `{path} cannot be read`; windows know what
they are told again by it, see gui/presenters/retelling.py.
"""

import ast
import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

SAYS = re.compile(
    "Error$|Lost$|Absent$|^_?[Ff]ault$|^Capability$|^Loss$|^Stale$|^Diagnosis$|^NoticeNotAccepted$|^(note|read)$"
)
"""Calls of which whatever is text is told to a person."""
SAYING = {"__str__", "fault", "_found_fault", "warning", "_in_words", "_trouble"}
"""Functions of which every sentence is, and what is given to attributes of these names."""
NEVER_SHOWN = re.compile(
    "agent/platforms/.*(_wire|_calls|_messages|_writing)|core/(span|windows_clocks)|gui/app"
    "|cli/(arguments|correcting|doctor|explaining|reporting|rule_checking|stopping|waiting)"
)
"""What is written for logs and terminals alone."""
ASIDES = {"nearest": ["", ", did you mean {close}?"]}
"""Functions whose words stand at the end of a sentence, or do not: it is another form with each of them."""
REMEDY = " — "
"""Stands between what happened and what to do, each of which is a sentence of its own."""
SENTENCE = re.compile(r"[^\W\d_]{2}[,:;`'\"}]* [^\W\d_{`'\"]|\} [^\W\d_]{2}")


def sentences_in(path: Path) -> Iterator[str]:
    """Each form once, in the order of the source; none of a file that says nothing to a person at a window."""
    if NEVER_SHOWN.search(path.as_posix()):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    names = _assigned(tree)
    told = (form for node in ast.walk(tree) for text in _texts_of(node) for form in _forms(text, names))
    each = (sentence for form in told for sentence in form.split(REMEDY))
    yield from dict.fromkeys(sentence for sentence in each if SENTENCE.search(sentence))


def _texts_of(node: ast.AST) -> Sequence[ast.expr]:
    """What is said there, if anything is."""
    if isinstance(node, ast.Call):
        name = str(getattr(node.func, "attr", None) or getattr(node.func, "id", ""))
        if not SAYS.search(name) and not (name == "__init__" and isinstance(node.func, ast.Attribute)):
            return ()
        if any(keyword.arg == "works" and ast.unparse(keyword.value) == "True" for keyword in node.keywords):
            return ()  # only what a desktop lacks is shown
        return [*node.args, *(keyword.value for keyword in node.keywords)]
    if isinstance(node, ast.FunctionDef) and node.name in SAYING:
        return list(_outermost(node))
    if isinstance(node, ast.Assign) and any(getattr(target, "attr", "") in SAYING for target in node.targets):
        return (node.value,)
    return node.defaults if isinstance(node, ast.arguments) else ()


def _outermost(node: ast.AST) -> Iterator[ast.expr]:
    """Texts that are no part of another one, and no documentation."""
    for inside in ast.iter_child_nodes(node):
        if isinstance(inside, ast.Constant | ast.JoinedStr):
            yield inside
        elif isinstance(inside, ast.Call) and _named(inside) in {"tr", "translate"}:
            continue
        elif not (isinstance(inside, ast.Expr) and isinstance(inside.value, ast.Constant)):
            yield from _outermost(inside)


def _assigned(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What every name and attribute of the module is ever given."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if not isinstance(node, ast.Assign | ast.AnnAssign) or value is None:
            continue
        for target in targets:
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=False))
            for one, given in pairs:
                found.setdefault(_named(one), []).append(given)
    return found


def _forms(text: ast.expr, names: dict[str, list[ast.expr]], depth: int = 3) -> list[str]:
    """Every form that an expression may have; none where it is no text."""
    if isinstance(text, ast.Constant):
        return [text.value] if isinstance(text.value, str) else []
    if isinstance(text, ast.Call):
        return ASIDES.get(_named(text), [])
    if isinstance(text, ast.JoinedStr):
        return _joined([_of_part(part, names, depth) for part in text.values])
    if isinstance(text, ast.BinOp) and isinstance(text.op, ast.Add):
        return _joined([_forms(text.left, names, depth), _forms(text.right, names, depth)])
    parts: Sequence[ast.expr] = ()
    if isinstance(text, ast.IfExp):
        parts = (text.body, text.orelse)
    elif isinstance(text, ast.BoolOp):
        parts = text.values
    elif isinstance(text, ast.Name | ast.Attribute) and depth:
        parts = names.get(_named(text), ())
    return [form for part in parts for form in _forms(part, names, depth - 1)]


def _of_part(part: ast.expr, names: dict[str, list[ast.expr]], depth: int) -> list[str]:
    """Of an f-string: its own words, words that depend on something, or a name in braces."""
    if isinstance(part, ast.Constant):
        return [str(part.value)]
    value = part.value if isinstance(part, ast.FormattedValue) else part
    if isinstance(value, ast.IfExp | ast.Name | ast.Call) and depth:
        known = _forms(value, names, 1)
        if any(known) and all(" " in form or not form for form in known):
            return known
    return ["{" + (_named(value) or "value") + "}"]


def _joined(parts: Sequence[Sequence[str]]) -> list[str]:
    """Names that occur twice in a form are told apart."""
    forms = []
    for pieces in itertools.product(*parts):
        seen: dict[str, int] = {}

        def numbered(place: re.Match[str], seen: dict[str, int] = seen) -> str:
            seen[place[1]] = seen.get(place[1], 0) + 1
            return f"{{{place[1]}{seen[place[1]] if seen[place[1]] > 1 else ''}}}"

        forms.append(re.sub(r"\{(\w+)\}", numbered, "".join(pieces)))
    return forms


def _named(node: ast.AST | None) -> str:
    """The last name in an expression: `error.strerror` is `strerror`."""
    if isinstance(node, ast.Call):
        return _named(node.func)
    if isinstance(node, ast.Subscript):
        return _named(node.value)
    return (getattr(node, "attr", None) or getattr(node, "id", "") or "").strip("_")
