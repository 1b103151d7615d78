"""What a Linux session tells whichever desktop it runs: a lock of the screen, and who holds a microphone; never more.

Each change of either ends a wait.
"""

from msgspec.structs import replace

from agent.platforms.pulse_calls import PulseCalls
from agent.platforms.session_lock import SessionLock
from core.capability import CALLS_UNASKED, Capability
from core.sample import Sight


class Surroundings:
    """The probes beside the window that every back-end on Linux has."""

    def __init__(self, *, watch_calls: bool = True) -> None:
        self._lock = SessionLock()
        self._calls = PulseCalls() if watch_calls else None

    def capabilities(self) -> tuple[Capability, Capability]:
        """Lock and call."""
        return self._lock.capability(), CALLS_UNASKED if self._calls is None else self._calls.capability()

    def completed(self, sight: Sight) -> Sight:
        """`sight` with what is known here besides."""
        holders: frozenset[str] = frozenset() if self._calls is None else self._calls.holders()
        return replace(sight, locked=sight.locked or self._lock.locked(), microphone=holders)

    def rest(self) -> None:
        """Forget who holds a microphone, and ask nobody until the next look."""
        if self._calls is not None:
            self._calls.rest()

    def changed(self) -> bool:
        """Whether something here may have changed since the last look; never waits."""
        changed = [self._lock.changed(), self._calls is not None and self._calls.changed()]  # both hear
        return any(changed)

    def filenos(self) -> list[int]:
        """What to wait for beside everything else."""
        return [*self._lock.filenos(), *([] if self._calls is None else self._calls.filenos())]

    def close(self) -> None:
        self._lock.close()
        if self._calls is not None:
            self._calls.close()
