"""Every shipped set of programs: each of its names is known under it, on each system."""

from pathlib import Path

import pytest

from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset, shipped_files
from classifiers.rule_file import named_sets
from core.span import Context
from tests.classifiers.shipped_examples import all_programs

BY_FILE = {file.path.name: named_sets(file) for file in shipped_files()}
SETS = {name: words for sets in BY_FILE.values() for name, words in sets.apps.items()}
PROGRAMS = all_programs()


@pytest.fixture
def of_set(request: pytest.FixtureRequest, tmp_path: Path) -> RuleJudge:
    """A judge with one rule of a person above the shipped ones: whatever is of this set."""
    file = tmp_path / "rules.toml"
    file.write_text(f'[[rule]]\nid = "mine"\napp = "@{request.param}"\ncategory = "Work/Mine"\n', encoding="utf-8")
    return RuleJudge(load_ruleset(file))


def test_every_set_has_a_row() -> None:
    """No set goes unswept, and each stands in one file only."""
    assert list(SETS) == list(PROGRAMS)
    assert sum(len(sets.apps) for sets in BY_FILE.values()) == len(SETS)


@pytest.mark.parametrize(("of_set", "name"), [(name, name) for name in SETS], indirect=["of_set"])
def test_every_name_is_known_under_its_set(of_set: RuleJudge, name: str) -> None:
    """As it is written, in capitals, and with the ending that Windows gives it."""
    spelt = [(app, app.upper(), f"{app}.exe", f"{app}.EXE") for app in SETS[name]]
    unknown = [app for apps in spelt for app in apps if of_set.default(Context(app, "")).rule_id != "mine"]

    assert unknown == []


@pytest.mark.parametrize(("of_set", "name"), [(name, name) for name in SETS], indirect=["of_set"])
def test_the_names_of_each_system_are_in_the_set_and_decide_without_a_title(of_set: RuleJudge, name: str) -> None:
    """What a desktop calls the program is looked up in a table of its own."""
    row, shipped = PROGRAMS[name], RuleJudge(load_ruleset())
    categories = {app: shipped.default(Context(app, "")).category.path for app in row.names}

    assert row.names
    assert [app for app in row.names if of_set.default(Context(app, "")).rule_id != "mine"] == []
    assert categories == dict.fromkeys(row.names, row.category or "Unclassified")


@pytest.mark.parametrize("name", [name for name, row in PROGRAMS.items() if row.kind])
def test_a_program_is_of_its_kind_under_each_of_its_names(name: str) -> None:
    """Who writes a rule for the kind means this program too."""
    kind = PROGRAMS[name].kind
    assert kind is not None
    assert set(SETS[name]) <= set(SETS[kind])


def test_no_name_is_of_two_kinds() -> None:
    """Nor does one stand twice in a set."""
    kinds = {name: words for name, words in SETS.items() if not PROGRAMS[name].kind}
    names = [app.casefold() for words in kinds.values() for app in words]

    assert sorted({app for app in names if names.count(app) > 1}) == []
