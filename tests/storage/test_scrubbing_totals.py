"""What a scrub does to stored totals: they are built again, or keep their time under no name."""

from datetime import date

from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.period import Period
from reports.shapes import Report
from storage.engine import transaction
from storage.meta import RAW_FROM
from storage.retaining import Retention, retain
from storage.scrubbing import find_forbidden
from tests.factories import BERLIN_WINTER_MIN, NINE, a_span
from tests.storage.records import Kept
from tests.storage.test_erasing import berlin
from tests.storage.test_scrubbing import EVERYTHING, scrubbed

TUESDAY = date(2026, 3, 3)


def report(kept: Kept, by: str) -> Report:
    with kept.service() as service:
        return service.report(Period(date(2026, 3, 2), date(2026, 3, 15)), by)


def test_totals_are_added_up_again(kept: Kept) -> None:
    """Read live at once, built again later; what a private window was counted for is private time now."""
    kept.write(
        a_span(NINE, seconds=600, app="bank", title="Zwicky"),
        a_span(NINE + MS_PER_HOUR, seconds=60, app="mail", title="Inbox"),
        a_span(NINE + MS_PER_DAY, seconds=300, app="calc", title="Payroll"),
        a_span(NINE + 2 * MS_PER_DAY, seconds=30, app="calc", title="Budget"),
    )
    kept.build()
    untouched = kept.rows("SELECT * FROM roll_hour WHERE hour >= 20516 * 24")
    recorded_ms = report(kept, "app").recorded_ms
    scrubbed(kept)
    live = [report(kept, by) for by in ("app", "category", "hour")]
    dirty = kept.rows("SELECT hour, off_min FROM hour_dirty ORDER BY hour")
    kept.build()

    assert [report(kept, by) for by in ("app", "category", "hour")] == live
    assert [(row.key, row.observed_ms) for row in live[0].rows] == [("", 900_000), ("mail", 60_000), ("calc", 30_000)]
    assert {row.key: row.observed_ms for row in live[1].rows}["Private"] == 900_000
    assert {of.recorded_ms for of in live} == {recorded_ms}
    assert dirty == [(20514 * 24 + 9, BERLIN_WINTER_MIN), (20515 * 24 + 9, BERLIN_WINTER_MIN)]
    assert kept.rows("SELECT * FROM roll_hour WHERE hour >= 20516 * 24") == untouched


def test_old_totals_keep_their_time_under_no_name(kept: Kept) -> None:
    """They can never be built again: sums by category, state, hour and day stay, the hidden program's name goes."""
    for day in range(2):
        kept.write(
            a_span(NINE + day * MS_PER_DAY, seconds=600, app="bank", title="Zwicky"),
            a_span(NINE + day * MS_PER_DAY + MS_PER_HOUR, seconds=60, app="ledger-2", title="Zwicky"),
            a_span(NINE + day * MS_PER_DAY + 2 * MS_PER_HOUR, seconds=60, app="", title=""),
            a_span(NINE + day * MS_PER_DAY + 3 * MS_PER_HOUR, seconds=90, app="calc", title="Payroll"),
        )
    kept.build()
    kept.record.revise(
        lambda connection: retain(connection, Retention(spans_from=date(2026, 3, 9), totals_from=None), berlin)
    )
    before = {by: report(kept, by) for by in ("kind", "category", "hour", "day", "app")}
    with transaction(kept.engine) as connection:
        found = find_forbidden(connection, EVERYTHING)
    scrubbed(kept)
    after = {by: report(kept, by) for by in before}

    assert not found.titles
    assert found.programs == {"bank", "ledger-2"}
    assert str(found) == "The rules now forbid the names of 2 programs that the totals still hold"
    assert {by: after[by] for by in after if by != "app"} == {by: before[by] for by in before if by != "app"}
    assert {row.key: row.observed_ms for row in after["app"].rows} == {"": 1_440_000, "calc": 180_000}
    assert kept.rows("SELECT name FROM app WHERE name LIKE 'bank' OR name LIKE 'ledger%'") == []
    assert kept.rows("SELECT count(*) FROM hour_dirty") == [(0,)]


def test_days_whose_spans_are_gone_keep_their_totals(kept: Kept) -> None:
    """A scrub of what is left marks nothing of them."""
    kept.write(
        a_span(NINE, app="mail", title="Claim C-4711"), a_span(NINE + MS_PER_DAY, app="mail", title="Claim C-4711")
    )
    kept.build()
    kept.note(RAW_FROM, TUESDAY.isoformat())
    scrubbed(kept)

    assert kept.rows("SELECT DISTINCT hour / 24 FROM hour_dirty") == [(20515,)]
    assert kept.rows("SELECT DISTINCT day FROM roll_day_app") == [(20514,)]
