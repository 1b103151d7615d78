"""One day, piece by piece, and what was not observed in it."""

from datetime import date

import pytest

from core.category import IDLE, PRIVATE, Category
from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.judge import Piece
from core.period import EPOCH, DayStarts
from core.span import Gap, GapReason
from reports.shapes import Stretch, Timeline
from reports.timeline import gap_ms, strip, timeline
from tests.factories import NINE, WORK, a_piece, a_span

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
MIDNIGHT = NINE + 15 * MS_PER_HOUR
"""Between Monday and Tuesday in Berlin."""
STARTS = DayStarts()


def _at(minute: int, minutes: float = 1, category: Category = WORK, off_min: int = 60) -> Piece:
    """A piece so many minutes after nine."""
    return a_piece(a_span(NINE + minute * MS_PER_MIN, seconds=minutes * 60, off_min=off_min), category)


def _gap(minute: int, until: int, why: GapReason) -> Gap:
    return Gap(start_ms=NINE + minute * MS_PER_MIN, end_ms=NINE + until * MS_PER_MIN, why=why)


def test_day_without_a_piece_has_no_gap() -> None:
    """Nobody looked all day, which is no gap in anything."""
    noted = [_gap(0, 600, GapReason.PAUSED)]
    assert timeline(MONDAY, [], noted, STARTS, NINE + MS_PER_HOUR) == Timeline(day=MONDAY, pieces=(), gaps=())


def test_time_between_pieces_is_a_gap_with_its_reason() -> None:
    """9:01 to 9:05 was a pause; nothing is said about 9:06 to 9:10."""
    of = timeline(MONDAY, [_at(0), _at(5), _at(10)], [_gap(1, 5, GapReason.PAUSED)], STARTS)
    assert of.gaps == (_gap(1, 5, GapReason.PAUSED), _gap(6, 10, GapReason.STOPPED))
    assert gap_ms(of) == 8 * MS_PER_MIN


def test_reasons_change_within_one_gap() -> None:
    """A pause, in which the lid was closed: of two notes the later one explains, and the pause goes on after it."""
    noted = [_gap(1, 20, GapReason.PAUSED), _gap(5, 15, GapReason.SUSPENDED)]
    of = timeline(MONDAY, [_at(0), _at(30)], noted, STARTS)
    assert of.gaps == (
        _gap(1, 5, GapReason.PAUSED),
        _gap(5, 15, GapReason.SUSPENDED),
        _gap(15, 20, GapReason.PAUSED),
        _gap(20, 30, GapReason.STOPPED),
    )


def test_two_notes_of_one_reason_are_one_gap() -> None:
    noted = [_gap(1, 3, GapReason.BLOCKED), _gap(3, 10, GapReason.BLOCKED)]
    assert timeline(MONDAY, [_at(0), _at(10)], noted, STARTS).gaps == (_gap(1, 10, GapReason.BLOCKED),)


def test_note_never_covers_what_was_observed() -> None:
    """A clock gap that reaches back over pieces, as after a clock that was wrong, is a gap only between them."""
    of = timeline(MONDAY, [_at(0), _at(5), _at(7)], [_gap(0, 60, GapReason.CLOCK)], STARTS)
    assert of.gaps == (_gap(1, 5, GapReason.CLOCK), _gap(6, 7, GapReason.CLOCK))


def test_idle_and_private_time_are_no_gaps() -> None:
    of = timeline(MONDAY, [_at(0), _at(1, category=IDLE), _at(2, category=PRIVATE), _at(3)], [], STARTS)
    assert of.gaps == ()


def test_piece_over_midnight_belongs_to_both_days() -> None:
    piece = a_piece(a_span(MIDNIGHT - 10 * MS_PER_MIN, seconds=1800))
    [before], [after] = (timeline(day, [piece], [], STARTS).pieces for day in (MONDAY, TUESDAY))
    assert (before.span.start_ms, before.span.end_ms) == (MIDNIGHT - 10 * MS_PER_MIN, MIDNIGHT)
    assert (after.span.start_ms, after.span.end_ms) == (MIDNIGHT, MIDNIGHT + 20 * MS_PER_MIN)
    assert before.verdict == after.verdict == piece.verdict


def test_night_between_two_days_is_a_gap_of_neither() -> None:
    pieces = [_at(0), a_piece(a_span(MIDNIGHT + 8 * MS_PER_HOUR))]
    noted = [Gap(start_ms=NINE + MS_PER_MIN, end_ms=MIDNIGHT + 8 * MS_PER_HOUR, why=GapReason.STOPPED)]
    assert [timeline(day, pieces, noted, STARTS).gaps for day in (MONDAY, TUESDAY)] == [(), ()]


def test_pause_that_goes_on_counts_up_to_now() -> None:
    """At 9:20 a pause that began at 9:01 and was noted until 9:19 is a gap already, though no piece follows."""
    of = timeline(MONDAY, [_at(0)], [_gap(1, 19, GapReason.PAUSED)], STARTS, NINE + 20 * MS_PER_MIN)
    assert of.gaps == (_gap(1, 19, GapReason.PAUSED),)


def test_reasons_change_within_a_gap_that_goes_on() -> None:
    """The lid is closed during a pause, which is over when it opens; then the screen cannot be seen."""
    noted = [
        _gap(1, 5, GapReason.PAUSED),
        _gap(5, 15, GapReason.SUSPENDED),
        _gap(15, 19, GapReason.BLOCKED),
    ]
    assert timeline(MONDAY, [_at(0)], noted, STARTS, NINE + 20 * MS_PER_MIN).gaps == tuple(noted)


def test_time_still_to_come_is_no_gap() -> None:
    """Nor is the time since the last piece where nothing was noted: somebody is still looking."""
    noted = [_gap(1, 60, GapReason.PAUSED)]
    assert timeline(MONDAY, [_at(0)], noted, STARTS, NINE + 20 * MS_PER_MIN).gaps == (_gap(1, 20, GapReason.PAUSED),)
    assert timeline(MONDAY, [_at(0)], [], STARTS, NINE + 20 * MS_PER_MIN).gaps == ()


def test_gap_of_a_day_that_is_over_ends_with_its_last_piece() -> None:
    """Who looks at Monday on Tuesday does not find the night among Monday's gaps."""
    noted = [Gap(start_ms=NINE + MS_PER_MIN, end_ms=MIDNIGHT + 8 * MS_PER_HOUR, why=GapReason.STOPPED)]
    assert timeline(MONDAY, [_at(0)], noted, STARTS, MIDNIGHT + 9 * MS_PER_HOUR).gaps == ()
    assert timeline(MONDAY, [_at(0)], noted, STARTS, MIDNIGHT).gaps == ()
    [gap] = timeline(MONDAY, [_at(0)], noted, STARTS, MIDNIGHT - 1).gaps
    assert gap.end_ms == MIDNIGHT - 1


def test_day_that_begins_at_four_is_under_way_until_four() -> None:
    starts = DayStarts(((EPOCH, 4),))
    noted = [Gap(start_ms=NINE + MS_PER_MIN, end_ms=MIDNIGHT + 8 * MS_PER_HOUR, why=GapReason.STOPPED)]
    assert len(timeline(MONDAY, [_at(0)], noted, starts, MIDNIGHT + 3 * MS_PER_HOUR).gaps) == 1
    assert timeline(MONDAY, [_at(0)], noted, starts, MIDNIGHT + 4 * MS_PER_HOUR).gaps == ()


def test_strip_joins_neighbours_of_one_kind() -> None:
    """Two categories of one kind are one stretch; a gap, even of no reason, parts it."""
    pieces = [_at(0), _at(1, category=Category("Work/Mail")), _at(2, category=IDLE), _at(5, category=IDLE)]
    of = timeline(MONDAY, pieces, [_gap(3, 4, GapReason.PAUSED)], STARTS)
    assert strip(of) == [
        Stretch(NINE, NINE + 2 * MS_PER_MIN, "Work"),
        Stretch(NINE + 2 * MS_PER_MIN, NINE + 3 * MS_PER_MIN, "Idle"),
        Stretch(NINE + 3 * MS_PER_MIN, NINE + 5 * MS_PER_MIN, "Gap"),
        Stretch(NINE + 5 * MS_PER_MIN, NINE + 6 * MS_PER_MIN, "Idle"),
    ]


@pytest.mark.parametrize(("off_min", "day"), [(60, TUESDAY), (-300, MONDAY)])
def test_day_of_a_piece_is_the_one_on_the_wall_where_it_was_seen(off_min: int, day: date) -> None:
    """Midnight in Berlin is six in the evening in New York."""
    piece = a_piece(a_span(MIDNIGHT, off_min=off_min))
    assert [found for found in (MONDAY, TUESDAY) if timeline(found, [piece], [], STARTS).pieces] == [day]
