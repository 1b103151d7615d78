"""The one place that asks the time; never interprets what it reads."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Protocol

MS_PER_S = 1000
MS_PER_MIN = 60 * MS_PER_S
MS_PER_HOUR = 60 * MS_PER_MIN
MS_PER_DAY = 24 * MS_PER_HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All clocks of the machine at one instant."""

    awake_ms: int
    """Monotonic milliseconds that stand still while the machine is suspended."""
    boot_ms: int
    """Monotonic milliseconds that go on while the machine is suspended."""
    wall_ms: int
    """UTC epoch milliseconds, as the system believes them; may jump."""
    off_min: int
    """Minutes that local time is ahead of UTC."""


class Clock(Protocol):
    """Whoever can be asked for a reading."""

    def read(self) -> Reading: ...


def _steady_clocks() -> tuple[Callable[[], int], Callable[[], int]]:
    """(awake, boot) in nanoseconds: the clock without suspend and the one with it, per system."""
    if sys.platform == "win32":
        from core.windows_clocks import awake_ns, boot_ns

        return awake_ns, boot_ns
    if sys.platform == "darwin":
        return (
            lambda: time.clock_gettime_ns(time.CLOCK_UPTIME_RAW),
            lambda: time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW),
        )
    return time.monotonic_ns, lambda: time.clock_gettime_ns(time.CLOCK_BOOTTIME)


class SystemClock:
    """The clocks of this machine."""

    def __init__(self) -> None:
        self._awake_ns, self._boot_ns = _steady_clocks()

    def read(self) -> Reading:
        if sys.platform != "win32":
            time.tzset()  # else a time zone changed under a running process goes unnoticed
        wall_ns = time.time_ns()
        return Reading(
            awake_ms=self._awake_ns() // 1_000_000,
            boot_ms=self._boot_ns() // 1_000_000,
            wall_ms=wall_ns // 1_000_000,
            off_min=offset_min(wall_ns // 1_000_000),
        )


def now_ms() -> int:
    """UTC epoch milliseconds now."""
    return time.time_ns() // 1_000_000


def steady_s() -> float:
    """Monotonic seconds, for waiting; its zero means nothing."""
    return time.monotonic()


def offset_min(utc_ms: int) -> int:
    """Minutes that this machine's local time is, or will be, ahead of UTC at `utc_ms`."""
    if sys.platform == "win32":
        from core.windows_clocks import offset_min as windows_offset_min

        return windows_offset_min(utc_ms)
    return time.localtime(utc_ms / MS_PER_S).tm_gmtoff // 60


def local_time(utc_ms: int) -> datetime:
    """What a clock on the wall beside this machine shows at `utc_ms`, to the second."""
    return datetime.fromtimestamp(utc_ms // MS_PER_S, tz=timezone(timedelta(minutes=offset_min(utc_ms))))


def zone_name() -> str:
    """The IANA name of this machine's time zone, such as `Europe/Berlin`."""
    import tzlocal  # more than a megabyte, for those who need the name

    return tzlocal.get_localzone_name() or "UTC"
