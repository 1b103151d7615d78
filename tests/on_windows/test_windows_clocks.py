"""Windows' own clocks and its local time, against other sources for the same."""

import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

assert sys.platform == "win32"

from core.clock import SystemClock, local_time, offset_min, zone_name
from core.windows_clocks import awake_ns, boot_ns

HERE = ZoneInfo("Europe/Berlin")
"""The zone that the stage gives to this Windows."""
NS_PER_S = 1_000_000_000


def test_the_zone_has_its_iana_name() -> None:
    """As everybody but Windows calls it."""
    assert zone_name() == "Europe/Berlin"


@pytest.mark.parametrize("year", range(2015, 2040))
def test_local_time_is_that_of_each_year(year: int) -> None:
    """Also the hour before and behind each change of the clocks, by the tables that tzdata has."""
    days = ((1, 1), (3, 26), (3, 29), (7, 31), (10, 26), (10, 29), (12, 31))
    moments = [datetime(year, month, day, hour, 30, tzinfo=UTC) for month, day in days for hour in (0, 1, 23)]
    for moment in moments:
        expected = moment.astimezone(HERE)
        ms = round(moment.timestamp() * 1000)
        told = expected.utcoffset()
        assert told is not None
        assert offset_min(ms) == told.total_seconds() // 60
        assert local_time(ms).replace(tzinfo=None) == expected.replace(tzinfo=None)


def test_both_clocks_go_on_and_never_back() -> None:
    """By at least what Python's own clock says, within the 16 ms in which Windows counts."""
    reading = SystemClock().read()
    earlier = (awake_ns(), boot_ns())
    while boot_ns() - earlier[1] < NS_PER_S // 20:
        assert awake_ns() >= earlier[0]
    later = SystemClock().read()

    assert later.boot_ms - reading.boot_ms >= 50
    assert abs((later.awake_ms - reading.awake_ms) - (later.boot_ms - reading.boot_ms)) <= 40
    assert later.wall_ms >= reading.wall_ms
