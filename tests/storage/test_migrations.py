"""Older records become today's, or stay as they were."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from core.errors import MachineError, UserError
from storage import migrations
from storage.engine import open_for_reading, open_for_writing
from storage.reading import reading
from storage.schema import metadata
from tests.factories import NINE, a_span
from tests.storage.records import kept_in

NEXT_STEP = "CREATE TABLE added (x INTEGER NOT NULL) STRICT; INSERT INTO added VALUES (7);"
BROKEN_STEP = "CREATE TABLE added (x INTEGER NOT NULL) STRICT; INSERT INTO nowhere VALUES (7);"
COPY = f"record.db.before-v{migrations.VERSION + 1}"


def _old_record(folder: Path) -> Path:
    with kept_in(folder) as kept:
        kept.write(a_span())
    return kept.file


def _plant(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """From now on today's version is one step further."""
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    monkeypatch.setattr(migrations, "VERSION", len(migrations.STEPS))


def _definitions(file: Path) -> dict[str, str]:
    """What each table and index is made of, without the way it was written down."""
    with closing(sqlite3.connect(file)) as raw:
        found = raw.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {name: re.sub(r'[\s"]+', "", sql).lower() for name, sql in found}


def _value(file: Path, query: str) -> object:
    with closing(sqlite3.connect(file)) as raw:
        return raw.execute(query).fetchone()[0]


def test_migrated_record_is_the_schema(tmp_path: Path) -> None:
    """Whoever changes a table writes a step, and whoever writes a step changes the table."""
    engine = create_engine(f"sqlite:///{tmp_path / 'from-schema.db'}")
    metadata.create_all(engine)
    engine.dispose()
    wanted = _definitions(tmp_path / "from-schema.db")
    assert len(wanted) > 10
    assert _definitions(_old_record(tmp_path)) == wanted


def test_older_record_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _old_record(tmp_path)
    _plant(monkeypatch, NEXT_STEP)
    open_for_writing(file).dispose()
    assert _value(file, "SELECT x FROM added") == 7
    assert _value(file, "SELECT count(*) FROM span") == 1
    assert _value(file, "PRAGMA user_version") == migrations.VERSION


def test_copy_of_the_older_record_is_kept_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy is whole, of the old version, and for its user alone."""
    file = _old_record(tmp_path)
    _plant(monkeypatch, NEXT_STEP)
    open_for_writing(file).dispose()
    copy = file.with_name(COPY)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert _value(copy, "PRAGMA user_version") == migrations.VERSION - 1
    assert _value(copy, "PRAGMA application_id") == _value(file, "PRAGMA application_id")
    assert _value(copy, "SELECT count(*) FROM span") == 1
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        _value(copy, "SELECT x FROM added")


def test_record_of_today_is_not_copied(tmp_path: Path) -> None:
    file = _old_record(tmp_path)
    open_for_writing(file).dispose()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_step_that_fails_leaves_the_record_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _old_record(tmp_path)
    before = file.read_bytes()
    with monkeypatch.context() as planted:
        _plant(planted, BROKEN_STEP)
        with pytest.raises(MachineError, match="nowhere"):
            open_for_writing(file)
        assert file.read_bytes() == before
    open_for_writing(file).dispose()
    assert _value(file, "SELECT count(*) FROM span") == 1


def test_step_that_failed_once_may_succeed_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy that the first attempt left is in nobody's way."""
    file = _old_record(tmp_path)
    with monkeypatch.context() as planted:
        _plant(planted, BROKEN_STEP)
        with pytest.raises(MachineError):
            open_for_writing(file)
    assert file.with_name(COPY).exists()
    _plant(monkeypatch, NEXT_STEP)
    open_for_writing(file).dispose()
    assert _value(file, "SELECT x FROM added") == 7


def test_older_record_may_be_read_before_the_agent_migrates_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The agent asks for the notice's receipt before it opens the record for writing."""
    file = _old_record(tmp_path)
    _plant(monkeypatch, NEXT_STEP)
    engine = open_for_reading(file, of_any_age=True)
    with reading(engine) as reader:
        assert len(reader.spans_of_local(0, 1 << 50)) == 1
    engine.dispose()


def test_reports_wait_until_an_older_record_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may lack what they read; whoever asks is told what to do."""
    file = _old_record(tmp_path)
    _plant(monkeypatch, NEXT_STEP)
    with pytest.raises(UserError, match="older Engineroom — start the agent"):
        open_for_reading(file)
    open_for_writing(file).dispose()
    open_for_reading(file).dispose()


def test_an_older_records_days_are_known_by_category_at_once(tmp_path: Path) -> None:
    """Also those whose spans are gone, which are never built again."""
    with kept_in(tmp_path) as kept:
        kept.write(a_span(seconds=600), a_span(NINE + 600_000, app="mail", seconds=60))
        kept.build()
        wanted = kept.rows("SELECT * FROM roll_day_category")
    with closing(sqlite3.connect(kept.file)) as raw:
        raw.executescript(
            "DROP TABLE roll_day_category; DROP TABLE explanation;"
            "CREATE TABLE judged (x); CREATE INDEX roll_hour_unsent ON roll_hour (hour);"
            "PRAGMA user_version = 1"
        )
    open_for_writing(kept.file).dispose()
    assert wanted
    with closing(sqlite3.connect(kept.file)) as raw:
        assert raw.execute("SELECT * FROM roll_day_category").fetchall() == wanted
