"""The judge: state first, then corrections, then the first rule that matches."""

from pathlib import Path

import pytest

from classifiers import verdicts
from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset
from classifiers.ruleset import Ruleset
from core.category import Category
from core.judge import Judge, Piece, Verdict
from core.span import State
from tests.classifiers.rule_files import write_rules
from tests.factories import NINE, a_context, a_correction, a_span

MAIL = {"id": "invoices", "app": "thunderbird", "title_contains": "Invoice", "category": "Work/Invoices"}
MORE_MAIL = {"id": "letters", "app": "thunderbird", "category": "Work/Letters"}
MEETING = Category("Work/Meeting")


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    return RuleJudge(load_ruleset(write_rules(tmp_path / "rules.toml", MAIL, MORE_MAIL)))


def parts(pieces: tuple[Piece, ...]) -> list[tuple[float, float, str]]:
    """(seconds after nine, seconds long, why) of each piece."""
    return [((piece.span.start_ms - NINE) / 1000, piece.span.observed_ms / 1000, piece.verdict.why) for piece in pieces]


def test_the_first_rule_that_matches_decides_and_says_why(judge: Judge) -> None:
    """The verdict names the rule and every condition that was met, in words."""
    assert judge.default(a_context("Thunderbird", "Your invoice")) == Verdict(
        Category("Work/Invoices"), "invoices", 'app is "thunderbird" and title contains "Invoice"'
    )
    assert judge.default(a_context("thunderbird", "Hello")).rule_id == "letters"


def test_what_no_rule_knows_is_unclassified() -> None:
    """Without a match the verdict says just that."""
    assert RuleJudge(Ruleset()).default(a_context()) == Verdict(Category("Unclassified"), None, "no rule matches")


@pytest.mark.parametrize(
    ("state", "category", "rule_id", "why"),
    [
        (State.PRIVATE, "Private", None, "private time"),
        (State.LOCKED, "Idle", None, "screen locked"),
        (State.IDLE, "Idle", None, "no input"),
        (State.CALL, "Work/Letters", "letters", 'app is "thunderbird"'),
        (State.ACTIVE, "Work/Letters", "letters", 'app is "thunderbird"'),
    ],
)
def test_state_decides_before_any_rule(
    judge: Judge, state: State, category: str, rule_id: str | None, why: str
) -> None:
    """Only attended time reaches the rules."""
    span = a_span(app="thunderbird", state=state)

    assert judge([span], []) == (Piece(span, Verdict(Category(category), rule_id, why)),)


def test_a_span_is_cut_where_a_correction_begins_and_ends(judge: Judge) -> None:
    """Inside its stretch the correction holds, outside it the rule; no millisecond is lost."""
    said = a_correction(NINE + 10_000, seconds=20, category=MEETING, why="on paper")

    pieces = judge([a_span(app="thunderbird")], [said])

    assert parts(pieces) == [
        (0, 10, 'app is "thunderbird"'),
        (10, 20, "corrected by anna: on paper"),
        (30, 30, 'app is "thunderbird"'),
    ]
    assert pieces[1].verdict == Verdict(MEETING, None, "corrected by anna: on paper")


def test_the_correction_said_last_holds(judge: Judge) -> None:
    """Where corrections overlap, the time at which they were said decides and not their order."""
    late = a_correction(NINE + 10_000, seconds=20, who="berta", at_ms=NINE + 2)
    early = a_correction(NINE, seconds=60, who="anna", at_ms=NINE + 1)

    for said in ([late, early], [early, late]):
        assert parts(judge([a_span()], said)) == [
            (0, 10, "corrected by anna"),
            (10, 20, "corrected by berta"),
            (30, 30, "corrected by anna"),
        ]


def test_a_correction_explains_idle_time_but_never_private_time(judge: Judge) -> None:
    """A meeting away from the desk can be claimed; what was private stays private."""
    said = a_correction(NINE - 60_000, seconds=600, category=MEETING)
    idle, private = a_span(state=State.IDLE), a_span(NINE + 60_000, state=State.PRIVATE)

    assert [piece.verdict.category for piece in judge([idle, private], [said])] == [MEETING, Category("Private")]


def test_the_version_is_that_of_the_rules(judge: Judge, tmp_path: Path) -> None:
    """Whoever stores verdicts can tell when they are old."""
    assert judge.version == load_ruleset(tmp_path / "rules.toml").version


def test_remembered_verdicts_are_bounded(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """An agent that runs for months forgets contexts instead of growing, and judges as before."""
    monkeypatch.setattr(verdicts, "CONTEXTS_KEPT", 3)

    for round_ in range(2):
        for number in range(10):
            assert judge.default(a_context("thunderbird", f"Letter {number}")).rule_id == "letters", round_
    assert isinstance(judge, RuleJudge)
    assert len(judge._verdicts.met) <= 3
