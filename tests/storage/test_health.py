"""What is told from a file before anybody writes to it."""

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.health import Ailment, diagnose, reading_address
from storage.migrations import VERSION
from tests.factories import NINE, a_span
from tests.plain_user import as_plain_user
from tests.storage.damage import pages_of, scribble, zero
from tests.storage.records import kept_in

INDEX = "sqlite_autoindex_context_1"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Some hundred spans, on disk completely."""
    with kept_in(tmp_path) as kept:
        kept.write(*(a_span(NINE + n * 60_000, title=f"Document {n}") for n in range(600)))
    return kept.file


def ailment(file: Path) -> Ailment | None:
    """What ails it; no byte of it may change by being asked."""
    before = file.read_bytes()
    found = diagnose(file)
    assert file.read_bytes() == before
    return found.ailment if found else None


def execute(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute(statement)


def test_a_record_is_sound(record: Path) -> None:
    """Also while its last transactions stand in the log alone."""
    assert ailment(record) is None
    with closing(sqlite3.connect(record, isolation_level=None)) as writer:
        writer.execute("INSERT INTO meta VALUES ('a', 'b')")
        assert ailment(record) is None


def test_a_log_may_vanish_while_the_record_is_looked_at(record: Path) -> None:
    """Another program that closes it last takes the log away at any moment."""
    log = record.with_name("record.db-wal")
    is_over = threading.Event()

    def come_and_go() -> None:
        while not is_over.is_set():
            log.write_bytes(b"x")
            log.unlink()

    other = threading.Thread(target=come_and_go)
    other.start()
    try:
        assert len({reading_address(record) for _ in range(5000)}) == 1
    finally:
        is_over.set()
        other.join()


def test_one_letter_in_an_index_is_found(record: Path) -> None:
    """It contradicts its table, which SQLite's quick check does not see."""
    page = pages_of(record, INDEX)[0]
    at = record.read_bytes()[(page - 1) * 4096 : page * 4096].index(b"Document")
    scribble(record, page, at, b"X")
    with closing(sqlite3.connect(record)) as raw:
        assert raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]

    assert ailment(record) is Ailment.DAMAGED


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (lambda file: os.truncate(file, 0), Ailment.EMPTY),
        (lambda file: file.write_bytes(b"Dear diary, " * 1000), Ailment.FOREIGN),
        (lambda file: file.write_bytes(b"x"), Ailment.FOREIGN),
        (lambda file: execute(file, "PRAGMA application_id=7"), Ailment.FOREIGN),
        (lambda file: execute(file, "DELETE FROM meta WHERE name='what'"), Ailment.FOREIGN),
        (lambda file: execute(file, f"PRAGMA user_version={VERSION + 1}"), Ailment.NEWER),
        (lambda file: os.truncate(file, file.stat().st_size // 2), Ailment.DAMAGED),
        (lambda file: os.truncate(file, file.stat().st_size - 4096), Ailment.DAMAGED),
        (lambda file: zero(file, pages_of(file, "span")[1]), Ailment.DAMAGED),
        (lambda file: zero(file, pages_of(file, "context")[0]), Ailment.DAMAGED),
        (lambda file: scribble(file, 1, 100, b"\x07" * 8), Ailment.DAMAGED),
        (lambda file: scribble(file, pages_of(file, INDEX)[1], 0, b"\x07" * 64), Ailment.DAMAGED),
    ],
    ids=[
        "cut to nothing", "a diary", "one byte", "another program's", "without its mark", "newer", "cut in half",
        "last page lost", "page of spans lost", "page of contexts lost", "first page scribbled", "index scribbled",
    ],
)  # fmt: skip
def test_every_ailment_has_its_name(record: Path, spoil: Callable[[Path], object], found: Ailment) -> None:
    """The reason is a line that a person can read."""
    spoil(record)

    assert ailment(record) is found
    told = diagnose(record)
    assert told is not None
    assert "\n" not in told.reason


def test_a_page_gone_bad_is_not_looked_for_where_there_is_no_time(record: Path) -> None:
    """A report opens at once; the agent looks at every page."""
    zero(record, pages_of(record, "span")[1])

    assert diagnose(record, every_page=False) is None


def test_another_programs_unfinished_work_is_left_alone(tmp_path: Path) -> None:
    """Its rollback journal, and what SQLite would undo in the file for it."""
    file = tmp_path / "record.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as foreign:
        foreign.execute("CREATE TABLE t (x)")
        foreign.execute("PRAGMA cache_size=1")
        foreign.execute("BEGIN")
        foreign.executemany("INSERT INTO t VALUES (?)", [("x" * 1000,)] * 100)
        files = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for path, content in files.items():
        path.write_bytes(content)
    assert (tmp_path / "record.db-journal").stat().st_size

    assert ailment(file) is Ailment.FOREIGN
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files


def test_a_record_cut_off_as_it_was_made_is_sound(record: Path) -> None:
    """What its own rollback journal undoes is undone first."""
    with closing(sqlite3.connect(record, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=delete")
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN")
        writer.execute("UPDATE context SET title = title || ' – and more of it'")
        files = {path: path.read_bytes() for path in record.parent.iterdir()}
    for path, content in files.items():
        path.write_bytes(content)
    assert record.with_name("record.db-journal").stat().st_size

    assert diagnose(record) is None
    with closing(sqlite3.connect(record)) as raw:
        assert raw.execute("SELECT count(*) FROM context WHERE title LIKE '%more of it'").fetchone() == (0,)


def test_a_record_in_a_folder_that_nobody_may_write_to_can_be_read(record: Path) -> None:
    """From a medium mounted for reading, or as somebody who was given it: no log can be made there."""

    def check() -> None:
        record.parent.chmod(0o500)
        assert diagnose(record) is None

    as_plain_user(check, record.parent)
