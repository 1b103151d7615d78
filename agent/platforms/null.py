"""The back-end for a desktop that cannot be seen: it says why, and gives way to a real one as soon as one can be had.

Until then it never reports a window.
"""

import select
from collections.abc import Callable

from agent.platforms.bell import Bell
from agent.platforms.protocols import Desktop, DesktopLost
from core.capability import Capability, Sense
from core.clock import steady_s
from core.sample import Sight

LOOK_AGAIN_AFTER_S = 10.0


class NullDesktop:
    """Waits like any other, sees nothing, and gives its reason."""

    def __init__(self, lost: DesktopLost, find: Callable[[], Desktop]) -> None:
        """`find` is asked again from time to time; it raises DesktopLost with the reason that holds from then on."""
        self._lost = lost
        self._find = find
        self._found: Desktop | None = None
        self._find_at_s = steady_s() + LOOK_AGAIN_AFTER_S
        self._bell = Bell()

    @property
    def name(self) -> str:
        return "none" if self._found is None else self._found.name

    def capabilities(self) -> tuple[Capability, ...]:
        if self._found is not None:
            return self._found.capabilities()
        return tuple(
            Capability(sense=sense, works=False, how=str(self._lost), remedy=self._lost.remedy) for sense in Sense
        )

    def look(self) -> Sight:
        if self._found is None:
            self._look_again()
        if self._found is None:
            raise DesktopLost(str(self._lost), self._lost.remedy)
        return self._found.look()

    def rest(self) -> None:
        if self._found is not None:
            self._found.rest()

    def wait(self, seconds: float) -> None:
        if self._found is None:
            select.select([self._bell], [], [], seconds)
            self._bell.heard()
        elif not self._bell.heard():  # a wake may have come while the real one was found
            self._found.wait(seconds)

    def wake(self) -> None:
        if self._found is None:
            self._bell.ring()
        else:
            self._found.wake()

    def close(self) -> None:
        if self._found is not None:
            self._found.close()
        self._bell.close()

    def _look_again(self) -> None:
        if steady_s() < self._find_at_s:
            return
        self._find_at_s = steady_s() + LOOK_AGAIN_AFTER_S
        try:
            self._found = self._find()
        except DesktopLost as lost:
            self._lost = lost
