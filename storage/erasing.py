"""Erases what a person wants gone, and remembers that it was; never decides whether they may."""

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from core.errors import MachineError
from core.period import DayStarts, OffsetAt
from storage.boundary import Days, boundary_of
from storage.engine import guarded, without_transactions
from storage.meta import AHEAD_UNTIL, ERASURES, LOSSES, read_day_starts, read_fact, write_fact
from storage.record import remove_recorded
from storage.removal import remove_statements, remove_totals, remove_unused_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One time that something was erased; the mark of it stays in the record."""

    before: date | None
    """The first local day that was kept behind what went; None where everything to the end went."""
    since: date | None = None
    """The first local day that went; None where everything from the beginning did."""
    at_ms: int
    """UTC epoch ms."""

    @property
    def is_everything(self) -> bool:
        return self.since is None and self.before is None


def erase(connection: Connection, erasure: Erasure, offset_at: OffsetAt) -> int:
    """Take everything out that lies in the erasure's days, and leave its mark; how many spans went.

    The bytes are gone only after `scrub`.
    """
    starts = read_day_starts(connection) or DayStarts()
    days = Days()
    if erasure.before is not None:
        days = replace(days, before=boundary_of(erasure.before, starts, offset_at))
    if erasure.since is not None:
        days = replace(days, since=boundary_of(erasure.since, starts, offset_at))
    removed = remove_recorded(connection, days)
    remove_statements(connection, days)
    remove_totals(connection, days)
    remove_unused_names(connection)
    if erasure.is_everything:
        for fact in (AHEAD_UNTIL, LOSSES):
            write_fact(connection, fact, None)
    _write(connection, (*erasures(connection), erasure))
    return removed


def erase_again(connection: Connection, known: tuple[Erasure, ...], offset_at: OffsetAt) -> None:
    """Erase from an older copy what was erased since it was made."""
    own = erasures(connection)
    for erasure in known:
        if erasure not in own:
            erase(connection, erasure, offset_at)


def erasures(connection: Connection) -> tuple[Erasure, ...]:
    """The marks in this record, the oldest first."""
    return erasures_of_text(read_fact(connection, ERASURES))


def erasures_of_text(text: str | None) -> tuple[Erasure, ...]:
    """The marks that a record holds as text."""
    return tuple(
        Erasure(before=_day(row["before"]), since=_day(row.get("since")), at_ms=row["at_ms"])
        for row in json.loads(text or "[]")
    )


def scrub(file: Path) -> None:
    """Leave no byte in the record and its logs of what is no longer in its tables.

    Raises MachineError where the disk refuses, or where a log cannot be emptied because somebody reads it.
    """

    def rewrite() -> bool:
        with without_transactions(file) as connection:
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE name GLOB 'sqlite_stat*'"
            ).fetchall():
                connection.execute(f"DELETE FROM {name}")  # noqa: S608 - SQLite's own tables, which may hold samples
            connection.execute("VACUUM")
            return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])

    if guarded(file, rewrite):
        raise MachineError(
            "It is out of the record, but its traces could not be removed: something still reads the record",
            "close Engineroom's windows, then do it again",
        )


def _write(connection: Connection, known: tuple[Erasure, ...]) -> None:
    rows = [{"before": _iso(one.before), "since": _iso(one.since), "at_ms": one.at_ms} for one in known]
    write_fact(connection, ERASURES, json.dumps(rows))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
