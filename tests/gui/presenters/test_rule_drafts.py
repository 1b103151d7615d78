"""Rules that begin: a new one, one about a selection, those of another file."""

from pathlib import Path

import pytest

from classifiers.rule_writing import RuleText
from core.category import Kind
from core.errors import UserError
from gui.presenters.rule_conditions import Condition, RuleForm, Way
from gui.presenters.rule_drafts import free_name, joined, rule_about, with_word, words_asked_for
from tests.classifiers.rule_files import rule_text

FILE = Path("rules.toml")
MAIL = {"id": "mail", "app": "outlook", "category": "Work/Mail"}
MINE = RuleText.of("# mine\n\n" + rule_text(MAIL), FILE)


def form(words: str, name: str = "New rule") -> RuleForm:
    rows = (Condition(Way("app"), "x"),) + ((Condition(Way("title_contains"), words),) if words else ())
    return RuleForm(name=name, conditions=rows, kind=Kind.WORK, activity="")


def test_a_name_is_given_once() -> None:
    """And never longer than a rule file allows."""
    assert [free_name(MINE, name) for name in ("mail", "post", "x" * 70)] == ["mail 2", "post", "x" * 60]


def test_a_rule_about_a_selection_begins_with_what_is_known() -> None:
    """What it then is remains to be said; work is the first guess."""
    assert rule_about(MINE, "browser", "appraiser") == {
        "id": "Appraiser",
        "app": "browser",
        "title_contains": "appraiser",
        "category": "Work",
    }
    assert rule_about(MINE, "mail", "")["id"] == "mail 2"


def test_a_word_is_pressed_and_pressed_again() -> None:
    """It joins the words of the title, and leaves them; a rule that is new is called by its first."""
    pressed = with_word(form(""), "appraiser")
    both = with_word(pressed, "tariff")

    assert pressed.name == "Appraiser"
    assert both.conditions[-1].value == "appraiser | tariff"
    assert words_asked_for(both) == {"appraiser", "tariff"}
    assert with_word(both, "Appraiser").conditions[-1].value == "tariff"
    assert with_word(pressed, "appraiser").conditions == form("").conditions
    assert with_word(form("", "Mine"), "appraiser").name == "Mine"


def test_rules_of_another_file_come_behind() -> None:
    """One that is there already stays alone; a name that is taken gets a number; sets come along."""
    other = '# theirs\n\n[apps]\nledger = ["ledger"]\n\n' + rule_text(MAIL, {**MAIL, "app": "@ledger"})
    found = joined(MINE, other, FILE)

    assert list(found.rules) == [MAIL, {"id": "mail 2", "app": "@ledger", "category": "Work/Mail"}]
    assert found.text.startswith("# mine\n")
    assert '[apps]\nledger = ["ledger"]' in found.text


def test_files_that_name_the_same_set_are_not_put_together() -> None:
    """Neither of them is guessed to be right."""
    other = '[apps]\nx = ["a"]\n'
    with pytest.raises(UserError, match="name sets"):
        joined(RuleText.of(other, FILE), other, FILE)
