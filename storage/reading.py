"""Reads spans, gaps, rollups and corrections for reports; never writes and never judges."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, false, select
from sqlalchemy.exc import DatabaseError

from core.category import Category
from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.errors import MachineError
from core.judge import Correction
from core.period import EPOCH, DayStarts, Period
from core.rollup import Bucket, Hour
from core.span import Context, Gap, GapReason, Span
from storage.dictionary import STATES
from storage.meta import RULESET, read_day_starts, read_fact, read_raw_from
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

    def raw_from(self) -> date:
        """The first local day whose spans are all there; of earlier ones only totals are kept."""
        return read_raw_from(self._connection)

    def dirty_days(self, period: Period, starts: DayStarts) -> set[date]:
        """The days of `period` with spans that the stored totals do not show yet."""
        first, last = max(period.first, self.raw_from()), period.last
        hours = (
            select(hour_dirty.c.hour)
            .distinct()
            .where(
                hour_dirty.c.hour >= starts.local_start_ms(first) // MS_PER_HOUR,
                hour_dirty.c.hour < starts.local_end_ms(last) // MS_PER_HOUR,
            )
        )
        return {starts.day_of_hour(hour) for hour in self._connection.execute(hours).scalars()}

    def hour_totals(self, days: Collection[date], starts: DayStarts) -> Iterator[tuple[Bucket, int]]:
        """Stored milliseconds of these local days, by hour; the hours do not tell apps apart."""
        if not days:
            return
        first, end = starts.local_start_ms(min(days)) // MS_PER_HOUR, starts.local_end_ms(max(days)) // MS_PER_HOUR
        hours = {hour for hour in range(first, end) if starts.day_of_hour(hour) in days}
        found = select(
            roll_hour.c.hour, roll_hour.c.off_min, roll_hour.c.cat_id, roll_hour.c.state, roll_hour.c.observed_ms
        ).where(roll_hour.c.hour >= first, roll_hour.c.hour < end, roll_hour.c.observed_ms > 0)
        categories = self._categories()
        for hour, off_min, cat_id, state, observed_ms in self._connection.execute(found):
            if hour in hours:
                yield Bucket(Hour(hour, off_min), "", categories[cat_id], STATES[state]), observed_ms

    def day_totals(self, days: Collection[date]) -> Iterator[tuple[Bucket, int]]:
        """Stored milliseconds of these local days, by app; the hour of each total is one of its day's."""
        found = (
            select(
                roll_day_app.c.day, app.c.name, roll_day_app.c.cat_id, roll_day_app.c.state, roll_day_app.c.observed_ms
            )
            .join(app)
            .where(_among(roll_day_app.c.day, days))
        )
        noons = {_number(day): Hour(_number(day) * 24 + 12, 0) for day in days}
        categories = self._categories()
        for day, name, cat_id, state, observed_ms in self._connection.execute(found):
            if day in noons:
                yield Bucket(noons[day], name, categories[cat_id], STATES[state]), observed_ms

    def unobserved_ms(self, days: Collection[date]) -> int:
        """Stored milliseconds not observed between the first and the last observation of each of these local days."""
        wanted = {_number(day) for day in days}
        found = self._connection.execute(select(roll_day).where(_among(roll_day.c.day, days)))
        return sum(gap_ms for day, gap_ms in found if day in wanted)

    def _categories(self) -> dict[int, Category]:
        found = self._connection.execute(select(category.c.cat_id, category.c.path))
        return {cat_id: Category(path) for cat_id, path in found}


def _number(day: date) -> int:
    return (day - EPOCH).days


def _among(column: ColumnElement[int], days: Collection[date]) -> ColumnElement[bool]:
    """A range that holds all of `days`, and others where they have holes."""
    return column.between(_number(min(days)), _number(max(days))) if days else false()


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
