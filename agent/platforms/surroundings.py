"""What a Linux session tells whichever desktop it runs: a lock of the screen, and who holds a microphone; never more.

Each change of either ends a wait.
"""

from msgspec.structs import replace

from agent.platforms.pulse_calls import PulseCalls
from agent.platforms.session_lock import SessionLock
from core.capability import Capability
from core.sample import Sight


class Surroundings:
    """The probes beside the window that every back-end on Linux has."""

    def __init__(self) -> None:
        self._lock = SessionLock()
        self._calls = PulseCalls()

    def capabilities(self) -> tuple[Capability, Capability]:
        """Lock and call."""
        return self._lock.capability(), self._calls.capability()

    def completed(self, sight: Sight) -> Sight:
        """`sight` with what is known here besides."""
        return replace(sight, locked=sight.locked or self._lock.locked(), microphone=self._calls.holders())

    def changed(self) -> bool:
        """Whether something here may have changed since the last look; never waits."""
        changed = [self._lock.changed(), self._calls.changed()]  # both hear
        return any(changed)

    def filenos(self) -> list[int]:
        """What to wait for beside everything else."""
        return [*self._lock.filenos(), *self._calls.filenos()]

    def close(self) -> None:
        self._lock.close()
        self._calls.close()
