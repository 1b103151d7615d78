"""The one writer of spans and gaps; never decides what must go of them, never reads for a report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Row, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from core.clock import MS_PER_DAY, MS_PER_MIN
from core.judge import Judge
from core.rollup import Hour
from core.span import NOTHING_SHOWN, Gap, Span, State, clip_to_free
from storage.boundary import Days
from storage.dictionary import STATE_NUMBERS, Dictionary
from storage.dirty_hours import DirtyHours
from storage.engine import transaction
from storage.meta import AHEAD_UNTIL, CLEAN_STOP, read_fact, write_fact
from storage.removal import take_out
from storage.schema import LONGEST_SPAN_MS, gap, source, span

T = TypeVar("T")
_INSERT = """
INSERT INTO span (start_ms, observed_ms, ctx_id, state, off_min, source_id, case_id, input_count, injected_count)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_MANY = """
INSERT INTO span (start_ms, observed_ms, ctx_id, state, off_min, source_id, case_id)
VALUES (?, ?, (SELECT ctx_id FROM context WHERE app_id = ? AND title = ?), ?, ?, ?, ?)
"""
_EXTEND = """
UPDATE span SET observed_ms = ?, state = ?, input_count = ?, injected_count = ? WHERE start_ms = ? AND ctx_id = ?
"""
_REMOVE = "DELETE FROM span WHERE start_ms = ? AND ctx_id = ?"
_add_gap = insert_or(gap)
_write_gap = _add_gap.on_conflict_do_update(
    index_elements=["start_ms"],
    set_={"end_ms": func.max(gap.c.end_ms, _add_gap.excluded.end_ms), "why": _add_gap.excluded.why},
)
_next_spans = (
    select(span.c.start_ms, span.c.observed_ms, span.c.ctx_id, span.c.state, span.c.off_min, span.c.case_id)
    .where(span.c.start_ms > bindparam("after_ms"))
    .order_by(span.c.start_ms)
    .limit(bindparam("at_once"))
)
_show = (
    update(span)
    .where(span.c.start_ms == bindparam("of_start"))
    .values(ctx_id=bindparam("new_ctx"), state=bindparam("new_state"), case_id=bindparam("new_case"))
)
_count_nothing = (
    update(span).where(span.c.state == STATE_NUMBERS[State.PRIVATE]).values(input_count=0, injected_count=0)
)
SHOWN_AT_ONCE = 20_000
_latest = select(span.c.start_ms, span.c.observed_ms).order_by(span.c.start_ms.desc()).limit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one transaction writes: all of it or nothing."""

    new: tuple[Span, ...] = ()
    changed: tuple[Span, ...] = ()
    """The recorder's own spans, stored before, with another length or state."""
    removed: tuple[Span, ...] = ()
    """The recorder's own spans that turned out otherwise, as they were stored."""
    gaps: tuple[Gap, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed or self.gaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """How a record goes on."""

    until_ms: int
    """End of what is recorded, UTC epoch ms; 0 for an empty record."""
    was_clean: bool
    """Whether the last agent stopped in order."""
    taken: tuple[tuple[int, int], ...]
    """Stretches still to come that a wrong clock has recorded already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the spans of one context show from now on."""

    ctx_id: int
    private: bool
    case_id: int | None
    """For those that name no case yet."""


class Record:
    """The record of one person, opened by its one writer."""

    def __init__(self, engine: Engine, judge: Judge) -> None:
        self.engine = engine
        self._names = Dictionary(judge)
        self._hours = DirtyHours()

    def write(self, batch: Batch) -> None:
        """Write `batch` in one transaction; raises MachineError, with nothing written, when the disk refuses."""
        try:
            with transaction(self.engine) as connection:
                # as plain SQL: this runs all day, and half its cost would be SQLAlchemy's own
                for old in batch.removed:
                    connection.exec_driver_sql(_REMOVE, self._key(connection, old))
                for changed in batch.changed:
                    connection.exec_driver_sql(_EXTEND, (*_changeable(changed), *self._key(connection, changed)))
                if batch.new:
                    connection.exec_driver_sql(_INSERT, [self._row(connection, new) for new in batch.new])
                if batch.gaps:
                    rows = [{"start_ms": g.start_ms, "end_ms": g.end_ms, "why": g.why.value} for g in batch.gaps]
                    connection.execute(_write_gap, rows)
                self._hours.mark(connection, (*batch.new, *batch.changed, *batch.removed))
        except BaseException:
            self._forget()
            raise

    def take_in(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Write, in one transaction, what the record does not cover yet of `spans`; that is what it returns.

        They come from elsewhere, are in order and do not overlap. What is recorded already holds.
        """
        return self.revise(lambda connection: self.fill(connection, spans)) if spans else ()

    def fill(self, connection: Connection, spans: Sequence[Span]) -> tuple[Span, ...]:
        """`take_in` as one part of what `revise` runs; there is at least one of them."""
        self._forget()  # another process may have let go of names since the last time
        free = clip_to_free(spans, _covered(connection, spans[0].start_ms, spans[-1].end_ms))
        if free:
            self._insert_many(connection, free)
            self._hours.mark(connection, free)
        return free

    def revise(self, work: Callable[[Connection], T]) -> T:
        """Run `work`, which may take names out of the record or build totals, in one transaction."""
        try:
            with transaction(self.engine) as connection:
                return work(connection)
        finally:
            self._forget()

    def _forget(self) -> None:
        """What is remembered of the record may hold no more."""
        self._names.forget()
        self._hours.forget()

    def begin(self, wall_ms: int) -> "Resumed":
        """Recording starts at about `wall_ms`: where it goes on, and how the last one ended."""
        with transaction(self.engine) as connection:
            ahead_until_ms = int(read_fact(connection, AHEAD_UNTIL) or 0)
            is_ahead = ahead_until_ms > wall_ms
            spans = _latest.where(span.c.start_ms <= wall_ms) if is_ahead else _latest
            gaps = select(func.max(gap.c.end_ms))
            last = connection.execute(spans).one_or_none()
            last_gap = connection.execute(gaps.where(gap.c.end_ms <= wall_ms) if is_ahead else gaps).scalar()
            was_clean = read_fact(connection, CLEAN_STOP) is not None
            write_fact(connection, CLEAN_STOP, None)
        ended_ms = last.start_ms + last.observed_ms if last is not None else 0
        return Resumed(
            until_ms=max(ended_ms, last_gap or 0),
            was_clean=was_clean,
            taken=self._taken(wall_ms, ahead_until_ms) if is_ahead else (),
        )

    def end(self) -> None:
        """Note an orderly stop, and hand the write-ahead log back to the file."""
        with transaction(self.engine) as connection:
            write_fact(connection, CLEAN_STOP, "1")
        self.engine.dispose()

    def go_back(self, to_ms: int, from_ms: int) -> tuple[tuple[int, int], ...]:
        """The clock had been wrong and the record goes back; what is recorded already in between, in order.

        Remembered, so that a restart in between does not take the wrong time for the end of the record.
        """
        with transaction(self.engine) as connection:
            write_fact(connection, AHEAD_UNTIL, str(from_ms))
        return self._taken(to_ms, from_ms)

    def _taken(self, start_ms: int, end_ms: int) -> tuple[tuple[int, int], ...]:
        with transaction(self.engine) as connection:
            found = _covered(connection, start_ms, end_ms)
        return tuple((max(start, start_ms), min(end, end_ms)) for start, end in found)

    def _insert_many(self, connection: Connection, spans: Sequence[Span]) -> None:
        """Thousands at once: SQLAlchemy's own work on each row, and asking for the id of each context, cost more."""
        names = self._names
        names.add_contexts(connection, (of.context for of in spans))
        apps = {app: names.app_id(connection, app) for app in {of.context.app for of in spans}}
        sources = {source: names.source_id(connection, source) for source in {of.source for of in spans}}
        cases = {case: names.case_id(connection, case) for case in {of.case for of in spans}}
        rows = [
            (
                of.start_ms,
                of.observed_ms,
                apps[of.context.app],
                of.context.title,
                STATE_NUMBERS[of.state],
                of.off_min,
                sources[of.source],
                cases[of.case],
            )
            for of in spans
        ]
        connection.exec_driver_sql(_INSERT_MANY, rows)

    def _row(self, connection: Connection, of: Span) -> tuple[int | None, ...]:
        return (
            of.start_ms,
            of.observed_ms,
            self._names.ctx_id(connection, of.context),
            STATE_NUMBERS[of.state],
            of.off_min,
            self._names.source_id(connection, of.source),
            self._names.case_id(connection, of.case),
            of.input.total,
            of.input.injected,
        )

    def _key(self, connection: Connection, of: Span) -> tuple[int, int]:
        return of.start_ms, self._names.ctx_id(connection, of.context)


def _changeable(of: Span) -> tuple[int, ...]:
    """What may still change of a span that was stored."""
    return of.observed_ms, STATE_NUMBERS[of.state], of.input.total, of.input.injected


def remove_recorded(connection: Connection, of: Days) -> int:
    """Take out the spans and gaps of these days, and cut what reaches across their ends; how many spans went."""
    off_ms = span.c.off_min * MS_PER_MIN
    begins, ends = span.c.start_ms + off_ms, span.c.start_ms + span.c.observed_ms + off_ms
    inside = begins >= of.since.local_ms, begins < of.before.local_ms
    kept_ms = ends - of.before.local_ms
    late = update(span).where(*inside, kept_ms > 0)
    connection.execute(late.values(start_ms=of.before.local_ms - off_ms, observed_ms=kept_ms))
    removed = connection.execute(delete(span).where(*inside)).rowcount
    begins_earlier = span.c.start_ms < of.since.local_ms + MS_PER_DAY, begins < of.since.local_ms
    early = update(span).where(*begins_earlier, ends > of.since.local_ms)
    connection.execute(early.values(observed_ms=of.since.local_ms - begins))
    take_out(connection, gap, of.since.utc_ms, of.before.utc_ms)
    return removed


def remove_filled(connection: Connection, of: str, start_ms: int, end_ms: int) -> None:
    """Take out the spans inside [start, end) that `fill` wrote from this source."""
    inside = span.c.start_ms >= start_ms, span.c.start_ms + span.c.observed_ms <= end_ms
    own = span.c.source_id == select(source.c.source_id).where(source.c.name == of).scalar_subquery()
    connection.execute(delete(span).where(*inside, own))


def show_otherwise(
    connection: Connection, by_context: Mapping[int, Shown], reached: Callable[[float], None]
) -> tuple[int, set[Hour]]:
    """Let the spans of these contexts show what `by_context` says; (how many there were, the hours they touch)."""
    last_ms = connection.execute(select(func.max(span.c.start_ms))).scalar() or 1
    changed, touched, after_ms = 0, set[Hour](), -1
    while rows := connection.execute(_next_spans, {"after_ms": after_ms, "at_once": SHOWN_AT_ONCE}).all():
        after_ms = rows[-1].start_ms
        found = [row for row in rows if row.ctx_id in by_context]
        if found:
            connection.execute(_show, [_shown(row, by_context[row.ctx_id]) for row in found])
            touched |= DirtyHours().mark(connection, map(_stretch, found))
            changed += len(found)
        reached(after_ms / last_ms)
    connection.execute(_count_nothing)
    return changed, touched


def _shown(row: Row[*tuple[Any, ...]], new: Shown) -> dict[str, int | None]:
    return {
        "of_start": row.start_ms,
        "new_ctx": new.ctx_id,
        "new_state": STATE_NUMBERS[State.PRIVATE] if new.private else row.state,
        "new_case": None if new.private else row.case_id or new.case_id,
    }


def _stretch(row: Row[*tuple[Any, ...]]) -> Span:
    """A span of which only the time counts."""
    return Span(
        start_ms=row.start_ms,
        observed_ms=row.observed_ms,
        context=NOTHING_SHOWN,
        state=State.ACTIVE,
        off_min=row.off_min,
    )


def _covered(connection: Connection, start_ms: int, end_ms: int) -> list[tuple[int, int]]:
    """The stretches of spans that touch [start, end), in order."""
    ends = span.c.start_ms + span.c.observed_ms
    near = span.c.start_ms >= start_ms - LONGEST_SPAN_MS, span.c.start_ms < end_ms
    found = select(span.c.start_ms, ends).where(*near, ends > start_ms).order_by(span.c.start_ms)
    return [(start, end) for start, end in connection.execute(found)]
