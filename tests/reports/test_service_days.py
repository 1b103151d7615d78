"""Local days that are not 24 hours long, and people who take theirs along."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.period import EPOCH, DayStarts, Period
from core.span import Span
from reports.service import ReportService
from tests.factories import NINE, a_span
from tests.storage.records import Kept

BERLIN, LORD_HOWE = "Europe/Berlin", "Australia/Lord_Howe"


def _offset(zone: str, utc_ms: int) -> int:
    offset = datetime.fromtimestamp(utc_ms / 1000, ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return offset // timedelta(minutes=1)


def _around(zone: str, day: date) -> Iterator[Span]:
    """Three days without a break: a span of ten minutes after the other, as the clock on the wall goes."""
    noon = int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp() * 1000)
    for at_ms in range(noon - 2 * MS_PER_DAY, noon + 2 * MS_PER_DAY, 10 * MS_PER_MIN):
        yield a_span(at_ms, seconds=600, app="calc", off_min=_offset(zone, at_ms))


def _hours_of_days(service: ReportService, day: date) -> list[float]:
    """The day before, the day itself, the day after; from the report, which must agree with the days themselves."""
    days = [day - timedelta(days=1), day, day + timedelta(days=1)]
    rows = service.report(Period(days[0], days[-1]), "day").rows
    for row, one in zip(rows, days, strict=True):
        shown = service.day(one)
        assert row.observed_ms == shown.recorded_ms == shown.end_ms - shown.start_ms
        assert shown.timeline.pieces[0].span.start_ms == shown.start_ms
        assert shown.timeline.pieces[-1].span.end_ms == shown.end_ms
        assert shown.gap_ms == 0
    return [row.observed_ms / MS_PER_HOUR for row in rows]


@pytest.mark.parametrize(
    ("zone", "day", "day_start_hour", "hours"),
    [
        (BERLIN, date(2026, 3, 29), 0, [24, 23, 24]),
        (BERLIN, date(2026, 10, 25), 0, [24, 25, 24]),
        (BERLIN, date(2026, 3, 29), 4, [23, 24, 24]),
        (BERLIN, date(2026, 10, 25), 4, [25, 24, 24]),
        (LORD_HOWE, date(2026, 10, 4), 0, [24, 23.5, 24]),
        (LORD_HOWE, date(2026, 4, 5), 0, [24, 24.5, 24]),
        (LORD_HOWE, date(2026, 10, 4), 4, [23.5, 24, 24]),
        (LORD_HOWE, date(2026, 4, 5), 4, [24.5, 24, 24]),
        (BERLIN, date(2026, 10, 25), 2, [24, 25, 24]),
        (LORD_HOWE, date(2026, 4, 5), 2, [24.5, 24, 24]),
    ],
)
def test_day_on_which_the_clock_changes(
    kept: Kept, zone: str, day: date, day_start_hour: int, hours: list[float]
) -> None:
    """The clock changes in the small hours: with days from four o'clock on, on the day before."""
    kept.days_start(DayStarts(((EPOCH, day_start_hour),)))
    kept.write(*_around(zone, day))
    with kept.service(offset_at=lambda ms: _offset(zone, ms)) as service:
        assert _hours_of_days(service, day) == hours
        kept.build()
        assert _hours_of_days(service, day) == hours


def test_hour_that_comes_twice_is_two_hours_of_one_name(kept: Kept) -> None:
    """In Berlin two o'clock comes twice on 25 October, and not at all on 29 March; each stored hour stays an hour."""
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        kept.write(*_around(BERLIN, day))
    kept.build()
    with kept.service() as service:
        hours = {
            day.month: {row.key: row.observed_ms for row in service.report(Period(day, day), "hour").rows}
            for day in (date(2026, 3, 29), date(2026, 10, 25))
        }
    assert "02" not in hours[3]
    assert hours[10]["02"] == 2 * MS_PER_HOUR
    assert hours[3]["03"] == hours[10]["03"] == MS_PER_HOUR
    assert kept.rows("SELECT max(observed_ms) FROM roll_hour") == [(MS_PER_HOUR,)]


def test_day_start_that_moves_makes_one_longer_day(kept: Kept) -> None:
    """From 25 March on days begin at four: the 24th has 28 hours, and no second is lost or counted twice."""
    day = date(2026, 3, 24)
    kept.days_start(DayStarts(((EPOCH, 0), (date(2026, 3, 25), 4))))
    kept.write(*_around(BERLIN, day))
    with kept.service(offset_at=lambda ms: _offset(BERLIN, ms)) as service:
        assert _hours_of_days(service, day) == [24, 28, 24]
        kept.build()
        assert _hours_of_days(service, day) == [24, 28, 24]


def test_traveller_to_the_west_has_a_longer_day(kept: Kept) -> None:
    """Berlin 9 to 12, eight hours in the air, New York 14 to 20: nine hours at work on one Monday of both places."""
    landed = NINE + 11 * MS_PER_HOUR
    kept.write(
        *(a_span(NINE + n * MS_PER_HOUR, seconds=3600, app="calc") for n in range(3)),
        *(a_span(landed + n * MS_PER_HOUR, seconds=3600, app="calc", off_min=-300) for n in range(6)),
    )
    monday = Period(date(2026, 3, 2), date(2026, 3, 2))
    for _stored in (False, True):
        with kept.service() as service:
            report = service.report(monday, "hour")
            assert [row.key for row in report.rows] == ["09", "10", "11", "14", "15", "16", "17", "18", "19"]
            assert report.recorded_ms == 9 * MS_PER_HOUR
            assert report.gap_ms == 8 * MS_PER_HOUR
            assert service.report(Period(date(2026, 3, 3), date(2026, 3, 3)), "hour").rows == ()
        kept.build()


def test_traveller_to_the_east_comes_into_the_next_day(kept: Kept) -> None:
    """Berlin 20 to 21, Tokyo from 5 in the morning on after no time at all: what follows is Tuesday."""
    at_eight = NINE + 11 * MS_PER_HOUR
    kept.write(
        a_span(at_eight, seconds=3600, app="calc"),
        a_span(at_eight + MS_PER_HOUR, seconds=3600, app="calc", off_min=540),
    )
    for _stored in (False, True):
        with kept.service() as service:
            rows = service.report(Period(date(2026, 3, 1), date(2026, 3, 4)), "day").rows
            assert [(row.key, row.observed_ms) for row in rows] == [
                ("2026-03-02", MS_PER_HOUR),
                ("2026-03-03", MS_PER_HOUR),
            ]
        kept.build()
