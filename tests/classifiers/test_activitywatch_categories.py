"""Category settings of ActivityWatch become rules that judge as they did there."""

import json
from pathlib import Path

import pytest

from classifiers.activitywatch_categories import LeftOut, take_over
from classifiers.checking import check
from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset
from core.errors import UserError
from tests.factories import a_context


def category(*name: str, regex: str | None = None, ignore_case: bool | None = None) -> dict[str, object]:
    """As it stands in an export, with what only ActivityWatch needs."""
    rule = {"type": "none"} if regex is None else {"type": "regex", "regex": regex, "ignore_case": ignore_case}
    return {"id": 3, "name": list(name), "rule": rule, "data": {"color": "#0F0"}}


EXPORT = json.dumps({
    "categories": [
        category("Work", regex="Google Docs|libreoffice", ignore_case=True),
        category("Work", "Programming", regex=r"GitHub|vim|code\.exe"),
        category("Work", "Programming", "Engineroom", regex="engineroom's", ignore_case=True),
        category("Media", "Games", regex="Minecraft", ignore_case=True),
        category("Comms"),
        category("Personal", regex="Doctor", ignore_case=True),
        category("Learning", "Law", regex="EUR-Lex", ignore_case=True),
        category("Broken", regex="("),
        category("All", regex=".*"),
        category("Uncategorized", regex="x"),
    ]
})  # fmt: skip


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    file = tmp_path / "rules.toml"
    file.write_text(take_over(EXPORT).text, encoding="utf-8")
    return file


def test_the_file_is_right(rules: Path) -> None:
    """It can be put in force as it is."""
    checked = check(rules)

    assert (checked.faults, checked.warnings, checked.rules) == ((), (), 12)


@pytest.mark.parametrize(
    ("app", "title", "path"),
    [
        ("firefox", "engineroom's issues - GitHub", "Work/Programming - Engineroom"),
        ("firefox", "Pull requests - GitHub - Google Docs", "Work/Programming"),
        ("firefox", "github - Google Docs", "Work"),
        ("LibreOffice", "", "Work"),
        ("Code.exe", "main.py", "Work/Programming"),
        ("minecraft", "", "Unclassified/Media - Games"),
        ("firefox", "Doctor Miller", "Personal"),
        ("firefox", "EUR-Lex", "Knowledge/Learning - Law"),
    ],
)
def test_a_window_is_judged_as_it_was_there(rules: Path, app: str, title: str, path: str) -> None:
    """The deepest category wins; a pattern is found in the program or in the title; case matters where it did."""
    assert RuleJudge(load_ruleset(rules)).default(a_context(app, title)).category.path == path


def test_what_could_not_be_taken_over_is_told() -> None:
    """Nothing is left out in silence, and nobody is said to be private who did not say so."""
    taken = take_over(EXPORT)

    assert taken.categories == 6
    assert taken.to_sort == ("Media > Games",)
    assert taken.case_sensitive == ("Work > Programming",)
    assert taken.left_out == (
        LeftOut(
            name="Broken",
            why="its pattern '(' does not compile here: missing ), unterminated subpattern at position 0",
        ),
        LeftOut(name="All", why="its pattern '.*' would match everything"),
        LeftOut(name="Uncategorized", why="what has no category is Unclassified here by itself"),
    )


def test_the_bare_list_of_older_releases_is_read_too() -> None:
    """As it stood in the browser's storage."""
    assert take_over(json.dumps([category("Work", regex="x")])).categories == 1


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"categories": [{"name": "Work"}]}', "[" * 100_000])
def test_anything_else_is_refused(text: str) -> None:
    """With the way to an export."""
    with pytest.raises(UserError, match="not an export of ActivityWatch's categories"):
        take_over(text)
