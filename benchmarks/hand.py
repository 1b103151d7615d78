"""A hand that never tires, on one screen, and what a process takes while it is at work; never looks at a window."""

import threading
from collections.abc import Callable, Iterator

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from benchmarks.process import cpu_s
from benchmarks.row import Row
from core.clock import steady_s

WATCH_S = 30
PER_SECOND = 500
WHEEL_UP = 4
_pacing = threading.Event()


class Hand:
    """Moves and scrolls by XTEST, which the server sends on like any mouse."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._moved = 0

    def move(self, x: int, y: int) -> None:
        """To and fro beside a place."""
        self._moved += 1
        self._fake(X.MotionNotify, x=x + self._moved % 80, y=y)

    def scroll(self) -> None:
        self._fake(X.ButtonPress, detail=WHEEL_UP)
        self._fake(X.ButtonRelease, detail=WHEEL_UP)

    def close(self) -> None:
        self._display.close()

    def _fake(self, kind: int, **of: int) -> None:
        xtest.fake_input(self._display, kind, **of)
        self._display.flush()


def counting_rows(pid: int, display: str, *, over: tuple[int, int], desktop: str = "") -> Iterator[Row]:
    """What counting input costs the process `pid`; `over`: a place in a window."""
    hand = Hand(display)
    prefix = f"{desktop}: " if desktop else ""
    for what, act in (("moves of the mouse", lambda: hand.move(*over)), ("notches of the wheel", hand.scroll)):
        share, per_second = cpu_share(pid, act)
        yield Row(
            what=f"{prefix}counting input: CPU with {PER_SECOND} {what} a second",
            figure=share,
            target=3,
            unit="% core",
            beside=f"{per_second:.0f} a second made",
        )
    hand.close()


def cpu_share(pid: int, act: Callable[[], None] | None) -> tuple[float, float]:
    """Per cent of a core while `act` is done again and again, and how often a second that was."""
    began, used, done = steady_s(), cpu_s(pid), 0
    while (passed := steady_s() - began) < WATCH_S:
        if act is not None and done < passed * PER_SECOND:
            act()
            done += 1
        else:
            _pacing.wait(0.5 / PER_SECOND if act else WATCH_S - passed)
    return 100 * (cpu_s(pid) - used) / (steady_s() - began), done / passed
