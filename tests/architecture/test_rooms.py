"""Rooms are small, say what they are, and have names that mean something."""

import ast
import re

import pytest

from tests.architecture.tree import named, parsed, product_files, python_files

LONGEST_FILE = 300
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "manager", "handler", "misc", "common"}


def test_no_file_is_longer_than_a_room_should_be() -> None:
    """Three hundred lines at the most, tests included."""
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}

    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_every_module_opens_with_its_sentence() -> None:
    """A newcomer who reads only first lines knows the house; tests say theirs one by one."""
    wordless = []
    for path in python_files():
        text = path.read_text(encoding="utf-8")
        first_line = (ast.get_docstring(parsed(path)) or "").partition("\n")[0]
        is_test = path.name.startswith("test_")
        if text.strip() and not is_test and not re.fullmatch(r"[A-Z`].{10,}\.", first_line):
            wordless.append(named(path))

    assert wordless == []


def test_every_package_of_the_product_has_a_sentence_and_nothing_else() -> None:
    """No re-exports: a name is imported from where it stands; only the chooser of the desktop does more."""
    for path in product_files():
        if path.name == "__init__.py" and named(path) != "agent/platforms/__init__.py":
            assert len(parsed(path).body) == 1, named(path)
            assert ast.get_docstring(parsed(path)), named(path)


def test_no_name_says_nothing() -> None:
    """What a thing is called after is what it does."""
    paths = {named(path) for path in python_files() if EMPTY_WORDS & set(path.stem.split("_"))}
    classes = {
        f"{named(path)}: {node.name}"
        for path in product_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and re.search("Utils?$|Helpers?$|Manager$|Misc", node.name)
    }

    assert paths | classes == set()


def test_every_setting_has_a_line_that_explains_it() -> None:
    """Whoever opens the settings reads what each of them does."""
    settings = next(
        node
        for path in product_files()
        if named(path) == "core/config.py"
        for node in parsed(path).body
        if isinstance(node, ast.ClassDef) and node.name == "Settings"
    )
    fields = [node for node in settings.body if isinstance(node, ast.AnnAssign)]
    explained = [
        one
        for one, other in zip(settings.body, settings.body[1:], strict=False)
        if isinstance(one, ast.AnnAssign)
        and isinstance(other, ast.Expr)
        and isinstance(other.value, ast.Constant)
        and str(other.value.value).endswith(".")
    ]

    assert fields
    assert fields == explained


TOLD = {"debug", "info", "warning", "error", "exception", "critical", "log"}
NEVER_TOLD = {"title", "window", "context", "sample", "sight", "span", "tail", "request"}


@pytest.mark.parametrize("source", ["log.info('%s', window.title)", "log.warning(f'{context}')"])
def test_a_title_in_a_log_call_would_be_found(source: str) -> None:
    """The search below is not blind."""
    assert told_secrets(ast.parse(source)) != []


def test_no_log_call_is_given_a_title_or_what_holds_one() -> None:
    """Logs are read by others than the person they are about."""
    assert {named(path): told_secrets(parsed(path)) for path in product_files() if told_secrets(parsed(path))} == {}


def told_secrets(tree: ast.Module) -> list[str]:
    calls = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TOLD
    )
    return [
        name
        for call in calls
        for argument in (*call.args, *(keyword.value for keyword in call.keywords))
        for node in ast.walk(argument)
        for name in [getattr(node, "attr", None) or getattr(node, "id", None)]
        if name in NEVER_TOLD
    ]
