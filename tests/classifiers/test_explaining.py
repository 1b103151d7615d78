"""Why a window or a stretch is what it is, and what each earlier rule missed by."""

from pathlib import Path

import pytest

from classifiers.explaining import AT_THE_DESK_ONLY, Explanation, explain_context, explain_piece
from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset
from classifiers.ruleset import Ruleset
from core.category import Category
from core.judge import Piece
from core.span import Span, State
from tests.classifiers.rule_files import RuleTable, write_rules
from tests.factories import NINE, a_context, a_correction, a_span

RULES: tuple[RuleTable, ...] = (
    {"id": "bank", "app": "bank", "private": True},
    {"id": "draft", "app": "mail", "title_contains": ["Draft", "Entwurf"], "category": "Work/Letters"},
    {"id": "sent", "app": "mail", "not": {"title_word": "Inbox"}, "category": "Work/Sent"},
    {"id": "weekend", "app": "mail", "weekday": "Sat-Sun", "category": "Personal"},
    {"id": "break", "app": "mail", "idle_over": "5m", "category": "Personal/Break"},
    {"id": "mail", "app": "mail", "category": "Work/Mail"},
    {"id": "later", "app": "mail", "category": "Work/Later"},
)


@pytest.fixture
def ruleset(tmp_path: Path) -> Ruleset:
    return load_ruleset(write_rules(tmp_path / "rules.toml", *RULES))


def missed(explanation: Explanation) -> list[tuple[str, str]]:
    return [(each.rule.id, each.why) for each in explanation.missed]


def judged(ruleset: Ruleset, span: Span) -> Piece:
    return RuleJudge(ruleset)([span], ())[0]


def test_a_window_is_explained_by_the_winner_and_what_came_before(ruleset: Ruleset) -> None:
    """Rules without a category were not asked for one; the rule behind the winner was not asked at all."""
    explanation = explain_context(ruleset, a_context("mail", "Inbox"))

    assert explanation.verdict.rule_id == "mail"
    assert explanation.matched is not None
    assert explanation.matched.id == "mail"
    assert missed(explanation) == [
        ("draft", 'title does not contain "Draft" or "Entwurf"'),
        ("sent", 'it excludes title_word = "Inbox"'),
        ("weekend", 'it depends on the moment: weekday = "Sat-Sun"'),
        ("break", 'it depends on the moment: idle_over = "5 min"'),
    ]


def test_a_stretch_is_explained_with_its_moment(ruleset: Ruleset) -> None:
    """Monday, with somebody at the desk."""
    explanation = explain_piece(ruleset, judged(ruleset, a_span(app="mail", title="Inbox")))

    assert missed(explanation)[2:] == [
        ("weekend", 'weekday is not "Sat-Sun"'),
        ("break", "not idle for more than 5 min"),
    ]


def test_idle_time_is_explained(ruleset: Ruleset) -> None:
    """Most rules are not for it."""
    short = explain_piece(ruleset, judged(ruleset, a_span(app="mail", title="Inbox", state=State.IDLE)))
    long = explain_piece(ruleset, judged(ruleset, a_span(app="mail", title="Inbox", seconds=400, state=State.IDLE)))

    assert short.matched is None
    assert ("mail", AT_THE_DESK_ONLY) in missed(short)
    assert ("break", "not idle for more than 5 min") in missed(short)
    assert long.verdict.rule_id == "break"
    assert long.matched is not None
    assert long.matched.id == "break"


def test_what_no_rule_knows_is_missed_by_every_rule(ruleset: Ruleset) -> None:
    """All of them are listed, the shipped ones too."""
    explanation = explain_context(ruleset, a_context("nothing", ""))

    assert explanation.matched is None
    assert explanation.verdict.why == "no rule matches"
    assert len(explanation.missed) == len([rule for rule in ruleset.rules if rule.category])


def test_a_correction_stands_beside_the_rule_that_it_overrules(ruleset: Ruleset) -> None:
    """Both are told."""
    said = a_correction(NINE, category=Category("Work/Meeting"))
    [piece] = RuleJudge(ruleset)([a_span(app="mail", title="Inbox")], [said])

    explanation = explain_piece(ruleset, piece)

    assert explanation.verdict.why == "corrected by anna"
    assert explanation.matched is not None
    assert explanation.matched.id == "mail"
