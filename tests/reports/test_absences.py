"""Which stretches of a day are asked about, and what was said of them before; by hand."""

from datetime import date

import pytest

from core.category import IDLE, PRIVATE, Category
from core.explanation import Answer, Explanation
from core.judge import Piece, Verdict
from core.span import Gap, GapReason, State
from reports.absences import Earlier, absences, precedent
from reports.shapes import NumberedExplanation, Timeline
from tests.factories import NINE, a_span

MINUTE = 60_000
DAY = date(2026, 3, 2)
Part = tuple[int, int, State | GapReason]
"""From and to in minutes after nine."""
BY_STATE = {State.IDLE: IDLE, State.LOCKED: IDLE, State.PRIVATE: PRIVATE}


def a_day(*parts: Part) -> Timeline:
    pieces, gaps = [], []
    for start, end, what in parts:
        if isinstance(what, GapReason):
            gaps.append(Gap(start_ms=NINE + start * MINUTE, end_ms=NINE + end * MINUTE, why=what))
        else:
            span = a_span(NINE + start * MINUTE, seconds=(end - start) * 60, state=what)
            pieces.append(Piece(span, Verdict(BY_STATE.get(what, Category("Work/Claims")), None, "")))
    return Timeline(day=DAY, pieces=tuple(pieces), gaps=tuple(gaps))


def explained(start: int, end: int, answer: Answer = Answer.BREAK) -> NumberedExplanation:
    said = Explanation(
        start_ms=NINE + start * MINUTE,
        end_ms=NINE + end * MINUTE,
        answer=answer,
        category=None,
        who="anna",
        at_ms=NINE,
    )
    return NumberedExplanation(1, said)


def asked(of: Timeline, *said: NumberedExplanation) -> list[tuple[int, int, int]]:
    """From, to and the gap in it, in minutes."""
    return [
        ((one.start_ms - NINE) // MINUTE, (one.end_ms - NINE) // MINUTE, one.gap_ms // MINUTE)
        for one in absences(of, said)
    ]


AT_WORK, AT_WORK_AGAIN = (0, 60, State.ACTIVE), (120, 180, State.ACTIVE)


@pytest.mark.parametrize("why", [reason for reason in GapReason if reason.value not in {"off-hours", "clock"}])
def test_a_gap_is_asked_about_whatever_it_is_from(why: GapReason) -> None:
    """Paused, asleep, stopped, crashed or blocked: told apart, and asked about alike."""
    of = a_day(AT_WORK, (60, 120, why), AT_WORK_AGAIN)

    assert asked(of) == [(60, 120, 60)]
    assert absences(of, ())[0].why == (why,)


@pytest.mark.parametrize(
    "nothing",
    [
        (60, 120, GapReason.OFF_HOURS),
        (60, 120, GapReason.CLOCK),
        (60, 120, State.PRIVATE),
        (60, 120, State.CALL),
        (60, 74, State.IDLE),
        (60, 64, GapReason.STOPPED),
    ],
)
def test_nobody_is_asked_about_private_time_or_trifles(nothing: Part) -> None:
    """Nor about hours in which nothing was to be recorded."""
    assert asked(a_day(AT_WORK, nothing, (nothing[1], 180, State.ACTIVE))) == []


def test_one_absence_is_one_question() -> None:
    """First idle, then locked, then asleep, then locked again."""
    of = a_day(
        AT_WORK,
        (60, 65, State.IDLE),
        (65, 70, State.LOCKED),
        (70, 110, GapReason.SUSPENDED),
        (110, 120, State.LOCKED),
        AT_WORK_AGAIN,
    )

    assert asked(of) == [(60, 120, 40)]
    assert absences(of, ())[0].why == (GapReason.SUSPENDED, State.LOCKED, State.IDLE)


def test_nobody_is_asked_when_the_day_began_and_ended() -> None:
    """What lies before the first and behind the last thing that was seen is nobody's absence."""
    of = a_day((0, 30, State.IDLE), (30, 60, State.ACTIVE), (60, 90, State.LOCKED), (90, 120, GapReason.STOPPED))

    assert asked(of) == []
    assert asked(a_day((0, 60, State.IDLE))) == []
    assert asked(a_day()) == []


def test_private_time_ends_an_absence() -> None:
    """What lies on either side of it is asked about by itself."""
    of = a_day(AT_WORK, (60, 80, State.IDLE), (80, 90, State.PRIVATE), (90, 120, GapReason.PAUSED), AT_WORK_AGAIN)

    assert asked(of) == [(60, 80, 0), (90, 120, 30)]


def test_what_was_explained_is_not_asked_again() -> None:
    """The rest of it is, where it is long enough."""
    of = a_day(AT_WORK, (60, 120, GapReason.SUSPENDED), AT_WORK_AGAIN)

    assert asked(of, explained(60, 120)) == []
    assert asked(of, explained(60, 80)) == [(80, 120, 40)]
    assert asked(of, explained(63, 117)) == []


def test_the_precedent_is_of_the_latest_day_on_which_anything_was_said() -> None:
    """By the time of day, and of several the one that shares most of it."""
    day_start = NINE - 9 * 60 * MINUTE
    day_ms = 24 * 60 * MINUTE
    friday = Earlier(
        date(2026, 2, 27), day_start - 3 * day_ms, [_at(-3, 180, 190, Answer.PHONE), _at(-3, 185, 230, Answer.BREAK)]
    )
    thursday = Earlier(date(2026, 2, 26), day_start - 4 * day_ms, [_at(-4, 60, 240, Answer.MEETING)])

    def before(start: int, end: int) -> tuple[date, Answer] | None:
        found = precedent(NINE + start * MINUTE, NINE + end * MINUTE, day_start, [friday, thursday])
        return (found.day, found.said.answer) if found else None

    assert before(184, 226) == (friday.day, Answer.BREAK)
    assert before(90, 100) == (thursday.day, Answer.MEETING)
    assert before(300, 320) is None


def _at(days: int, start: int, end: int, answer: Answer) -> Explanation:
    shift = days * 24 * 60
    return explained(start + shift, end + shift, answer).said
