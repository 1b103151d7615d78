"""Local days: held against zoneinfo, in zones that change their clocks in every way there is."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import UserError
from core.period import EPOCH, DayStarts, Period, last_weeks, named_period, parse_day, utc_of
from tests.factories import NINE

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
ZONES = (
    "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Chatham", "Africa/Casablanca",
    "America/New_York", "America/St_Johns", "America/Havana", "Asia/Beirut", "Africa/Cairo", "America/Nuuk",
    "Antarctica/Troll", "UTC",
)  # fmt: skip
JUMPS_OVER_A_DAY_START = {("Pacific/Chatham", 3), ("Antarctica/Troll", 2)}
"""Clocks go back across that hour there."""

hours = st.integers(0, 6)


def offsets_of(zone: str) -> Callable[[int], int]:
    info = ZoneInfo(zone)

    def offset_at(utc_ms: int) -> int:
        offset = datetime.fromtimestamp(utc_ms / 1000, info).utcoffset()
        assert offset is not None
        return int(offset.total_seconds()) // 60

    return offset_at


def starting_at(hour: int) -> DayStarts:
    return DayStarts(((EPOCH, hour),))


def changes_in(zone: str) -> list[date]:
    """The days from 2024 to 2028 on which the clocks of `zone` change; some ordinary day where they never do."""
    offset_at = offsets_of(zone)
    first = 1_704_067_200_000
    changed = [
        first + n * DAY for n in range(5 * 366) if offset_at(first + n * DAY) != offset_at(first + (n + 1) * DAY)
    ]
    return [datetime.fromtimestamp(at / 1000, UTC).date() for at in changed] or [date(2026, 3, 2)]


CHANGES = {zone: changes_in(zone) for zone in ZONES}


@st.composite
def places_in_time(draw: st.DrawFn) -> tuple[str, date]:
    """A zone and a day, as often as not one within a day of a change of its clocks."""
    zone = draw(st.sampled_from(ZONES))
    near = st.builds(lambda day, off: day + timedelta(days=off), st.sampled_from(CHANGES[zone]), st.integers(-1, 1))
    return zone, draw(st.one_of(near, st.dates(date(2014, 1, 1), date(2036, 12, 31))))


minutes = st.integers(0, 24 * 60 - 1)


def instant_of(day: date, minute: int) -> int:
    """UTC epoch ms of a minute of a day of UTC."""
    return (day - EPOCH).days * DAY + minute * MINUTE


@st.composite
def histories(draw: st.DrawFn) -> DayStarts:
    """Days whose start was changed a few times within a month."""
    numbers = sorted(draw(st.sets(st.integers(0, 30), max_size=4)))
    changes = [(date(2026, 3, 1) + timedelta(days=number), draw(hours)) for number in numbers]
    return DayStarts(((EPOCH, draw(hours)), *changes))


@pytest.mark.parametrize(
    ("zone", "day", "day_hours"),
    [
        ("Europe/Berlin", date(2026, 3, 2), 24),
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("Australia/Lord_Howe", date(2026, 10, 4), 23.5),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
        ("Asia/Kathmandu", date(2026, 3, 29), 24),
        ("Pacific/Chatham", date(2026, 9, 27), 23),
        ("Antarctica/Troll", date(2026, 3, 29), 22),
    ],
)
def test_a_day_is_as_long_as_its_clocks_make_it(zone: str, day: date, day_hours: float) -> None:
    """The known odd days have their known lengths."""
    start, end = DayStarts().bounds(day, offsets_of(zone))

    assert end - start == day_hours * HOUR


def test_a_day_begins_at_local_midnight_and_not_at_that_of_utc() -> None:
    """In Berlin 2 March 2026 begins at 23:00 UTC of the day before."""
    start, end = DayStarts().bounds(date(2026, 3, 2), offsets_of("Europe/Berlin"))

    assert start == datetime(2026, 3, 1, 23, tzinfo=UTC).timestamp() * 1000
    assert end == datetime(2026, 3, 2, 23, tzinfo=UTC).timestamp() * 1000


def test_a_day_may_begin_later_than_midnight() -> None:
    """With days from 04:00, the small hours belong to the day before."""
    starts, berlin = starting_at(4), 60
    three = NINE - 6 * HOUR

    assert starts.day_of(three, berlin) == date(2026, 3, 1)
    assert starts.day_of(three + HOUR, berlin) == date(2026, 3, 2)


def test_a_day_that_begins_in_the_skipped_hour_begins_with_the_change() -> None:
    """Chatham skips 02:45 to 03:45: a day from 03:00 begins at 03:45, 14:00 UTC of the day before."""
    start, end = starting_at(3).bounds(date(2026, 9, 27), offsets_of("Pacific/Chatham"))

    assert start == datetime(2026, 9, 26, 14, tzinfo=UTC).timestamp() * 1000
    assert end == datetime(2026, 9, 27, 13, 15, tzinfo=UTC).timestamp() * 1000


@given(places_in_time(), hours)
def test_days_tile_time(place: tuple[str, date], hour: int) -> None:
    """Each day ends where the next begins: no hole and no overlap, in any zone and from any hour."""
    zone, day = place
    starts, offset_at = starting_at(hour), offsets_of(zone)
    bounds = [starts.bounds(day + timedelta(days=number), offset_at) for number in range(-1, 3)]

    assert all(one[1] == other[0] for one, other in pairwise(bounds))
    assert all(22 * HOUR <= end - start <= 26 * HOUR for start, end in bounds)


@given(places_in_time(), minutes, hours)
def test_an_instant_lies_within_its_day(place: tuple[str, date], minute: int, hour: int) -> None:
    """What a clock shows and where the day lies in UTC never disagree."""
    zone, utc_ms = place[0], instant_of(place[1], minute)
    assume((zone, hour) not in JUMPS_OVER_A_DAY_START)
    starts, offset_at = starting_at(hour), offsets_of(zone)

    start, end = starts.bounds(starts.day_of(utc_ms, offset_at(utc_ms)), offset_at)

    assert start <= utc_ms < end


@given(places_in_time(), minutes, hours)
def test_the_day_of_an_instant_is_that_of_the_calendar(place: tuple[str, date], minute: int, hour: int) -> None:
    """Zoneinfo agrees, once the hours before the day begins are given to the day before."""
    zone, utc_ms = place[0], instant_of(place[1], minute)
    local = datetime.fromtimestamp(utc_ms / 1000, ZoneInfo(zone)).replace(tzinfo=None) - timedelta(hours=hour)

    assert starting_at(hour).day_of(utc_ms, offsets_of(zone)(utc_ms)) == local.date()


@given(places_in_time(), minutes)
def test_the_first_instant_at_which_clocks_show_a_time(place: tuple[str, date], minute: int) -> None:
    """Zoneinfo's first reading of a local time is the same."""
    zone, utc_ms = place[0], instant_of(place[1], minute)
    offset_at = offsets_of(zone)
    local_ms = utc_ms + offset_at(utc_ms) * MINUTE
    local = datetime.fromtimestamp(local_ms / 1000, UTC).replace(tzinfo=ZoneInfo(zone), fold=0)

    assert utc_of(local_ms, offset_at) == local.timestamp() * 1000


@given(places_in_time(), minutes)
def test_no_minute_is_left_out_even_where_clocks_skip_it(place: tuple[str, date], minute: int) -> None:
    """The instant found shows the time or, where that is skipped, the first later one."""
    offset_at = offsets_of(place[0])
    local_ms = instant_of(place[1], minute)

    found = utc_of(local_ms, offset_at)

    assert found + offset_at(found) * MINUTE >= local_ms
    assert found - MINUTE + offset_at(found - MINUTE) * MINUTE < local_ms


@given(histories(), st.integers(-5 * 1440, 40 * 1440), st.integers(-720, 840))
def test_an_instant_lies_within_its_day_when_day_starts_change(starts: DayStarts, minute: int, off_min: int) -> None:
    """Days of 18 or 30 hours, where their start moves, tile local time as well."""
    utc_ms = NINE + minute * MINUTE

    day = starts.day_of(utc_ms, off_min)

    assert starts.local_start_ms(day) <= utc_ms + off_min * MINUTE < starts.local_end_ms(day)


@given(histories(), st.integers(0, 40 * 24))
def test_a_local_hour_belongs_to_one_day(starts: DayStarts, number: int) -> None:
    """Days begin on the hour, so that hourly totals add up to days."""
    first = 24 * (date(2026, 3, 1) - EPOCH).days + number
    every_minute = {starts.day_of(first * HOUR + minute * MINUTE, 0) for minute in range(60)}

    assert every_minute == {starts.day_of_hour(first)}


def test_a_changed_day_start_holds_from_the_next_day_on() -> None:
    """Today and all days before keep their hours."""
    today = date(2026, 3, 2)
    starts = DayStarts().changed(4, today=today)

    assert [starts.hour_on(today + timedelta(days=number)) for number in (-400, -1, 0, 1, 400)] == [0, 0, 0, 4, 4]


def test_changing_ones_mind_on_one_day_leaves_the_last_choice() -> None:
    """Only what was chosen last on a day holds from the next."""
    today = date(2026, 3, 2)
    starts = DayStarts().changed(4, today=today).changed(2, today=today)

    assert starts == DayStarts(((EPOCH, 0), (today + timedelta(days=1), 2)))
    assert starts.changed(2, today=today) == starts


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("today", date(2026, 3, 4), date(2026, 3, 4)),
        ("yesterday", date(2026, 3, 3), date(2026, 3, 3)),
        ("this-week", date(2026, 3, 2), date(2026, 3, 8)),
        ("last-week", date(2026, 2, 23), date(2026, 3, 1)),
        ("this-month", date(2026, 3, 1), date(2026, 3, 31)),
        ("last-month", date(2026, 2, 1), date(2026, 2, 28)),
        ("this-year", date(2026, 1, 1), date(2026, 12, 31)),
        ("last-year", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_word_names_a_period(word: str, first: date, last: date) -> None:
    """Seen from Wednesday 4 March 2026."""
    assert named_period(word, date(2026, 3, 4)) == Period(first, last)


def test_december_has_a_last_day_and_a_month_before() -> None:
    """Months are reckoned across the turn of the year."""
    assert named_period("this-month", date(2025, 12, 31)) == Period(date(2025, 12, 1), date(2025, 12, 31))
    assert named_period("last-month", date(2026, 1, 31)) == Period(date(2025, 12, 1), date(2025, 12, 31))


def test_the_last_weeks_end_today() -> None:
    """Four weeks are 28 days, today among them."""
    period = last_weeks(date(2026, 3, 4), 4)

    assert period == Period(date(2026, 2, 5), date(2026, 3, 4))
    assert len(list(period.days())) == 28


@pytest.mark.parametrize("word", ["week", "this-", "this-day", "next-week", ""])
def test_an_unknown_word_is_answered_with_the_known_ones(word: str) -> None:
    """The error lists what can be said."""
    with pytest.raises(UserError, match="use one of today, yesterday, this-week"):
        named_period(word, date(2026, 3, 4))


def test_a_period_has_its_days_and_no_others() -> None:
    """First and last belong to it."""
    period = Period(date(2026, 2, 27), date(2026, 3, 2))

    assert [day.day for day in period.days()] == [27, 28, 1, 2]
    assert date(2026, 2, 27) in period
    assert date(2026, 3, 2) in period
    assert date(2026, 3, 3) not in period


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    """The error says which day is which."""
    with pytest.raises(UserError, match="ends on 2026-03-01, before it begins on 2026-03-02"):
        Period(date(2026, 3, 2), date(2026, 3, 1))


def test_a_day_is_written_as_a_date_or_a_word() -> None:
    """ISO dates, today and yesterday."""
    today = date(2026, 3, 4)

    assert parse_day("2026-02-28", today) == date(2026, 2, 28)
    assert parse_day("today", today) == today
    assert parse_day("yesterday", today) == date(2026, 3, 3)


@pytest.mark.parametrize("text", ["2026-02-30", "28.2.2026", "20260228", "tomorrow", "this-week", ""])
def test_anything_else_is_not_a_day(text: str) -> None:
    """The error shows how to write one."""
    with pytest.raises(UserError, match="is not a day — write it as 2026-03-12, today or yesterday"):
        parse_day(text, date(2026, 3, 4))
