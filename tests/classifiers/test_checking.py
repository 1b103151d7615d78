"""`rules check`: everything that is wrong with a file at once, and what in it is of no use."""

from pathlib import Path

import pytest

from classifiers.checking import Checked, check
from classifiers.rule import Layer
from tests.classifiers.rule_files import write_rules

MAIL = {"id": "mail", "app": "outlook", "category": "Work/Mail"}
INVOICES = {"id": "invoices", "app": "outlook", "title_contains": "Invoice", "category": "Work/Invoices"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rules.toml"


def said(checked: Checked, folder: Path) -> list[str]:
    return [str(each).replace(f"{folder}/", "") for each in (*checked.faults, *checked.warnings)]


def test_a_good_file_has_nothing_to_say(path: Path) -> None:
    """And tells how many rules it has; that a shipped rule behind them is not asked any more is meant."""
    checked = check(write_rules(path, INVOICES, MAIL))

    assert checked == Checked(faults=(), warnings=(), rules=2)
    assert checked.is_right


def test_a_rule_that_never_matches_is_named_with_the_one_before_it(path: Path) -> None:
    """The file holds all the same."""
    checked = check(write_rules(path, MAIL, INVOICES))

    [warning] = said(checked, path.parent)
    assert warning == (
        "rules.toml, line 6, rule[1]: rule 'invoices' can never have its effect 'category': rule 'mail' on line 1"
        " matches whatever it matches, and is asked first — change one of them, or remove it"
    )
    assert checked.is_right


def test_conditions_that_exclude_each_other_are_named(path: Path) -> None:
    """No other rule is to blame."""
    checked = check(write_rules(path, {**MAIL, "state": "call", "idle_over": "5m"}))

    [found] = said(checked, path.parent)
    assert "rule 'mail' can never have its effect 'category': its conditions on the moment exclude each other" in found


def test_rules_of_the_organisation_come_before_a_persons(path: Path, tmp_path: Path) -> None:
    """What they take is named, and a name that they hold already."""
    organisation = write_rules(tmp_path / "org.toml", {**MAIL, "id": "house"}, {**INVOICES, "app": "x"})

    checked = check(write_rules(path, MAIL, INVOICES), organisation=organisation)

    taken, behind = said(checked, tmp_path)
    assert taken == (
        "rules.toml, line 7, rule[1].id: rule 'invoices' is never asked: your organisation has a rule of that name,"
        " which stands in for it — give yours another id"
    )
    assert behind == (
        "rules.toml, line 1, rule[0]: rule 'mail' can never have its effect 'category': rule 'house' of your"
        " organisation matches whatever it matches, and is asked first — change one of them, or remove it"
    )
    assert said(check(organisation, Layer.ORGANISATION, organisation), tmp_path) == []


def test_faults_and_runaway_patterns_come_together(path: Path) -> None:
    """One list to mend the file by."""
    bad = {**MAIL, "id": "bad", "title_regex": "(a+)+$"}
    checked = check(write_rules(path, {**MAIL, "category": "Wrok"}, bad, {**INVOICES, "titel": "x"}))

    assert not checked.is_right
    assert [each.split(": ")[0] for each in said(checked, path.parent)] == [
        "rules.toml, line 4, rule[0].category",
        "rules.toml, line 17, rule[2].titel",
        "rules.toml, line 10, rule[1].title_regex",
    ]


@pytest.mark.parametrize(("text", "fault"), [("[[rule", "line 1: "), (None, "cannot be read: No such file")])
def test_a_file_that_cannot_be_read_is_one_fault(path: Path, text: str | None, fault: str) -> None:
    """There is nothing else to say."""
    if text is not None:
        path.write_text(text, encoding="utf-8")

    [found] = said(check(path), path.parent)

    assert fault in found
