"""Reads spans in bulk, each of their contexts made once; never writes and never judges."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter

from sqlalchemy import Connection, bindparam, func, select

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.period import DayStarts, runs_of
from core.span import Context, Span
from storage.dictionary import STATES
from storage.driver import rows_of
from storage.schema import case_token, source

_start_ms, _end_ms = attrgetter("start_ms"), attrgetter("end_ms")
DAYS_AT_ONCE = 7
"""As spans are found by UTC, every reading is one of a day and a quarter more."""
_WIDEST_OFFSET_MS = 15 * MS_PER_HOUR
"""No zone is further from UTC."""

_TOUCHING = """
FROM span
WHERE start_ms BETWEEN coalesce((SELECT max(start_ms) FROM span WHERE start_ms < :from_ms), 0) AND :until_ms
AND start_ms + off_min * 60000 < :local_end_ms
AND start_ms + off_min * 60000 + observed_ms > :local_start_ms
ORDER BY start_ms
"""
_SPANS = f"SELECT start_ms, observed_ms, ctx_id, state, off_min {_TOUCHING}"
_NOTED_SPANS = f"SELECT start_ms, observed_ms, ctx_id, state, off_min, source_id, case_id {_TOUCHING}"
_HAS_NOTES = "SELECT EXISTS (SELECT 1 FROM source) OR EXISTS (SELECT 1 FROM case_token)"
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
        between = {
            "from_ms": local_start_ms - _WIDEST_OFFSET_MS,
            "until_ms": local_end_ms + _WIDEST_OFFSET_MS,
            "local_start_ms": local_start_ms,
            "local_end_ms": local_end_ms,
        }
        return self._noted(between) if self._has_notes else self._plain(between)

    def _plain(self, between: Mapping[str, int]) -> tuple[Span, ...]:
        """Of a record without imports and cases, which most are: a fifth less to read and to make."""
        rows = rows_of(self._connection, _SPANS, between)
        self._learn_contexts({row[2] for row in rows})
        contexts = self._contexts
        return tuple(
            Span(
                start_ms=start_ms,
                observed_ms=observed_ms,
                context=contexts[ctx_id],
                state=STATES[state],
                off_min=off_min,
            )
            for start_ms, observed_ms, ctx_id, state, off_min in rows
        )

    def _noted(self, between: Mapping[str, int]) -> tuple[Span, ...]:
        """With the source and the case of each."""
        rows = rows_of(self._connection, _NOTED_SPANS, between)
        self._learn_contexts({row[2] for row in rows})
        self._learn_notes({row[6] for row in rows})
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

    @cached_property
    def _has_notes(self) -> bool:
        """Whether any span of this record may have a source or a case."""
        return bool(rows_of(self._connection, _HAS_NOTES)[0][0])

    def by_day(self, days: Collection[date], starts: DayStarts) -> Iterator[tuple[date, tuple[Span, ...]]]:
        """Every span that touches one of these local days, day by day; read a week at a time."""
        for run in runs_of(days, DAYS_AT_ONCE):
            spans = self.of_local(starts.local_start_ms(run.first), starts.local_end_ms(run.last))
            touching = _at_one_offset if len({span.off_min for span in spans}) < 2 else _by_their_offsets
            for day in run.days():
                yield day, touching(spans, starts.local_start_ms(day), starts.local_end_ms(day))

    def _learn_contexts(self, ctx_ids: set[int]) -> None:
        new = ctx_ids.difference(self._contexts)
        if new:
            found = rows_of(self._connection, _CONTEXTS, (json.dumps(list(new)),))
            self._contexts |= {ctx_id: Context(name, title) for ctx_id, name, title in found}

    def _learn_notes(self, case_ids: set[int | None]) -> None:
        new = case_ids.difference(self._cases)
        if new:
            tokens = self._connection.execute(_cases, {"ids": json.dumps(list(new))})
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
