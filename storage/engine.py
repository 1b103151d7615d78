"""Opens the record for its one writer and for its readers; never reads or writes a row of it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from core.errors import MachineError, UserError
from core.paths import make_private, touch_private
from storage.migrations import known_version, migrate
from storage.place import refuse_network
from storage.schema import APPLICATION_ID

PRAGMAS = (
    "busy_timeout=5000",
    "journal_mode=wal",
    "synchronous=full",  # NORMAL loses up to 16 commits to a power cut and writes no less
    "foreign_keys=on",
    "secure_delete=on",
    "trusted_schema=off",
    "cell_size_check=on",
    "cache_size=-2048",
    "journal_size_limit=4194304",
)
READING_PRAGMAS = ("busy_timeout=5000", "query_only=on", "trusted_schema=off", "cache_size=-8192")


def open_for_writing(file: Path) -> Engine:
    """The writing engine, on a record that is created, checked and migrated as needed.

    Each transaction begins IMMEDIATE: one that began by reading could not write later. Raises UserError for a
    file that is not a record, MachineError for one that is damaged, out of reach or on a network share.
    """
    refuse_network(file)
    make_private(file.parent)
    if not file.exists():
        _guarded(file, lambda: _create(file))
    _guarded(file, lambda: _check(file))
    engine = create_engine("sqlite://", creator=lambda: _connect(str(file), PRAGMAS), poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin_immediate(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def open_for_reading(file: Path) -> Engine:
    """An engine that cannot write; raises UserError where there is no record yet, or one of a newer Engineroom."""
    if not _guarded(file, file.exists):
        raise UserError(f"There is no record at {file}", "start recording with `engineroom agent`")
    address = f"{file.absolute().as_uri()}?mode=ro"
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(address, READING_PRAGMAS, uri=True), poolclass=QueuePool, pool_size=2
    )
    raw = _guarded(file, lambda: _connect(address, READING_PRAGMAS, uri=True))
    try:
        _guarded(file, lambda: _demand_ours(raw, file))
        _guarded(file, lambda: known_version(raw, file))
    finally:
        raw.close()
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """All of it or nothing; raises MachineError where disk or lock refuse, or the file is found damaged."""
    try:
        with engine.begin() as connection:
            yield connection
    except OperationalError as error:
        raise MachineError(
            f"The record cannot be used: {error.orig}",
            "make room on the disk and check that the folder is yours; what was not saved is kept meanwhile",
        ) from error
    except IntegrityError:
        raise  # two writers, or a fault of ours: the disk is not to blame
    except DatabaseError as error:
        raise MachineError(f"The record is damaged ({error.orig})", "stop the agent and start it again") from error


def optimise(engine: Engine) -> None:
    """Let SQLite renew what it knows about the tables' sizes."""
    with transaction(engine) as connection:
        connection.exec_driver_sql("PRAGMA optimize")


def _connect(address: str, pragmas: tuple[str, ...], *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(address, isolation_level=None, check_same_thread=False, uri=uri)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _create(file: Path) -> None:
    """A new, empty record: it gets its name only when it is complete."""
    unfinished = file.with_name(f"{file.name}.new")
    unfinished.unlink(missing_ok=True)
    touch_private(unfinished)
    raw = sqlite3.connect(unfinished, isolation_level=None)
    try:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        migrate(raw, unfinished)
    finally:
        raw.close()
    _set_logs_aside(file)
    unfinished.rename(file)


def _set_logs_aside(file: Path) -> None:
    """SQLite would play the log that a record, moved away alone, left behind into the new one."""
    for ending in ("-wal", "-shm", "-journal"):
        log = file.with_name(f"{file.name}{ending}")
        if log.exists():
            log.replace(log.with_name(f"{log.name}.left-behind"))


def _check(file: Path) -> None:
    """Demand that `file` is ours and sound, and migrate it."""
    touch_private(file)
    raw = sqlite3.connect(file, isolation_level=None)
    try:
        _demand_ours(raw, file)
        _demand_sound(raw, file)
        migrate(raw, file)
    finally:
        raw.close()


def _demand_ours(raw: sqlite3.Connection, file: Path) -> None:
    """A file cut to nothing is a valid empty database: application id and meta row tell a record."""
    application_id = raw.execute("PRAGMA application_id").fetchone()[0]
    if application_id != APPLICATION_ID or not _has_mark(raw):
        raise UserError(
            f"{file} is not a record of Engineroom",
            "move that file away; a new record is begun at the next start",
        )


def _has_mark(raw: sqlite3.Connection) -> bool:
    if raw.execute("SELECT 1 FROM sqlite_schema WHERE name='meta'").fetchone() is None:
        return False
    return raw.execute("SELECT value FROM meta WHERE name='what'").fetchone() is not None


def _demand_sound(raw: sqlite3.Connection, file: Path) -> None:
    verdict = raw.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise _damaged(file, verdict)


def _damaged(file: Path, reason: str) -> MachineError:
    return MachineError(
        f"The record {file} is damaged ({reason.strip()})",
        "keep that file, move it and its -wal file away; a new record is begun at the next start",
    )


def _guarded(file: Path, work: Callable[[], Any]) -> Any:
    """`work`, with SQLite's faults turned into errors that name the file and a way out."""
    try:
        return work()
    except (sqlite3.OperationalError, OSError) as error:
        raise MachineError(
            f"The record {file} cannot be opened: {error}",
            "check that the folder is yours, not full, and that nothing else keeps the record locked",
        ) from error
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise UserError(
                f"{file} is not a record of Engineroom",
                "move that file away; a new record is begun at the next start",
            ) from error
        raise _damaged(file, str(error)) from error
