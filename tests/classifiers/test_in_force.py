"""A long-running process follows the rule file of its person."""

import os
from pathlib import Path

import pytest

from classifiers.in_force import RulesInForce
from classifiers.loading import load_ruleset
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
    return RulesInForce(personal, tmp_path / "last-good.toml")


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
