"""What the day window and the popover say beside the totals."""

from collections.abc import Sequence
from datetime import date

from core.judge import Piece
from core.span import Gap, GapReason, State
from reports.day import longest_stretch, switches_per_hour, today
from reports.shapes import KindTotal, Stretch, Timeline, Today, Total
from tests.factories import NINE, a_piece, a_span

MINUTE = 60_000
MONDAY = date(2026, 3, 2)


def _pieces(*parts: tuple[float, str] | tuple[float, str, State]) -> list[Piece]:
    """One after the other from nine on: (minutes, app, state); a part without an app is no piece."""
    pieces, at_ms = [], NINE
    for minutes, app, *state in parts:
        if app:
            pieces.append(a_piece(a_span(at_ms, seconds=minutes * 60, app=app, state=[*state, State.ACTIVE][0])))
        at_ms += round(minutes * MINUTE)
    return pieces


def longest_stretch_ms(pieces: Sequence[Piece]) -> int:
    found = longest_stretch(pieces)
    return found.attended_ms if found else 0


def test_longest_stretch_is_the_longest_time_in_one_app() -> None:
    assert longest_stretch_ms(_pieces((5, "calc"), (8, "mail"), (7, "calc"))) == 8 * MINUTE
    assert longest_stretch_ms([]) == 0


def test_stretch_goes_on_over_a_minute_elsewhere() -> None:
    """Elsewhere is another app, idle or a gap; that minute itself does not count."""
    for between in ((1, "mail"), (1, "calc", State.IDLE), (1, "")):
        assert longest_stretch_ms(_pieces((5, "calc"), between, (7, "calc"))) == 12 * MINUTE


def test_stretch_ends_with_more_than_a_minute_elsewhere() -> None:
    for between in ((1.001, "mail"), (1.001, "calc", State.LOCKED), (1.001, "")):
        assert longest_stretch_ms(_pieces((5, "calc"), between, (7, "calc"))) == 7 * MINUTE


def test_call_is_attended_and_idle_is_not() -> None:
    assert longest_stretch_ms(_pieces((5, "zoom"), (10, "zoom", State.CALL), (30, "zoom", State.IDLE))) == 15 * MINUTE


def test_switches_are_changes_of_app_in_an_attended_hour() -> None:
    """Three changes in thirty attended minutes; idle time is neither a change nor time at the desk."""
    parts = _pieces((10, "calc"), (5, "mail"), (60, "mail", State.IDLE), (5, "mail"), (5, "calc"), (5, "mail"))
    assert switches_per_hour(parts) == 6.0
    assert switches_per_hour(_pieces((60, "calc", State.IDLE))) == 0.0


def test_popover_shows_the_day_so_far() -> None:
    pieces = _pieces((10, "calc"), (2, ""), (5, "calc", State.IDLE))
    gap = Gap(start_ms=NINE + 10 * MINUTE, end_ms=NINE + 12 * MINUTE, why=GapReason.PAUSED)
    totals = [Total(key="Work", observed_ms=15 * MINUTE, attended_ms=10 * MINUTE)]
    assert today(Timeline(day=MONDAY, pieces=tuple(pieces), gaps=(gap,)), totals) == Today(
        day="2026-03-02",
        recorded_ms=15 * MINUTE,
        kinds=[KindTotal("Work", 15 * MINUTE, 10 * MINUTE)],
        strip=[
            Stretch(NINE, NINE + 10 * MINUTE, "Work"),
            Stretch(NINE + 10 * MINUTE, NINE + 12 * MINUTE, "Gap"),
            Stretch(NINE + 12 * MINUTE, NINE + 17 * MINUTE, "Work"),
        ],
        gap_count=1,
        gap_ms=2 * MINUTE,
        now_category="Work/Claims",
        now_why="a rule of the test",
        now_app="calc",
        now_title="Budget 2026",
        now_since_ms=NINE + 12 * MINUTE,
        now_until_ms=NINE + 17 * MINUTE,
    )


def test_now_began_with_its_app_and_category() -> None:
    """Titles may change meanwhile, and states; another app or an interruption begins anew."""
    parts = _pieces((10, "mail"), (2, "calc"), (3, "calc", State.CALL))
    told = today(Timeline(day=MONDAY, pieces=tuple(parts), gaps=()), [])

    assert (told.now_since_ms, told.now_until_ms) == (NINE + 10 * MINUTE, NINE + 15 * MINUTE)


def test_popover_of_a_day_without_a_record_is_empty() -> None:
    empty = today(Timeline(day=MONDAY, pieces=(), gaps=()), [])
    assert (empty.recorded_ms, empty.strip, empty.now_category, empty.now_why) == (0, [], None, "")
