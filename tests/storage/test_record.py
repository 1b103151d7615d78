"""What the one writer writes, and what it never touches."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.errors import MachineError
from core.span import GapReason, State
from storage.meta import RAW_FROM
from storage.reading import Reader
from storage.record import Record, Resumed
from tests.factories import NINE, a_gap, a_span
from tests.storage.records import OFFICE, Kept, rules

MINUTE = 60_000
NOTHING_TAKEN: tuple[tuple[int, int], ...] = ()


@contextmanager
def _full_disk(kept: Kept) -> Iterator[None]:
    """Not one page more than the record has now."""

    def allow(pages: int) -> None:
        with kept.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    [(pages,)] = kept.rows("PRAGMA page_count")
    allow(pages)
    yield
    allow(1 << 30)


def _spans(kept: Kept) -> list[tuple[int, int, str, str]]:
    return kept.rows(
        "SELECT start_ms, observed_ms, app.name, title FROM span JOIN context USING (ctx_id) JOIN app USING (app_id)"
        " ORDER BY start_ms"
    )


def _dirty(kept: Kept) -> list[tuple[int, int]]:
    return kept.rows("SELECT hour, off_min FROM hour_dirty ORDER BY hour, off_min")


def test_span_is_stored_with_all_that_it_says(kept: Kept) -> None:
    kept.write(a_span(app="mail", title="Inbox", seconds=12.5, state=State.CALL, off_min=345, source="calendar"))
    assert kept.rows(
        "SELECT start_ms, observed_ms, state, off_min, source.name FROM span JOIN source USING (source_id)"
    ) == [(NINE, 12_500, 2, 345, "calendar")]
    assert _spans(kept) == [(NINE, 12_500, "mail", "Inbox")]


def test_the_token_of_a_case_is_stored_once_and_read_back(kept: Kept) -> None:
    """Written one by one or taken in at once; what names no case has none."""
    spans = [a_span(NINE + n * MINUTE, case=case) for n, case in enumerate(("abcd", None, "abcd", "efgh"))]
    kept.write(*spans[:2])
    kept.record.take_in(spans[2:])

    assert kept.rows("SELECT token FROM case_token ORDER BY case_id") == [("abcd",), ("efgh",)]
    with kept.engine.connect() as connection:
        assert Reader(connection).spans_of_local(NINE, NINE + MS_PER_DAY) == tuple(spans)


def test_one_program_and_title_is_one_context(kept: Kept) -> None:
    """The same title of two programs is two contexts; the same window seen again, also by another agent, is one."""
    kept.write(a_span(NINE, app="calc"), a_span(NINE + MINUTE, app="writer"), a_span(NINE + 2 * MINUTE, app="calc"))
    kept.judged_by(kept.judge).write(a_span(NINE + 3 * MINUTE, app="calc"))
    assert kept.rows("SELECT count(*) FROM context") == [(2,)]
    assert kept.rows("SELECT count(*) FROM app") == [(2,)]


def test_new_context_is_judged_as_it_is_stored(kept: Kept) -> None:
    kept.write(a_span(NINE, app="calc"), a_span(NINE + MINUTE, app="unheard-of"))
    query = "SELECT path, rule_id FROM context JOIN category ON cat_id = default_cat_id ORDER BY path"
    assert kept.rows(query) == [("Unclassified", None), ("Work/Claims", "calc")]


def test_own_span_grows_shrinks_and_changes_its_state(kept: Kept) -> None:
    kept.write(a_span(seconds=15))
    kept.write(changed=(a_span(seconds=30),))
    assert _spans(kept)[0][1] == 30_000
    kept.write(a_span(NINE + 20_000, seconds=5, state=State.IDLE), changed=(a_span(seconds=20, state=State.LOCKED),))
    assert kept.rows("SELECT observed_ms, state FROM span ORDER BY start_ms") == [(20_000, 3), (5_000, 1)]


def test_history_of_another_context_is_never_changed(kept: Kept) -> None:
    """When a clock repeats itself, a span that begins at the same moment may be somebody else's."""
    kept.write(a_span(app="calc"))
    kept.write(changed=(a_span(app="mail", seconds=5),), removed=(a_span(app="wiki"),))
    assert _spans(kept) == [(NINE, 60_000, "calc", "Budget 2026")]


def test_removed_span_is_gone_and_may_come_back_otherwise(kept: Kept) -> None:
    kept.write(a_span(app="calc"))
    kept.write(a_span(app="mail"), removed=(a_span(app="calc"),))
    assert _spans(kept) == [(NINE, 60_000, "mail", "Budget 2026")]


def test_noted_gap_lengthens_and_never_shrinks(kept: Kept) -> None:
    """The latest reason holds."""
    kept.write(gaps=(a_gap(seconds=60, why=GapReason.BLOCKED),))
    kept.write(gaps=(a_gap(seconds=90, why=GapReason.PAUSED),))
    kept.write(gaps=(a_gap(seconds=30, why=GapReason.PAUSED),))
    assert kept.rows("SELECT start_ms, end_ms, why FROM gap") == [(NINE, NINE + 90_000, "paused")]


def test_batch_is_written_whole_or_not_at_all(kept: Kept) -> None:
    """A span on top of another's start fails, and with it everything that came in the same batch."""
    kept.write(a_span(NINE))
    before = kept.dump()
    with pytest.raises(IntegrityError):
        kept.write(
            a_span(NINE + MINUTE, app="never seen", title="before", source="calendar"),
            a_span(NINE, app="mail"),
            changed=(a_span(NINE, seconds=30),),
            gaps=(a_gap(),),
        )
    assert kept.dump() == before
    kept.write(a_span(NINE + MINUTE, app="never seen", title="before", source="calendar"))
    assert _spans(kept)[1] == (NINE + MINUTE, 60_000, "never seen", "before")


def test_full_disk_loses_nothing_that_was_written_and_writes_nothing_half(kept: Kept) -> None:
    """The same batch succeeds as soon as there is room."""
    kept.write(a_span(NINE))
    batch = [a_span(NINE + n * MINUTE, app=f"program {n}", title="x" * 500) for n in range(1, 40)]
    with _full_disk(kept):
        with pytest.raises(MachineError) as refused:
            kept.write(*batch, gaps=(a_gap(),))
        assert "full" in refused.value.happened
        assert "room" in refused.value.remedy
        assert len(_spans(kept)) == 1
        assert kept.rows("SELECT count(*) FROM gap") == [(0,)]
        assert len(_dirty(kept)) == 1
    kept.write(*batch, gaps=(a_gap(),))
    assert len(_spans(kept)) == 40
    assert kept.rows("PRAGMA foreign_key_check") == []
    assert kept.rows("PRAGMA integrity_check") == [("ok",)]


def test_hours_of_a_failed_save_are_marked_by_the_next(kept: Kept) -> None:
    """Even where all was written but the last word."""
    with kept.engine.connect() as connection:
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    driver.set_authorizer(_no_commit)
    with pytest.raises(MachineError):
        kept.write(a_span(NINE))
    driver.set_authorizer(None)
    kept.write(a_span(NINE))

    assert len(_dirty(kept)) == 1


def _no_commit(action: int, what: str | None, *_more: object) -> int:
    refuses = action == sqlite3.SQLITE_TRANSACTION and what == "COMMIT"
    return sqlite3.SQLITE_DENY if refuses else sqlite3.SQLITE_OK


def test_every_hour_that_a_span_touches_is_marked(kept: Kept) -> None:
    """Local hours, by the offset that the span was seen with: 9:50 to 12:10 in Kathmandu touches four."""
    kept.write(a_span(NINE + 50 * MINUTE, seconds=600))
    start_of_day = NINE // MS_PER_DAY * MS_PER_DAY
    kept.write(a_span(start_of_day + MS_PER_DAY - 345 * MINUTE - 10 * MINUTE, seconds=80 * 60, off_min=345))
    midnight = (start_of_day + MS_PER_DAY) // MS_PER_HOUR
    nine = (NINE + MS_PER_HOUR) // MS_PER_HOUR
    assert _dirty(kept) == [(nine, 60), (midnight - 1, 345), (midnight, 345), (midnight + 1, 345)]


def test_change_and_removal_mark_their_hours_again(kept: Kept) -> None:
    kept.write(a_span(NINE), a_span(NINE + MS_PER_HOUR))
    kept.build()
    assert _dirty(kept) == []
    kept.write(changed=(a_span(NINE, seconds=30),))
    assert len(_dirty(kept)) == 1
    kept.write(removed=(a_span(NINE + MS_PER_HOUR),))
    assert len(_dirty(kept)) == 2


def test_days_of_which_only_totals_are_kept_are_not_marked(kept: Kept) -> None:
    kept.note(RAW_FROM, "2026-03-03")
    kept.write(a_span(NINE), a_span(NINE + MS_PER_DAY))
    assert _dirty(kept) == [((NINE + MS_PER_DAY + MS_PER_HOUR) // MS_PER_HOUR, 60)]


def test_new_record_begins_at_nothing(kept: Kept) -> None:
    """The very first agent did not follow one that crashed, but none is known to have stopped in order either."""
    assert kept.record.begin(NINE) == Resumed(until_ms=0, was_clean=False, taken=NOTHING_TAKEN)


def test_orderly_stop_is_told_from_a_crash(kept: Kept) -> None:
    kept.record.begin(NINE)
    kept.write(a_span(seconds=60))
    kept.record.end()
    after_stop = Record(kept.engine, kept.judge).begin(NINE + MS_PER_HOUR)
    assert after_stop == Resumed(until_ms=NINE + 60_000, was_clean=True, taken=NOTHING_TAKEN)
    after_crash = Record(kept.engine, kept.judge).begin(NINE + MS_PER_HOUR)
    assert after_crash == Resumed(until_ms=NINE + 60_000, was_clean=False, taken=NOTHING_TAKEN)


def test_record_ends_where_its_last_gap_or_span_ends(kept: Kept) -> None:
    kept.write(a_span(seconds=60), gaps=(a_gap(NINE + 60_000, seconds=30),))
    assert kept.record.begin(NINE + MS_PER_HOUR).until_ms == NINE + 90_000


def test_clean_stop_leaves_one_file(kept: Kept) -> None:
    """The write-ahead log is handed back to the record, which can be copied alone then."""
    kept.write(a_span())
    kept.record.end()
    assert [path.name for path in kept.file.parent.iterdir()] == ["record.db"]


def test_record_goes_back_behind_a_clock_that_was_wrong(kept: Kept) -> None:
    """What the wrong clock recorded is known as taken, also after a restart, until it lies in the past."""
    wrong = NINE + 3 * MS_PER_DAY
    kept.write(a_span(NINE - 30_000), a_span(wrong - 30_000), a_span(wrong + MS_PER_HOUR))
    until = wrong + MS_PER_HOUR + 60_000
    taken = ((NINE, NINE + 30_000), (wrong - 30_000, wrong + 30_000), (wrong + MS_PER_HOUR, until))
    assert kept.record.go_back(NINE, until) == taken
    again = Record(kept.engine, rules(OFFICE)).begin(NINE + 40_000)
    assert again == Resumed(until_ms=NINE + 30_000, was_clean=False, taken=taken[1:])
    at_last = Record(kept.engine, rules(OFFICE)).begin(until + 1)
    assert at_last == Resumed(until_ms=until, was_clean=False, taken=NOTHING_TAKEN)


def test_longest_local_day_fits_one_span(kept: Kept) -> None:
    """Thirty hours: the day on which days begin to start six hours later, locked from its first to its last second."""
    locked = replace(a_span(state=State.LOCKED), observed_ms=30 * MS_PER_HOUR)
    kept.write(locked)
    assert _spans(kept)[0][1] == 30 * MS_PER_HOUR
    assert len(_dirty(kept)) == 30
