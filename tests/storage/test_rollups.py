"""Stored totals: when they are built, what they say, and what a change does to them."""

import pytest
from sqlalchemy import insert

from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.errors import MachineError
from core.identity import stable_id
from core.period import EPOCH, DayStarts
from core.span import State
from storage.engine import transaction
from storage.meta import RAW_FROM, RULESET
from storage.rollups import Rollups
from storage.schema import correction, hour_dirty
from tests.factories import NINE, a_span
from tests.storage.records import LATER, Kept, rules

MINUTE = 60_000
HALF_AN_HOUR = 30 * MINUTE
TOTALS = (
    "SELECT hour % 24, path, state, observed_ms, rev FROM roll_hour JOIN category USING (cat_id) ORDER BY hour, path"
)
BY_APP = (
    "SELECT day, app.name, path, observed_ms FROM roll_day_app JOIN app USING (app_id) JOIN category USING (cat_id)"
    " ORDER BY day, app.name, path"
)
MONDAY = 20_514
"""2 March 2026, counted from 1970-01-01."""


def test_hour_is_rolled_half_an_hour_after_its_end(kept: Kept) -> None:
    """Until then idle time may still be dated back into it."""
    kept.write(a_span(app="calc"))
    ended = NINE + MS_PER_HOUR
    assert kept.build(ended + HALF_AN_HOUR - 1) == []
    assert kept.build(ended + HALF_AN_HOUR) == [1]
    assert kept.rows("SELECT count(*) FROM hour_dirty") == [(0,)]


def test_total_of_an_hour_by_category_and_state(kept: Kept) -> None:
    """9:00 to 9:58 in three programs and half a minute of idle; ten seconds of it belong to the next hour."""
    kept.write(
        a_span(NINE, app="calc", seconds=600),
        a_span(NINE + 10 * MINUTE, app="mail", seconds=30),
        a_span(NINE + 11 * MINUTE, app="calc", seconds=30, state=State.IDLE),
        a_span(NINE + 50 * MINUTE, app="calc", seconds=610),
    )
    assert kept.build() == [2]
    assert kept.rows(TOTALS) == [
        (9, "Idle", 1, 30_000, 1),
        (9, "Work/Claims", 0, 1_200_000, 1),
        (9, "Work/Mail", 0, 30_000, 1),
        (10, "Work/Claims", 0, 10_000, 1),
    ]
    assert kept.rows(BY_APP) == [
        (MONDAY, "calc", "Idle", 30_000),
        (MONDAY, "calc", "Work/Claims", 1_210_000),
        (MONDAY, "mail", "Work/Mail", 30_000),
    ]


def test_gap_of_a_day_lies_between_its_first_and_last_observation(kept: Kept) -> None:
    """From 9:01 to 10:00 and from 10:01 to 12:00 nobody looked: 178 minutes."""
    kept.write(a_span(NINE), a_span(NINE + MS_PER_HOUR), a_span(NINE + 3 * MS_PER_HOUR))
    kept.build()
    assert kept.rows("SELECT * FROM roll_day") == [(MONDAY, 178 * MINUTE)]


def test_one_step_is_one_month(kept: Kept) -> None:
    """So that the writer is never kept waiting for long: the 30th and 31st of March, and the 1st of April."""
    kept.write(*(a_span(NINE + day * MS_PER_DAY + hour * MS_PER_HOUR) for day in (28, 29, 30) for hour in range(3)))
    assert kept.build() == [6, 3]


def test_day_begins_where_the_record_says(kept: Kept) -> None:
    """With days from four o'clock on, half past three belongs to the day before."""
    kept.days_start(DayStarts(((EPOCH, 4),)))
    kept.write(a_span(NINE - 5 * MS_PER_HOUR - HALF_AN_HOUR, app="calc"), a_span(NINE, app="calc"))
    kept.build()
    assert kept.rows(BY_APP) == [
        (MONDAY - 1, "calc", "Work/Claims", 60_000),
        (MONDAY, "calc", "Work/Claims", 60_000),
    ]


def test_changed_total_counts_its_revision_up(kept: Kept) -> None:
    """What did not change keeps its revision, so that only changes are sent on."""
    kept.write(a_span(NINE, app="calc"), a_span(NINE + 2 * MINUTE, app="mail"))
    kept.build()
    kept.write(changed=(a_span(NINE, app="calc", seconds=30),))
    kept.build()
    assert kept.rows(TOTALS) == [(9, "Work/Claims", 0, 30_000, 2), (9, "Work/Mail", 0, 60_000, 1)]


def test_vanished_total_becomes_a_zero_with_a_new_revision(kept: Kept) -> None:
    """A row that was simply gone would stay for ever wherever it was sent to; one that comes back counts on."""
    kept.write(a_span(app="calc"))
    kept.build()
    kept.write(removed=(a_span(app="calc"),))
    kept.build()
    assert kept.rows(TOTALS) == [(9, "Work/Claims", 0, 0, 2)]
    assert kept.rows(BY_APP) == []
    kept.write(a_span(app="calc"))
    kept.build()
    assert kept.rows(TOTALS) == [(9, "Work/Claims", 0, 60_000, 3)]


def test_building_twice_changes_nothing(kept: Kept) -> None:
    kept.write(a_span(app="calc"), a_span(NINE + MS_PER_DAY, app="mail"))
    kept.build()
    before = kept.dump()
    assert kept.build() == []
    with transaction(kept.engine) as connection:
        hours = [
            {"hour": hour, "off_min": off_min} for hour, off_min in kept.rows("SELECT hour, off_min FROM roll_hour")
        ]
        connection.execute(insert(hour_dirty), hours)
    assert kept.build() == [2]
    assert kept.dump() == before


def test_correction_in_force_decides_the_total(kept: Kept) -> None:
    """The latter half of the minute was corrected; a correction that was undone is none."""
    kept.write(a_span(app="calc"))
    said = {"who": "anna", "at_ms": NINE, "why": "", "cat_id": stable_id("Work/Claims"), "undone_at_ms": None}
    with transaction(kept.engine) as connection:
        connection.exec_driver_sql("INSERT INTO category VALUES (?, 'Personal')", (stable_id("Personal"),))
        connection.execute(
            insert(correction),
            [
                said | {"start_ms": NINE + 30_000, "end_ms": NINE + MINUTE, "cat_id": stable_id("Personal")},
                said | {"start_ms": NINE, "end_ms": NINE + MINUTE, "at_ms": NINE + 1, "undone_at_ms": NINE + 2},
            ],
        )
    kept.build()
    assert kept.rows(TOTALS) == [(9, "Personal", 0, 30_000, 1), (9, "Work/Claims", 0, 30_000, 1)]


def test_nothing_is_built_while_the_record_is_judged_by_other_rules(kept: Kept) -> None:
    """Totals of two sets of rules never stand side by side as those of one."""
    kept.write(a_span(app="calc"))
    other = rules({"calc": "Personal"})
    assert Rollups(kept.record, other).build(LATER) == 0
    assert kept.rows(TOTALS) == []
    kept.judged_by(other).build()
    assert kept.rows(TOTALS) == [(9, "Personal", 0, 60_000, 1)]


def test_old_totals_outlive_their_spans(kept: Kept) -> None:
    """Retention removed the spans of the first day: new rules and late marks leave its totals as they are."""
    kept.write(a_span(NINE, app="calc"), a_span(NINE + MS_PER_DAY, app="calc"))
    kept.build()
    kept.note(RAW_FROM, "2026-03-03")
    with transaction(kept.engine) as connection:
        connection.exec_driver_sql("DELETE FROM span WHERE start_ms < ?", (NINE + MS_PER_HOUR,))
        connection.exec_driver_sql("INSERT INTO hour_dirty SELECT hour, off_min FROM roll_hour ORDER BY hour LIMIT 1")
    assert kept.judged_by(rules({"calc": "Personal"})).build() == [1]
    assert kept.rows(TOTALS) == [
        (9, "Work/Claims", 0, 60_000, 1),
        (9, "Personal", 0, 60_000, 1),
        (9, "Work/Claims", 0, 0, 2),
    ]
    assert kept.rows(BY_APP) == [(MONDAY, "calc", "Work/Claims", 60_000), (MONDAY + 1, "calc", "Personal", 60_000)]


def test_full_disk_leaves_the_hours_dirty_and_the_next_build_succeeds(kept: Kept) -> None:
    """Each of two hundred programs has a category of its own: their totals need new pages."""
    programs = {f"program {n}": f"Work/{n}" for n in range(200)}
    busy = kept.judged_by(rules(programs))
    busy.write(*(a_span(NINE + n * 10_000, app=app, seconds=10) for n, app in enumerate(programs)))
    builder = Rollups(busy.record, busy.judge)
    [(pages,)] = busy.rows("PRAGMA page_count")
    _allow(busy, pages)
    with pytest.raises(MachineError, match="full"):
        builder.build(LATER)
    assert busy.rows(TOTALS) == []
    _allow(busy, 1 << 30)
    assert builder.build(LATER) == 1
    assert len(busy.rows(TOTALS)) == 200
    assert busy.rows("PRAGMA foreign_key_check") == []


def _allow(kept: Kept, pages: int) -> None:
    with kept.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_record_without_marks_has_nothing_to_build(kept: Kept) -> None:
    kept.note(RULESET, kept.judge.version)
    assert kept.build() == []
