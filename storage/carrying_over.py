"""Carries what a wreck still holds over into the record that takes its place; what that holds already, holds."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Engine, Integer, Table, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from core.clock import MS_PER_DAY, offset_min
from core.period import EPOCH
from core.span import Span
from storage.engine import transaction
from storage.erasing import erase_again, erasures_of_text
from storage.meta import (
    AHEAD_UNTIL,
    DAY_STARTS,
    ERASURES,
    LOSSES,
    MODE,
    RAW_FROM,
    Facts,
    first_raw_hour,
    read_raw_from,
    write_fact,
)
from storage.reading import Reader
from storage.record import Batch, Record
from storage.removal import remove_unused_names
from storage.rollups import LONGEST_LOOK_BACK_MS
from storage.schema import (
    app,
    category,
    correction,
    explanation,
    notice_receipt,
    roll_day,
    roll_day_app,
    roll_day_category,
    roll_hour,
    span,
)
from storage.stored_days import sum_by_category
from storage.wreck import Row, Wreck

AT_ONCE = 5000
FAR_MS = 1 << 50
T = TypeVar("T")
_FACTS: Mapping[str, Callable[[str], object]] = {
    DAY_STARTS: json.loads,
    MODE: json.loads,
    LOSSES: json.loads,
    RAW_FROM: date.fromisoformat,
    AHEAD_UNTIL: int,
}
"""The facts that a new record needs, and how one is read that is not garbled."""


def carry_over(wreck: Wreck, engine: Engine, record: Record) -> tuple[int, int]:
    """Read `wreck` into `record`, which is written through `engine`.

    (How many spans that brought, until when nothing is missing: UTC epoch ms.)
    """
    kept_until_ms = recorded_until(engine)
    facts = wreck.facts()
    with transaction(engine) as connection:
        _carry_facts(connection, facts, (DAY_STARTS,))
        if ERASURES in facts and _parses(facts[ERASURES], erasures_of_text):  # the wreck has forgotten it already
            erase_again(connection, erasures_of_text(facts[ERASURES]), offset_min)
        _carry_facts(connection, facts, _FACTS)
        for table in (app, category, correction, explanation, notice_receipt):
            _carry_rows(connection, table, wreck.rows(table.name, _columns(table)))
        _carry_totals(connection, wreck)
    saved = _carry_spans(wreck, engine, record, kept_until_ms)
    for gaps in _chunks(wreck.gaps()):
        record.write(Batch(gaps=gaps))
    with transaction(engine) as connection:
        remove_unused_names(connection)
    holes = [max(begins_ms, kept_until_ms) for begins_ms, ends_ms in wreck.holes if ends_ms > kept_until_ms]
    return saved, min(holes, default=recorded_until(engine))


def recorded_until(engine: Engine) -> int:
    """Where the last span of the record ends, UTC epoch ms; 0 where there is none."""
    with transaction(engine) as connection:
        return connection.execute(select(func.max(span.c.start_ms + span.c.observed_ms))).scalar() or 0


def _carry_facts(connection: Connection, facts: Facts, names: Iterable[str]) -> None:
    for name in names:
        if name in facts and _parses(facts[name], _FACTS[name]):
            write_fact(connection, name, facts[name])


def _carry_spans(wreck: Wreck, engine: Engine, record: Record, kept_until_ms: int) -> int:
    """The end of a backup may have turned out otherwise later: where the wreck can tell, it is believed."""
    unsettled = _spans_after(engine, kept_until_ms - LONGEST_LOOK_BACK_MS)
    if unsettled and _can_tell(wreck, unsettled[0].start_ms, kept_until_ms):
        record.write(Batch(removed=unsettled))
    else:
        unsettled = ()
    return sum(len(record.take_in(spans)) for spans in _chunks(wreck.spans())) - len(unsettled)


def _can_tell(wreck: Wreck, start_ms: int, end_ms: int) -> bool:
    """Whether every span of [start, end) can be read."""
    for of in wreck.spans(start_ms):
        if of.start_ms >= end_ms:
            break
    is_whole = not wreck.holes
    wreck.holes.clear()
    return is_whole


def _spans_after(engine: Engine, ms: int) -> tuple[Span, ...]:
    with transaction(engine) as connection:
        found = Reader(connection).spans_of_local(ms - MS_PER_DAY, FAR_MS)
    return tuple(of for of in found if of.end_ms > ms)


def _carry_totals(connection: Connection, wreck: Wreck) -> None:
    """The totals of days whose spans are gone for long; of a day, those of one file alone."""
    first_hour, first_day = first_raw_hour(connection), (read_raw_from(connection) - EPOCH).days
    for table, first in ((roll_hour, first_hour), (roll_day, first_day)):
        rows = wreck.rows(table.name, _columns(table))
        _carry_rows(connection, table, (row for row in rows if row[0] < first))
    for table in (roll_day_app, roll_day_category):
        place = _columns(table).index("observed_ms")
        rows = wreck.rows(table.name, _columns(table))
        held = [row for row in rows if row[0] < first_day and _can_be(row[place])]
        for day in {row[0] for row in held}:
            connection.execute(delete(table).where(table.c.day == day))
        _carry_rows(connection, table, held)
    sum_by_category(connection, before_day=first_day)


def _can_be(observed_ms: object) -> bool:
    """Whether so much of one kind fits into a day; a page that parses by chance says anything."""
    return isinstance(observed_ms, int) and 0 <= observed_ms <= 2 * MS_PER_DAY


def _carry_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Write rows over those with the same key; what a page that parses by chance made up is left out."""
    add = insert(table)
    keys = [column.name for column in table.primary_key]
    others = {column.name: add.excluded[column.name] for column in table.columns if column.name not in keys}
    statement = add.on_conflict_do_update(index_elements=keys, set_=others)
    for row in rows:
        if all(_fits(column, value) for column, value in zip(table.columns, row, strict=True)):
            with suppress(IntegrityError), connection.begin_nested():
                connection.execute(statement, dict(zip(_columns(table), row, strict=True)))


def _fits(column: Column[Any], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    return isinstance(value, int if isinstance(column.type, Integer) else str)


def _columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)


def _parses(text: object, parse: Callable[[str], object]) -> bool:
    try:
        parse(str(text))
    except (ValueError, KeyError, TypeError):
        return False
    return True


def _chunks(rows: Iterator[T]) -> Iterator[tuple[T, ...]]:
    while chunk := tuple(islice(rows, AT_ONCE)):
        yield chunk
