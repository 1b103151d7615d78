"""The clocks of this machine."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.clock import SystemClock, now_ms, offset_min, steady_s, zone_name
from tests.conftest import TIME_ZONE

SUMMER_MS = int(datetime(2026, 7, 1, tzinfo=UTC).timestamp() * 1000)
WINTER_MS = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)


def test_readings_follow_the_systems_clocks() -> None:
    """Each clock lies between two direct readings of its source."""
    before = time.monotonic_ns(), time.clock_gettime_ns(time.CLOCK_BOOTTIME), time.time_ns()
    reading = SystemClock().read()
    after = time.monotonic_ns(), time.clock_gettime_ns(time.CLOCK_BOOTTIME), time.time_ns()

    read = (reading.awake_ms, reading.boot_ms, reading.wall_ms)
    for low, value, high in zip(before, read, after, strict=True):
        assert low // 1_000_000 <= value <= high // 1_000_000


def test_now_and_the_steady_clock_go_forward() -> None:
    """Both are the system's own."""
    wall, steady = now_ms(), steady_s()

    assert wall <= time.time_ns() // 1_000_000
    assert steady <= time.monotonic()


def test_the_offset_is_that_of_the_local_zone_at_that_time() -> None:
    """Summer and winter differ, and zoneinfo agrees."""
    assert (offset_min(WINTER_MS), offset_min(SUMMER_MS)) == (60, 120)
    for at in (WINTER_MS, SUMMER_MS):
        offset = datetime.fromtimestamp(at / 1000, ZoneInfo(TIME_ZONE)).utcoffset()
        assert offset is not None
        assert offset_min(at) == offset.total_seconds() / 60


@pytest.mark.parametrize(("zone", "minutes"), [("Asia/Kathmandu", 345), ("America/St_Johns", -210), ("UTC", 0)])
def test_offsets_need_not_be_whole_hours(zone: str, minutes: int) -> None:
    """East is ahead of UTC, west behind it."""
    told = subprocess.run(
        [sys.executable, "-c", f"from core.clock import offset_min; print(offset_min({WINTER_MS}))"],
        env={**os.environ, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.strip() == str(minutes)


def test_a_time_zone_changed_under_a_running_process_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next reading has the new offset."""
    clock = SystemClock()
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Kathmandu")
        assert clock.read().off_min == 345
    assert clock.read().off_min == offset_min(now_ms())


def test_the_zone_has_the_name_that_people_know() -> None:
    """Reports say which time they are in."""
    assert zone_name() == TIME_ZONE
