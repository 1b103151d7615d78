"""One look at the desktop into one redacted sample; never stores, and forgets the raw title at once."""

from agent.platforms.protocols import Desktop
from core.privacy import TitleLevel, context_of, is_private
from core.record_clock import Moment
from core.sample import Sample
from core.span import NOTHING_SHOWN
from core.working_hours import WorkingHours


class Sampler:
    """Looks through one back-end, at one level of privacy."""

    def __init__(self, desktop: Desktop, level: TitleLevel, hours: WorkingHours) -> None:
        self._desktop = desktop
        self._level = level
        self.hours = hours
        """When it may look; to be asked before."""

    def sample(self, moment: Moment, *, private: bool) -> Sample:
        """What the desktop shows at `moment`; `private` when the person asked for private time.

        Raises DesktopLost when it cannot be seen.
        """
        if private:
            return Sample(at_ms=moment.ms, off_min=moment.off_min, private=True)
        sight = self._desktop.look()
        hidden = sight.window is not None and is_private(sight.window)
        return Sample(
            at_ms=moment.ms,
            off_min=moment.off_min,
            context=NOTHING_SHOWN if hidden else context_of(sight.window, self._level),
            idle_ms=sight.idle_ms or 0,
            private=hidden,
            locked=sight.locked,
            in_call=sight.in_call,
        )
