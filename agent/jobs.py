"""Runs the hourly and daily work; never trusted with the beat, because a clock set back stops it."""

from collections.abc import Callable
from datetime import UTC

from apscheduler.schedulers.background import BackgroundScheduler

SETTLED_MINUTE = 35
"""Past the hour: by then the last hour can no longer change by itself (30 minutes look-back)."""


class Jobs:
    """The scheduler of one agent."""

    def __init__(self) -> None:
        self._scheduler = BackgroundScheduler(timezone=UTC)

    def start(self, *, hourly: Callable[[], None], daily: Callable[[], None]) -> None:
        """Both are called on threads of the scheduler, and once now, for what the last run left or nobody did."""
        self._scheduler.add_job(hourly, "cron", minute=SETTLED_MINUTE, misfire_grace_time=None)
        self._scheduler.add_job(daily, "cron", hour=3, minute=10, misfire_grace_time=None)
        for work in (hourly, daily):
            self.soon(work)
        self._scheduler.start()

    def soon(self, work: Callable[[], None]) -> None:
        """Call `work` once, on a thread of the scheduler."""
        self._scheduler.add_job(work, misfire_grace_time=None)

    def clock_stepped(self) -> None:
        """Work out anew how long to wait."""
        self._scheduler.wakeup()

    def close(self) -> None:
        self._scheduler.shutdown(wait=False)
