"""Rules on the moment cut spans where they begin and cease to hold."""

import pytest

from classifiers.judging import RuleJudge
from core.judge import Piece
from core.span import State
from tests.classifiers.rule_files import RuleTable
from tests.classifiers.test_carrying_over import a_day
from tests.classifiers.test_judging_days import ruleset_of
from tests.factories import NINE, a_span

EVENING: RuleTable = {"id": "evening", "app": "calc", "time": "17:00-08:00", "category": "Personal"}
SATURDAY: RuleTable = {"id": "saturday", "app": "calc", "weekday": "Sat", "category": "Personal"}
CALC: RuleTable = {"id": "claims", "app": "calc", "category": "Work/Claims"}
READING: RuleTable = {"id": "reading", "app": "calc", "keep_active": "10m"}
BREAK: RuleTable = {"id": "break", "idle_over": "20m", "category": "Personal/Break"}
HOUR_MS = 3_600_000


def parts(pieces: tuple[Piece, ...]) -> list[tuple[float, str, str | None]]:
    """(seconds long, state, rule) of each piece."""
    return [(piece.span.observed_ms / 1000, piece.span.state.value, piece.verdict.rule_id) for piece in pieces]


def test_a_span_is_cut_where_a_time_of_day_begins() -> None:
    """At 17:00 in Berlin, to the millisecond; the verdict says why."""
    pieces = RuleJudge(ruleset_of((EVENING, CALC), "0s"))([a_span(NINE + 8 * HOUR_MS - 500, seconds=2, app="calc")], ())

    assert parts(pieces) == [(0.5, "active", "claims"), (1.5, "active", "evening")]
    assert pieces[1].verdict.why == 'app is "calc" and time is within 17:00-08:00'


def test_a_span_is_cut_at_midnight_where_the_weekday_matters() -> None:
    """From Friday into Saturday, and on as one piece over the hour that matters to no rule."""
    friday_midnight = NINE + 15 * HOUR_MS + 4 * 24 * HOUR_MS

    pieces = RuleJudge(ruleset_of((SATURDAY, CALC), "0s"))(
        [a_span(friday_midnight - HOUR_MS, seconds=7200, app="calc")], ()
    )

    assert parts(pieces) == [(3600, "active", "claims"), (3600, "active", "saturday")]


def test_local_time_is_that_of_the_span() -> None:
    """The offset with which it was seen counts, not the one of this machine."""
    judge = RuleJudge(ruleset_of((EVENING, CALC), "0s"))

    assert parts(judge([a_span(NINE, app="calc", off_min=9 * 60)], ())) == [(60, "active", "evening")]


def test_the_first_of_an_idle_stretch_is_kept_active() -> None:
    """Counted from the last input; the rest is idle, and the verdict says by which rule."""
    day = a_day(("calc", 60), ("calc", 1500, State.IDLE))

    pieces = RuleJudge(ruleset_of((READING, CALC), "0s"))(day, ())

    assert parts(pieces) == [(60, "active", "claims"), (600, "active", "claims"), (900, "idle", None)]
    assert pieces[1].verdict.why == 'app is "calc", kept active up to 10 min by rule reading'
    assert pieces[1].span.start_ms == pieces[0].span.end_ms


def test_a_new_title_in_an_idle_stretch_keeps_nothing_longer() -> None:
    """A film whose title changes does not keep an empty desk at work for hours."""
    day = [
        a_span(NINE + number * 240_000, seconds=240, app="calc", title=f"{number}", state=State.IDLE)
        for number in range(5)
    ]

    pieces = RuleJudge(ruleset_of((READING, CALC), "0s"))(day, ())

    assert parts(pieces) == [
        (240, "active", "claims"), (240, "active", "claims"), (120, "active", "claims"),
        (120, "idle", None), (240, "idle", None), (240, "idle", None),
    ]  # fmt: skip


def test_locked_time_is_never_kept_active() -> None:
    """Whoever locks the screen has left."""
    pieces = RuleJudge(ruleset_of((READING, CALC), "0s"))(a_day(("calc", 60, State.LOCKED)), ())

    assert parts(pieces) == [(60, "locked", None)]


@pytest.mark.parametrize(
    ("rule", "rules"),
    [
        (BREAK, [None, "break", "break", None]),
        ({**BREAK, "app": "calc"}, [None, "break", None, None]),
        ({"id": "away", "state": ["locked", "idle"], "category": "Personal"}, ["away"] * 4),
        ({"id": "all", "app": "*", "category": "Work"}, [None] * 4),
    ],
)
def test_only_rules_that_ask_for_absence_give_it_a_category(rule: RuleTable, rules: list[str | None]) -> None:
    """The whole idle stretch counts, whatever windows it went over; a lock is not idle time."""
    day = a_day(
        ("calc", 60, State.IDLE), 6, ("calc", 700, State.IDLE), ("mail", 700, State.IDLE), ("mail", 9, State.LOCKED)
    )

    pieces = RuleJudge(ruleset_of((rule,), "0s"))(day, ())

    assert parts(pieces) == list(zip((60, 700, 700, 9), ("idle", "idle", "idle", "locked"), rules, strict=True))


def test_an_earlier_rule_on_the_context_goes_before_one_on_the_moment() -> None:
    """Order decides between them as between any two rules."""
    pieces = RuleJudge(ruleset_of((CALC, EVENING), "0s"))([a_span(NINE + 9 * HOUR_MS, app="calc")], ())

    assert parts(pieces) == [(60, "active", "claims")]
