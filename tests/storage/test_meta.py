"""Small facts about the record."""

from datetime import date

from core.period import EPOCH, DayStarts
from storage.engine import transaction
from storage.meta import (
    MODE,
    RAW_FROM,
    first_raw_hour,
    read_day_starts,
    read_fact,
    read_raw_from,
    write_day_starts,
    write_fact,
)
from tests.storage.records import Kept


def test_fact_is_written_replaced_and_removed(kept: Kept) -> None:
    with transaction(kept.engine) as connection:
        assert read_fact(connection, MODE) is None
        write_fact(connection, MODE, "paused")
        write_fact(connection, MODE, "private")
        assert read_fact(connection, MODE) == "private"
        write_fact(connection, MODE, None)
        assert read_fact(connection, MODE) is None


def test_history_of_day_starts_survives(kept: Kept) -> None:
    starts = DayStarts(((EPOCH, 0), (date(2026, 3, 2), 4), (date(2026, 5, 1), 0)))
    with transaction(kept.engine) as connection:
        assert read_day_starts(connection) is None
        write_day_starts(connection, starts)
        assert read_day_starts(connection) == starts


def test_every_hour_may_be_rolled_until_spans_are_removed(kept: Kept) -> None:
    with transaction(kept.engine) as connection:
        assert read_raw_from(connection) == date.min
        assert first_raw_hour(connection) < -24


def test_first_hour_that_may_be_rolled_begins_a_local_day(kept: Kept) -> None:
    """1970-01-03 began with hour 48, and with hour 52 where days begin at four."""
    with transaction(kept.engine) as connection:
        write_fact(connection, RAW_FROM, "1970-01-03")
        assert first_raw_hour(connection) == 48
        write_day_starts(connection, DayStarts(((EPOCH, 4),)))
        assert first_raw_hour(connection) == 52
