"""Opening the record: what is refused, what is private, and who may write."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from core.errors import EngineroomError, MachineError, UserError
from storage import engine as engine_module
from storage.engine import open_for_reading, open_for_writing, optimise, transaction
from storage.migrations import VERSION
from storage.place import refuse_network
from storage.reading import reading
from storage.record import Batch, Record
from tests.factories import NINE, a_span
from tests.plain_user import as_plain_user
from tests.storage.records import OFFICE, Kept, kept_in, rules

HALF_AN_HOUR_MS = 1_800_000


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _closed_record(folder: Path) -> Path:
    """A record with some hundred spans, on disk completely."""
    with kept_in(folder) as kept:
        kept.write(*(a_span(NINE + n * 60_000, title=f"Document {n}") for n in range(600)))
    return kept.file


def _refusal(open_it: Callable[[Path], object], file: Path) -> EngineroomError:
    with pytest.raises(EngineroomError) as refused:
        open_it(file)
    return refused.value


def _refuses(file: Path, error: type[EngineroomError], happened: str) -> None:
    """Both engines say no, name the file and a way out, and leave every byte as it is."""
    before = file.read_bytes()
    for open_it in (open_for_writing, open_for_reading):
        refused = _refusal(open_it, file)
        assert isinstance(refused, error)
        assert str(file) in refused.happened
        assert happened in refused.happened
        assert refused.remedy
    assert file.read_bytes() == before


def test_record_and_its_logs_can_be_read_by_their_user_alone(tmp_path: Path) -> None:
    """Database, write-ahead log and its index are 0600 in a folder of 0700, also where the folder was open before."""
    home = tmp_path / "desk"
    home.mkdir(mode=0o755)

    def check() -> None:
        os.umask(0)
        (home / "kept").mkdir(mode=0o755)
        with kept_in(home) as kept:
            kept.write(a_span())
            folder = kept.file.parent
            assert _mode(folder) == 0o700
            modes = {path.name: _mode(path) for path in folder.iterdir()}
            assert modes == {"record.db": 0o600, "record.db-wal": 0o600, "record.db-shm": 0o600}

    as_plain_user(check, home)


def test_folder_of_someone_else_is_refused(tmp_path: Path) -> None:
    """A plain user whose folder belongs to another is told which folder and what to do."""
    home, closed = tmp_path / "desk", tmp_path / "desk" / "closed"
    home.mkdir()

    def check() -> None:
        closed.mkdir(mode=0o500)
        refused = _refusal(open_for_writing, closed / "record.db")
        assert isinstance(refused, MachineError)
        assert str(closed) in refused.happened
        assert "ENGINEROOM_HOME" in refused.remedy

    as_plain_user(check, home)


def test_record_of_someone_else_cannot_be_read(tmp_path: Path) -> None:
    """Another user, such as a supervisor on the same machine, gets an error and not one row."""
    if os.geteuid() != 0:
        pytest.skip("needs two users")
    file = _closed_record(tmp_path)

    def check() -> None:
        refused = _refusal(open_for_reading, file)
        assert isinstance(refused, MachineError)
        assert str(file) in refused.happened

    as_plain_user(check, file.parent, owned=False)
    as_plain_user(check, file, owned=False)


def test_missing_record_is_said_to_be_missing(tmp_path: Path) -> None:
    refused = _refusal(open_for_reading, tmp_path / "record.db")
    assert isinstance(refused, UserError)
    assert "engineroom agent" in refused.remedy


def test_foreign_database_is_refused(tmp_path: Path) -> None:
    """A database of another program is no record, and is not touched."""
    file = tmp_path / "record.db"
    with closing(sqlite3.connect(file)) as foreign:
        foreign.execute("CREATE TABLE meta (name TEXT, value TEXT)")
        foreign.execute("INSERT INTO meta VALUES ('what', 'recipes')")
        foreign.commit()
    _refuses(file, UserError, "is not a record")


def test_file_cut_to_nothing_is_refused(tmp_path: Path) -> None:
    """An empty file is a valid empty database to SQLite, but not a record to us."""
    file = _closed_record(tmp_path)
    os.truncate(file, 0)
    _refuses(file, MachineError, "is empty")


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = _closed_record(tmp_path)
    file.write_bytes(b"Dear diary, " * 1000)
    _refuses(file, UserError, "is not a record")


def test_record_cut_in_half_is_damaged(tmp_path: Path) -> None:
    file = _closed_record(tmp_path)
    os.truncate(file, file.stat().st_size // 2)
    refused = _refusal(open_for_writing, file)
    assert isinstance(refused, MachineError)
    assert "damaged" in refused.happened
    assert str(file) in refused.happened
    assert "start the agent" in refused.remedy


def test_damaged_page_is_found_before_anything_is_written(tmp_path: Path) -> None:
    """SQLite itself would go on writing around a scribbled page."""
    file = _closed_record(tmp_path)
    content = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as raw:
        page = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'context'").fetchone()[0]
    content[(page - 1) * 4096 : page * 4096] = b"\x07" * 4096
    file.write_bytes(content)
    refused = _refusal(open_for_writing, file)
    assert isinstance(refused, MachineError)
    assert "damaged" in refused.happened
    assert file.read_bytes() == bytes(content)


def test_record_of_a_newer_engineroom_is_refused(tmp_path: Path) -> None:
    file = _closed_record(tmp_path)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute(f"PRAGMA user_version={VERSION + 1}")
    _refuses(file, UserError, "newer Engineroom")


def test_record_on_a_network_share_is_refused_before_a_folder_is_made_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/vda1 / ext4 rw 0 0\nserver:/home {share} nfs4 rw 0 0\n")
    monkeypatch.setattr(engine_module, "refuse_network", partial(refuse_network, mounts=mounts))
    refused = _refusal(open_for_writing, share / "engineroom" / "record.db")
    assert isinstance(refused, UserError)
    assert "nfs4" in refused.happened
    assert not share.exists()


def test_log_left_behind_is_not_played_into_a_new_record(tmp_path: Path) -> None:
    """Who moves only `record.db` away, as an error tells them to, gets a new record that is empty."""
    with kept_in(tmp_path) as old:
        old.write(a_span())
        left_behind = {path.name: path.read_bytes() for path in old.file.parent.iterdir() if path != old.file}
    old.file.rename(tmp_path / "kept-for-later.db")
    for name, content in left_behind.items():
        old.file.with_name(name).write_bytes(content)
    with kept_in(tmp_path) as new:
        assert new.rows("SELECT count(*) FROM span") == [(0,)]
        assert new.file.with_name("record.db-wal.left-behind").read_bytes() == left_behind["record.db-wal"]


def test_half_made_record_is_begun_anew(tmp_path: Path) -> None:
    """What a crash during the very first start left over is in nobody's way."""
    (tmp_path / "kept").mkdir(mode=0o700)
    (tmp_path / "kept" / "record.db.new").write_bytes(b"half a header")
    with kept_in(tmp_path) as kept:
        kept.write(a_span())
        assert kept.rows("SELECT count(*) FROM span") == [(1,)]


def test_reading_engine_cannot_write(kept: Kept) -> None:
    reader = open_for_reading(kept.file)
    with reader.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text("DELETE FROM span"))
    reader.dispose()


def test_reader_goes_on_while_the_writer_writes(kept: Kept) -> None:
    """A view of the record stays as it was when it was opened; the next one shows what was written meanwhile."""
    kept.write(a_span(NINE))
    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        assert len(reader.spans_of_local(0, 1 << 50)) == 1
        kept.write(a_span(NINE + HALF_AN_HOUR_MS))
        assert len(reader.spans_of_local(0, 1 << 50)) == 1
    with reading(engine) as reader:
        assert len(reader.spans_of_local(0, 1 << 50)) == 2
    engine.dispose()


def test_writer_takes_the_lock_as_it_begins(kept: Kept) -> None:
    """A transaction that only reads first could not write later if another writer came between."""
    with closing(sqlite3.connect(kept.file, timeout=0, isolation_level=None)) as other:
        with transaction(kept.engine), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")


def test_record_locked_by_another_writer_is_the_machines_fault(kept: Kept) -> None:
    with kept.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
    with closing(sqlite3.connect(kept.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(MachineError, match="locked"):
            kept.write(a_span())
    kept.write(a_span())
    assert kept.rows("SELECT count(*) FROM span") == [(1,)]


def test_damage_met_while_writing_is_the_machines_fault(kept: Kept) -> None:
    """A page that goes bad under a running agent ends in an error to read, not in a crash of the beat."""
    kept.write(*(a_span(NINE + n * 60_000, title=f"Document {n}") for n in range(600)))
    kept.engine.dispose()
    [(page,)] = kept.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_context_1'")
    with kept.file.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x07" * 4096)
    with pytest.raises(MachineError, match="damaged"):
        Record(kept.engine, rules(OFFICE)).write(Batch(new=(a_span(NINE - 60_000, title="new"),)))


def test_optimising_changes_no_row(kept: Kept) -> None:
    kept.write(a_span())
    optimise(kept.engine)
    assert kept.rows("SELECT start_ms FROM span") == [(NINE,)]
