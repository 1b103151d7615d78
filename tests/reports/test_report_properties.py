"""Reports against a slow sum, over any history and however much of it is rolled."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from core.period import EPOCH, DayStarts, Period
from core.span import Span, State
from reports.shapes import Report
from reports.totals import GROUPINGS
from tests.storage.histories import Slice, added_up, histories
from tests.storage.records import OFFICE, Kept, kept_in, rules

OTHER_RULES = {"calc": "Personal", "wiki": "Work/Wiki", "unheard-of": "Work/Claims"}
ATTENDED = {State.ACTIVE, State.CALL}


def _key(slice_: Slice, by: str) -> str:
    return {
        "kind": slice_.category.split("/")[0],
        "category": slice_.category,
        "app": slice_.app,
        "hour": f"{slice_.hour:02}",
        "day": slice_.day.isoformat(),
    }[by]


def _wanted(totals: Counter[Slice], period: Period, by: str) -> dict[str, tuple[int, int]]:
    observed: Counter[str] = Counter()
    attended: Counter[str] = Counter()
    for slice_, ms in totals.items():
        if period.first <= slice_.day <= period.last:
            observed[_key(slice_, by)] += ms
            attended[_key(slice_, by)] += ms if slice_.state in ATTENDED else 0
    return {key: (ms, attended[key]) for key, ms in observed.items()}


def _rows(report: Report) -> dict[str, tuple[int, int]]:
    return {row.key: (row.observed_ms, row.attended_ms) for row in report.rows}


def _demand(kept: Kept, spans: list[Span], period: Period, apps: dict[str, str], day_start_hour: int) -> None:
    """Every grouping is the slow sum, all of them have one total, and the gaps are those of the days."""
    totals = added_up(spans, apps, day_start_hour)
    with kept.service(rules(apps)) as service:
        reports = {by: service.report(period, by) for by in GROUPINGS}
        days = [service.day(day) for day in period.days()]
    recorded = sum(ms for slice_, ms in totals.items() if slice_.day in period)
    for by, report in reports.items():
        assert _rows(report) == _wanted(totals, period, by)
        assert report.recorded_ms == recorded
        assert report.gap_ms == sum(day.gap_ms for day in days)
    assert sum(day.recorded_ms for day in days) == recorded


@given(spans=histories(10), data=st.data())
def test_report_is_the_slow_sum(spans: list[Span], data: st.DataObject) -> None:
    """By every grouping, for any period, live, rolled or half of each, under the record's rules and under others."""
    day_start_hour = data.draw(st.sampled_from((0, 4)))
    days = sorted({slice_.day for slice_ in added_up(spans, OFFICE, day_start_hour)})
    first = data.draw(st.dates(days[0] - timedelta(days=1), days[-1]))
    period = Period(first, data.draw(st.dates(first, days[-1] + timedelta(days=1))))
    with TemporaryDirectory() as folder, kept_in(Path(folder), rules(OFFICE)) as kept:
        kept.days_start(DayStarts(((EPOCH, day_start_hour),)))
        cut = data.draw(st.integers(0, len(spans)))
        kept.write(*spans[:cut])
        kept.build(data.draw(st.integers(spans[0].start_ms, spans[-1].end_ms + 86_400_000)))
        kept.write(*spans[cut:])
        _demand(kept, spans, period, OFFICE, day_start_hour)
        _demand(kept, spans, period, OTHER_RULES, day_start_hour)
        kept.build()
        _demand(kept, spans, period, OFFICE, day_start_hour)
