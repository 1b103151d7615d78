"""The back-end for a desktop that cannot be seen: it says why and never reports a window."""

import select

from agent.platforms.bell import Bell
from agent.platforms.protocols import DesktopLost
from agent.platforms.senses_to_come import SENSES_TO_COME
from core.capability import Capability, Sense
from core.sample import Sight


class NullDesktop:
    """Waits like any other, sees nothing, and gives its reason."""

    name = "none"

    def __init__(self, reason: str, remedy: str) -> None:
        self._reason = reason
        self._remedy = remedy
        self._bell = Bell()

    def capabilities(self) -> tuple[Capability, ...]:
        unseen = (
            Capability(sense=sense, works=False, how=self._reason, remedy=self._remedy)
            for sense in (Sense.WINDOW, Sense.IDLE)
        )
        return (*unseen, *SENSES_TO_COME)

    def look(self) -> Sight:
        raise DesktopLost(self._reason)

    def wait(self, seconds: float) -> None:
        select.select([self._bell], [], [], seconds)
        self._bell.heard()

    def wake(self) -> None:
        self._bell.ring()

    def close(self) -> None:
        self._bell.close()
