"""Reads spans, gaps, totals and corrections for reports; never writes and never judges."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property

from sqlalchemy import BindParameter, Connection, Engine, bindparam, select
from sqlalchemy.exc import DatabaseError

from core.category import Category
from core.clock import MS_PER_HOUR
from core.context_total import ContextTotal, CorrectedTotal
from core.errors import MachineError
from core.holding import Holding
from core.judge import Correction
from core.period import DayStarts, OffsetAt, Period
from core.reaching import Reached, unheard
from core.rollup import Bucket
from core.span import Gap, GapReason, Span
from storage.context_totals import context_totals, corrected_totals
from storage.corrections import RecordedCorrection, recorded_corrections
from storage.explanations import RecordedExplanation, recorded_explanations
from storage.holdings import holdings
from storage.input_counts import with_input
from storage.meta import RULESET, Facts, day_starts_in, raw_from_in, read_facts
from storage.schema import category, correction, gap, hour_dirty
from storage.spans import SpanReader
from storage.totals import portions, unobserved_ms

_from_ms: BindParameter[int] = bindparam("from_ms")
_end_ms: BindParameter[int] = bindparam("end_ms")
_gaps = select(gap).where(gap.c.start_ms < _end_ms, gap.c.end_ms > _from_ms).order_by(gap.c.start_ms)
_corrections = (
    select(correction, category.c.path)
    .join(category)
    .where(correction.c.start_ms < _end_ms, correction.c.end_ms > _from_ms, correction.c.undone_at_ms.is_(None))
    .order_by(correction.c.at_ms, correction.c.id)
)
_dirty = (
    select(hour_dirty.c.hour)
    .distinct()
    .where(hour_dirty.c.hour >= bindparam("from_hour"), hour_dirty.c.hour < bindparam("end_hour"))
)


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
        self._spans = SpanReader(connection)

    def ruleset(self) -> str | None:
        """Version of the rules that contexts and rollups were judged by."""
        return self._facts.get(RULESET)

    def day_starts(self) -> DayStarts:
        return day_starts_in(self._facts) or DayStarts()

    def raw_from(self) -> date:
        """The first local day whose spans are all there; of earlier ones only totals are kept."""
        return raw_from_in(self._facts)

    @cached_property
    def _facts(self) -> Facts:
        return read_facts(self._connection)

    def spans_of_local(self, local_start_ms: int, local_end_ms: int) -> tuple[Span, ...]:
        """Every span that touches a stretch of local time, by the offset that each was seen with."""
        return self._spans.of_local(local_start_ms, local_end_ms)

    def with_input(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """`spans`, which are in order and as they were read, with what was counted in them."""
        return with_input(self._connection, spans)

    def spans_by_day(self, days: Collection[date], starts: DayStarts) -> Iterator[tuple[date, tuple[Span, ...]]]:
        """Every span that touches one of these local days, day by day."""
        return self._spans.by_day(days, starts)

    def gaps_between(self, start_ms: int, end_ms: int) -> tuple[Gap, ...]:
        """Every noted gap that touches [start, end), by start."""
        return tuple(
            Gap(start_ms=row.start_ms, end_ms=row.end_ms, why=GapReason(row.why))
            for row in self._connection.execute(_gaps, {"from_ms": start_ms, "end_ms": end_ms})
        )

    def corrections_between(self, start_ms: int, end_ms: int) -> tuple[Correction, ...]:
        """Every correction in force that touches [start, end)."""
        return tuple(
            Correction(
                start_ms=row.start_ms,
                end_ms=row.end_ms,
                category=Category(row.path),
                who=row.who,
                at_ms=row.at_ms,
                why=row.why,
            )
            for row in self._connection.execute(_corrections, {"from_ms": start_ms, "end_ms": end_ms})
        )

    def recorded_corrections(self, start_ms: int, end_ms: int) -> tuple[RecordedCorrection, ...]:
        """Every correction that touches [start, end), in force or undone."""
        return recorded_corrections(self._connection, start_ms, end_ms)

    def recorded_explanations(self, start_ms: int, end_ms: int) -> tuple[RecordedExplanation, ...]:
        """Every explanation in force that touches [start, end)."""
        return recorded_explanations(self._connection, start_ms, end_ms)

    def holdings(self, offset_at: OffsetAt) -> tuple[Holding, ...]:
        """How much there is of each kind of data."""
        return holdings(self._connection, offset_at)

    def context_totals(self, start_ms: int, end_ms: int, reached: Reached = unheard) -> list[ContextTotal]:
        """The time of each context in [start, end) by state, without what was corrected."""
        return context_totals(self._connection, start_ms, end_ms, reached)

    def corrected_totals(self, start_ms: int, end_ms: int) -> list[CorrectedTotal]:
        """What was corrected in [start, end), by correction, context and state."""
        return corrected_totals(self._connection, start_ms, end_ms)

    def dirty_days(self, period: Period, starts: DayStarts) -> set[date]:
        """The days of `period` with spans that the stored totals do not show yet."""
        first, last = max(period.first, self.raw_from()), period.last
        between = {
            "from_hour": starts.local_start_ms(first) // MS_PER_HOUR,
            "end_hour": starts.local_end_ms(last) // MS_PER_HOUR,
        }
        return {starts.day_of_hour(hour) for hour in self._connection.execute(_dirty, between).scalars()}

    def portions(self, days: Collection[date], by: str, starts: DayStarts) -> Iterator[tuple[Bucket, int]]:
        """Stored milliseconds of these local days, told apart as far as a report by `by` needs it."""
        return portions(self._connection, days, by, starts)

    def unobserved_ms(self, days: Collection[date]) -> int:
        """Stored milliseconds not observed between the first and the last observation of each of these local days."""
        return unobserved_ms(self._connection, days)
