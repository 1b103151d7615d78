"""What is kept no longer goes, and the totals of it stay as they were."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.errors import MachineError
from core.period import EPOCH, Period
from storage.backups import back_up
from storage.copies import renew
from storage.corrections import add_correction
from storage.engine import transaction
from storage.retaining import Retention, retain, retention_on
from tests.factories import BERLIN_WINTER_MIN, NINE, a_correction, a_gap, a_span
from tests.storage.mornings import query
from tests.storage.records import Kept, rules

DAYS = [date(2026, 3, 2) + timedelta(days=n) for n in range(4)]
THURSDAY = DAYS[3]
OLD_HOURS = f"SELECT * FROM roll_hour WHERE hour < {(THURSDAY - EPOCH).days * 24}"
WHOLE = Period(DAYS[0], DAYS[3])


def berlin(_ms: int) -> int:
    return BERLIN_WINTER_MIN


def retained(kept: Kept, spans_from: date | None, totals_from: date | None = None) -> int:
    return kept.record.revise(
        lambda connection: retain(connection, Retention(spans_from=spans_from, totals_from=totals_from), berlin)
    )


def totals(kept: Kept, by: str, period: Period = WHOLE) -> dict[str, int]:
    with kept.service() as service:
        return {row.key: row.observed_ms for row in service.report(period, by).rows}


@pytest.fixture
def four_days(kept: Kept) -> Kept:
    """An hour of two programs on each of four days, and its totals."""
    for n in range(4):
        start_ms = NINE + n * MS_PER_DAY
        kept.write(
            a_span(start_ms, seconds=1800, app="calc", title=f"Sheet {n}"),
            a_span(start_ms + MS_PER_HOUR // 2, seconds=1800, app="wiki", title=f"Page {n}"),
            gaps=(a_gap(start_ms + MS_PER_HOUR),),
        )
    kept.build()
    return kept


@pytest.mark.parametrize(
    ("days", "months", "spans_from", "totals_from"),
    [
        (0, 0, None, None),
        (30, 0, date(2026, 2, 13), None),
        (30, 13, date(2026, 2, 13), date(2025, 2, 1)),
        (30, 1, date(2026, 2, 13), date(2026, 2, 1)),
        (60, 1, date(2026, 2, 1), date(2026, 2, 1)),  # no span outlives its total
        (0, 3, date(2025, 12, 1), date(2025, 12, 1)),
    ],
)
def test_what_is_kept_today(days: int, months: int, spans_from: date | None, totals_from: date | None) -> None:
    """So many whole days and months before the one under way; 0 keeps everything."""
    kept = retention_on(date(2026, 3, 15), spans_days=days, totals_months=months)

    assert kept == Retention(spans_from=spans_from, totals_from=totals_from)
    assert bool(kept) is (days > 0 or months > 0)


def test_spans_go_and_their_totals_stay(four_days: Kept) -> None:
    """Titles, gaps and programs that nothing names any more go with them; reports say the same as before."""
    before = [totals(four_days, by) for by in ("kind", "category", "app", "hour", "day")]

    assert retained(four_days, THURSDAY) == 6

    assert four_days.rows("SELECT count(*), min(start_ms) FROM span") == [(2, NINE + 3 * MS_PER_DAY)]
    assert four_days.rows("SELECT start_ms FROM gap") == [(NINE + 3 * MS_PER_DAY + MS_PER_HOUR,)]
    assert four_days.rows("SELECT title FROM context ORDER BY title") == [("Page 3",), ("Sheet 3",)]
    assert [totals(four_days, by) for by in ("kind", "category", "app", "hour", "day")] == before
    assert retained(four_days, THURSDAY) == 0


def test_rules_and_corrections_leave_old_totals_untouched(four_days: Kept) -> None:
    """Their spans are gone: built again, the old totals would be nothing. The days since are judged anew."""
    retained(four_days, THURSDAY)
    old = Period(DAYS[0], DAYS[2])
    before, stored = (
        totals(four_days, "category", old),
        four_days.rows("SELECT * FROM roll_hour WHERE hour < 20517 * 24"),
    )

    changed = four_days.judged_by(rules({"calc": "Knowledge/Sheets", "wiki": "Personal"}))
    with transaction(changed.engine) as connection:
        [(cat_id,)] = connection.exec_driver_sql("SELECT cat_id FROM category WHERE path = 'Personal'").fetchall()
        for start_ms in (NINE, NINE + 3 * MS_PER_DAY):
            connection.exec_driver_sql(
                "INSERT INTO correction (start_ms, end_ms, cat_id, who, at_ms, why) VALUES (?, ?, ?, 'anna', 1, '')",
                (start_ms, start_ms + 600_000, cat_id),
            )
            hour = (start_ms + MS_PER_HOUR) // MS_PER_HOUR
            connection.exec_driver_sql("INSERT OR IGNORE INTO hour_dirty VALUES (?, 60)", (hour,))
    changed.write(a_span(NINE + 600_000 + MS_PER_HOUR, app="mail"))
    live = totals(changed, "category", old)
    changed.build()

    assert totals(changed, "category", old) == live == before == {"Work/Claims": 5_400_000, "Knowledge/Wiki": 5_400_000}
    assert changed.rows(OLD_HOURS) == stored
    assert totals(changed, "category", Period(THURSDAY, THURSDAY)) == {
        "Knowledge/Sheets": 1_200_000,
        "Personal": 2_400_000,
    }


def test_nothing_goes_whose_totals_are_not_built(kept: Kept) -> None:
    """Whatever the reason that they are not; it goes once they are."""
    kept.write(a_span(NINE))
    with pytest.raises(MachineError, match="its totals are not built"):
        retained(kept, THURSDAY)
    assert kept.rows("SELECT count(*) FROM span") == [(1,)]
    kept.build()
    assert retained(kept, THURSDAY) == 1
    assert totals(kept, "kind") == {"Unclassified": 60_000}


def test_totals_go_later(four_days: Kept) -> None:
    """And with them the names of their programs and categories; later days are as before."""
    retained(four_days, THURSDAY, totals_from=DAYS[2])

    assert totals(four_days, "day") == {"2026-03-04": 3_600_000, "2026-03-05": 3_600_000}
    retained(four_days, THURSDAY + timedelta(days=1), totals_from=THURSDAY + timedelta(days=1))
    assert [
        four_days.rows(f"SELECT count(*) FROM {table}") for table in ("app", "category", "context", "roll_day")
    ] == [[(0,)]] * 4


def test_a_longer_retention_brings_nothing_back(four_days: Kept) -> None:
    """What is gone is gone: the old days stay days of which only totals are kept."""
    retained(four_days, THURSDAY)
    retained(four_days, DAYS[0])
    four_days.judged_by(rules({})).build()

    assert four_days.rows("SELECT value FROM meta WHERE name = 'raw_from'") == [("2026-03-05",)]
    assert totals(four_days, "category", Period(DAYS[0], DAYS[0])) == {
        "Work/Claims": 1_800_000,
        "Knowledge/Wiki": 1_800_000,
    }


def test_a_span_over_the_first_midnight_is_cut_there(kept: Kept) -> None:
    """The total of the day before has its other part."""
    midnight = NINE + 15 * MS_PER_HOUR
    kept.write(a_span(midnight - 60_000, seconds=180, app="calc"))
    kept.build()
    retained(kept, DAYS[1])

    assert kept.rows("SELECT start_ms, observed_ms FROM span") == [(midnight, 120_000)]
    assert totals(kept, "day") == {"2026-03-02": 60_000, "2026-03-03": 120_000}


def test_backups_let_go_as_well(four_days: Kept, tmp_path: Path) -> None:
    """Three are kept, and none of them holds what the record let go of, to the byte; their totals stay."""
    folder = tmp_path / "backups"
    for day in range(3):
        back_up(four_days.file, folder, NINE + day * MS_PER_DAY)
    kept = Retention(spans_from=THURSDAY, totals_from=None)

    renew(folder, lambda connection: retain(connection, kept, berlin))

    assert len(list(folder.iterdir())) == 3
    for backup in folder.iterdir():
        content = backup.read_bytes()
        assert (b"Sheet 1" in content, b"Sheet 3" in content) == (False, True)
        assert query(backup, "SELECT sum(observed_ms) FROM roll_day_app") == [(14_400_000,)]


def test_a_correction_of_a_first_day_abroad_is_kept(kept: Kept) -> None:
    """Nine hours ahead of home, a person's Thursday began when it was still Wednesday at home."""
    midnight_abroad = (THURSDAY - EPOCH).days * MS_PER_DAY - 9 * MS_PER_HOUR
    kept.write(a_span(NINE), a_span(midnight_abroad, seconds=7200, app="mail", off_min=9 * 60))
    said = a_correction(midnight_abroad, seconds=7200, at_ms=midnight_abroad + MS_PER_DAY)
    kept.record.revise(lambda connection: add_correction(connection, said, berlin))
    kept.build()
    retained(kept, THURSDAY)

    kept.write(a_span(NINE + 3 * MS_PER_DAY, app="calc"))
    kept.build()

    assert kept.rows("SELECT start_ms, end_ms FROM correction") == [(said.start_ms, said.end_ms)]
    assert totals(kept, "category", Period(THURSDAY, THURSDAY))[said.category.path] >= 7_200_000
