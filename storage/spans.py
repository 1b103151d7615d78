"""Reads spans in bulk, each of their contexts made once; never writes and never judges."""

import json
import sqlite3
from collections.abc import Mapping
from typing import cast

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.exc import DatabaseError

from core.clock import MS_PER_HOUR
from core.span import Context, Span
from storage.dictionary import STATES
from storage.schema import app, case_token, context, source

_Row = tuple[int, int, int, int, int, int | None, int | None]
_WIDEST_OFFSET_MS = 15 * MS_PER_HOUR
"""No zone is further from UTC."""

_SPANS = """
SELECT start_ms, observed_ms, ctx_id, state, off_min, source_id, case_id FROM span
WHERE start_ms BETWEEN :from_ms AND :until_ms
AND start_ms + off_min * 60000 < :local_end_ms
AND start_ms + off_min * 60000 + observed_ms > :local_start_ms
ORDER BY start_ms
"""
_contexts = (
    select(context.c.ctx_id, app.c.name, context.c.title)
    .select_from(context.join(app))
    .where(context.c.ctx_id.in_(select(func.json_each(bindparam("ids")).table_valued("value").c.value)))
)
_sources = select(source.c.source_id, source.c.name)
_cases = select(case_token.c.case_id, case_token.c.token).where(
    case_token.c.case_id.in_(select(func.json_each(bindparam("ids")).table_valued("value").c.value))
)


class SpanReader:
    """Spans as one transaction sees them; remembers the names that it has read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._contexts: dict[int, Context] = {}
        self._sources: dict[int | None, str | None] = {}
        self._cases: dict[int | None, str | None] = {None: None}

    def of_local(self, local_start_ms: int, local_end_ms: int) -> tuple[Span, ...]:
        """Every span that touches a stretch of local time, by the offset that each was seen with, by start."""
        rows = self._rows(
            {
                "from_ms": local_start_ms - 3 * _WIDEST_OFFSET_MS,
                "until_ms": local_end_ms + _WIDEST_OFFSET_MS,
                "local_start_ms": local_start_ms,
                "local_end_ms": local_end_ms,
            }
        )
        self._learn({row[2] for row in rows}, {row[6] for row in rows})
        contexts, sources, cases = self._contexts, self._sources, self._cases
        return tuple(
            Span(
                start_ms=start_ms,
                observed_ms=observed_ms,
                context=contexts[ctx_id],
                state=STATES[state],
                off_min=off_min,
                source=sources[source_id],
                case=cases[case_id],
            )
            for start_ms, observed_ms, ctx_id, state, off_min, source_id, case_id in rows
        )

    def _rows(self, between: Mapping[str, int]) -> list[_Row]:
        """From the driver itself: a year has 600,000 of them, and SQLAlchemy's own rows cost twice as much."""
        driver = self._connection.connection.driver_connection
        try:
            rows: list[_Row] = cast("sqlite3.Connection", driver).execute(_SPANS, between).fetchall()
        except sqlite3.Error as error:
            raise DatabaseError(_SPANS, None, error) from error
        return rows

    def _learn(self, ctx_ids: set[int], case_ids: set[int | None]) -> None:
        """Read the names that these contexts and their spans need."""
        new = ctx_ids.difference(self._contexts)
        if new:
            found = self._connection.execute(_contexts, {"ids": json.dumps(list(new))})
            self._contexts |= {ctx_id: Context(name, title) for ctx_id, name, title in found}
        new_cases = case_ids.difference(self._cases)
        if new_cases:
            tokens = self._connection.execute(_cases, {"ids": json.dumps(list(new_cases))})
            self._cases |= {row.case_id: row.token for row in tokens}
        if not self._sources:
            named = self._connection.execute(_sources)
            self._sources = {None: None} | {row.source_id: row.name for row in named}
