"""Lets go of what is kept no longer: spans first, their totals later; never of a span whose totals are not built."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from core.errors import MachineError
from core.period import DayStarts, OffsetAt
from storage.boundary import Boundary, Days, boundary_of
from storage.meta import RAW_FROM, first_raw_hour, read_day_starts, read_raw_from, write_fact
from storage.record import remove_recorded
from storage.removal import remove_statements, remove_totals, remove_unused_names
from storage.schema import hour_dirty


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """From when on things are kept; the day before goes."""

    spans_from: date | None
    """The first local day that is kept span by span; None where all of them are."""
    totals_from: date | None
    """The first local day of which totals are kept; None where all of them are."""

    def __bool__(self) -> bool:
        return self.spans_from is not None


def retention_on(today: date, *, spans_days: int, totals_months: int) -> Retention:
    """What is kept on `today`: so many whole days before it, so many whole months before its own; 0 is for ever."""
    totals_from = _months_before(today, totals_months) if totals_months else None
    spans_from = today - timedelta(days=spans_days) if spans_days else totals_from
    return Retention(
        spans_from=max(spans_from, totals_from or spans_from) if spans_from else None, totals_from=totals_from
    )


def retain(connection: Connection, retention: Retention, offset_at: OffsetAt) -> int:
    """Take out what is kept no longer; how many spans and totals went.

    Raises MachineError where totals of what is to go have not been built yet. The bytes are gone only after
    `storage.erasing.scrub`.
    """
    if retention.spans_from is None:
        return 0
    starts = read_day_starts(connection) or DayStarts()
    raw_from = max(retention.spans_from, read_raw_from(connection))
    before = boundary_of(raw_from, starts, offset_at)
    _demand_totals(connection, before, raw_from)
    removed = remove_recorded(connection, Days(before=before))
    remove_statements(connection, Days(before=before))
    write_fact(connection, RAW_FROM, raw_from.isoformat())
    if retention.totals_from is not None:
        removed += remove_totals(connection, Days(before=boundary_of(retention.totals_from, starts, offset_at)))
    remove_unused_names(connection)
    return removed


def _demand_totals(connection: Connection, before: Boundary, day: date) -> None:
    unbuilt = select(hour_dirty.c.hour).where(
        hour_dirty.c.hour >= first_raw_hour(connection), hour_dirty.c.hour < before.hour
    )
    if connection.execute(unbuilt.limit(1)).one_or_none() is not None:
        raise MachineError(
            f"What was recorded before {day} cannot go yet: its totals are not built", "they are built within the hour"
        )


def _months_before(day: date, months: int) -> date:
    """The first day of the month that lies so many before that of `day`."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
