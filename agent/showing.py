"""Looks at the desktop as recording would, and shows what would be stored of it; never stores any of it."""

import threading
from collections.abc import Callable

from agent.platforms.protocols import Desktop, DesktopLost
from agent.sampler import Sampler
from core.capability import with_idle_estimated
from core.clock import MS_PER_S, Clock
from core.example import Example, OffHours, Senses, Told
from core.record_clock import Moment

LOOK_EVERY_S = 1.0
EXTENSIBLE = "gnome"
"""The desktop that tells of its windows once an extension of ours is installed."""


class Showing:
    """Tells of every change of the window in front, of its state, and of what the desktop can tell."""

    def __init__(
        self,
        desktop: Desktop,
        sampler: Sampler,
        clock: Clock,
        tell: Callable[[Told], None],
        *,
        idle_threshold_s: int,
    ) -> None:
        self._desktop = desktop
        self._sampler = sampler
        self._clock = clock
        self._tell = tell
        self._idle_threshold_s = idle_threshold_s
        self._ended = threading.Event()
        self._senses: Senses | None = None
        self._shown: object = None
        """What an example has to differ from to be worth telling."""

    def stop(self) -> None:
        """End after the look under way; safe in a signal handler and from any thread."""
        self._ended.set()
        self._desktop.wake()

    def run(self) -> None:
        """Look at once, and on every change, until stopped."""
        while True:
            self._look()
            if self._ended.is_set():
                return
            self._desktop.wait(LOOK_EVERY_S)

    def _look(self) -> None:
        now = self._clock.read()
        if not self._sampler.hours.include(now.wall_ms, now.off_min):
            self._sampler.rest()
            self._tell_once(OffHours(), OffHours())
            return
        try:
            sample = self._sampler.sample(Moment(ms=now.wall_ms, off_min=now.off_min), private=False)
            state = sample.state(self._idle_threshold_s * MS_PER_S)
            example = Example(
                at_ms=now.wall_ms,
                off_min=now.off_min,
                app=sample.context.app,
                title=sample.context.title,
                state=state,
                since_ms=now.wall_ms - sample.idle_ms,
            )
            self._tell_once((sample.context, state), example)
            self._tell_senses()
        except DesktopLost:
            self._shown = None
            self._tell_senses()

    def _tell_once(self, what: object, told: Told) -> None:
        if what != self._shown:
            self._shown = what
            self._tell(told)

    def _tell_senses(self) -> None:
        try:
            told = with_idle_estimated(self._desktop.capabilities(), self._idle_threshold_s)
        except DesktopLost:
            return  # it went away between two questions: the next look says more
        senses = Senses(told=told, has_extension=self._desktop.name == EXTENSIBLE)
        if senses != self._senses:
            self._senses = senses
            self._tell(senses)
