"""What disks, locks and other writers do to a record, on real file systems and as the person who owns it."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from core.errors import MachineError, UserError
from core.span import Span
from storage.backups import back_up
from storage.engine import open_for_reading, open_for_writing, transaction
from storage.erasing import Erasure, erase, scrub
from storage.health import diagnose
from storage.reading import reading
from storage.record import Batch, Record
from tests.factories import BERLIN_WINTER_MIN, NINE, a_span
from tests.plain_user import as_plain_user
from tests.storage.damage import scribble
from tests.storage.disks import filled, for_reading_only, small_disk
from tests.storage.invariants import violations
from tests.storage.records import Kept, kept_in

MINUTE = 60_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 3) as folder:
        yield folder


def documents(count: int, since: int = 0) -> list[Span]:
    return [a_span(NINE + n * MINUTE, title=f"Document {n} " + "x" * 200) for n in range(since, since + count)]


def viewed(file: Path) -> int:
    """How many spans a window would show."""
    engine = open_for_reading(file)
    try:
        with reading(engine) as reader:
            return len(reader.spans_of_local(0, 1 << 50))
    finally:
        engine.dispose()


def demand_invariants(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        assert violations(raw) == []


def abandoned(folder: Path, count: int) -> Path:
    """A record whose agent was killed: all its spans stand in the log alone."""
    with kept_in(folder / "made") as kept:
        kept.write(*documents(count))
        shutil.copytree(kept.file.parent, folder / "left")
    file = folder / "left" / kept.file.name
    assert file.with_name("record.db-wal").stat().st_size
    return file


def test_a_record_locked_by_another_writer_can_be_viewed(kept: Kept) -> None:
    """What the other one wrote and did not commit is not seen."""
    kept.write(*documents(3))
    with closing(sqlite3.connect(kept.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM span")

        assert viewed(kept.file) == 3


def test_a_header_that_became_garbage_is_refused_untouched(tmp_path: Path) -> None:
    """The first bytes of a record that is sound otherwise."""
    with kept_in(tmp_path) as kept:
        kept.write(*documents(3))
    scribble(kept.file, 1, 0, b"\x07" * 100)
    before = kept.file.read_bytes()

    with pytest.raises(UserError, match="is not a record of Engineroom"):
        open_for_writing(kept.file)
    assert kept.file.read_bytes() == before


def test_nothing_is_half_erased_on_a_full_disk(disk: Path) -> None:
    """Deleting needs room too: what was asked for happens completely, once there is some."""
    with kept_in(disk) as kept:
        kept.write(*documents(400))
        kept.build()
        mark = Erasure(before=date(2026, 3, 3), at_ms=NINE)
        with filled(disk):
            with pytest.raises(MachineError, match="full"), transaction(kept.engine) as connection:
                erase(connection, mark, lambda _ms: BERLIN_WINTER_MIN)
            assert kept.rows("SELECT count(*) FROM span") == [(400,)]
            demand_invariants(kept.file)
        with transaction(kept.engine) as connection:
            assert erase(connection, mark, lambda _ms: BERLIN_WINTER_MIN) == 400
        demand_invariants(kept.file)


def test_a_checkpoint_that_finds_no_room_harms_nothing(disk: Path) -> None:
    """The log is handed back to the file when there is room again."""
    with kept_in(disk) as kept:
        kept.write(*documents(400))
        with filled(disk), pytest.raises(MachineError, match="full"):
            scrub(kept.file)
        assert viewed(kept.file) == 400
        scrub(kept.file)
        kept.write(*documents(5, 400))
        assert viewed(kept.file) == 405
    demand_invariants(kept.file)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_only_be_read_can_be_viewed(tmp_path: Path, what: str) -> None:
    """By its owner, who took the right to write away; to write is refused with what to do, and changes nothing."""
    with kept_in(tmp_path) as kept:
        kept.write(*documents(3))
    path, mode = (kept.file, 0o400) if what == "file" else (kept.file.parent, 0o500)
    before = kept.file.read_bytes()

    def check() -> None:
        path.chmod(mode)
        assert viewed(kept.file) == 3
        with pytest.raises(MachineError, match="yours"):
            Record(open_for_writing(kept.file), kept.judge).write(Batch(new=tuple(documents(1, 5))))

    as_plain_user(check, kept.file.parent)
    assert kept.file.read_bytes() == before


def test_a_record_on_a_disk_mounted_for_reading_can_be_viewed(disk: Path) -> None:
    """After an orderly stop."""
    with kept_in(disk) as kept:
        kept.write(*documents(3))
    with for_reading_only(disk):
        assert viewed(kept.file) == 3
        assert diagnose(kept.file) is None
        with pytest.raises(MachineError, match="yours"):
            open_for_writing(kept.file)


def test_a_killed_agents_record_on_a_disk_mounted_for_reading_can_be_viewed(disk: Path) -> None:
    """What only its log holds is seen too."""
    file = abandoned(disk, 3)
    with for_reading_only(disk):
        assert viewed(file) == 3


def test_a_backup_made_during_writes_has_all_that_was_written_before(kept: Kept, tmp_path: Path) -> None:
    """And each of the writes succeeds: the backup is the record as it was at one moment."""
    kept.write(*documents(500))
    written, done = [], threading.Event()

    def write() -> None:
        record = Record(kept.engine, kept.judge)
        for number in range(500, 2500):
            record.write(Batch(new=tuple(documents(1, number))))
            written.append(number)
            if done.is_set():
                return

    writer = threading.Thread(target=write)
    writer.start()
    before = len(written)
    back_up(kept.file, tmp_path / "backups", NINE)
    done.set()
    writer.join()
    [backup] = (tmp_path / "backups").iterdir()

    with closing(sqlite3.connect(backup)) as raw:
        starts = [start for (start,) in raw.execute("SELECT start_ms FROM span ORDER BY start_ms")]
    assert starts == [NINE + n * MINUTE for n in range(len(starts))]
    assert 500 + before <= len(starts) <= 500 + len(written)
    assert kept.rows("SELECT count(*) FROM span") == [(500 + len(written),)]
    for file in (backup, kept.file):
        demand_invariants(file)
    assert backup.stat().st_mode & 0o777 == 0o600
