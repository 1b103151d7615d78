"""Reads spans in bulk, each of their contexts made once; never writes and never judges."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from datetime import date
from operator import attrgetter

from sqlalchemy import Connection, bindparam, func, select

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.period import DayStarts, runs_of
from core.span import Context, Span
from storage.dictionary import STATES
from storage.driver import rows_of
from storage.schema import case_token, source

_Row = tuple[int, int, int, int, int, int | None, int | None]
_start_ms, _end_ms = attrgetter("start_ms"), attrgetter("end_ms")
DAYS_AT_ONCE = 7
"""As spans are found by UTC, every reading is one of a day and a quarter more."""
_WIDEST_OFFSET_MS = 15 * MS_PER_HOUR
"""No zone is further from UTC."""

_SPANS = """
SELECT start_ms, observed_ms, ctx_id, state, off_min, source_id, case_id FROM span
WHERE start_ms BETWEEN coalesce((SELECT max(start_ms) FROM span WHERE start_ms < :from_ms), 0) AND :until_ms
AND start_ms + off_min * 60000 < :local_end_ms
AND start_ms + off_min * 60000 + observed_ms > :local_start_ms
ORDER BY start_ms
"""
_CONTEXTS = """
SELECT ctx_id, app.name, title FROM context JOIN app USING (app_id) WHERE ctx_id IN (SELECT value FROM json_each(?))
"""
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
        rows: list[_Row] = rows_of(
            self._connection,
            _SPANS,
            {
                "from_ms": local_start_ms - _WIDEST_OFFSET_MS,
                "until_ms": local_end_ms + _WIDEST_OFFSET_MS,
                "local_start_ms": local_start_ms,
                "local_end_ms": local_end_ms,
            },
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

    def by_day(self, days: Collection[date], starts: DayStarts) -> Iterator[tuple[date, tuple[Span, ...]]]:
        """Every span that touches one of these local days, day by day; read a week at a time."""
        for run in runs_of(days, DAYS_AT_ONCE):
            spans = self.of_local(starts.local_start_ms(run.first), starts.local_end_ms(run.last))
            touching = _at_one_offset if len({span.off_min for span in spans}) < 2 else _by_their_offsets
            for day in run.days():
                yield day, touching(spans, starts.local_start_ms(day), starts.local_end_ms(day))

    def _learn(self, ctx_ids: set[int], case_ids: set[int | None]) -> None:
        """Read the names that these contexts and their spans need."""
        new = ctx_ids.difference(self._contexts)
        if new:
            found = rows_of(self._connection, _CONTEXTS, (json.dumps(list(new)),))
            self._contexts |= {ctx_id: Context(name, title) for ctx_id, name, title in found}
        new_cases = case_ids.difference(self._cases)
        if new_cases:
            tokens = self._connection.execute(_cases, {"ids": json.dumps(list(new_cases))})
            self._cases |= {row.case_id: row.token for row in tokens}
        if not self._sources:
            named = self._connection.execute(_sources)
            self._sources = {None: None} | {row.source_id: row.name for row in named}


def _by_their_offsets(spans: tuple[Span, ...], local_start_ms: int, local_end_ms: int) -> tuple[Span, ...]:
    """Those that touch a stretch of local time."""
    local = ((span, span.start_ms + span.off_min * MS_PER_MIN) for span in spans)
    return tuple(of for of, at_ms in local if at_ms < local_end_ms and at_ms + of.observed_ms > local_start_ms)


def _at_one_offset(spans: tuple[Span, ...], local_start_ms: int, local_end_ms: int) -> tuple[Span, ...]:
    """The same where all were seen with the same offset: they are in order, and follow one another."""
    off_ms = spans[0].off_min * MS_PER_MIN if spans else 0
    first = bisect_right(spans, local_start_ms - off_ms, key=_end_ms)
    return spans[first : bisect_left(spans, local_end_ms - off_ms, key=_start_ms)]
