"""Runs the hourly and daily work; never trusted with the beat, because a clock set back stops it."""

from collections.abc import Callable
from datetime import UTC

from apscheduler.schedulers.background import BackgroundScheduler

SETTLED_MINUTE = 35
"""Past the hour: by then the last hour can no longer change by itself (30 minutes look-back)."""


class Jobs:
    """The scheduler of one agent."""

    def __init__(self, *, hourly: Callable[[], None], daily: Callable[[], None]) -> None:
        """Both are called on the scheduler's own thread."""
        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._scheduler.add_job(hourly, "cron", minute=SETTLED_MINUTE, misfire_grace_time=None)
        self._scheduler.add_job(daily, "cron", hour=3, minute=10, misfire_grace_time=None)
        self._scheduler.add_job(hourly)  # once at the start, for what the last run left

    def start(self) -> None:
        self._scheduler.start()

    def clock_stepped(self) -> None:
        """Work out anew how long to wait."""
        self._scheduler.wakeup()

    def close(self) -> None:
        self._scheduler.shutdown(wait=False)
