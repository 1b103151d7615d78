"""An invented week, whose days are parts of the invented day."""

from datetime import date, timedelta
from itertools import chain

from msgspec.structs import replace

from core.clock import MS_PER_DAY
from core.judge import Piece
from core.period import DayStarts
from core.rollup import Bucket, roll
from reports.timeline import gap_ms, strip, timeline
from reports.totals import total
from reports.week import Week, WeekDay, hours_of_week, usual
from tests.gui.days import DAY, pieces

MONDAY = date(2026, 3, 9)
TODAY = DAY
"""Thursday."""
LEFT_OUT = {MONDAY: 0, MONDAY + timedelta(days=1): 4, MONDAY + timedelta(days=2): 9, TODAY: 0}
"""How many pieces at its end each day lacks; the days that are not named have none."""


def pieces_of(day: date) -> tuple[Piece, ...]:
    if day not in LEFT_OUT:
        return ()
    later_ms = (day - DAY).days * MS_PER_DAY
    kept = pieces()[: len(pieces()) - LEFT_OUT[day]]
    return tuple(replace(piece, span=replace(piece.span, start_ms=piece.span.start_ms + later_ms)) for piece in kept)


def a_week(*, before: int = 20) -> Week:
    """`before` are so many working days like the invented one in the weeks before."""
    starts = DayStarts()
    by_day = {MONDAY + timedelta(days=number): pieces_of(MONDAY + timedelta(days=number)) for number in range(7)}
    portions = {day: list(roll(of).items()) for day, of in by_day.items()}
    return Week(
        days=tuple(_day(day, of, portions[day]) for day, of in by_day.items()),
        hours=hours_of_week(chain.from_iterable(portions.values()), starts),
        usual=usual(_days_before(portions[TODAY], before), starts),
        timezone="Europe/Berlin",
        ruleset="31",
    )


def an_empty_week() -> Week:
    days = (MONDAY + timedelta(days=number) for number in range(7))
    return Week(
        days=tuple(_day(day, (), []) for day in days), hours={}, usual=None, timezone="Europe/Berlin", ruleset="31"
    )


def _day(day: date, of: tuple[Piece, ...], portions: list[tuple[Bucket, int]]) -> WeekDay:
    shown = timeline(day, of, (), DayStarts())
    return WeekDay(
        day=day,
        strip=tuple(strip(shown)),
        by_kind=total(portions, "kind", DayStarts()),
        recorded_ms=sum(observed_ms for _bucket, observed_ms in portions),
        gap_ms=gap_ms(shown),
    )


def _days_before(portions: list[tuple[Bucket, int]], count: int) -> list[tuple[Bucket, int]]:
    """The same day again and again; only the idle part of it grows by a tenth each time."""
    found = []
    for number in range(count):
        for bucket, observed_ms in portions:
            hour = replace(bucket.hour, number=bucket.hour.number - 24 * (number + 4))
            more = observed_ms * number // 10 if bucket.category.kind == "Idle" else 0
            found.append((replace(bucket, hour=hour), observed_ms + more))
    return found
