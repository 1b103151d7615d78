"""One look at the desktop into one redacted sample; never stores, and forgets the raw title at once."""

from collections.abc import Collection

from agent.platforms.names import clean_app
from agent.platforms.protocols import Desktop
from core.clock import MS_PER_S, steady_s
from core.record_clock import Moment
from core.redactor import Redactor
from core.sample import Sample, Sight
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
        self._shown: int | None = None
        """A fingerprint of the window and title seen last, from which neither can be had back."""
        self._changed_s = 0.0

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
            idle_ms=self._estimated_idle_ms(sight) if sight.idle_ms is None else sight.idle_ms,
            private=kept.private,
            locked=sight.locked,
            in_call=not self._call_apps.isdisjoint(sight.microphone),
            input=sight.input,
        )

    def rest(self) -> None:
        """Nobody may look until the next sample."""
        self._shown = None
        self._desktop.rest()

    def _estimated_idle_ms(self, sight: Sight) -> int:
        """Since when no window or title has changed, for desktops that do not see input; a rest ends with a change."""
        shown = hash(sight.window)
        if shown != self._shown:
            self._shown, self._changed_s = shown, steady_s()
        return round((steady_s() - self._changed_s) * MS_PER_S)
