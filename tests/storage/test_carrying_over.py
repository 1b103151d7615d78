"""What a wreck still holds comes along into the new record."""

import os
from datetime import date
from pathlib import Path

import pytest

from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.span import State
from storage.backups import back_up
from storage.engine import open_for_writing, transaction
from storage.erasing import Erasure, erase
from storage.meta import DAY_STARTS, MODE, RAW_FROM
from storage.receipts import latest_receipt, note_accepted, note_shown
from storage.retaining import Retention, retain
from tests.factories import BERLIN_WINTER_MIN, NINE, a_span
from tests.storage.damage import pages_of, zero
from tests.storage.mornings import MINUTE, a_morning, query, rebuilt, stored
from tests.storage.records import OFFICE, kept_in, rules

TEN = NINE + MS_PER_HOUR


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_what_the_backup_saw_unfinished_is_as_it_became(tmp_path: Path, backups: Path) -> None:
    """The span under way grew, and its end turned out to be idle: no stretch counts twice."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(600), a_span(NINE + 600 * MINUTE, seconds=300, app="mail"))
        back_up(kept.file, backups, NINE)
        kept.write(
            a_span(NINE + 602 * MINUTE, seconds=600, app="mail", state=State.IDLE),
            changed=(a_span(NINE + 600 * MINUTE, seconds=120, app="mail"),),
        )
        kept.record.end()
        zero(kept.file, pages_of(kept.file, "sqlite_autoindex_context_1")[1])

    rebuilt(kept.file, backups)

    assert stored(kept.file)[600:] == [(NINE + 600 * MINUTE, 120_000), (NINE + 602 * MINUTE, 600_000)]


def test_who_was_shown_the_notice_is_not_forgotten(tmp_path: Path, backups: Path) -> None:
    """An acknowledgement since the backup counts, where it can be read; else the gate asks again."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(600))
        with transaction(kept.engine) as connection:
            note_shown(connection, "hash", "anna", NINE)
        back_up(kept.file, backups, NINE)
        with transaction(kept.engine) as connection:
            note_accepted(connection, "hash", "anna", TEN)
        kept.record.end()
    readable, gone = kept.file, kept.file.with_name("other.db")
    gone.write_bytes(readable.read_bytes())
    zero(readable, pages_of(readable, "span")[0])
    os.truncate(gone, 0)

    accepted = {}
    for file in (readable, gone):
        rebuilt(file, backups)
        engine = open_for_writing(file)
        with transaction(engine) as connection:
            receipt = latest_receipt(connection, "hash", "anna")
        engine.dispose()
        assert receipt is not None
        accepted[file] = receipt.accepted_ms

    assert accepted == {readable: TEN, gone: None}


def test_what_the_record_knew_of_itself_comes_along(tmp_path: Path) -> None:
    """When days begin, a pause that lasts, and that it did not stop in order."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(600))
        for fact, value in ((DAY_STARTS, '[["1970-01-01", 4]]'), (MODE, '{"name": "paused", "until_ms": null}')):
            kept.note(fact, value)
        kept.record.end()
    zero(kept.file, pages_of(kept.file, "span")[0])

    rebuilt(kept.file, tmp_path / "none")

    facts = dict(query(kept.file, "SELECT name, value FROM meta"))
    assert (facts[DAY_STARTS], facts[MODE]) == ('[["1970-01-01", 4]]', '{"name": "paused", "until_ms": null}')
    assert "clean_stop" not in facts


def test_totals_of_which_no_spans_are_left_come_along(tmp_path: Path) -> None:
    """They cannot be built again from anything."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(600), *a_morning(600, NINE + MS_PER_DAY))
        kept.build()
        kept.note(RAW_FROM, "2026-03-03")
        totals = kept.rows(
            "SELECT hour, observed_ms FROM roll_hour WHERE hour < (SELECT min(hour) + 15 FROM roll_hour)"
        )
        days = kept.rows("SELECT day, observed_ms FROM roll_day_app ORDER BY day LIMIT 1")
        kept.record.end()
    zero(kept.file, pages_of(kept.file, "sqlite_autoindex_context_1")[0])

    rebuilt(kept.file, tmp_path / "none")

    assert query(kept.file, "SELECT hour, observed_ms FROM roll_hour") == totals
    assert query(kept.file, "SELECT day, observed_ms FROM roll_day_app") == days


BY_CATEGORY = "SELECT day, path, observed_ms FROM roll_day_category JOIN category USING (cat_id) ORDER BY day LIMIT 1"
BY_APP = "SELECT day, path, observed_ms FROM roll_day_app JOIN category USING (cat_id) ORDER BY day LIMIT 1"


@pytest.mark.parametrize("damaged", ["notice_receipt", "roll_day_app"])
def test_a_day_that_other_rules_judged_after_the_backup_counts_once(
    damaged: str, tmp_path: Path, backups: Path
) -> None:
    """By what the record knew of it last, although its spans are gone."""
    with kept_in(tmp_path) as kept:
        kept.write(*(a_span(NINE + day * MS_PER_DAY, seconds=3600, app="calc") for day in range(3)))
        kept.build()
        back_up(kept.file, backups, NINE)
        other = kept.judged_by(rules({**OFFICE, "calc": "Work/Payments"}))
        other.build()
        other.record.revise(
            lambda connection: retain(
                connection, Retention(spans_from=date(2026, 3, 3), totals_from=None), lambda _ms: BERLIN_WINTER_MIN
            )
        )
        known = other.rows(BY_CATEGORY)
        other.record.end()
    zero(kept.file, pages_of(kept.file, damaged)[0])

    rebuilt(kept.file, backups)

    assert known == [(20514, "Work/Payments", 3_600_000)]
    assert query(kept.file, BY_CATEGORY) == known
    assert damaged == "roll_day_app" or query(kept.file, BY_APP) == known
    assert query(kept.file, "SELECT count(*) FROM roll_day_category WHERE day = 20514") == [(1,)]


def test_days_by_category_outlive_a_lost_page_of_days_by_app(tmp_path: Path) -> None:
    """Sixty days of seven programs, whose spans are gone; their hours say the same."""
    with kept_in(tmp_path) as kept:
        for day in range(60):
            for place, app in enumerate("abcdefg"):
                kept.write(a_span(NINE + day * MS_PER_DAY + place * MS_PER_HOUR, seconds=3000, app=app))
        kept.build()
        kept.note(RAW_FROM, "2026-05-01")
        kept.record.end()
    before = query(kept.file, "SELECT * FROM roll_day_category")
    zero(kept.file, pages_of(kept.file, "roll_day_app")[0])

    rebuilt(kept.file, tmp_path / "none")

    assert len(query(kept.file, "SELECT DISTINCT day FROM roll_day_app")) < 60
    assert query(kept.file, "SELECT * FROM roll_day_category") == before


def test_a_number_that_cannot_be_stops_nothing(tmp_path: Path) -> None:
    """Two of them would be more than a number of SQLite's can be."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(60), *a_morning(600, NINE + MS_PER_DAY))
        kept.build()
        kept.note(RAW_FROM, "2026-03-03")
        with transaction(kept.engine) as connection:
            connection.exec_driver_sql("DELETE FROM roll_day_category")
            for app_id in (1, 2):
                connection.exec_driver_sql("INSERT INTO app VALUES (?, ?)", (app_id, str(app_id)))
                connection.exec_driver_sql(
                    "INSERT INTO roll_day_app (day, app_id, cat_id, state, observed_ms)"
                    " SELECT day, ?, cat_id, state, ? FROM roll_day_app LIMIT 1",
                    (app_id, (1 << 63) - 1),
                )
        kept.record.end()
    zero(kept.file, pages_of(kept.file, "sqlite_autoindex_context_1")[0])

    rebuilt(kept.file, tmp_path / "none")

    assert query(kept.file, "SELECT max(observed_ms) FROM roll_day_app") <= [(600 * 30_000,)]


def test_nothing_that_was_erased_comes_back(tmp_path: Path, backups: Path) -> None:
    """A backup that escaped the erasure is older than its mark, which is read from the damaged record."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(600), *a_morning(600, NINE + MS_PER_DAY))
        back_up(kept.file, backups, NINE)
        with transaction(kept.engine) as connection:
            erase(connection, Erasure(before=date(2026, 3, 3), at_ms=TEN), lambda _ms: BERLIN_WINTER_MIN)
        kept.record.end()
    zero(kept.file, pages_of(kept.file, "span")[0])

    rebuilt(kept.file, backups)

    assert stored(kept.file)[0][0] == NINE + MS_PER_DAY


def test_what_was_recorded_after_everything_was_erased_stays(tmp_path: Path) -> None:
    """Though no backup is left that remembers the erasure: the damaged record has forgotten what it was about."""
    with kept_in(tmp_path) as kept:
        kept.write(*a_morning(600))
        kept.record.revise(
            lambda connection: erase(connection, Erasure(before=None, at_ms=TEN), lambda _ms: BERLIN_WINTER_MIN)
        )
        kept.write(*a_morning(600, NINE + MS_PER_DAY))
        kept.record.end()
    zero(kept.file, pages_of(kept.file, "sqlite_autoindex_context_1")[0])

    loss = rebuilt(kept.file, tmp_path / "none")

    assert (loss.spans_saved, len(stored(kept.file)), stored(kept.file)[0][0]) == (600, 600, NINE + MS_PER_DAY)
    assert query(kept.file, "SELECT count(*) FROM meta WHERE name = 'erasures'") == [(1,)]
