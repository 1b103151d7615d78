"""Says whether a file is a sound record that this Engineroom knows; never writes to it and never mends it."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from storage import migrations
from storage.schema import APPLICATION_ID

_HEAD_BYTES = 100
_MAGIC = b"SQLite format 3\0"
_ID_PLACE = slice(68, 72)


class Ailment(StrEnum):
    """Why a file cannot be written to as it is."""

    MISSING = "missing"
    EMPTY = "empty"
    FOREIGN = "foreign"
    NEWER = "newer"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What ails a file, and how that showed."""

    ailment: Ailment
    reason: str
    """In words that follow `it`, such as `is empty`."""


_FOREIGN = Diagnosis(Ailment.FOREIGN, "is not a record of Engineroom")


def diagnose(file: Path, *, every_page: bool = True) -> Diagnosis | None:
    """What ails `file`, None where it is sound; without `every_page` only what it says about itself is looked at.

    Raises OSError or sqlite3.OperationalError where it cannot be read at all.
    """
    if not file.stat().st_size:  # a valid empty database to SQLite, which would throw its write-ahead log away
        return Diagnosis(Ailment.EMPTY, "is empty")
    journal = file.with_name(f"{file.name}-journal")
    if _size(journal) and not _roll_back(file):
        return _FOREIGN
    try:
        with closing(look_into(file)) as connection:
            return _asked(connection, every_page=every_page)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            return _FOREIGN
        return Diagnosis(Ailment.DAMAGED, f"is damaged ({error})")


def is_older(file: Path) -> bool:
    """Whether a sound record has yet to be migrated."""
    with closing(look_into(file)) as connection:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version < migrations.VERSION


def look_into(file: Path) -> sqlite3.Connection:
    """A connection that cannot write."""
    return sqlite3.connect(reading_address(file), uri=True, isolation_level=None)


def reading_address(file: Path) -> str:
    """What to open for reading; a file that nobody can write to is read without the log that cannot be made for it."""
    log = file.with_name(f"{file.name}-wal")
    unchanging = not _size(log) and not os.access(file.parent, os.W_OK)
    return f"{file.absolute().as_uri()}?mode=ro{'&immutable=1' if unchanging else ''}"


def _size(log: Path) -> int:
    """In bytes; 0 for none. Whoever closes the record last takes its log away, at any moment."""
    try:
        return log.stat().st_size
    except FileNotFoundError:
        return 0


def _roll_back(file: Path) -> bool:
    """A record that was cut off as it was made cannot be read before SQLite undid the last step; False for others'.

    Only in this case is the file opened past SQLite, since closing it again would lift the locks that SQLite holds on
    it in this process: a record in use never has a rollback journal.
    """
    with file.open("rb") as raw:
        head = raw.read(_HEAD_BYTES)
    if not head.startswith(_MAGIC) or int.from_bytes(head[_ID_PLACE]) != APPLICATION_ID:
        return False
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version").fetchone()
    return True


def _asked(connection: sqlite3.Connection, *, every_page: bool) -> Diagnosis | None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return _FOREIGN
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > migrations.VERSION:
        reason = f"was written by a newer Engineroom (version {version}, this one knows {migrations.VERSION})"
        return Diagnosis(Ailment.NEWER, reason)
    if not _has_mark(connection):
        return _FOREIGN
    # quick_check costs two thirds of it and does not see an index that contradicts its table
    verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] if every_page else "ok"
    return None if verdict == "ok" else Diagnosis(Ailment.DAMAGED, f"is damaged ({verdict.splitlines()[-1]})")


def _has_mark(connection: sqlite3.Connection) -> bool:
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name='meta'").fetchone() is None:
        return False
    return connection.execute("SELECT value FROM meta WHERE name='what'").fetchone() is not None
