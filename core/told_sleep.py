"""Takes sleep out of a clock that goes on in it, by what the system tells; never asks the time itself.

Windows counts Modern Standby, in which it halts every program, as time awake.
"""

import threading

LEAP_NS = 10_000_000_000
"""The clock is read every few seconds: whoever was told of sleep and then misses so much has slept."""


class ToldSleep:
    """Between two readings, from any thread; `count_ns` is what the clock shows."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_told = False
        self._last_ns = 0
        self._slept_ns = 0

    def begins(self, count_ns: int) -> None:
        """The system is about to sleep, now or minutes from now."""
        with self._lock:
            self._take_in(count_ns)
            self._is_told = True

    def is_over(self, count_ns: int) -> None:
        with self._lock:
            self._take_in(count_ns)
            self._is_told = False

    def awake_ns(self, count_ns: int) -> int:
        """What the clock would show if it had stood still meanwhile."""
        with self._lock:
            self._take_in(count_ns)
            return count_ns - self._slept_ns

    def _take_in(self, count_ns: int) -> None:
        passed_ns = count_ns - self._last_ns
        if self._is_told and passed_ns >= LEAP_NS:
            self._slept_ns += passed_ns
            self._is_told = False
        self._last_ns = max(self._last_ns, count_ns)
