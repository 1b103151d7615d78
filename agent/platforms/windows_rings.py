"""What ends a wait on Windows: a wake, or something that Windows told; from any thread, never lost and never blocking.

It does without the pair of sockets that serves elsewhere: on Windows that would be a TCP connection.
"""

from contextlib import suppress
from enum import Enum, auto
from queue import Empty, SimpleQueue


class Ring(Enum):
    """Why somebody rings."""

    WAKE = auto()
    TOLD = auto()


class Rings:
    """A queue, because a signal handler may put something into it at any moment."""

    def __init__(self) -> None:
        self._rung: SimpleQueue[Ring] = SimpleQueue()

    def ring(self, why: Ring) -> None:
        self._rung.put(why)

    def heard(self, seconds: float) -> set[Ring]:
        """Every ring since the last call; the first may still come within `seconds`."""
        heard = set()
        with suppress(Empty):
            heard.add(self._rung.get(timeout=seconds))
            while True:
                heard.add(self._rung.get_nowait())
        return heard
