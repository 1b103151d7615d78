"""Going back to a backup."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from core.clock import MS_PER_DAY
from core.errors import UserError
from storage import migrations
from storage.backups import back_up, copy_record
from storage.engine import transaction
from storage.erasing import Erasure, erase
from storage.health import diagnose
from storage.restoring import restore
from tests.factories import BERLIN_WINTER_MIN, NINE, a_span
from tests.storage.mornings import NOON, a_morning, query, stored
from tests.storage.records import kept_in


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy that the person made of the first ten spans, and put where it cannot be found."""
    return tmp_path / "my own" / "copy.db"


@pytest.fixture
def record(tmp_path: Path, own: Path) -> Path:
    own.parent.mkdir()
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(10))
        copy_record(kept.file, own, lambda _share: None)
        kept.write(a_span(NINE + MS_PER_DAY))
        kept.record.end()
    return kept.file


def test_the_backup_is_the_record_and_the_record_is_kept(record: Path, own: Path, backups: Path) -> None:
    """Nothing that was there is lost; the backup stays a backup; how far it is, is told to the end."""
    before, copied = record.read_bytes(), own.read_bytes()
    shares: list[float] = []

    aside = restore(own, record, backups, NOON, shares.append)

    assert len(stored(record)) == 10
    assert diagnose(record) is None
    assert aside == record.with_name("record.db.aside-2026-03-02T120000")
    assert aside is not None
    assert aside.read_bytes() == before
    assert own.read_bytes() == copied
    assert shares[-1] == 1
    assert record.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in record.parent.iterdir()) == ["record.db", aside.name]


def test_the_next_agent_is_not_told_of_an_orderly_stop(record: Path, own: Path, backups: Path) -> None:
    """The time from the backup on was not watched for a reason that nobody noted."""
    restore(own, record, backups, NOON, lambda _share: None)

    assert query(record, "SELECT count(*) FROM meta WHERE name = 'clean_stop'") == [(0,)]


@pytest.mark.parametrize("spoil", ["empty", "foreign", "newer", "missing"])
def test_what_is_no_backup_changes_nothing(record: Path, own: Path, backups: Path, spoil: str) -> None:
    """The record is where it was, to the byte."""
    before = record.read_bytes()
    if spoil == "empty":
        os.truncate(own, 0)
    elif spoil == "foreign":
        own.write_bytes(b"Dear diary")
    elif spoil == "missing":
        own.unlink()
    else:
        with closing(sqlite3.connect(own)) as raw:
            raw.execute(f"PRAGMA user_version={migrations.VERSION + 1}")

    with pytest.raises(UserError, match=r"copy\.db"):
        restore(own, record, backups, NOON, lambda _share: None)
    assert record.read_bytes() == before
    assert [path.name for path in record.parent.iterdir()] == ["record.db"]


@pytest.mark.parametrize("state", ["sound", "damaged", "gone"])
def test_what_was_erased_stays_erased(tmp_path: Path, record: Path, own: Path, backups: Path, state: str) -> None:
    """The mark is found in the record or, where that is lost, in a backup made since; no byte comes back."""
    with kept_in(tmp_path) as kept:
        with transaction(kept.engine) as connection:
            erase(connection, Erasure(before=date(2026, 3, 3), at_ms=NOON), lambda _ms: BERLIN_WINTER_MIN)
        back_up(kept.file, backups, NOON)
        kept.record.end()
    if state == "damaged":
        os.truncate(record, 0)
    elif state == "gone":
        record.unlink()

    aside = restore(own, record, backups, NOON, lambda _share: None)

    assert stored(record) == []
    assert b"Document" not in record.read_bytes()
    assert (aside is None) is (state == "gone")


def test_an_older_backup_is_brought_up_to_date(
    record: Path, own: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No copy of it from before the migration is left beside the record."""
    step = "CREATE TABLE added (x INTEGER NOT NULL) STRICT;"
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    monkeypatch.setattr(migrations, "VERSION", len(migrations.STEPS))

    aside = restore(own, record, backups, NOON, lambda _share: None)

    assert aside is not None
    assert query(record, "PRAGMA user_version") == [(migrations.VERSION,)]
    assert sorted(path.name for path in record.parent.iterdir()) == ["record.db", aside.name]
