"""Recording goes on under the last good rules when a rule file is broken."""

import stat
from pathlib import Path

import pytest

from classifiers.judging import RuleJudge
from classifiers.last_good import load_or_last_good
from classifiers.loading import load_ruleset
from classifiers.ruleset import Ruleset
from core.errors import MachineError, UserError
from tests.classifiers.rule_files import write_rules
from tests.factories import a_context
from tests.plain_user import as_plain_user

CLAIMS = {"id": "claims", "app": "thunderbird", "category": "Work/Claims"}


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return write_rules(tmp_path / "rules.toml", CLAIMS)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "data" / "last-good-rules.toml"


def mail_is(ruleset: Ruleset) -> str:
    return RuleJudge(ruleset).default(a_context("thunderbird")).category.path


def test_a_good_file_holds_and_is_kept(personal: Path, copy: Path) -> None:
    """The copy says what the file says, and only its user can read it."""
    ruleset, fault = load_or_last_good(personal, copy)

    assert fault is None
    assert mail_is(ruleset) == "Work/Claims"
    assert personal.read_text(encoding="utf-8") == copy.read_text(encoding="utf-8")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [copy] == list(copy.parent.iterdir())


def test_a_broken_file_leaves_the_last_good_rules_in_force(personal: Path, copy: Path) -> None:
    """The person reads what is wrong and what holds meanwhile; the copy stays as it was."""
    load_or_last_good(personal, copy)
    kept = copy.read_bytes()
    personal.write_text('[[rule]]\nid = "claims"\napp = "calc"\n', encoding="utf-8")

    ruleset, fault = load_or_last_good(personal, copy)

    assert mail_is(ruleset) == "Work/Claims"
    assert kept == copy.read_bytes()
    assert isinstance(fault, UserError)
    assert f"{personal}, line 1, rule[0]: this rule has no effect" == fault.happened
    assert (
        fault.remedy
        == "add one of category, keep_active, private, redact, case; until then the rules that you had before hold"
    )


@pytest.mark.parametrize("damage", [None, b"[[rule", b"\xff\xfe"])
def test_a_broken_file_without_a_good_copy_leaves_the_shipped_rules(
    personal: Path, copy: Path, damage: bytes | None
) -> None:
    """Neither a missing nor a damaged copy stops anything."""
    personal.write_text("[[rule", encoding="utf-8")
    if damage is not None:
        copy.parent.mkdir()
        copy.write_bytes(damage)

    ruleset, fault = load_or_last_good(personal, copy)

    assert load_ruleset().version == ruleset.version
    assert fault is not None
    assert fault.remedy.endswith("until then the shipped rules hold")


def test_a_damaged_copy_is_replaced_by_a_good_file(personal: Path, copy: Path) -> None:
    """What the copy held before does not matter once the file is right."""
    copy.parent.mkdir()
    copy.write_bytes(b"\xff\xfe")

    _ruleset, fault = load_or_last_good(personal, copy)

    assert fault is None
    assert personal.read_bytes() == copy.read_bytes()


def test_a_removed_file_means_no_rules_of_ones_own(personal: Path, copy: Path) -> None:
    """Rules that a person took away do not come back with the next mistake."""
    load_or_last_good(personal, copy)
    personal.unlink()

    ruleset, fault = load_or_last_good(personal, copy)

    assert fault is None
    assert load_ruleset().version == ruleset.version
    assert not copy.exists()


def test_rules_hold_even_where_no_copy_can_be_kept(personal: Path, copy: Path) -> None:
    """A folder that cannot be written is said, and the good rules hold all the same."""

    def check() -> None:
        ruleset, fault = load_or_last_good(personal, copy)
        assert mail_is(ruleset) == "Work/Claims"
        assert isinstance(fault, MachineError)
        assert "cannot be written: Permission denied" in fault.happened

    personal.parent.chmod(0o500)
    as_plain_user(check, personal.parent)
