"""The clocks of Windows that Python does not read, and its local time in any year; never interprets what it reads.

For Windows alone: it is imported where `sys.platform` says so, and nowhere else.
"""

import ctypes
import sys
from ctypes import wintypes
from typing import ClassVar

from core.told_sleep import ToldSleep

assert sys.platform == "win32"

_BEFORE_UNIX_100NS = 116_444_736_000_000_000
"""Windows counts from the year 1601."""
_PER_MS, _PER_MIN = 10_000, 600_000_000
_NS = 100
_RULES_BYTES = 172
"""Of `TIME_ZONE_INFORMATION`, which is only passed on."""


class _SystemTime(ctypes.Structure):
    """A date and a time of day."""

    _fields_: ClassVar = [(name, wintypes.WORD) for name in ("y", "mo", "weekday", "d", "h", "min", "s", "ms")]


_kernel = ctypes.WinDLL("kernel32")
_COUNT, _DATE = ctypes.POINTER(ctypes.c_ulonglong), ctypes.POINTER(_SystemTime)
_kernel.QueryUnbiasedInterruptTime.argtypes = [_COUNT]
_kernel.GetTickCount64.argtypes = []
_kernel.GetTickCount64.restype = ctypes.c_ulonglong
_kernel.FileTimeToSystemTime.argtypes = [_COUNT, _DATE]
_kernel.SystemTimeToFileTime.argtypes = [_DATE, _COUNT]
_kernel.GetTimeZoneInformationForYear.argtypes = [wintypes.USHORT, wintypes.LPVOID, wintypes.LPVOID]
_kernel.SystemTimeToTzSpecificLocalTime.argtypes = [wintypes.LPVOID, _DATE, _DATE]


_told_sleep = ToldSleep()


def awake_ns() -> int:
    """Time since the start of the machine, without that in which it slept."""
    return _told_sleep.awake_ns(_working_ns())


def sleep_begins() -> None:
    """Windows told so; to be called at once, from any thread."""
    _told_sleep.begins(_working_ns())


def sleep_is_over() -> None:
    """As `sleep_begins`."""
    _told_sleep.is_over(_working_ns())


def _working_ns() -> int:
    """Time since the start of the machine without the sleep in which its processor is off."""
    count = ctypes.c_ulonglong()
    _kernel.QueryUnbiasedInterruptTime(ctypes.byref(count))
    return count.value * _NS


def boot_ns() -> int:
    """Time since the start of the machine; Python's own monotonic clock is another one from 3.13 on."""
    ticks: int = _kernel.GetTickCount64()
    return ticks * _NS * _PER_MS


def offset_min(utc_ms: int) -> int:
    """Minutes that local time is ahead of UTC at `utc_ms`, by the zone set now and the rules of that year.

    The C library knows only this year's rules, and keeps the zone in which the process began.
    """
    count = ctypes.c_ulonglong(utc_ms * _PER_MS + _BEFORE_UNIX_100NS)
    utc, local, rules = _SystemTime(), _SystemTime(), ctypes.create_string_buffer(_RULES_BYTES)
    told = (
        _kernel.FileTimeToSystemTime(ctypes.byref(count), ctypes.byref(utc))
        and _kernel.GetTimeZoneInformationForYear(utc.y, None, rules)
        and _kernel.SystemTimeToTzSpecificLocalTime(rules, ctypes.byref(utc), ctypes.byref(local))
        and _kernel.SystemTimeToFileTime(ctypes.byref(local), ctypes.byref(count))
    )
    if not told:
        raise OverflowError(f"Windows knows no local time at {utc_ms}")
    return round((count.value - _BEFORE_UNIX_100NS - utc_ms * _PER_MS) / _PER_MIN)
