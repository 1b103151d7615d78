"""A window that no rule knows takes the activity on both sides of it, within limits."""

import pytest

from classifiers.judging import RuleJudge
from core.category import Category
from core.judge import Judge, Piece, Verdict
from core.span import Span, State
from tests.classifiers.test_judging_days import ruleset_of
from tests.factories import NINE, a_span

RULES = (
    {"id": "claims", "app": "calc", "category": "Work/Claims"},
    {"id": "wiki", "app": "wiki", "category": "Knowledge/Wiki"},
    {"id": "work", "app": "work", "category": "Work"},
    {"id": "fun", "app": "game", "category": "Personal/Games"},
    {"id": "open", "app": "open", "category": "Unclassified"},
    {"id": "video", "app": "video", "keep_active": "1m"},
)


@pytest.fixture(scope="module")
def judge() -> Judge:
    return RuleJudge(ruleset_of(RULES, "1m"))


def a_day(*told: tuple[str, float] | tuple[str, float, State] | float) -> list[Span]:
    """Spans one after the other: (app, seconds, state), and seconds without observation."""
    spans: list[Span] = []
    at_ms = NINE
    for part in told:
        if isinstance(part, int | float):
            at_ms += round(part * 1000)
            continue
        app, seconds, state = part if len(part) == 3 else (*part, State.ACTIVE)
        spans.append(a_span(at_ms, seconds=seconds, app=app, state=state))
        at_ms = spans[-1].end_ms
    return spans


def paths(pieces: tuple[Piece, ...]) -> list[str]:
    return [str(piece.verdict.category.path) for piece in pieces]


def test_what_was_carried_over_says_so(judge: Judge) -> None:
    """No rule decided it, and both sides are named with the length of the run."""
    pieces = judge(a_day(("calc", 60), ("popup", 10), ("dialog", 30), ("calc", 60)), ())

    carried = Verdict(Category("Work/Claims"), None, "carried over from Work/Claims on both sides, 40 s")
    assert [piece.verdict for piece in pieces[1:3]] == [carried, carried]


@pytest.mark.parametrize(
    ("day", "second"),
    [
        pytest.param([("calc", 9), ("popup", 60), ("calc", 9)], "Work/Claims", id="just the limit"),
        pytest.param([("calc", 9), ("popup", 60.001), ("calc", 9)], "Unclassified", id="a millisecond over it"),
        pytest.param([("calc", 9), ("popup", 31), ("dialog", 30), ("calc", 9)], "Unclassified", id="together over it"),
        pytest.param([("wiki", 9), ("popup", 9), ("wiki", 9)], "Knowledge/Wiki", id="knowledge carries too"),
        pytest.param([("work", 9), ("popup", 9), ("work", 9)], "Unclassified", id="a kind without an activity"),
        pytest.param([("game", 9), ("popup", 9), ("game", 9)], "Unclassified", id="personal time"),
        pytest.param([("calc", 9), ("popup", 9), ("wiki", 9)], "Unclassified", id="two activities"),
        pytest.param([("calc", 9), ("open", 9), ("calc", 9)], "Unclassified", id="a rule that says Unclassified"),
        pytest.param([("calc", 9), ("popup", 9)], "Unclassified", id="the end of the day"),
        pytest.param([("calc", 9), 5, ("popup", 9), 5, ("calc", 9)], "Work/Claims", id="late samples"),
        pytest.param([("calc", 9), 5.001, ("popup", 9), ("calc", 9)], "Unclassified", id="a gap before"),
        pytest.param([("calc", 9), ("popup", 9), 5.001, ("calc", 9)], "Unclassified", id="a gap behind"),
        pytest.param([("calc", 9), ("popup", 9, State.CALL), ("calc", 9)], "Work/Claims", id="a call"),
        pytest.param([("calc", 9), ("popup", 9), ("calc", 1, State.IDLE), ("calc", 9)], "Unclassified", id="idle time"),
        pytest.param([("calc", 9), ("popup", 9, State.IDLE), ("calc", 9)], "Idle", id="idle time itself"),
        pytest.param([("calc", 9, State.IDLE), ("popup", 9), ("calc", 9)], "Unclassified", id="an idle side"),
        pytest.param([("calc", 9), ("popup", 9), ("", 9, State.PRIVATE), ("calc", 9)], "Unclassified", id="private"),
    ],
)
def test_limits(judge: Judge, day: list[tuple[str, float]], second: str) -> None:
    """Each of them alone keeps time from being carried over."""
    assert paths(judge(a_day(*day), ()))[1] == second


def test_a_gap_within_the_unknown_ends_it(judge: Judge) -> None:
    """Neither half lies between two stretches of the activity."""
    day = a_day(("calc", 9), ("popup", 9), 6, ("popup", 9), ("calc", 9))

    assert paths(judge(day, ())) == ["Work/Claims", "Unclassified", "Unclassified", "Work/Claims"]


def test_no_limit_means_no_carrying_over() -> None:
    """`0s` switches it off."""
    pieces = RuleJudge(ruleset_of(RULES, "0s"))(a_day(("calc", 9), ("popup", 1), ("calc", 9)), ())

    assert paths(pieces)[1] == "Unclassified"


def test_idle_time_that_was_kept_active_goes_on_to_say_so(judge: Judge) -> None:
    """And it is carried over like any other time at the desk."""
    pieces = judge(a_day(("calc", 9), ("video", 20), ("video", 30, State.IDLE), ("calc", 9)), ())

    assert pieces[2].span.state is State.ACTIVE
    assert pieces[2].verdict.why == (
        "carried over from Work/Claims on both sides, 50 s, kept active up to 1 min by rule video"
    )
