"""What people said that stretches really were: adds to it, and undoes it; never judges a span and never changes one."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from core.category import Category
from core.clock import local_time
from core.errors import UserError
from core.explanation import Answer
from core.judge import Correction
from core.period import DayStarts, OffsetAt
from core.span import NOTHING_SHOWN, Span, State, part
from storage.boundary import boundary_of
from storage.dictionary import STATES, add_category
from storage.dirty_hours import DirtyHours
from storage.meta import read_day_starts, read_raw_from
from storage.schema import LONGEST_SPAN_MS, category, correction, explanation, span

_listed = (
    select(correction, category.c.path, explanation.c.answer)
    .join(category, correction.c.cat_id == category.c.cat_id)
    .outerjoin(explanation, explanation.c.correction_id == correction.c.id)
    .where(correction.c.start_ms < bindparam("end_ms"), correction.c.end_ms > bindparam("from_ms"))
    .order_by(correction.c.start_ms, correction.c.id)
)
_one = (
    select(correction, category.c.path, explanation.c.answer)
    .join(category, correction.c.cat_id == category.c.cat_id)
    .outerjoin(explanation, explanation.c.correction_id == correction.c.id)
    .where(correction.c.id == bindparam("of_id"))
)
_undo = update(correction).where(correction.c.id == bindparam("of_id")).values(undone_at_ms=bindparam("new_undone"))
_near = (
    select(span.c.start_ms, span.c.observed_ms, span.c.state, span.c.off_min)
    .where(span.c.start_ms >= bindparam("near_ms"), span.c.start_ms < bindparam("end_ms"))
    .order_by(span.c.start_ms)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCorrection:
    """A correction as the record keeps it, in force or undone."""

    id: int
    said: Correction
    undone_at_ms: int | None
    """UTC epoch ms; None where it holds."""


def add_correction(connection: Connection, said: Correction, offset_at: OffsetAt) -> tuple[int, int]:
    """Let `said` hold from now on; (its id, how many recorded milliseconds it is about).

    Raises UserError where it says nothing: about no time, time to come, time that only totals are kept of, or time
    in which nothing was recorded but what is private.
    """
    demand_sayable(connection, said.start_ms, said.end_ms, said.at_ms, offset_at)
    touched = _mark(connection, said.start_ms, said.end_ms)
    about_ms = sum(of.observed_ms for of in touched if of.state is not State.PRIVATE)
    if not about_ms:
        raise UserError(
            f"Nothing was recorded {_between(said.start_ms, said.end_ms)} that could be corrected",
            "see `engineroom timeline`; private time stays private",
        )
    added = insert(correction).values(
        start_ms=said.start_ms,
        end_ms=said.end_ms,
        cat_id=add_category(connection, said.category),
        who=said.who,
        at_ms=said.at_ms,
        why=said.why,
    )
    number: int = connection.execute(added.returning(correction.c.id)).scalar_one()
    return number, about_ms


def undo_correction(connection: Connection, number: int, at_ms: int) -> RecordedCorrection:
    """Let a correction hold no more; it stays in the record as undone. Raises UserError where it does not hold."""
    found = connection.execute(_one, {"of_id": number}).one_or_none()
    if found is None:
        raise UserError(f"There is no correction {number}", "see `engineroom corrections`")
    if found.undone_at_ms is not None:
        raise UserError(
            f"Correction {number} was undone already, {local_time(found.undone_at_ms):%Y-%m-%d %H:%M}",
            "make a new one if it should hold",
        )
    connection.execute(_undo, {"of_id": number, "new_undone": at_ms})
    _mark(connection, found.start_ms, found.end_ms)
    return replace(_recorded(found), undone_at_ms=at_ms)


def recorded_corrections(connection: Connection, start_ms: int, end_ms: int) -> tuple[RecordedCorrection, ...]:
    """Every correction that touches [start, end), in force or undone, in the order of the time that they are about."""
    return tuple(map(_recorded, connection.execute(_listed, {"from_ms": start_ms, "end_ms": end_ms})))


def _recorded(row: Row[Any]) -> RecordedCorrection:
    said = Correction(
        start_ms=row.start_ms,
        end_ms=row.end_ms,
        category=Category(row.path),
        who=row.who,
        at_ms=row.at_ms,
        why=row.why,
        answer=None if row.answer is None else Answer(row.answer),
    )
    return RecordedCorrection(id=row.id, said=said, undone_at_ms=row.undone_at_ms)


def demand_sayable(connection: Connection, start_ms: int, end_ms: int, at_ms: int, offset_at: OffsetAt) -> None:
    """Raise UserError where nothing can be said of [start, end): no time, time to come, or only totals are kept."""
    between = _between(start_ms, end_ms)
    if start_ms >= end_ms:
        happened = "ends when it begins" if start_ms == end_ms else "ends before it begins"
        raise UserError(f"The stretch {between} {happened}", "give the earlier moment first")
    if end_ms > at_ms:
        raise UserError(f"The stretch {between} is not over", "say what was, up to now")
    _demand_kept(connection, start_ms, offset_at)


def _demand_kept(connection: Connection, start_ms: int, offset_at: OffsetAt) -> None:
    raw_from = read_raw_from(connection)
    if raw_from == date.min:
        return
    starts = read_day_starts(connection) or DayStarts()
    if start_ms < boundary_of(raw_from, starts, offset_at).utc_ms:
        raise UserError(f"Only totals are kept before {raw_from}", f"say what was from {raw_from} on")


def _mark(connection: Connection, start_ms: int, end_ms: int) -> list[Span]:
    """Have the hours of what was recorded in [start, end) counted again; what that is, without its contexts."""
    near = connection.execute(_near, {"near_ms": start_ms - LONGEST_SPAN_MS, "end_ms": end_ms})
    recorded = (
        Span(start_ms=at_ms, observed_ms=observed_ms, context=NOTHING_SHOWN, state=STATES[state], off_min=off_min)
        for at_ms, observed_ms, state, off_min in near
    )
    touched = [cut for of in recorded if (cut := part(of, start_ms, end_ms)) is not None]
    DirtyHours().mark(connection, touched)
    return touched


def _between(start_ms: int, end_ms: int) -> str:
    start, end = local_time(start_ms), local_time(end_ms)
    until = f"{end:%H:%M:%S}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M:%S}"
    return f"from {start:%Y-%m-%d %H:%M:%S} to {until}"
