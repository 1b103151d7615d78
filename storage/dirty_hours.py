"""Marks the hours whose stored totals are behind their spans; never builds a total."""

from collections.abc import Iterable

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as insert_or

from core.rollup import Hour, hours_of
from core.span import Span
from storage.meta import first_raw_hour
from storage.schema import hour_dirty

_mark_hour = insert_or(hour_dirty).on_conflict_do_nothing()


class DirtyHours:
    """Remembers what it has marked, so that most saves need not mark again: `forget` whenever totals were built."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._marked: set[Hour] = set()
        self._first_raw: int | None = None

    def mark(self, connection: Connection, spans: Iterable[Span]) -> set[Hour]:
        """Every hour of these spans is read live until its total is built again; which ones they are.

        Hours that only totals are kept of stay as they are.
        """
        if self._first_raw is None:
            self._first_raw = first_raw_hour(connection)
        touched = {hour for of in spans for hour in hours_of(of) if hour.number >= self._first_raw}
        new = touched - self._marked
        if new:
            connection.execute(_mark_hour, [{"hour": hour.number, "off_min": hour.off_min} for hour in new])
            self._marked |= new
        return touched
