"""How many rows of each kind a record has, and of which days; never reads what else stands in a row."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, Select, func, select, union_all

from core.holding import Holding, Kept
from core.period import EPOCH, DayStarts, OffsetAt
from storage.meta import read_day_starts
from storage.schema import (
    correction,
    explanation,
    gap,
    notice_receipt,
    roll_day_app,
    roll_day_category,
    roll_hour,
    span,
)

_statements = union_all(select(correction.c.start_ms), select(explanation.c.start_ms)).subquery()
_day_totals = union_all(select(roll_day_app.c.day), select(roll_day_category.c.day)).subquery()


def _extent(column: ColumnElement[int]) -> Select[int, int, int]:
    return select(func.count(), func.min(column), func.max(column))


_BY_INSTANT = {
    Kept.SPANS: _extent(span.c.start_ms),
    Kept.GAPS: _extent(gap.c.start_ms),
    Kept.STATEMENTS: _extent(_statements.c.start_ms),
    Kept.RECEIPTS: _extent(notice_receipt.c.shown_ms),
}
_HOUR_TOTALS, _DAY_TOTALS = _extent(roll_hour.c.hour), _extent(_day_totals.c.day)


def holdings(connection: Connection, offset_at: OffsetAt) -> tuple[Holding, ...]:
    """One for each kind of data in the record, in the order of `Kept`."""
    starts = read_day_starts(connection) or DayStarts()
    found = sorted(_found(connection, starts, offset_at), key=lambda one: list(Kept).index(one.what))
    return tuple(found)


def _found(connection: Connection, starts: DayStarts, offset_at: OffsetAt) -> Iterator[Holding]:
    for what, extent in _BY_INSTANT.items():
        rows, first_ms, last_ms = connection.execute(extent).one()
        days = (None if rows == 0 else starts.day_of(ms, offset_at(ms)) for ms in (first_ms, last_ms))
        yield _holding(what, rows, *days)
    rows, first, last = connection.execute(_HOUR_TOTALS).one()
    yield _holding(Kept.HOUR_TOTALS, rows, *(None if rows == 0 else starts.day_of_hour(hour) for hour in (first, last)))
    rows, first, last = connection.execute(_DAY_TOTALS).one()
    yield _holding(
        Kept.DAY_TOTALS, rows, *(None if rows == 0 else EPOCH + timedelta(days=day) for day in (first, last))
    )


def _holding(what: Kept, rows: int, first: date | None, last: date | None) -> Holding:
    return Holding(what=what, rows=rows, first=first, last=last)
