"""Copies of the record."""

import os
import resource
import signal
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from core.clock import MS_PER_DAY
from core.errors import MachineError, UserError
from storage.backups import back_up, backups_in, copy_record, demand_record, is_due, newest_good
from storage.health import diagnose
from storage.record import Batch, Record
from tests.factories import NINE, a_span
from tests.plain_user import as_plain_user
from tests.storage.damage import pages_of, zero
from tests.storage.records import Kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def full(kept: Kept) -> Kept:
    """A record of some pages."""
    kept.write(*(a_span(NINE + n * 60_000, title=f"Document {n}") for n in range(600)))
    return kept


def spans(file: Path) -> int:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as raw:
        found: int = raw.execute("SELECT count(*) FROM span").fetchone()[0]
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_one_sound_file_of_its_day(full: Kept, folder: Path) -> None:
    """Whole, also what only the write-ahead log holds yet; no log and no half-made file lies beside it."""
    back_up(full.file, folder, NINE)

    assert names(folder) == ["record-2026-03-02.db"]
    assert spans(folder / "record-2026-03-02.db") == 600
    assert diagnose(folder / "record-2026-03-02.db") is None
    assert names(folder) == ["record-2026-03-02.db"]


def test_nobody_else_can_read_a_backup(full: Kept, folder: Path) -> None:
    """From its first byte on, whatever the person's umask."""
    seen: set[int] = set()

    def watch(_share: float) -> None:
        seen.update(stat.S_IMODE(path.stat().st_mode) for path in folder.parent.glob("copy*"))

    before = os.umask(0)
    try:
        back_up(full.file, folder, NINE)
        copy_record(full.file, folder.parent / "copy.db", watch)
    finally:
        os.umask(before)

    assert seen == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_three_are_kept(full: Kept, folder: Path) -> None:
    """One of each day; the latest of a day replaces the earlier one."""
    for number, day in enumerate((0, 1, 2, 3, 3), start=1):
        full.write(a_span(NINE + number * MS_PER_DAY))
        back_up(full.file, folder, NINE + day * MS_PER_DAY)

    assert names(folder) == ["record-2026-03-03.db", "record-2026-03-04.db", "record-2026-03-05.db"]
    assert [path.name for path in backups_in(folder)] == names(folder)[::-1]
    assert spans(folder / "record-2026-03-05.db") == 605


def test_a_backup_is_due_once_a_day(full: Kept, folder: Path) -> None:
    """By the calendar of this place: at 23:30 in Berlin it is still the same day."""
    assert is_due(folder, NINE)
    back_up(full.file, folder, NINE)
    assert not is_due(folder, NINE + 14 * 3_600_000)
    assert is_due(folder, NINE + 15 * 3_600_000)


def test_a_damaged_record_pushes_no_good_backup_out(full: Kept, folder: Path) -> None:
    """The copy is not taken, says so, and leaves nothing behind."""
    for day in range(3):
        back_up(full.file, folder, NINE + day * MS_PER_DAY)
    full.record.end()
    zero(full.file, pages_of(full.file, "span")[1])
    with pytest.raises(MachineError, match="damaged"):
        back_up(full.file, folder, NINE + 3 * MS_PER_DAY)
    with pytest.raises(MachineError, match="damaged"):
        copy_record(full.file, folder / "record-2026-03-04.db", lambda _share: None)

    assert names(folder) == [f"record-2026-03-0{day}.db" for day in (2, 3, 4)]
    assert spans(folder / "record-2026-03-04.db") == 600


def test_a_full_disk_leaves_the_older_backups(full: Kept, folder: Path) -> None:
    """A limit on the size of a file stands in for a disk without room."""
    back_up(full.file, folder, NINE)
    full.record.end()

    def check() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        for day in (0, 1):
            with pytest.raises(MachineError, match="record-2026-03-0"):
                back_up(full.file, folder, NINE + day * MS_PER_DAY)

    as_plain_user(check, folder.parent)
    assert names(folder) == ["record-2026-03-02.db"]
    assert diagnose(folder / "record-2026-03-02.db") is None


def test_the_newest_good_backup_is_found_behind_bad_ones(full: Kept, folder: Path) -> None:
    """Damaged, empty and foreign ones are passed over."""
    for day in range(3):
        back_up(full.file, folder, NINE + day * MS_PER_DAY)
    zero(folder / "record-2026-03-04.db", 2, 3, 4)
    os.truncate(folder / "record-2026-03-03.db", 0)

    assert newest_good(folder) == folder / "record-2026-03-02.db"
    (folder / "record-2026-03-02.db").write_bytes(b"Dear diary")
    assert newest_good(folder) is None
    assert newest_good(folder / "nowhere") is None


def test_a_copy_tells_how_far_it_is(full: Kept, tmp_path: Path) -> None:
    """From some share of the whole to all of it, and never back."""
    full.write(*(a_span(NINE + MS_PER_DAY + n * 60_000, title=f"{n} " * 400) for n in range(1500)))
    shares: list[float] = []
    copy_record(full.file, tmp_path / "copy.db", shares.append)

    assert len(shares) > 1
    assert shares == sorted(shares)
    assert (shares[0] > 0, shares[-1]) == (True, 1)


def test_a_copy_is_of_one_moment_while_others_write(full: Kept, tmp_path: Path) -> None:
    """The record changes between two of its steps; the copy has all of what was there, and nothing else."""
    full.write(*(a_span(NINE + MS_PER_DAY + n * 60_000, title=f"{n} " * 400) for n in range(1500)))
    late = Record(full.engine, full.judge)
    writes = iter(range(1000))

    def write(_share: float) -> None:
        late.write(Batch(new=(a_span(NINE + 10 * MS_PER_DAY + next(writes) * 60_000),)))

    copy_record(full.file, tmp_path / "copy.db", write)

    assert next(writes) > 1
    assert spans(tmp_path / "copy.db") == 2100
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.db"]


@pytest.mark.parametrize("content", [b"", b"Dear diary, " * 1000])
def test_only_a_record_is_taken_for_a_backup(tmp_path: Path, content: bytes) -> None:
    """A file that is something else is named, with what to do."""
    file = tmp_path / "some.db"
    with pytest.raises(UserError, match=r"There is no file .*some\.db — name a backup"):
        demand_record(file)
    file.write_bytes(content)
    with pytest.raises(UserError, match=r"some\.db is .* — choose another backup; nothing was changed"):
        demand_record(file)
