"""One week and the usual day beside it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.category import Category, Kind
from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.judge import Judge, Piece
from core.period import EPOCH, DayStarts, Period
from core.rollup import Bucket, Hour
from core.span import Gap, State
from reports.service import ReportService
from reports.week import FEWEST_DAYS_OF_USUAL, PageTotal, hours_of_week, pages_of, usual, weeks_before
from storage.engine import open_for_reading
from tests.factories import NINE, a_piece, a_span
from tests.storage.records import Kept

MONDAY = date(2026, 3, 2)
WIKI, CLAIMS = Category("Knowledge/Wiki"), Category("Work/Claims")
MIDNIGHT_ON_MONDAY = (MONDAY - EPOCH).days * 24


def a_portion(day: int, hour: int, minutes: float, category: Category = CLAIMS) -> tuple[Bucket, int]:
    """`day` counts from the Monday on."""
    bucket = Bucket(Hour(MIDNIGHT_ON_MONDAY + 24 * day + hour, 60), "calc", category, State.ACTIVE)
    return bucket, round(minutes * MS_PER_MIN)


def service_of(kept: Kept, judge: Judge) -> ReportService:
    return ReportService(
        engine=open_for_reading(kept.file),
        judge=judge,
        timezone="Europe/Berlin",
        offset_at=lambda _ms: 60,
        idle_threshold_s=300,
    )


def test_hours_know_their_kinds() -> None:
    """Of several apps and categories the milliseconds add up."""
    found = hours_of_week(
        [a_portion(0, 9, 10), a_portion(0, 9, 5, WIKI), a_portion(0, 9, 2, Category("Work/Mail")), a_portion(1, 9, 1)],
        DayStarts(),
    )

    assert found == {
        (MONDAY, 9): {"Work": 12 * MS_PER_MIN, "Knowledge": 5 * MS_PER_MIN},
        (MONDAY + timedelta(days=1), 9): {"Work": MS_PER_MIN},
    }


def test_a_usual_day_is_the_middle_one() -> None:
    """Days of 1, 2, 3, 4 and 10 hours, none of them knowledge but for an hour of the last."""
    days = [a_portion(day, 9, 60 * hours) for day, hours in enumerate((1, 2, 3, 4, 9))] + [a_portion(4, 10, 60, WIKI)]
    found = usual(days, DayStarts())

    assert found is not None
    assert found.days == 5
    assert (found.recorded.low_ms, found.recorded.middle_ms, found.recorded.high_ms) == tuple(
        hours * MS_PER_HOUR for hours in (2, 3, 4)
    )
    assert found.by_kind[Kind.KNOWLEDGE].middle_ms == 0
    assert found.shares[Kind.KNOWLEDGE] == 1 / 20


def test_four_days_are_no_usual() -> None:
    days = [a_portion(day, 9, 60) for day in range(FEWEST_DAYS_OF_USUAL - 1)]
    assert usual(days, DayStarts()) is None
    assert usual([*days, a_portion(4, 9, 60)], DayStarts()) is not None


@given(
    minutes=st.lists(st.lists(st.tuples(st.integers(0, 23), st.integers(1, 60)), min_size=1), min_size=5, max_size=20)
)
def test_the_middle_of_the_usual_days_parts_them(minutes: list[list[tuple[int, int]]]) -> None:
    """Half of them are no longer, half are no shorter; the spread around it lies within the days."""
    portions = [a_portion(day, hour, long) for day, parts in enumerate(minutes) for hour, long in parts]
    found = usual(portions, DayStarts())
    days = [sum(long for _hour, long in parts) * MS_PER_MIN for parts in minutes]

    assert found is not None
    spread = found.recorded
    assert min(days) <= spread.low_ms <= spread.middle_ms <= spread.high_ms <= max(days)
    assert 2 * sum(day <= spread.middle_ms for day in days) >= len(days)
    assert 2 * sum(day >= spread.middle_ms for day in days) >= len(days)


def test_a_week_agrees_with_its_days_and_reports(kept: Kept) -> None:
    """Whatever is built and whatever is read live."""
    for day in range(-10, 3):
        kept.write(a_span(NINE + day * MS_PER_DAY, seconds=3600, app="calc"))
        kept.write(a_span(NINE + day * MS_PER_DAY + 2 * MS_PER_HOUR, seconds=600, app="wiki"))
    kept.build()
    kept.write(a_span(NINE + 3 * MS_PER_DAY, seconds=60, app="calc"))
    service = service_of(kept, kept.judge)

    week = service.week(MONDAY)

    assert [of.day for of in week.days] == [MONDAY + timedelta(days=number) for number in range(7)]
    for of in week.days:
        alone = service.day(of.day)
        assert (of.by_kind, of.recorded_ms, of.gap_ms) == (alone.by_kind, alone.recorded_ms, alone.gap_ms)
        assert sum(one.end_ms - one.start_ms for one in of.strip) == alone.recorded_ms + alone.gap_ms
    report = service.report(Period(MONDAY, MONDAY + timedelta(days=6)), "category")
    assert sum(sum(by_kind.values()) for by_kind in week.hours.values()) == report.recorded_ms
    assert week.usual is not None
    assert week.usual.days == 10
    assert week.usual.recorded.middle_ms == 70 * MS_PER_MIN
    service.engine.dispose()


def test_a_calendar_agrees_with_the_reports_of_its_days(kept: Kept) -> None:
    """Whatever is built and whatever is read live; days without anything are not there."""
    for day in (0, 1, 4):
        kept.write(a_span(NINE + day * MS_PER_DAY, seconds=3600, app="calc"))
        kept.write(a_span(NINE + day * MS_PER_DAY + 2 * MS_PER_HOUR, seconds=600 + day, app="wiki"))
    kept.build()
    kept.write(a_span(NINE + 6 * MS_PER_DAY, seconds=60, app="calc"))
    service = service_of(kept, kept.judge)

    found = service.calendar(Period(MONDAY, MONDAY + timedelta(days=27)))

    assert sorted(found.by_day) == [MONDAY + timedelta(days=number) for number in (0, 1, 4, 6)]
    for of, by_kind in found.by_day.items():
        report = service.report(Period(of, of), "kind")
        assert by_kind == {total.key: total.observed_ms for total in report.rows}
    service.engine.dispose()


def test_a_filtered_week_counts_what_matches_and_shows_all(kept: Kept) -> None:
    """An hour of calc and ten minutes of wiki a day; nothing is said of the weeks before."""
    for day in range(-10, 2):
        kept.write(a_span(NINE + day * MS_PER_DAY, seconds=3600, app="calc"))
        kept.write(a_span(NINE + day * MS_PER_DAY + 2 * MS_PER_HOUR, seconds=600, app="wiki"))
    service = service_of(kept, kept.judge)

    def is_wiki(one: Piece | Gap) -> bool:
        return isinstance(one, Piece) and one.span.context.app == "wiki"

    week, everything = service.week(MONDAY, matches=is_wiki), service.week(MONDAY)

    monday, tuesday = week.days[:2]
    assert (monday.recorded_ms, monday.gap_ms) == (10 * MS_PER_MIN, 0)
    assert monday.matching == ((NINE + 2 * MS_PER_HOUR, NINE + 2 * MS_PER_HOUR + 10 * MS_PER_MIN),)
    assert tuesday.strip == everything.days[1].strip
    assert sum(sum(by_kind.values()) for by_kind in week.hours.values()) == 20 * MS_PER_MIN
    assert week.usual is None
    assert everything.days[0].matching is None
    service.engine.dispose()


def test_pages_are_told_apart_by_title(kept: Kept) -> None:
    """Of knowledge only, the longest first; a window without a title is known by its application."""
    shown = [
        ("wiki", "Water", 60, WIKI), ("browser", "Water", 30, WIKI), ("wiki", "", 20, WIKI), ("calc", "B", 900, CLAIMS),
    ]  # fmt: skip
    pieces = [a_piece(a_span(seconds=seconds, app=app, title=title), of) for app, title, seconds, of in shown]

    assert pages_of(pieces, Kind.KNOWLEDGE) == (PageTotal("Water", 90_000), PageTotal("wiki", 20_000))


def test_what_is_usual_says_whether_four_weeks_are_known() -> None:
    """Five days of the last week alone are a usual, but no four weeks."""
    weeks = Period(MONDAY - timedelta(weeks=4), MONDAY - timedelta(days=1))
    last_week = [a_portion(day - 7, 9, 60) for day in range(5)]

    known = weeks_before(last_week, DayStarts(), weeks)
    longer = weeks_before([*last_week, a_portion(-25, 9, 60)], DayStarts(), weeks)

    assert known.usual is not None
    assert (known.is_whole, longer.is_whole) == (False, True)
    assert weeks_before(last_week[:4], DayStarts(), weeks).usual is None
