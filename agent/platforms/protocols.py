"""What every back-end offers; never implements any of it."""

from typing import Protocol

from core.capability import Capability
from core.sample import Sight


class DesktopLost(Exception):
    """The desktop cannot be seen at present: its server is gone or refuses; `str()` says why in plain words."""


class Desktop(Protocol):
    """One desktop's set of probes, used by one thread; only `wake` may be called from another."""

    @property
    def name(self) -> str:
        """Which back-end this is, such as `x11`."""
        ...

    def capabilities(self) -> tuple[Capability, ...]:
        """What this desktop can tell, one entry for each `Sense`."""
        ...

    def look(self) -> Sight:
        """The window in front and the idle time now.

        A window that dies during the call is no error: `Sight.window` is None then. Raises DesktopLost when the
        desktop cannot be seen; the next call tries to connect again.
        """
        ...

    def wait(self, seconds: float) -> None:
        """Return when the window in front or its title may have changed, when woken, or after `seconds`.

        Returns at once when something changed since the last `look`, but not a second time for want of a look: nobody
        looks during a pause. Never raises: a lost desktop waits too.
        """
        ...

    def wake(self) -> None:
        """Make a `wait` under way, or the next one, return at once; safe from any thread and signal handler."""
        ...

    def close(self) -> None:
        """Give everything back to the desktop; nothing may be called afterwards."""
        ...
