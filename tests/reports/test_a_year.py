"""A year of 600,000 spans: its reports against sums over the spans themselves, and what they read."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from benchmarks.office_year import build, office_days, offset_in_berlin
from core.errors import MachineError
from core.period import Period, month_of
from core.span import State
from reports.service import ReportService
from storage.engine import open_for_reading, open_for_writing
from storage.record import Record
from storage.rejudging import rejudge
from storage.rollups import Rollups
from tests.storage.records import OFFICE, rules

YEAR = Period(date(2015, 1, 1), date(2015, 12, 31))
DAY = date(2015, 6, 17)
OTHER = {"excel": "Work/Tables", "firefox": "Personal"}


@dataclass(frozen=True, slots=True)
class OfficeYear:
    """A record on disk, and what it must say: milliseconds and attended ones by (day, app)."""

    file: Path
    end_ms: int
    observed: Counter[tuple[date, str]]
    attended: Counter[tuple[date, str]]


@pytest.fixture(scope="module")
def office_year(tmp_path_factory: pytest.TempPathFactory) -> OfficeYear:
    """Built once for every test of this file."""
    file = tmp_path_factory.mktemp("year") / "record.db"
    end_ms = build(file, rules(OFFICE))
    observed: Counter[tuple[date, str]] = Counter()
    attended: Counter[tuple[date, str]] = Counter()
    for spans in office_days():
        for span in spans:
            local = datetime.fromtimestamp(span.start_ms / 1000, UTC) + timedelta(minutes=span.off_min)
            observed[local.date(), span.context.app] += span.observed_ms
            attended[local.date(), span.context.app] += span.observed_ms if span.state is State.ACTIVE else 0
    return OfficeYear(file, end_ms, observed, attended)


def blind_to_spans(file: Path) -> ReportService:
    """A service whose connection fails as soon as it looks at a span."""
    engine = open_for_reading(file)

    @event.listens_for(engine, "connect")
    def forbid(connection: sqlite3.Connection, _record: object) -> None:
        def judge(_action: int, table: str | None, *_more: object) -> int:
            return sqlite3.SQLITE_DENY if table in {"span", "context"} else sqlite3.SQLITE_OK

        connection.set_authorizer(judge)

    return ReportService(
        engine=engine,
        judge=rules(OFFICE),
        timezone="Europe/Berlin",
        offset_at=offset_in_berlin,
        idle_threshold_s=300,
    )


@pytest.fixture
def service(office_year: OfficeYear) -> Iterator[ReportService]:
    service = blind_to_spans(office_year.file)
    yield service
    service.engine.dispose()


@pytest.mark.parametrize("period", [YEAR, month_of(DAY), Period(DAY, DAY)], ids=["year", "month", "day"])
def test_totals_of_a_period_are_the_sums_over_its_spans(
    office_year: OfficeYear, service: ReportService, period: Period
) -> None:
    """By app, to the millisecond, and without a look at any span."""
    wanted: Counter[str] = Counter()
    at_desk: Counter[str] = Counter()
    for (day, app), observed_ms in office_year.observed.items():
        if day in period:
            wanted[app] += observed_ms
            at_desk[app] += office_year.attended[day, app]

    report = service.report(period, "app")

    assert {row.key: row.observed_ms for row in report.rows} == wanted
    assert {row.key: row.attended_ms for row in report.rows} == at_desk
    assert sum(row.observed_ms for row in service.report(period, "hour").rows) == wanted.total()


def test_days_of_a_year(office_year: OfficeYear, service: ReportService) -> None:
    """250 rows, each with what its spans add up to."""
    by_day: Counter[str] = Counter()
    for (day, _app), observed_ms in office_year.observed.items():
        by_day[day.isoformat()] += observed_ms

    assert {row.key: row.observed_ms for row in service.report(YEAR, "day").rows} == by_day


def test_only_a_timeline_looks_at_spans(service: ReportService) -> None:
    """Which shows that the reports above could not have."""
    with pytest.raises(MachineError, match="prohibited"):
        service.timeline(DAY)


def test_other_rules_change_a_year_month_by_month(office_year: OfficeYear, tmp_path: Path) -> None:
    """Twelve steps, after which the stored totals are those of the new rules, and every changed row was counted up."""
    file = Path(shutil.copy(office_year.file, tmp_path))
    judge = rules(OTHER)
    engine = open_for_writing(file)
    rejudge(engine, judge)
    rollups = Rollups(Record(engine, judge), judge)
    steps = list(iter(lambda: rollups.build(office_year.end_ms * 2), 0))
    engine.dispose()
    wanted: Counter[str] = Counter()
    for (day, app), attended_ms in office_year.attended.items():
        wanted[OTHER.get(app, "Unclassified")] += attended_ms
        wanted["Idle"] += office_year.observed[day, app] - attended_ms

    with closing(sqlite3.connect(file)) as connection:
        stored = dict(
            connection.execute(
                "SELECT path, sum(observed_ms) FROM roll_hour JOIN category USING (cat_id)"
                " WHERE observed_ms > 0 GROUP BY path"
            ).fetchall()
        )
        [[counted_up]] = connection.execute("SELECT count(*) FROM roll_hour WHERE rev > 1 AND observed_ms = 0")
    assert stored == wanted
    assert len(steps) == 12
    assert counted_up > 0
