"""One look at the desktop into one redacted sample; never stores, and forgets the raw title at once."""

from collections.abc import Collection

from agent.platforms.names import clean_app
from agent.platforms.protocols import Desktop
from core.record_clock import Moment
from core.redactor import Redactor
from core.sample import Sample
from core.working_hours import WorkingHours


class Sampler:
    """Looks through one back-end, and keeps what one redactor leaves."""

    def __init__(
        self, desktop: Desktop, redactor: Redactor, hours: WorkingHours, call_apps: Collection[str] = ()
    ) -> None:
        """`call_apps`: programs that are in a call while they hold a microphone."""
        self._desktop = desktop
        self._redactor = redactor
        self.hours = hours
        """When it may look; to be asked before."""
        self._call_apps = frozenset(map(clean_app, call_apps))

    def sample(self, moment: Moment, *, private: bool) -> Sample:
        """What the desktop shows at `moment`; `private` when the person asked for private time.

        Raises DesktopLost when it cannot be seen.
        """
        if private:
            self.rest()
            return Sample(at_ms=moment.ms, off_min=moment.off_min, private=True)
        sight = self._desktop.look()
        kept = self._redactor(sight.window)
        return Sample(
            at_ms=moment.ms,
            off_min=moment.off_min,
            context=kept.context,
            case=kept.case,
            idle_ms=sight.idle_ms or 0,
            private=kept.private,
            locked=sight.locked,
            in_call=not self._call_apps.isdisjoint(sight.microphone),
            input=sight.input,
        )

    def rest(self) -> None:
        """Nobody may look until the next sample."""
        self._desktop.rest()
