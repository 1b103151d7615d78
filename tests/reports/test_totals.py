"""Sums by one grouping."""

from core.category import IDLE, Category
from core.period import EPOCH, DayStarts
from core.rollup import Bucket, Hour
from core.span import State
from reports.shapes import Total
from reports.totals import total

CLAIMS, MAIL = Category("Work/Claims"), Category("Work/Mail")
NINE_ON_MONDAY = 20_514 * 24 + 9
TWO_AT_NIGHT = 20_514 * 24 + 2
PORTIONS = [
    (Bucket(Hour(NINE_ON_MONDAY, 60), "calc", CLAIMS, State.ACTIVE), 100),
    (Bucket(Hour(NINE_ON_MONDAY, 120), "calc", CLAIMS, State.CALL), 20),
    (Bucket(Hour(NINE_ON_MONDAY, 60), "calc", IDLE, State.LOCKED), 3),
    (Bucket(Hour(TWO_AT_NIGHT, 60), "mail", MAIL, State.ACTIVE), 120),
]
DAYS_FROM_FOUR = DayStarts(((EPOCH, 4),))


def _total(key: str, observed_ms: int, attended_ms: int) -> Total:
    return Total(key=key, observed_ms=observed_ms, attended_ms=attended_ms)


def test_by_category_the_longest_comes_first_and_equals_by_name() -> None:
    assert total(PORTIONS, "category", DayStarts()) == (
        _total("Work/Claims", 120, 120),
        _total("Work/Mail", 120, 120),
        _total("Idle", 3, 0),
    )


def test_by_kind_and_by_app() -> None:
    """Attended time is the active and call part, whatever its category."""
    assert total(PORTIONS, "kind", DayStarts()) == (_total("Work", 240, 240), _total("Idle", 3, 0))
    assert total(PORTIONS, "app", DayStarts()) == (_total("calc", 123, 120), _total("mail", 120, 120))


def test_by_hour_of_the_clock_on_the_wall_in_order() -> None:
    """Whatever the offset was: nine in winter and nine in summer are nine o'clock."""
    assert total(PORTIONS, "hour", DayStarts()) == (_total("02", 120, 120), _total("09", 123, 120))


def test_by_day_as_the_record_counts_days() -> None:
    assert total(PORTIONS, "day", DayStarts()) == (_total("2026-03-02", 243, 240),)
    assert total(PORTIONS, "day", DAYS_FROM_FOUR) == (_total("2026-03-01", 120, 120), _total("2026-03-02", 123, 120))


def test_nothing_adds_up_to_nothing() -> None:
    assert total([], "kind", DayStarts()) == ()
