"""One invented day as a supervisor would see it, worked out as a real one is; never reads a record."""

from dataclasses import dataclass
from datetime import date

from core.category import Category, Kind
from core.clock import MS_PER_MIN
from core.config import Config
from core.period import Period
from gui.presenters.team import head, team_view
from reports.coverage import coverage
from reports.shapes import Report, Total
from reports.sharing import SharedTotals, shared_day
from reports.team import team_page

DAY = date(2026, 3, 12)
MINUTES = {"Work/Claims": 245, "Knowledge/Wiki": 52, "Personal": 14, "Idle": 61, "Private": 12}
UNOBSERVED_MIN = 37


@dataclass(frozen=True, slots=True)
class Preview:
    """The row, and the names of its columns."""

    head: tuple[str, ...]
    row: tuple[str, ...]


def supervisor_preview(config: Config) -> Preview:
    """By the same steps as what is really shared under this `config`."""
    rows = tuple(_total(path, minutes) for path, minutes in MINUTES.items())
    report = Report(
        period=Period(DAY, DAY),
        timezone="",
        by="category",
        rows=rows,
        recorded_ms=sum(row.observed_ms for row in rows),
        gap_ms=UNOBSERVED_MIN * MS_PER_MIN,
        idle_threshold_s=config.settings.idle_threshold_s,
        ruleset="",
        coverage=coverage(()),
    )
    totals = SharedTotals(
        person=config.person,
        device="",
        written_ms=0,
        timezone="",
        idle_threshold_s=config.settings.idle_threshold_s,
        ruleset="",
        days=[shared_day(report, frozenset(MINUTES), config.settings.share_detail)],
    )
    [row] = team_view(team_page([totals], (), (), 0)).rows
    return Preview(head=tuple(column.short for column in head()), row=row.cells)


def _total(path: str, minutes: int) -> Total:
    observed_ms = minutes * MS_PER_MIN
    return Total(key=path, observed_ms=observed_ms, attended_ms=0 if Category(path).kind is Kind.IDLE else observed_ms)
