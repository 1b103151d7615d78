"""Reads what can still be read of a damaged record, around the pages that cannot; never writes and never guesses."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from core.clock import MS_PER_DAY
from core.span import NOTHING_SHOWN, Context, Gap, GapReason, Span
from storage.dictionary import STATES
from storage.health import look_into
from storage.schema import LONGEST_SPAN_MS

Row = tuple[Any, ...]
_LARGEST_KEY = (1 << 63) - 1
LATEST_TIME_MS = 1 << 42
"""In the year 2109: no time is later."""
LONGEST_STEP = MS_PER_DAY
"""A good stretch between holes without end is found if it is longer."""
FINENESS = 64
"""One between two holes is found if it is longer than such a part of the later one."""
LONGEST_ABSENCE = 31 * MS_PER_DAY
"""A key that lies further behind the one before it, at the edge of a hole, may be wrong."""
ROWS_THAT_TELL = 3
"""A page with a hole in it may still give one row away, whose key is wrong."""
_REASONS = frozenset(reason.value for reason in GapReason)


@contextmanager
def wreck_of(file: Path) -> Iterator["Wreck"]:
    """What is left in `file`, which may be anything."""
    connection = look_into(file)
    try:
        yield Wreck(connection)
    finally:
        connection.close()


class Wreck:
    """A database of which some pages are gone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.holes: list[tuple[int, int]] = []
        """Where spans broke off as they were read, and from when on they could be read again.

        Starts of the last ones before and the first ones behind, UTC epoch ms.
        """

    def spans(self, since_ms: int = 0) -> Iterator[Span]:
        """The spans that can be read, in order and without overlap; one whose context is gone keeps its time."""
        columns = "start_ms, observed_ms, state, off_min, ctx_id, source_id, case_id"
        rows = (row for row in self._walk("span", columns, since_ms, self._note_hole) if _is_span(row))
        for start_ms, observed_ms, state, off_min, ctx_id, source_id, case_id in _in_order(rows):
            yield Span(
                start_ms=start_ms,
                observed_ms=observed_ms,
                context=self._contexts.get(ctx_id, NOTHING_SHOWN),
                state=STATES[state],
                off_min=off_min,
                source=self._sources.get(source_id),
                case=self._cases.get(case_id),
            )

    def gaps(self) -> Iterator[Gap]:
        for start_ms, end_ms, why in self._walk("gap", "start_ms, end_ms, why"):
            if why in _REASONS and isinstance(end_ms, int) and end_ms > start_ms:
                yield Gap(start_ms=start_ms, end_ms=end_ms, why=GapReason(why))

    def facts(self) -> dict[str, str]:
        """What it knows about itself; nothing where that page is gone."""
        try:
            return dict(self._connection.execute("SELECT name, value FROM meta").fetchall())
        except sqlite3.DatabaseError:
            return {}

    def rows(self, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
        """What can be read of any other table; the first of `columns` is its key or begins it."""
        return self._walk(table, ", ".join(columns))

    @cached_property
    def _contexts(self) -> dict[int, Context]:
        apps = {app_id: name for app_id, name in self._walk("app", "app_id, name") if isinstance(name, str)}
        rows = self._walk("context", "ctx_id, app_id, title")
        whole = ((ctx_id, app_id, title) for ctx_id, app_id, title in rows if app_id in apps and isinstance(title, str))
        return {ctx_id: Context(apps[app_id], title) for ctx_id, app_id, title in whole}

    @cached_property
    def _sources(self) -> dict[int | None, str]:
        return dict(self._walk("source", "source_id, name"))

    @cached_property
    def _cases(self) -> dict[int | None, str]:
        return dict(self._walk("case_token", "case_id, token"))

    def _note_hole(self, begins: int, ends: int) -> None:
        self.holes.append((begins, ends))

    def _walk(
        self,
        table: str,
        columns: str,
        since: int = 0,
        hole_at: Callable[[int, int], None] = lambda _begins, _ends: None,
    ) -> Iterator[Row]:
        """Rows in the order of their key, from behind each hole on."""
        key = columns.partition(",")[0]
        query = f"SELECT {columns} FROM {table} WHERE {key} >= ? ORDER BY {key}"  # noqa: S608 - names of ours
        wanted: int | None = since
        while wanted is not None:
            before = last = wanted - 1
            try:
                for row in self._connection.execute(query, (wanted,)):
                    if isinstance(row[0], int) and row[0] >= wanted:
                        yield row
                        before, last = last, row[0]
            except sqlite3.DatabaseError:
                withheld = self._rows_at(query, last + 1, 1)  # sqlite3 looks at the next row before it gives one away
                if withheld:
                    yield withheld[0]
                    before, last = last, withheld[0][0]
                trusted = last if last - before < LONGEST_ABSENCE else before
                wanted = self._behind_hole(query, trusted, LONGEST_STEP if key == "start_ms" else _LARGEST_KEY)
                hole_at(max(trusted, since), _LARGEST_KEY if wanted is None else wanted)
            else:
                wanted = None

    def _behind_hole(self, query: str, at: int, longest_step: int) -> int | None:
        """The nearest key from which on rows can be read: any at first, in growing steps, then the way back from it."""
        began, step = at, 1
        while self._rows_at(query, at + step, ROWS_THAT_TELL) is None:
            at += step
            step = 2 * step if at > LATEST_TIME_MS else min(1 + (at - began) // FINENESS, longest_step)
            if at + step > _LARGEST_KEY:
                return None
        nearest = self._edge(query, began, at + step)
        while (met := self._met_on_the_way_back(query, nearest, began)) is not None:
            nearest = self._edge(query, began, met)
        return nearest

    def _edge(self, query: str, at: int, readable: int) -> int:
        """Where a good stretch begins that reaches up to `readable`; nothing can be read at `at`."""
        while readable - at > 1:
            middle = (at + readable) // 2
            if self._rows_at(query, middle, ROWS_THAT_TELL) is None:
                at = middle
            else:
                readable = middle
        return readable

    def _met_on_the_way_back(self, query: str, edge: int, began: int) -> int | None:
        """A key between two holes, of which the later one ends at `edge`; None where there is but one."""
        key = edge - 1
        while (key := key - 1 - (edge - key) // FINENESS) > began:
            if self._rows_at(query, key, ROWS_THAT_TELL) is not None:
                return key
        return None

    def _rows_at(self, query: str, key: int, count: int) -> list[Row] | None:
        """The first rows from `key` on; None where they cannot be read."""
        try:
            return self._connection.execute(f"{query} LIMIT {count}", (key,)).fetchall()
        except sqlite3.DatabaseError:
            return None


def _is_span(row: Row) -> bool:
    """Whether a page that parses by chance does not show: its numbers are some that are ever written."""
    start_ms, observed_ms, state, off_min, *_ = row
    return (
        all(isinstance(value, int) for value in row[:4])
        and start_ms < LATEST_TIME_MS
        and 0 < observed_ms <= LONGEST_SPAN_MS
        and 0 <= state < len(STATES)
        and abs(off_min) < 24 * 60
    )


def _in_order(rows: Iterable[Row]) -> Iterator[Row]:
    """Those that do not overlap; one that begins after the next one is the one with the wrong key."""
    ended_ms, waiting = 0, None
    for row in rows:
        if waiting is not None and row[0] >= waiting[0] + waiting[1]:
            yield waiting
            ended_ms = waiting[0] + waiting[1]
        elif waiting is not None and not ended_ms <= row[0] < waiting[0]:
            continue
        if row[0] >= ended_ms:
            waiting = row
    if waiting is not None:
        yield waiting
