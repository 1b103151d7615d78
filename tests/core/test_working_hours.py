"""The hours of the week in which samples may be taken."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.working_hours import ALWAYS, DAYS, WorkingHours, parse_working_hours

BERLIN_MIN = 60
OFFICE = ("Mon-Fri 07:00-19:00", "Sat 09:30-12:00")
NIGHT = ("Fri-Sun 22:00-06:00",)


def at(text: str, off_min: int = BERLIN_MIN) -> int:
    """UTC epoch ms of a local time."""
    local = datetime.fromisoformat(text).replace(tzinfo=timezone(timedelta(minutes=off_min)))
    return round(local.timestamp() * 1000)


def includes(lines: tuple[str, ...], text: str) -> bool:
    return parse_working_hours(lines).include(at(text), BERLIN_MIN)


@pytest.mark.parametrize(
    ("lines", "moment", "inside"),
    [
        (OFFICE, "2026-03-02 06:59:59.999", False),  # a Monday
        (OFFICE, "2026-03-02 07:00", True),
        (OFFICE, "2026-03-06 18:59:59.999", True),
        (OFFICE, "2026-03-06 19:00", False),
        (OFFICE, "2026-03-07 09:30", True),
        (OFFICE, "2026-03-07 12:00", False),
        (OFFICE, "2026-03-08 10:00", False),
        (NIGHT, "2026-03-06 21:59", False),
        (NIGHT, "2026-03-06 22:00", True),
        (NIGHT, "2026-03-07 05:59", True),
        (NIGHT, "2026-03-09 05:59", True),  # Monday morning belongs to Sunday's night
        (NIGHT, "2026-03-09 06:00", False),
        (("Sat-Mon 10:00-11:00",), "2026-03-08 10:00", True),  # over the end of the week
        (("Sat-Mon 10:00-11:00",), "2026-03-10 10:00", False),
        (("Mon 00:00-24:00",), "2026-03-02 23:59", True),
        (("Mon 00:00-24:00",), "2026-03-03 00:00", False),
    ],
)
def test_moments_inside_and_outside(lines: tuple[str, ...], moment: str, inside: bool) -> None:
    """By the clock on the wall; a stretch ends at its minute, and may go on into the next day."""
    assert includes(lines, moment) is inside


def test_without_hours_it_is_always_time() -> None:
    """And no change is to be waited for."""
    assert ALWAYS.include(0, 0)
    assert ALWAYS.next_change_ms(0, 0) is None
    assert parse_working_hours(("Mon-Sun 00:00-24:00",)).next_change_ms(at("2026-03-02 07:00"), BERLIN_MIN) is None


@pytest.mark.parametrize(
    ("moment", "change"),
    [
        ("2026-03-02 06:59:59.999", "2026-03-02 07:00"),
        ("2026-03-02 07:00", "2026-03-02 19:00"),
        ("2026-03-06 19:00", "2026-03-07 09:30"),
        ("2026-03-07 12:00:00.001", "2026-03-09 07:00"),
    ],
)
def test_the_next_change_is_at_its_minute(moment: str, change: str) -> None:
    """Over night, over the weekend and over the end of the week."""
    assert parse_working_hours(OFFICE).next_change_ms(at(moment), BERLIN_MIN) == at(change)


def test_stretches_that_touch_are_one() -> None:
    """Nothing changes where one begins as the other ends."""
    hours = parse_working_hours(("Mon 08:00-12:00", "Mon 12:00-16:00"))

    assert hours.next_change_ms(at("2026-03-02 09:00"), BERLIN_MIN) == at("2026-03-02 16:00")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Mo 07:00-19:00", "'Mo' is not a day"),
        ("Mon-Fri", "'Mon-Fri' is not of the form 'Mon-Fri 07:00-19:00'"),
        ("Mon 7:00-19:00", "is not of the form"),
        ("Mon 07:00-25:00", "'25:00' is not a time of day"),
        ("Mon 07:60-19:00", "'07:60' is not a time of day"),
        ("Mon 07:00-07:00", "ends when it begins"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(line: str, reason: str) -> None:
    """A typo must not become hours that nobody meant."""
    with pytest.raises(ValueError, match=reason) as wrong:
        parse_working_hours(("Sat 10:00-11:00", line))
    assert wrong.value.args[0] == 1


lines = st.builds(
    lambda first, last, start, length: (
        f"{first}-{last} {start // 60:02}:{start % 60:02}-{(start + length) % 1440 // 60:02}:{(start + length) % 60:02}"
    ),
    st.sampled_from(DAYS),
    st.sampled_from(DAYS),
    st.integers(0, 1439),
    st.integers(1, 1439),
)


def slowly(of: list[str], utc_ms: int, off_min: int) -> bool:
    """The same, day by day on a calendar."""
    local = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=utc_ms, minutes=off_min)
    for line in of:
        days, times = line.split(" ")
        first, last = (DAYS.index(day) for day in days.split("-"))
        start, end = (int(time[:2]) * 60 + int(time[3:]) for time in times.split("-"))
        meant = {(first + n) % 7 for n in range((last - first) % 7 + 1)}
        minute = local.hour * 60 + local.minute
        today, yesterday = local.weekday() in meant, (local.weekday() - 1) % 7 in meant
        if end > start and today and start <= minute < end:
            return True
        if end < start and ((today and minute >= start) or (yesterday and minute < end)):
            return True
    return False


@given(of=st.lists(lines, min_size=1, max_size=3), utc_ms=st.integers(0, 1 << 41), off_min=st.integers(-720, 840))
def test_the_calendar_agrees(of: list[str], utc_ms: int, off_min: int) -> None:
    """In every zone, with any number of stretches that may overlap."""
    hours = parse_working_hours(of)

    assert hours.include(utc_ms, off_min) is slowly(of, utc_ms, off_min)
    change_ms = hours.next_change_ms(utc_ms, off_min)
    if change_ms is not None:
        assert slowly(of, change_ms, off_min) is not slowly(of, utc_ms, off_min)
        for before_ms in range(change_ms - 60_000, utc_ms, -3_600_000):
            assert slowly(of, before_ms, off_min) is slowly(of, utc_ms, off_min)


def test_hours_are_compared_by_what_they_include() -> None:
    """Two ways to write the same stretch."""
    assert parse_working_hours(("Mon-Tue 08:00-09:00",)) == parse_working_hours(("Mon 08:00-09:00", "Tue 08:00-09:00"))
    assert WorkingHours() == ALWAYS
