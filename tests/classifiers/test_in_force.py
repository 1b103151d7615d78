"""A long-running process follows the rule file of its person."""

import os
from pathlib import Path

import pytest

from classifiers import runaway
from classifiers.in_force import RulesInForce
from classifiers.loading import load_ruleset
from classifiers.rule_places import RulePlaces
from core.errors import UserError
from tests.classifiers.rule_files import write_rules
from tests.factories import a_context, a_span

CLAIMS = {"id": "claims", "app": "thunderbird", "category": "Work/Claims"}
LETTERS = {"id": "letters", "app": "thunderbird", "category": "Work/Letters"}


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return tmp_path / "rules.toml"


@pytest.fixture
def rules(personal: Path, tmp_path: Path) -> RulesInForce:
    write_rules(personal, CLAIMS)
    return RulesInForce(RulePlaces(personal=personal, last_good=tmp_path / "last-good.toml"))


def later(file: Path) -> None:
    """As if the file had been written a second after it was read."""
    found = file.stat()
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns + 1_000_000_000))


def test_it_judges_as_its_rules_do(rules: RulesInForce, personal: Path) -> None:
    """Default, pieces and version are those of the file."""
    assert rules.version == load_ruleset(personal).version
    assert rules.default(a_context("thunderbird")).rule_id == "claims"
    assert [piece.verdict.rule_id for piece in rules([a_span(app="thunderbird")], [])] == ["claims"]
    assert rules.warning is None


def test_a_changed_file_holds_from_the_next_look_on(rules: RulesInForce, personal: Path) -> None:
    """And says that verdicts may differ; a look at an unchanged file does not."""
    assert not rules.refresh()
    write_rules(personal, LETTERS)
    later(personal)

    assert rules.refresh()
    assert rules.default(a_context("thunderbird")).rule_id == "letters"
    assert not rules.refresh()


def test_a_file_that_says_the_same_changes_no_verdict(rules: RulesInForce, personal: Path) -> None:
    """Saving without a change is no reason to judge again."""
    write_rules(personal, CLAIMS)
    later(personal)

    assert not rules.refresh()


def test_a_broken_file_leaves_the_rules_and_warns_until_it_is_mended(rules: RulesInForce, personal: Path) -> None:
    """Recording goes on, and the person can read why their change does not hold."""
    personal.write_text("[[rule", encoding="utf-8")

    assert not rules.refresh()
    assert rules.default(a_context("thunderbird")).rule_id == "claims"
    assert rules.warning is not None
    assert "until then the rules that you had before hold" in rules.warning

    write_rules(personal, LETTERS)
    assert rules.refresh()
    assert rules.warning is None


def test_a_removed_file_leaves_the_shipped_rules(rules: RulesInForce, personal: Path) -> None:
    """And one that appears is read."""
    personal.unlink()
    assert rules.refresh()
    assert rules.version == load_ruleset().version

    write_rules(personal, LETTERS)
    assert rules.refresh()
    assert rules.default(a_context("thunderbird")).rule_id == "letters"


def test_rules_of_the_organisation_hold_above_a_persons(personal: Path, tmp_path: Path) -> None:
    """And a change of theirs is followed like one of the person's own."""
    organisation = write_rules(tmp_path / "org.toml", {**LETTERS, "id": "house"})
    places = RulePlaces(personal=personal, last_good=tmp_path / "last-good.toml", organisation=organisation)
    write_rules(personal, CLAIMS)
    rules = RulesInForce(places)
    assert rules.default(a_context("thunderbird")).rule_id == "house"

    organisation.unlink()

    assert rules.refresh()
    assert rules.default(a_context("thunderbird")).rule_id == "claims"


def test_broken_rules_of_the_organisation_never_open_what_they_closed(personal: Path, tmp_path: Path) -> None:
    """A running process keeps to those from before, and none starts without them."""
    organisation = write_rules(tmp_path / "org.toml", {**LETTERS, "id": "house"})
    places = RulePlaces(personal=personal, last_good=tmp_path / "last-good.toml", organisation=organisation)
    rules = RulesInForce(places)
    before = rules.ruleset

    organisation.write_text("[[rule", encoding="utf-8")

    assert not rules.refresh()
    assert rules.ruleset is before
    assert rules.warning is not None
    assert "org.toml, line 1" in rules.warning
    with pytest.raises(UserError, match=r"org\.toml"):
        RulesInForce(places)


def test_a_pattern_that_runs_away_never_comes_into_force(rules: RulesInForce, personal: Path) -> None:
    """The rules from before hold, and the person reads which pattern it is."""
    write_rules(personal, {**LETTERS, "title_regex": "(a+)+$"})

    assert not rules.refresh()
    assert rules.default(a_context("thunderbird")).rule_id == "claims"
    assert rules.warning is not None
    assert "rule[0].title_regex: the pattern '(a+)+$' can run away" in rules.warning


def test_rules_that_were_proven_start_no_process_again(
    personal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A start costs as much as reading the file."""
    write_rules(personal, {**LETTERS, "title_regex": "^a"})
    RulesInForce(RulePlaces(personal=personal, last_good=tmp_path / "last-good.toml"))

    def no_process(_patterns: object) -> None:
        raise AssertionError

    monkeypatch.setattr(runaway, "_try", no_process)

    assert RulesInForce(RulePlaces(personal=personal, last_good=tmp_path / "last-good.toml")).warning is None
