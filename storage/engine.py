"""Opens the record for its one writer and for its readers; never reads or writes a row of it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from core.errors import MachineError, UserError
from core.paths import make_private, touch_private
from storage.aside import take_place
from storage.health import Ailment, diagnose, is_older, reading_address
from storage.migrations import migrate
from storage.place import refuse_network
from storage.schema import APPLICATION_ID

PRAGMAS = (
    "busy_timeout=1000",  # the beat waits so long at most; what could not be written is tried again
    "journal_mode=wal",
    "synchronous=full",  # NORMAL loses up to 16 commits to a power cut and writes no less
    "foreign_keys=on",
    "secure_delete=on",
    "trusted_schema=off",
    "cell_size_check=on",
    "cache_size=-2048",
    "journal_size_limit=4194304",
)
T = TypeVar("T")
HEALED_BY = "start the agent: it keeps this file under another name and rebuilds the record from what can be had"
READING_PRAGMAS = ("busy_timeout=5000", "query_only=on", "trusted_schema=off", "cache_size=-8192")


def open_for_writing(file: Path) -> Engine:
    """The writing engine, on a record that is created, checked and migrated as needed.

    Each transaction begins IMMEDIATE: one that began by reading could not write later. No error of it, or of the
    reading engine, tells a title. Raises UserError or
    MachineError for a file that is no sound record, is out of reach or lies on a network share.
    """
    refuse_network(file)
    make_private(file.parent)
    if guarded(file, file.exists):
        _demand_sound(file, every_page=True)
        guarded(file, lambda: _migrate(file))
    else:
        guarded(file, lambda: _create(file))
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(str(file), PRAGMAS), poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def begin_immediate(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def open_for_reading(file: Path, *, of_any_age: bool = False) -> Engine:
    """An engine that cannot write; an older record, which lacks some tables, only where it may be `of_any_age`.

    Raises UserError where there is no record yet, or one of a newer Engineroom.
    """
    if not guarded(file, file.exists):
        raise UserError(f"There is no record at {file}", "start recording with `engineroom agent`")
    _demand_sound(file, every_page=False)
    if not of_any_age and guarded(file, lambda: is_older(file)):
        raise UserError(
            f"The record {file} was last written by an older Engineroom",
            "start the agent with `engineroom agent`: it brings the record up to date, and keeps a copy",
        )
    address = reading_address(file)
    return create_engine(
        "sqlite://",
        creator=lambda: _connect(address, READING_PRAGMAS, uri=True),
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,
    )


@contextmanager
def without_transactions(file: Path) -> Iterator[sqlite3.Connection]:
    """A plain writing connection, for what cannot run inside a transaction: copies, VACUUM, checkpoints."""
    connection = guarded(file, lambda: _connect(str(file), PRAGMAS))
    try:
        yield connection
    finally:
        connection.close()


def make_one_file(file: Path) -> None:
    """Hand the log of a database that nobody uses back to it; none is made again before it is opened for writing."""
    with without_transactions(file) as connection:
        guarded(file, lambda: connection.execute("PRAGMA journal_mode=delete"))


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
        raise MachineError(
            f"The record is damaged ({error.orig})", "stop the agent and start it again: it rebuilds what it can"
        ) from error


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
    take_place(unfinished, file)


def _migrate(file: Path) -> None:
    touch_private(file)
    raw = sqlite3.connect(file, isolation_level=None)
    try:
        migrate(raw, file)
    finally:
        raw.close()


def _demand_sound(file: Path, *, every_page: bool) -> None:
    found = guarded(file, lambda: diagnose(file, every_page=every_page))
    if found is not None:
        blame = UserError if found.ailment in {Ailment.FOREIGN, Ailment.NEWER} else MachineError
        raise blame(f"{file} {found.reason}", HEALED_BY)


def guarded(file: Path, work: Callable[[], T]) -> T:
    """`work`, with SQLite's and the system's faults turned into errors that name the file and a way out."""
    try:
        return work()
    except (sqlite3.OperationalError, OSError) as error:
        raise MachineError(
            f"The record {file} cannot be opened: {error}",
            "check that the folder is yours, not full, and that nothing else keeps the record locked",
        ) from error
    except sqlite3.DatabaseError as error:
        raise MachineError(f"{file} is damaged ({error})", HEALED_BY) from error
