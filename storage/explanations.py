"""What people said of time in which nobody was seen: adds to it, and takes it back; never touches what was recorded."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, Row, bindparam, insert, select, update

from core.category import Category
from core.clock import MS_PER_MIN, local_time
from core.errors import UserError
from core.explanation import ENTERED, Answer, Explanation
from core.judge import Correction
from core.period import DayStarts, OffsetAt
from core.span import ATTENDED, NOTHING_SHOWN, Span, State
from storage.corrections import RecordedCorrection, add_correction, demand_sayable, undo_correction
from storage.dictionary import STATE_NUMBERS
from storage.meta import read_day_starts
from storage.record import Record, remove_filled
from storage.schema import LONGEST_SPAN_MS, category, correction, explanation, source, span

SHORTEST_MS = MS_PER_MIN
"""Nobody says what shorter absences between two things were."""
Stretch = tuple[int, int]
_columns = (
    select(explanation, category.c.path, correction.c.why)
    .outerjoin(correction, explanation.c.correction_id == correction.c.id)
    .outerjoin(category, correction.c.cat_id == category.c.cat_id)
)
_listed = _columns.where(
    explanation.c.start_ms < bindparam("end_ms"),
    explanation.c.end_ms > bindparam("from_ms"),
    explanation.c.undone_at_ms.is_(None),
).order_by(explanation.c.start_ms, explanation.c.id)
_one = _columns.where(explanation.c.id == bindparam("of_id"))
_of_correction = select(explanation.c.id, explanation.c.start_ms, explanation.c.end_ms).where(
    explanation.c.correction_id == bindparam("of_correction")
)
_undo = update(explanation).where(explanation.c.id == bindparam("of_id")).values(undone_at_ms=bindparam("new_undone"))
_ends = span.c.start_ms + span.c.observed_ms
_seen = (
    select(span.c.start_ms, _ends)
    .outerjoin(source, span.c.source_id == source.c.source_id)
    .where(
        span.c.start_ms >= bindparam("near_ms"),
        span.c.start_ms < bindparam("end_ms"),
        _ends > bindparam("from_ms"),
        span.c.state.in_([STATE_NUMBERS[state] for state in (*ATTENDED, State.PRIVATE)]) | (source.c.name == ENTERED),
    )
    .order_by(span.c.start_ms)
)


@dataclass(frozen=True, slots=True)
class RecordedExplanation:
    """An explanation as the record keeps it."""

    id: int
    said: Explanation
    correction_id: int | None
    """Of the correction that lets its time count; None where it changes nothing."""


def add_explanation(
    record: Record, connection: Connection, said: Explanation, offset_at: OffsetAt
) -> tuple[RecordedExplanation, ...]:
    """Let `said` hold wherever nobody was seen; one for each stretch of that.

    Where nothing was recorded and the time counts as something, it is entered there. Raises UserError where it cannot
    be said: of no time or time to come, of more than a day, or of time in which somebody was seen throughout.
    """
    demand_sayable(connection, said.start_ms, said.end_ms, said.at_ms, offset_at)
    _demand_one_day(connection, said, offset_at)
    unseen = _unseen(connection, said)
    if not unseen:
        raise UserError(
            f"Something was recorded throughout from {_between(said)}",
            "correct it instead: select it in the day, or use `engineroom correct`",
        )
    return tuple(
        _add(record, connection, replace(said, start_ms=start_ms, end_ms=end_ms), offset_at)
        for start_ms, end_ms in unseen
    )


def undo_explanation(connection: Connection, number: int, at_ms: int) -> RecordedExplanation:
    """Let an explanation hold no more, and take out what was entered for it.

    Raises UserError where it does not hold.
    """
    row = connection.execute(_one, {"of_id": number}).one_or_none()
    if row is None or row.undone_at_ms is not None:
        raise UserError(
            f"There is no explanation {number} that holds", "see `engineroom explain` for what was said of a day"
        )
    if row.correction_id is None:
        connection.execute(_undo, {"of_id": number, "new_undone": at_ms})
    else:
        take_back(connection, row.correction_id, at_ms)
    return _recorded(row)


def forget_explanations(connection: Connection, start_ms: int, end_ms: int, at_ms: int) -> int:
    """Let those inside [start, end) hold no more that changed nothing; how many there were."""
    inside = explanation.c.start_ms >= start_ms, explanation.c.end_ms <= end_ms
    plain = explanation.c.correction_id.is_(None), explanation.c.undone_at_ms.is_(None)
    return connection.execute(update(explanation).where(*inside, *plain).values(undone_at_ms=at_ms)).rowcount


def take_back(connection: Connection, correction_id: int, at_ms: int) -> RecordedCorrection:
    """Let a correction hold no more, nor the explanation that it belongs to, if any; see `undo_correction`."""
    undone = undo_correction(connection, correction_id, at_ms)  # marks the hours of what goes
    for row in connection.execute(_of_correction, {"of_correction": correction_id}).all():
        connection.execute(_undo, {"of_id": row.id, "new_undone": at_ms})
        remove_filled(connection, ENTERED, row.start_ms, row.end_ms)
    return undone


def recorded_explanations(connection: Connection, start_ms: int, end_ms: int) -> tuple[RecordedExplanation, ...]:
    """Every explanation in force that touches [start, end), in order."""
    return tuple(map(_recorded, connection.execute(_listed, {"from_ms": start_ms, "end_ms": end_ms})))


def _add(record: Record, connection: Connection, said: Explanation, offset_at: OffsetAt) -> RecordedExplanation:
    """For a stretch in which nobody was seen."""
    correction_id = None
    if said.category is not None:
        record.fill(connection, list(_spans(said, offset_at)))
        correction_id, _about_ms = add_correction(
            connection,
            Correction(
                start_ms=said.start_ms,
                end_ms=said.end_ms,
                category=said.category,
                who=said.who,
                at_ms=said.at_ms,
                why=said.note,
            ),
            offset_at,
        )
    added = insert(explanation).values(
        start_ms=said.start_ms,
        end_ms=said.end_ms,
        answer=said.answer.value,
        correction_id=correction_id,
        who=said.who,
        at_ms=said.at_ms,
    )
    number: int = connection.execute(added.returning(explanation.c.id)).scalar_one()
    return RecordedExplanation(number, said, correction_id)


def _spans(said: Explanation, offset_at: OffsetAt) -> Iterator[Span]:
    """The time of an explanation, cut where clocks are changed.

    Locked: nobody was at the desk, and what lies around it is judged as beside a gap.
    """
    at_ms = said.start_ms
    while at_ms < said.end_ms:
        off_min = offset_at(at_ms)
        until_ms = _change_before(said.end_ms, at_ms, offset_at)
        yield Span(
            start_ms=at_ms,
            observed_ms=until_ms - at_ms,
            context=NOTHING_SHOWN,
            state=State.LOCKED,
            off_min=off_min,
            source=ENTERED,
        )
        at_ms = until_ms


def _change_before(end_ms: int, start_ms: int, offset_at: OffsetAt) -> int:
    """The full minute in (start, end) at which clocks are changed; `end_ms` where they are not."""
    off_min = offset_at(start_ms)
    minutes = range(start_ms - start_ms % MS_PER_MIN + MS_PER_MIN, end_ms, MS_PER_MIN)
    changed = bisect_left(minutes, True, key=lambda ms: offset_at(ms) != off_min)
    return minutes[changed] if changed < len(minutes) else end_ms


def _unseen(connection: Connection, said: Explanation) -> list[Stretch]:
    """The stretches of it in which nobody was seen at the desk, nothing is private, and nothing was entered."""
    near_ms = said.start_ms - LONGEST_SPAN_MS
    between = {"near_ms": near_ms, "from_ms": said.start_ms, "end_ms": said.end_ms}
    seen = [(start_ms, end_ms) for start_ms, end_ms in connection.execute(_seen, between)]
    found: list[Stretch] = []
    at_ms = said.start_ms
    for start_ms, end_ms in [*seen, (said.end_ms, said.end_ms)]:
        if start_ms > at_ms:
            found.append((at_ms, start_ms))
        at_ms = max(at_ms, end_ms)
    whole = (said.start_ms, said.end_ms)
    return [one for one in found if one == whole or one[1] - one[0] >= SHORTEST_MS]


def _demand_one_day(connection: Connection, said: Explanation, offset_at: OffsetAt) -> None:
    starts = read_day_starts(connection) or DayStarts()
    first = starts.day_of(said.start_ms, offset_at(said.start_ms))
    if starts.day_of(said.end_ms - 1, offset_at(said.end_ms - 1)) != first:
        raise UserError(
            f"The stretch from {_between(said)} reaches beyond {first}", f"end it before {first + timedelta(days=1)}"
        )


def _between(said: Explanation) -> str:
    start, end = local_time(said.start_ms), local_time(said.end_ms)
    until = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M} to {until}"


def _recorded(row: Row[Any]) -> RecordedExplanation:
    said = Explanation(
        start_ms=row.start_ms,
        end_ms=row.end_ms,
        answer=Answer(row.answer),
        category=None if row.path is None else Category(row.path),
        who=row.who,
        at_ms=row.at_ms,
        note=row.why or "",
    )
    return RecordedExplanation(row.id, said, row.correction_id)
