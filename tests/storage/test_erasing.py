"""Erased means gone: from the tables, from the files, and from every copy that is brought back."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.errors import MachineError
from core.period import EPOCH, DayStarts
from core.span import State
from storage.backups import back_up, backups_in
from storage.copies import drop_leftovers, renew
from storage.engine import transaction
from storage.erasing import Erasure, erase, erase_again, erasures, erasures_of_text, scrub
from storage.health import diagnose
from storage.receipts import latest_receipt, note_shown
from tests.factories import BERLIN_WINTER_MIN, NINE, a_gap, a_span
from tests.storage.damage import zero
from tests.storage.records import Kept

TUESDAY = date(2026, 3, 3)
MIDNIGHT = NINE + 15 * MS_PER_HOUR
MARKER, MARKED_APP, MARKED_CATEGORY = "Zwicky-Marker-Title", "zwicky-program", "Work/Zwicky"


def berlin(_ms: int) -> int:
    return BERLIN_WINTER_MIN


def erased(kept: Kept, before: date | None, since: date | None = None) -> int:
    with transaction(kept.engine) as connection:
        return erase(connection, Erasure(before=before, since=since, at_ms=NINE), berlin)


def correct(kept: Kept, start_ms: int, end_ms: int) -> None:
    """A correction, as others write it."""
    with transaction(kept.engine) as connection:
        [(cat_id,)] = connection.exec_driver_sql("SELECT min(cat_id) FROM category").fetchall()
        connection.exec_driver_sql(
            "INSERT INTO correction (start_ms, end_ms, cat_id, who, at_ms, why) VALUES (?, ?, ?, 'anna', 1, 'meeting')",
            (start_ms, end_ms, cat_id),
        )


def test_what_lies_before_the_day_goes_and_the_rest_stays(kept: Kept) -> None:
    """By the clock on the wall that each span was seen with; what reaches over midnight is cut there."""
    kept.write(
        a_span(NINE, title="Monday"),
        a_span(MIDNIGHT - 60_000, seconds=120, title="Over midnight"),
        a_span(MIDNIGHT + MS_PER_HOUR, title="Tuesday"),
        a_span(MIDNIGHT + 2 * MS_PER_HOUR, title="Monday in New York", off_min=-300),
        gaps=(a_gap(NINE + 60_000), a_gap(MIDNIGHT - 30_000, seconds=60), a_gap(MIDNIGHT + MS_PER_HOUR + 60_000)),
    )
    kept.build()
    correct(kept, NINE, NINE + 60_000)
    correct(kept, MIDNIGHT - 1000, MIDNIGHT + 1000)
    tuesday = [kept.rows(f"SELECT * FROM {table} WHERE day >= 20515") for table in ("roll_day", "roll_day_app")]

    assert erased(kept, TUESDAY) == 2
    assert kept.rows("SELECT start_ms, observed_ms, title FROM span JOIN context USING (ctx_id) ORDER BY 1") == [
        (MIDNIGHT, 60_000, "Over midnight"),
        (MIDNIGHT + MS_PER_HOUR, 60_000, "Tuesday"),
    ]
    assert kept.rows("SELECT start_ms, end_ms FROM gap") == [
        (MIDNIGHT, MIDNIGHT + 30_000),
        (MIDNIGHT + MS_PER_HOUR + 60_000, MIDNIGHT + MS_PER_HOUR + 120_000),
    ]
    assert kept.rows("SELECT start_ms, end_ms FROM correction") == [(MIDNIGHT, MIDNIGHT + 1000)]
    assert [kept.rows(f"SELECT * FROM {table}") for table in ("roll_day", "roll_day_app")] == tuesday
    assert kept.rows("SELECT min(hour) >= 20515 * 24 FROM roll_hour") == [(1,)]
    assert kept.rows("SELECT count(*) FROM hour_dirty") == [(0,)]
    assert kept.rows("SELECT title FROM context ORDER BY title") == [("Over midnight",), ("Tuesday",)]
    assert kept.rows("PRAGMA foreign_key_check") == []


def test_days_in_the_middle_go_and_both_sides_stay(kept: Kept) -> None:
    """What reaches into them is cut at either end, and becomes two where it reaches across."""
    next_midnight = MIDNIGHT + MS_PER_DAY
    kept.write(
        a_span(NINE, title="Monday"),
        a_span(MIDNIGHT - 60_000, seconds=90, title="Into Tuesday"),
        a_span(MIDNIGHT + MS_PER_HOUR, title="Tuesday"),
        a_span(next_midnight - 60_000, seconds=90, title="Out of Tuesday"),
        a_span(next_midnight + MS_PER_HOUR, title="Wednesday"),
        gaps=(
            a_gap(NINE + 60_000, seconds=60),
            a_gap(MIDNIGHT - 3_600_000, seconds=7200),
            a_gap(MIDNIGHT + 2 * MS_PER_HOUR, seconds=60),
            a_gap(MIDNIGHT + 3 * MS_PER_HOUR, seconds=86_400),
        ),
    )
    kept.build()
    correct(kept, NINE, NINE + 60_000)
    correct(kept, MIDNIGHT - 1000, next_midnight + 1000)
    correct(kept, MIDNIGHT + MS_PER_HOUR, MIDNIGHT + MS_PER_HOUR + 1000)
    by_day = ("roll_day", "roll_day_app", "roll_day_category")
    others = [kept.rows(f"SELECT * FROM {table} WHERE day != 20515") for table in by_day]
    hours = kept.rows("SELECT * FROM roll_hour WHERE hour / 24 != 20515")
    assert others[0]

    assert erased(kept, date(2026, 3, 4), TUESDAY) == 1
    assert kept.rows("SELECT start_ms, observed_ms, title FROM span JOIN context USING (ctx_id) ORDER BY 1") == [
        (NINE, 60_000, "Monday"),
        (MIDNIGHT - 60_000, 60_000, "Into Tuesday"),
        (next_midnight, 30_000, "Out of Tuesday"),
        (next_midnight + MS_PER_HOUR, 60_000, "Wednesday"),
    ]
    assert kept.rows("SELECT start_ms, end_ms FROM gap ORDER BY 1") == [
        (NINE + 60_000, NINE + 120_000),
        (MIDNIGHT - 3_600_000, MIDNIGHT),
        (next_midnight, next_midnight + 3 * MS_PER_HOUR),
    ]
    assert kept.rows("SELECT start_ms, end_ms, who, why FROM correction ORDER BY 1") == [
        (NINE, NINE + 60_000, "anna", "meeting"),
        (MIDNIGHT - 1000, MIDNIGHT, "anna", "meeting"),
        (next_midnight, next_midnight + 1000, "anna", "meeting"),
    ]
    assert [kept.rows(f"SELECT * FROM {table}") for table in by_day] == others
    assert kept.rows("SELECT * FROM roll_hour") == hours
    assert kept.rows("SELECT count(*) FROM hour_dirty") == [(0,)]
    assert kept.rows("SELECT count(*) FROM context WHERE title = 'Tuesday'") == [(0,)]
    assert kept.rows("PRAGMA foreign_key_check") == []


def test_a_gap_of_weeks_is_not_seen_in_days_that_were_erased(kept: Kept) -> None:
    """It is there before and behind them."""
    kept.write(a_span(NINE), gaps=(a_gap(NINE + 60_000, seconds=7 * 86_400),))
    erased(kept, date(2026, 3, 4), TUESDAY)

    assert kept.rows("SELECT start_ms, end_ms, why FROM gap ORDER BY 1") == [
        (NINE + 60_000, MIDNIGHT, "paused"),
        (MIDNIGHT + MS_PER_DAY, NINE + 60_000 + 7 * MS_PER_DAY, "paused"),
    ]


def test_days_that_a_traveller_saw_elsewhere_are_those_days(kept: Kept) -> None:
    """What was said late on Monday in New York stays with Monday, although it is Tuesday at home."""
    evening = MIDNIGHT + 2 * MS_PER_HOUR
    kept.write(a_span(evening, title="Monday in New York", off_min=-300), a_span(NINE + MS_PER_DAY, title="Tuesday"))
    correct(kept, evening, evening + 30_000)
    correct(kept, NINE + MS_PER_DAY, NINE + MS_PER_DAY + 30_000)
    erased(kept, date(2026, 3, 4), TUESDAY)

    assert kept.rows("SELECT title FROM context") == [("Monday in New York",)]
    assert kept.rows("SELECT start_ms, end_ms FROM correction") == [(evening, evening + 30_000)]


def test_the_day_begins_when_this_desk_says(kept: Kept) -> None:
    """Where days begin at four, the small hours of Tuesday are Monday's."""
    kept.days_start(DayStarts(((EPOCH, 4),)))
    kept.write(a_span(MIDNIGHT + MS_PER_HOUR), a_span(MIDNIGHT + 5 * MS_PER_HOUR))

    assert erased(kept, TUESDAY) == 1
    assert kept.rows("SELECT start_ms FROM span") == [(MIDNIGHT + 5 * MS_PER_HOUR,)]


def test_everything_is_everything_but_what_the_person_was_promised(kept: Kept) -> None:
    """The receipt of the notice stays, and that something was erased; nothing else names anything."""
    kept.write(a_span(NINE), a_span(NINE + 3650 * MS_PER_DAY), gaps=(a_gap(NINE + 60_000),))
    kept.write(a_span(NINE + MS_PER_HOUR, app="", title="", state=State.PRIVATE, source="calendar"))
    kept.build()
    correct(kept, NINE, NINE + 60_000)
    with transaction(kept.engine) as connection:
        note_shown(connection, "hash", "anna", NINE)

    assert erased(kept, None) == 3

    tables = {name for (name,) in kept.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    full = {table for table in tables if kept.rows(f"SELECT count(*) FROM {table}") != [(0,)]}
    assert full == {"meta", "notice_receipt"}
    with transaction(kept.engine) as connection:
        assert latest_receipt(connection, "hash", "anna") is not None
        assert erasures(connection) == (Erasure(before=None, at_ms=NINE),)


def test_recording_goes_on_after_names_are_gone(kept: Kept) -> None:
    """The writer knows no name by heart that is no longer there."""
    kept.write(a_span(NINE, source="calendar"))
    kept.record.revise(lambda connection: erase(connection, Erasure(before=None, at_ms=NINE), berlin))
    kept.write(a_span(NINE, source="calendar"))

    assert kept.rows("SELECT count(*) FROM span JOIN context USING (ctx_id) JOIN app USING (app_id)") == [(1,)]
    assert kept.rows("PRAGMA foreign_key_check") == []


def bytes_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize("since", [None, TUESDAY - timedelta(days=1)])
def test_not_a_byte_is_left_in_record_and_logs(kept: Kept, since: date | None) -> None:
    """Neither in free pages nor in the write-ahead log, while the writer still has the record open."""
    kept.write(*(a_span(NINE + n * 60_000, app=MARKED_APP, title=f"{MARKER} {n}" * 3) for n in range(300)))
    kept.write(a_span(NINE + MS_PER_DAY, title="Tuesday"), a_span(NINE - MS_PER_DAY, title="Sunday"))
    assert MARKER.encode() in bytes_below(kept.file.parent)

    erased(kept, TUESDAY, since)
    scrub(kept.file)

    left = bytes_below(kept.file.parent)
    assert (MARKER.encode() in left, MARKED_APP.encode() in left, b"Tuesday" in left) == (False, False, True)
    assert (b"Sunday" in left) is (since is not None)
    assert kept.file.with_name("record.db-wal").stat().st_size == 0
    assert diagnose(kept.file) is None


def test_statistics_of_the_optimiser_hold_no_sample(kept: Kept) -> None:
    """Some builds of SQLite keep values of indexed columns to plan with."""
    kept.write(a_span(NINE, title=MARKER))
    with closing(sqlite3.connect(kept.file)) as raw:
        raw.execute("ANALYZE")
        raw.execute("INSERT INTO sqlite_stat1 VALUES ('context', NULL, ?)", (MARKER,))
        raw.commit()
    erased(kept, None)
    scrub(kept.file)

    assert MARKER.encode() not in bytes_below(kept.file.parent)


def test_traces_that_a_reader_holds_on_to_are_told(kept: Kept) -> None:
    """Somebody who looks at the record just now keeps its log from being emptied; the person can try again."""
    kept.write(a_span(NINE, title=MARKER))
    with closing(sqlite3.connect(kept.file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM span").fetchall()
        erased(kept, None)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("storage.engine.PRAGMAS", ("busy_timeout=0",))
            with pytest.raises(MachineError, match="its traces could not be removed"):
                scrub(kept.file)
    scrub(kept.file)
    assert MARKER.encode() not in bytes_below(kept.file.parent)


def test_every_backup_forgets_too(kept: Kept, tmp_path: Path) -> None:
    """Each is rewritten and stays a backup of its day; one that cannot be rewritten goes, as does a half made one."""
    folder = tmp_path / "backups"
    kept.write(a_span(NINE, app=MARKED_APP, title=MARKER), a_span(NINE + MS_PER_DAY, title="Tuesday"))
    for day in range(3):
        back_up(kept.file, folder, NINE + day * MS_PER_DAY)
    (folder / "record-2026-03-02.db").write_bytes(b"damaged, " + MARKER.encode())
    zero(folder / "record-2026-03-03.db", 1)
    for ending in ("new", "renewed-wal"):
        (folder / f"record-2026-03-01.db.{ending}").write_bytes(b"cut off, " + MARKER.encode())
    known = (Erasure(before=TUESDAY, at_ms=NINE + MS_PER_DAY),)

    renew(folder, lambda connection: erase_again(connection, known, berlin))

    assert [path.name for path in folder.iterdir()] == ["record-2026-03-04.db"]
    left = bytes_below(folder)
    assert (MARKER.encode() in left, MARKED_APP.encode() in left, b"Tuesday" in left) == (False, False, True)
    [backup] = backups_in(folder)
    assert diagnose(backup) is None
    assert backup.stat().st_mode & 0o777 == 0o600


def test_what_was_erased_once_is_erased_from_older_copies_only(kept: Kept) -> None:
    """A copy that has the mark is not touched: what was recorded since then stays."""
    mark = Erasure(before=None, at_ms=NINE)
    with transaction(kept.engine) as connection:
        erase(connection, mark, berlin)
    kept.write(a_span(NINE + MS_PER_DAY))
    with transaction(kept.engine) as connection:
        erase_again(connection, (mark,), berlin)
        assert erasures(connection) == (mark,)
    assert kept.rows("SELECT count(*) FROM span") == [(1,)]


def test_the_mark_says_which_days(kept: Kept) -> None:
    """As do those that were made when there was only a first day that is kept."""
    erased(kept, date(2026, 3, 4), TUESDAY)
    with transaction(kept.engine) as connection:
        [mark] = erasures(connection)

    assert mark == Erasure(before=date(2026, 3, 4), since=TUESDAY, at_ms=NINE)
    assert erasures_of_text('[{"before": "2026-03-03", "at_ms": 1}]') == (Erasure(before=TUESDAY, at_ms=1),)


def test_files_that_were_the_record_once_go(kept: Kept) -> None:
    """Set aside, from before a migration, left behind, half made; the record and its logs stay."""
    folder = kept.file.parent
    kept.write(a_span(NINE))
    in_use = {path.name for path in folder.iterdir()}
    for name in ("aside-2026-03-01T090000", "aside-2026-03-01T090000-wal", "before-v2", "new", "rebuilding-wal"):
        (folder / f"record.db.{name}").write_bytes(b"x")
    (folder / "record.db-wal.left-behind").write_bytes(b"x")
    (folder / "recording.lock").touch()

    drop_leftovers(kept.file)

    assert {path.name for path in folder.iterdir()} == {*in_use, "recording.lock"}
