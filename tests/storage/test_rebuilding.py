"""A record that cannot be used is kept as it is, and one is built in its place."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.clock import MS_PER_DAY
from core.errors import MachineError
from core.span import Gap, GapReason
from storage.backups import back_up
from storage.engine import open_for_writing, transaction
from storage.health import diagnose
from storage.losses import news_of_losses
from storage.migrations import VERSION
from storage.rebuilding import make_sound
from tests.factories import NINE, a_gap, a_span
from tests.storage.damage import pages_of, zero
from tests.storage.mornings import MINUTE, NOON, a_morning, as_rows, query, rebuilt, stored
from tests.storage.records import OFFICE, kept_in, rules

ASIDE = "record.db.aside-2026-03-02T120000"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def file(tmp_path: Path, backups: Path) -> Path:
    """A record of a long time whose backup ends 200 spans before it does; nobody has it open."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(600), gaps=(a_gap(NINE - MINUTE),))
        back_up(kept.file, backups, NINE)
        kept.write(*a_morning(200, NINE + 600 * MINUTE))
        kept.record.end()
    return kept.file


def test_a_sound_record_is_not_touched(file: Path, backups: Path) -> None:
    """Nor is a place where nothing was ever recorded."""
    before = file.read_bytes()

    assert make_sound(file, backups, rules(OFFICE), NOON) is None
    assert file.read_bytes() == before
    assert make_sound(file.with_name("none.db"), backups / "none", rules(OFFICE), NOON) is None
    assert not file.with_name("none.db").exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: os.truncate(file, 0),
        lambda file: os.truncate(file, file.stat().st_size // 2),
        lambda file: file.write_bytes(b"Dear diary, " * 1000),
        lambda file: zero(file, 1),
    ],
    ids=["cut to nothing", "cut in half", "a diary", "first page lost"],
)
def test_where_nothing_is_left_the_backup_holds(file: Path, backups: Path, spoil: Callable[[Path], object]) -> None:
    """The old file keeps every byte under a name with the date; the person is told until when all is there."""
    spoil(file)
    before = file.read_bytes()

    loss = rebuilt(file, backups)

    assert file.with_name(ASIDE).read_bytes() == before
    assert stored(file) == as_rows(a_morning(600))
    assert (loss.aside, loss.backup, loss.spans_saved) == (ASIDE, "record-2026-03-02.db", 0)
    assert loss.complete_until_ms == NINE + 599 * MINUTE + 30_000


def test_what_can_be_read_is_added_to_the_backup(file: Path, backups: Path) -> None:
    """A page lost in what the backup has costs nothing."""
    zero(file, pages_of(file, "span")[0])

    loss = rebuilt(file, backups)

    assert stored(file) == as_rows(a_morning(600) + a_morning(200, NINE + 600 * MINUTE))
    assert (loss.spans_saved, loss.complete_until_ms) == (200, NINE + 799 * MINUTE + 30_000)
    assert "is damaged" in loss.reason


def test_a_hole_behind_the_backup_is_where_completeness_ends(file: Path, backups: Path) -> None:
    """The spans behind it are saved, but nobody promises more than up to the hole."""
    with closing(sqlite3.connect(file)) as raw:
        cells = dict(raw.execute("SELECT pageno, ncell FROM dbstat WHERE name = 'span'").fetchall())
    pages = pages_of(file, "span")
    zero(file, pages[-1])

    loss = rebuilt(file, backups)

    left = 800 - cells[pages[-1]]
    assert left > 600
    assert len(stored(file)) == left
    assert (loss.spans_saved, loss.complete_until_ms) == (left - 600, NINE + (left - 1) * MINUTE)


def test_without_a_backup_what_can_be_read_is_all(file: Path, tmp_path: Path) -> None:
    """Spans with their titles, gaps, and the time zone's days."""
    zero(file, pages_of(file, "sqlite_autoindex_context_1")[0])

    loss = rebuilt(file, tmp_path / "none")

    assert (loss.backup, loss.spans_saved) == (None, 800)
    assert stored(file) == as_rows(a_morning(600) + a_morning(200, NINE + 600 * MINUTE))
    assert query(file, "SELECT count(DISTINCT title), min(title = '') FROM context") == [(600, 0)]
    assert query(file, "SELECT start_ms, end_ms FROM gap") == [(NINE - MINUTE, NINE)]


def test_a_record_of_a_newer_engineroom_is_kept_for_it(file: Path, backups: Path) -> None:
    """What this one understands of it is read; installing the newer one again, the person has the file."""
    with closing(sqlite3.connect(file)) as raw:
        raw.execute(f"PRAGMA user_version={VERSION + 1}")

    loss = rebuilt(file, backups)

    assert "newer Engineroom" in loss.reason
    assert len(stored(file)) == 800
    assert query(file.with_name(ASIDE), "PRAGMA user_version") == [(VERSION + 1,)]


def test_a_record_that_is_gone_comes_back_from_its_backup(file: Path, backups: Path) -> None:
    """Whoever wants to be rid of it erases it; a file that vanished was lost."""
    file.unlink()

    loss = rebuilt(file, backups)

    assert (loss.aside, loss.reason, len(stored(file))) == (None, "is missing", 600)


def test_the_log_goes_with_the_file(tmp_path: Path, backups: Path) -> None:
    """What was committed but not yet in the file is read from it, and kept beside it."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(600))
        with closing(sqlite3.connect(kept.file)) as raw:
            raw.execute("PRAGMA wal_checkpoint")
        kept.write(*a_morning(5, NINE + 600 * MINUTE))
        files = {path: path.read_bytes() for path in kept.file.parent.iterdir()}
        page = pages_of(kept.file, "sqlite_autoindex_context_1")[1]
    for path, content in files.items():
        path.write_bytes(content)
    zero(kept.file, page)
    log = kept.file.with_name("record.db-wal").read_bytes()

    assert rebuilt(kept.file, backups).spans_saved == 605
    assert kept.file.with_name(f"{ASIDE}-wal").read_bytes() == log


def test_the_loss_stays_in_the_record_until_it_was_read(file: Path, backups: Path) -> None:
    """Whoever looks later, tray or command, finds the same."""
    os.truncate(file, 0)
    loss = rebuilt(file, backups)
    engine = open_for_writing(file)
    with transaction(engine) as connection:
        assert news_of_losses(connection) == (loss,)
    engine.dispose()


def test_a_full_disk_changes_nothing(file: Path, backups: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The damaged record stays where it is until one can be built."""
    zero(file, pages_of(file, "span")[0])
    before = file.read_bytes()

    def full(*_files: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as planted:
        planted.setattr(shutil, "copyfile", full)
        with pytest.raises(MachineError, match="No space left"):
            make_sound(file, backups, rules(OFFICE), NOON)
    assert file.read_bytes() == before
    assert not file.with_name(ASIDE).exists()
    assert rebuilt(file, backups).spans_saved == 200


def test_a_rebuilding_cut_off_at_any_rename_is_finished_or_begun_again(
    file: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Power fails between two of the moves: whatever is found at the next start, the spans are there."""
    zero(file, pages_of(file, "span")[0])
    files = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    for survived in range(8):
        for path in file.parent.iterdir():
            path.unlink()
        for name, content in files.items():
            file.with_name(name).write_bytes(content)
        with monkeypatch.context() as planted:
            planted.setattr(Path, "replace", failing_after(survived))
            try:
                make_sound(file, backups, rules(OFFICE), NOON)
            except PowerFails:
                pass
            else:
                break
        make_sound(file, backups, rules(OFFICE), NOON)
        assert diagnose(file) is None
        assert len(stored(file)) == 800
        assert [path.name for path in file.parent.glob("*.re*built*")] == []
    assert survived > 2


class PowerFails(Exception):
    """Nothing happens any more."""


def failing_after(count: int) -> Callable[[Path, Path], Path]:
    """`Path.replace`, which works so many times."""
    rename, left = Path.replace, iter(range(count))

    def replace(path: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise PowerFails
        return rename(path, target)

    return replace


def test_two_losses_in_one_second_have_two_names(file: Path, backups: Path) -> None:
    """No file that was set aside is ever overwritten."""
    for content in (b"Dear diary", b"Dear other diary"):
        file.write_bytes(content)
        rebuilt(file, backups)

    assert file.with_name(ASIDE).read_bytes() == b"Dear diary"
    assert file.with_name(f"{ASIDE}-2").read_bytes() == b"Dear other diary"


def test_the_new_record_goes_on(file: Path, backups: Path) -> None:
    """It is written to, and its totals are built over what was saved."""
    zero(file, pages_of(file, "span")[-1])
    rebuilt(file, backups)
    with kept_in(file.parent.parent) as kept:
        until_ms = kept.record.begin(NOON + MS_PER_DAY).until_ms
        kept.write(
            a_span(NOON + MS_PER_DAY), gaps=(Gap(start_ms=until_ms, end_ms=NOON + MS_PER_DAY, why=GapReason.CRASHED),)
        )
        kept.build()
        [(in_spans,)] = kept.rows("SELECT sum(observed_ms) FROM span")
        assert kept.rows("SELECT sum(observed_ms) FROM roll_hour") == [(in_spans,)]
