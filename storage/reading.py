"""Reads spans, gaps, rollups and corrections for reports; never writes and never judges."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DatabaseError

from core.category import Category
from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.errors import MachineError
from core.judge import Correction
from core.period import DayStarts
from core.rollup import Hour, hours_of
from core.span import Context, Gap, GapReason, Span, State
from storage.dictionary import STATES
from storage.meta import RAW_FROM, RULESET, read_day_starts, read_fact
from storage.schema import (
    app,
    category,
    context,
    correction,
    gap,
    hour_dirty,
    roll_day,
    roll_day_app,
    roll_hour,
    source,
    span,
)

_spans = (
    select(
        span.c.start_ms, span.c.observed_ms, app.c.name, context.c.title, span.c.state, span.c.off_min, source.c.name
    )
    .select_from(span.join(context).join(app).outerjoin(source))
    .order_by(span.c.start_ms)
)
_end = span.c.start_ms + span.c.observed_ms
_local = span.c.off_min * MS_PER_MIN


@dataclass(frozen=True, slots=True)
class HourTotal:
    """One stored total of an hour."""

    hour: Hour
    category: Category
    state: State
    observed_ms: int


@dataclass(frozen=True, slots=True)
class DayAppTotal:
    """One stored total of an app on a local day."""

    day: int
    """Days since 1970-01-01."""
    app: str
    category: Category
    state: State
    observed_ms: int


@contextmanager
def reading(engine: Engine) -> Iterator["Reader"]:
    """One consistent view of the record, in one short transaction of a reading engine."""
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield Reader(connection)
            finally:
                connection.exec_driver_sql("ROLLBACK")
    except DatabaseError as error:
        raise MachineError(
            f"The record cannot be read: {error.orig}", "close whatever locks it, and see `engineroom status`"
        ) from error


class Reader:
    """The record as one transaction sees it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ruleset(self) -> str | None:
        """Version of the rules that contexts and rollups were judged by."""
        return read_fact(self._connection, RULESET)

    def day_starts(self) -> DayStarts:
        return read_day_starts(self._connection) or DayStarts()

    def spans_between(self, start_ms: int, end_ms: int) -> tuple[Span, ...]:
        """Every span that touches [start, end), whole and in order."""
        before = select(func.max(span.c.start_ms)).where(span.c.start_ms <= start_ms)
        first = self._connection.execute(before).scalar()
        found = _spans.where(span.c.start_ms >= (start_ms if first is None else first), span.c.start_ms < end_ms)
        return _as_spans(self._connection.execute(found.where(_end > start_ms)).all())

    def spans_of_local(self, local_start_ms: int, local_end_ms: int) -> tuple[Span, ...]:
        """Every span that touches a stretch of local time, by the offset that each was seen with."""
        widest = 15 * MS_PER_HOUR  # no zone is further from UTC
        found = _spans.where(
            span.c.start_ms.between(local_start_ms - 3 * widest, local_end_ms + widest),
            span.c.start_ms + _local < local_end_ms,
            _end + _local > local_start_ms,
        )
        return _as_spans(self._connection.execute(found).all())

    def gaps_between(self, start_ms: int, end_ms: int) -> tuple[Gap, ...]:
        """Every noted gap that touches [start, end), by start."""
        found = select(gap).where(gap.c.start_ms < end_ms, gap.c.end_ms > start_ms).order_by(gap.c.start_ms)
        return tuple(
            Gap(start_ms=row.start_ms, end_ms=row.end_ms, why=GapReason(row.why))
            for row in self._connection.execute(found)
        )

    def corrections_between(self, start_ms: int, end_ms: int) -> tuple[Correction, ...]:
        """Every correction in force that touches [start, end)."""
        found = (
            select(correction, category.c.path)
            .join(category)
            .where(correction.c.start_ms < end_ms, correction.c.end_ms > start_ms, correction.c.undone_at_ms.is_(None))
            .order_by(correction.c.at_ms)
        )
        return tuple(
            Correction(
                start_ms=row.start_ms,
                end_ms=row.end_ms,
                category=Category(row.path),
                who=row.who,
                at_ms=row.at_ms,
                why=row.why,
            )
            for row in self._connection.execute(found)
        )

    def dirty_hours(self, first: int, last: int) -> tuple[Hour, ...]:
        """Local hours from `first` to `last` inclusive whose rollup is not to be used."""
        found = select(hour_dirty).where(hour_dirty.c.hour.between(first, last)).order_by(hour_dirty.c.hour)
        return tuple(Hour(row.hour, row.off_min) for row in self._connection.execute(found))

    def raw_hours(self, first: int, last: int) -> tuple[Hour, ...]:
        """Local hours from `first` to `last` inclusive whose spans are still there."""
        raw_from_ms = int(read_fact(self._connection, RAW_FROM) or 0)
        spans = self.spans_of_local(first * MS_PER_HOUR, (last + 1) * MS_PER_HOUR)
        hours = {hour for of in spans for hour in hours_of(of) if first <= hour.number <= last}
        return tuple(sorted(hour for hour in hours if hour.start_ms >= raw_from_ms))

    def hour_totals(self, first: int, last: int) -> tuple[HourTotal, ...]:
        """Stored totals of the local hours from `first` to `last` inclusive, without the dirty ones."""
        clean = ~(
            select(1).where(hour_dirty.c.hour == roll_hour.c.hour, hour_dirty.c.off_min == roll_hour.c.off_min)
        ).exists()
        found = (
            select(roll_hour.c.hour, roll_hour.c.off_min, category.c.path, roll_hour.c.state, roll_hour.c.observed_ms)
            .join(category)
            .where(roll_hour.c.hour.between(first, last), roll_hour.c.observed_ms > 0, clean)
        )
        return tuple(
            HourTotal(Hour(row.hour, row.off_min), Category(row.path), STATES[row.state], row.observed_ms)
            for row in self._connection.execute(found)
        )

    def app_totals(self, days: Sequence[int]) -> tuple[DayAppTotal, ...]:
        """Stored totals by app of these local days, counted since 1970-01-01."""
        if not days:
            return ()
        found = (
            select(roll_day_app.c.day, app.c.name, category.c.path, roll_day_app.c.state, roll_day_app.c.observed_ms)
            .join(app)
            .join(category)
            .where(roll_day_app.c.day.between(min(days), max(days)))
        )
        wanted = set(days)
        return tuple(
            DayAppTotal(row.day, row.name, Category(row.path), STATES[row.state], row.observed_ms)
            for row in self._connection.execute(found)
            if row.day in wanted
        )

    def day_gaps(self, days: Sequence[int]) -> dict[int, int]:
        """Milliseconds not observed between first and last observation, by day since 1970-01-01, where stored."""
        if not days:
            return {}
        found = select(roll_day).where(roll_day.c.day.between(min(days), max(days)))
        wanted = set(days)
        return {row.day: row.gap_ms for row in self._connection.execute(found) if row.day in wanted}

    def recorded(self) -> tuple[int, int] | None:
        """(first start, last end) of all spans in UTC epoch ms; None for an empty record."""
        row = self._connection.execute(select(func.min(span.c.start_ms), func.max(_end))).one()
        return None if row[0] is None else (row[0], row[1])


def _as_spans(rows: Iterable[Sequence[Any]]) -> tuple[Span, ...]:
    return tuple(
        Span(
            start_ms=start_ms,
            observed_ms=observed_ms,
            context=Context(name, title),
            state=STATES[state],
            off_min=off_min,
            source=source_name,
        )
        for start_ms, observed_ms, name, title, state, off_min, source_name in rows
    )
