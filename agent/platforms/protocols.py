"""What every back-end offers, and the probes that it is made of; never implements any of it."""

from typing import Protocol

from core.capability import Capability
from core.sample import Sight
from core.span import InputCount


class DesktopLost(Exception):
    """The desktop cannot be seen at present: its server is gone or refuses; `str()` says why in plain words."""

    def __init__(
        self, reason: str, remedy: str = "start Engineroom from within a desktop session that is running"
    ) -> None:
        super().__init__(reason)
        self.remedy = remedy


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
        """The window in front, the idle time and who holds a microphone now, and the input since the look before.

        A window that dies during the call is no error: `Sight.window` is None then. Raises DesktopLost when the
        desktop cannot be seen; the next call tries to connect again.
        """
        ...

    def rest(self) -> None:
        """Nobody may look from now on until the next `look`, as in a pause: count no input, be told no title.

        What was counted and told since the last look is forgotten. Never raises; a second call changes nothing.
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


class CallProbe(Protocol):
    """Who holds a microphone. Whether that is a call is not for a probe to say; none of its methods ever raises."""

    def capability(self) -> Capability:
        """For `Sense.CALL`: by what it is told, or why not; a source that went away is looked for again."""
        ...

    def holders(self) -> frozenset[str]:
        """Every name of each program that takes sound from a microphone now, as `names.clean_app` leaves it.

        One program may give several: that of its file and the one it shows to people. A stream that is held back
        (corked), and one that records what the loudspeakers play, hold no microphone.
        """
        ...

    def close(self) -> None: ...


class InputProbe(Protocol):
    """Counts keys, clicks and scrolls, and never reads one; none of its methods ever raises.

    What tells keys and characters apart, and where a pointer is, reaches no variable that outlives the taking of one
    event. A pointer that moves is no count. Nothing is hooked before the first `taken`.
    """

    def capability(self) -> Capability:
        """For `Sense.INPUT`: by what it is told, or why not."""
        ...

    def taken(self) -> InputCount:
        """What was counted since the last call; nothing after `rest`, from where on it counts again."""
        ...

    def rest(self) -> None:
        """Take the hook out, and forget what was counted."""
        ...

    def close(self) -> None: ...
