"""One day worked out by hand, whether it is read live, from stored totals, or both."""

from collections.abc import Callable
from datetime import date

import pytest

from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.errors import UserError
from core.period import Period
from core.span import Gap, GapReason, State
from reports.service import service_for
from reports.shapes import Bounds, Coverage, Report, Stretch, Total
from reports.totals import GROUPINGS
from storage.meta import RAW_FROM
from tests.factories import NINE, a_span
from tests.storage.records import LATER, Kept, rules

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
ON_MONDAY = Period(MONDAY, MONDAY)
NOW = NINE + 140 * MS_PER_MIN
"""11:20, fifteen minutes into a pause."""
NOON_ON_TUESDAY = NINE + MS_PER_DAY + 3 * MS_PER_HOUR


def _a_monday(kept: Kept) -> None:
    """From nine on: 30 min calc, 10 pause, 20 mail, 15 idle, 10 crashed, 10 private, 30 call in the wiki, a pause."""

    def span(minute: int, minutes: int, app: str, state: State = State.ACTIVE) -> None:
        title = "" if state is State.PRIVATE else "A title"
        kept.write(a_span(NINE + minute * MS_PER_MIN, seconds=minutes * 60, app=app, title=title, state=state))

    span(0, 30, "calc")
    span(40, 20, "mail")
    span(60, 15, "calc", State.IDLE)
    span(85, 10, "", State.PRIVATE)
    span(95, 30, "wiki", State.CALL)
    kept.write(gaps=(_gap(30, 40, GapReason.PAUSED), _gap(75, 85, GapReason.CRASHED), _gap(125, 140, GapReason.PAUSED)))


def _gap(minute: int, until: int, why: GapReason) -> Gap:
    return Gap(start_ms=NINE + minute * MS_PER_MIN, end_ms=NINE + until * MS_PER_MIN, why=why)


def _minutes(*rows: tuple[str, float, float]) -> tuple[Total, ...]:
    return tuple(
        Total(key=key, observed_ms=round(observed * MS_PER_MIN), attended_ms=round(attended * MS_PER_MIN))
        for key, observed, attended in rows
    )


BY = {
    "category": _minutes(
        ("Knowledge/Wiki", 30, 30), ("Work/Claims", 30, 30), ("Work/Mail", 20, 20), ("Idle", 15, 0), ("Private", 10, 0)
    ),
    "kind": _minutes(("Work", 50, 50), ("Knowledge", 30, 30), ("Idle", 15, 0), ("Private", 10, 0)),
    "app": _minutes(("calc", 45, 30), ("wiki", 30, 30), ("mail", 20, 20), ("", 10, 0)),
    "hour": _minutes(("09", 50, 50), ("10", 50, 25), ("11", 5, 5)),
    "day": _minutes(("2026-03-02", 105, 80)),
}


def _live(kept: Kept) -> None:
    """Nothing is rolled."""


def _partly_rolled(kept: Kept) -> None:
    """The hour from nine is rolled, the others may still change."""
    assert kept.build(NOW) == [1]


def _rolled(kept: Kept) -> None:
    assert kept.build(LATER) == [3]


@pytest.mark.parametrize("by", GROUPINGS)
@pytest.mark.parametrize("stored", [_live, _partly_rolled, _rolled])
def test_totals_of_a_day(kept: Kept, stored: Callable[[Kept], None], by: str) -> None:
    """By every grouping the same 105 minutes, and 20 minutes of gaps between its first and last piece."""
    _a_monday(kept)
    stored(kept)
    with kept.service() as service:
        assert service.report(ON_MONDAY, by) == Report(
            period=ON_MONDAY,
            timezone="Europe/Berlin",
            by=by,
            rows=BY[by],
            recorded_ms=105 * MS_PER_MIN,
            gap_ms=20 * MS_PER_MIN,
            idle_threshold_s=300,
            ruleset=kept.judge.version,
            coverage=Coverage(
                attended_ms=80 * MS_PER_MIN,
                unclassified_ms=0,
                work=Bounds(50 / 80, 50 / 80),
                knowledge=Bounds(30 / 80, 30 / 80),
            ),
        )


@pytest.mark.parametrize("stored", [_live, _partly_rolled, _rolled])
def test_pause_under_way_counts_everywhere_the_same(kept: Kept, stored: Callable[[Kept], None]) -> None:
    """At 11:20 the pause since 11:05 is a gap in the report, the timeline, the day and the popover alike."""
    _a_monday(kept)
    stored(kept)
    with kept.service() as service:
        popover = service.today(MONDAY, NOW)
        assert service.report(ON_MONDAY, "category", NOW).gap_ms == 35 * MS_PER_MIN
        assert service.timeline(MONDAY, NOW).gaps[-1] == _gap(125, 140, GapReason.PAUSED)
        assert service.day(MONDAY, NOW).gap_ms == popover.gap_ms == 35 * MS_PER_MIN
        assert popover.gap_count == 3
        [shared] = service.shared_days(ON_MONDAY, {"Work/Mail"}, "category", NOW)
        assert shared.not_recorded_s == 45 * 60  # the gaps and ten private minutes


@pytest.mark.parametrize("stored", [_live, _partly_rolled, _rolled])
def test_evening_is_no_gap_of_a_day_that_is_over(kept: Kept, stored: Callable[[Kept], None]) -> None:
    """The agent was started again on Tuesday morning and noted that it had been stopped since."""
    _a_monday(kept)
    stored(kept)
    stopped = Gap(start_ms=NINE + 140 * MS_PER_MIN, end_ms=NINE + MS_PER_DAY, why=GapReason.STOPPED)
    kept.write(a_span(NINE + MS_PER_DAY), gaps=(stopped,))
    with kept.service() as service:
        assert service.report(ON_MONDAY, "category", NOON_ON_TUESDAY).gap_ms == 20 * MS_PER_MIN
        assert service.day(MONDAY, NOON_ON_TUESDAY).gap_ms == 20 * MS_PER_MIN
        both = service.report(Period(MONDAY, TUESDAY), "day", NOON_ON_TUESDAY)
        assert both.gap_ms == 20 * MS_PER_MIN
        assert [row.key for row in both.rows] == ["2026-03-02", "2026-03-03"]


def test_day_window(kept: Kept) -> None:
    _a_monday(kept)
    with kept.service() as service:
        day = service.day(MONDAY, NOW)
    assert (day.start_ms, day.end_ms) == (NINE - 9 * MS_PER_HOUR, NINE + 15 * MS_PER_HOUR)
    assert (day.by_kind, day.by_category) == (BY["kind"], BY["category"])
    assert day.recorded_ms == 105 * MS_PER_MIN
    assert day.longest_stretch_ms == 30 * MS_PER_MIN
    assert day.switches_per_hour == 1.5  # calc, mail and wiki in eighty attended minutes
    assert [piece.verdict.rule_id for piece in day.timeline.pieces] == ["calc", "mail", None, None, "wiki"]


def test_popover(kept: Kept) -> None:
    _a_monday(kept)
    with kept.service() as service:
        shown = service.today(MONDAY, NOW)
    assert (shown.day, shown.recorded_ms) == ("2026-03-02", 105 * MS_PER_MIN)
    assert [(total.kind, total.observed_ms) for total in shown.kinds] == [(t.key, t.observed_ms) for t in BY["kind"]]
    kinds = [stretch.kind for stretch in shown.strip]
    assert kinds == ["Work", "Gap", "Work", "Idle", "Gap", "Private", "Knowledge", "Gap"]
    assert shown.strip[-1] == Stretch(NINE + 125 * MS_PER_MIN, NOW, "Gap")
    assert (shown.now_category, shown.now_why) == ("Knowledge/Wiki", 'app is "wiki"')


def test_day_before_anything_was_recorded_is_empty(kept: Kept) -> None:
    with kept.service() as service:
        report = service.report(ON_MONDAY, "category", NOW)
        assert (report.rows, report.recorded_ms, report.gap_ms) == ((), 0, 0)
        assert service.day(MONDAY, NOW).timeline.pieces == ()
        assert service.today(MONDAY, NOW).strip == []
        assert service.shared_days(ON_MONDAY, set(), "category") == []


def test_change_of_the_past_shows_at_once(kept: Kept) -> None:
    """Half of the first stretch turns out idle: the report says so before the totals are built again, and after."""
    _a_monday(kept)
    kept.build()
    kept.write(
        a_span(NINE + 15 * MS_PER_MIN, seconds=900, app="calc", title="A title", state=State.IDLE),
        changed=(a_span(NINE, seconds=900, app="calc", title="A title"),),
    )
    for _stored in (False, True):
        with kept.service() as service:
            reports = [service.report(ON_MONDAY, by) for by in GROUPINGS]
        assert [report.recorded_ms for report in reports] == [105 * MS_PER_MIN] * len(GROUPINGS)
        assert [sum(row.attended_ms for row in report.rows) for report in reports] == [65 * MS_PER_MIN] * len(GROUPINGS)
        kept.build()


def test_days_of_which_only_totals_are_kept_are_reported_from_them(kept: Kept) -> None:
    """Their spans are gone: neither a late mark nor other rules turn their totals into zeroes."""
    _a_monday(kept)
    kept.write(a_span(NINE + MS_PER_DAY, app="calc"))
    kept.build()
    kept.note(RAW_FROM, TUESDAY.isoformat())
    with kept.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM span WHERE start_ms < ?", (NINE + MS_PER_DAY,))
        connection.exec_driver_sql("INSERT INTO hour_dirty SELECT DISTINCT hour, off_min FROM roll_hour")
    other = rules({"calc": "Personal"})
    for judge in (kept.judge, other):
        with kept.service(judge) as service:
            for by in GROUPINGS:
                report = service.report(ON_MONDAY, by)
                assert (report.rows, report.gap_ms) == (BY[by], 20 * MS_PER_MIN)
    with kept.service(other) as service:
        assert service.report(Period(TUESDAY, TUESDAY), "category").rows == _minutes(("Personal", 1, 1))


def test_service_of_this_machine(kept: Kept) -> None:
    """In the time zone of the test run; without a record it says how to begin one."""
    kept.write(a_span(NINE))
    service = service_for(kept.file, kept.judge, 60)
    assert (service.timezone, service.idle_threshold_s) == ("Europe/Berlin", 60)
    assert service.today_is(NINE) == MONDAY
    assert service.today_is(NINE + 15 * MS_PER_HOUR) == TUESDAY
    service.engine.dispose()
    with pytest.raises(UserError, match="no record"):
        service_for(kept.file.with_name("other.db"), kept.judge, 60)
