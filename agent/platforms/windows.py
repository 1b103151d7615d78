"""The native back-end for Windows: told of every change, and looks once a second besides; never asks a window itself.

What runs with the rights of an administrator may keep its changes to itself: the second look finds them.
"""

import time

from agent.platforms.pynput_input import PynputInput
from agent.platforms.windows_foreground import Foreground, Front
from agent.platforms.windows_idle import LastInput
from agent.platforms.windows_listener import Listener
from agent.platforms.windows_microphone import WindowsMicrophone
from agent.platforms.windows_rings import Ring, Rings
from core.capability import CALLS_UNASKED, INPUT_UNASKED, Capability, Sense
from core.clock import steady_s
from core.sample import Sight, Window
from core.span import NO_INPUT

LOOK_AGAIN_AFTER_S = 1.0
SETTLED_AFTER_S = 0.05
"""On the way from one window to another none is in front for a moment: nobody saw that."""
ASK_AGAIN_AFTER_S = 0.005


class WindowsDesktop:
    """Sees the window in front, the idle time and the lock of one Windows session."""

    name = "windows"

    def __init__(self, *, count_input: bool = False, watch_calls: bool = True) -> None:
        """Raises DesktopLost where Windows does not let it listen."""
        self._foreground = Foreground()
        self._last_input = LastInput()
        self._calls = WindowsMicrophone() if watch_calls else None
        self._input = PynputInput() if count_input else None
        self._rings = Rings()
        self._listener = Listener(lambda: self._rings.ring(Ring.TOLD))
        self._seen: Front | None = None
        """What was in front at the last look, or when a wait ended for it."""
        self._has_told = False
        """Whether a wait has ended for what changed since the last look: it ends no other one."""

    def capabilities(self) -> tuple[Capability, ...]:
        return (
            Capability(sense=Sense.WINDOW, works=True, how="Windows, told of every change"),
            _idle_capability(works=self._last_input.idle_ms() is not None),
            self._listener.capability(),
            CALLS_UNASKED if self._calls is None else self._calls.capability(),
            INPUT_UNASKED if self._input is None else self._input.capability(),
        )

    def look(self) -> Sight:
        self._has_told = False
        window = self._window()
        return Sight(
            window=window,
            idle_ms=self._last_input.idle_ms(),
            locked=self._listener.hidden,
            microphone=frozenset() if self._calls is None else self._calls.holders(),
            input=NO_INPUT if self._input is None else self._input.taken(),
        )

    def rest(self) -> None:
        self._seen, self._has_told = None, True
        if self._input is not None:
            self._input.rest()

    def wait(self, seconds: float) -> None:
        until = steady_s() + seconds
        pause_s = 0.0
        while True:
            heard = self._rings.heard(pause_s)
            if self._is_news(told=Ring.TOLD in heard) or Ring.WAKE in heard:
                return
            left_s = until - steady_s()
            if left_s <= 0:
                return
            pause_s = min(left_s, LOOK_AGAIN_AFTER_S)

    def wake(self) -> None:
        self._rings.ring(Ring.WAKE)

    def close(self) -> None:
        self._listener.close()
        if self._calls is not None:
            self._calls.close()
        if self._input is not None:
            self._input.close()

    def _window(self) -> Window | None:
        """Once titles of its process are listened to, the listener rings: no change falls between."""
        front = self._settled()
        if front is not None:
            self._listener.follow(self._foreground.pid_of(front.handle))
        self._seen = front
        return None if front is None else self._foreground.window(front)

    def _settled(self) -> Front | None:
        until = steady_s() + SETTLED_AFTER_S
        front = self._foreground.now()
        while front is None and self._seen is not None and steady_s() < until:
            time.sleep(ASK_AGAIN_AFTER_S)
            front = self._foreground.now()
        return front

    def _is_news(self, *, told: bool) -> bool:
        """Without a look at the title where nobody wants news before the next one, as during a rest."""
        if self._has_told:
            return False
        front = self._foreground.now()
        self._has_told = told or front != self._seen
        self._seen = front
        return self._has_told


def _idle_capability(*, works: bool) -> Capability:
    if works:
        return Capability(sense=Sense.IDLE, works=True, how="Windows, asked for the last input of this session")
    return Capability(
        sense=Sense.IDLE,
        works=False,
        how="Windows does not say when the last input of this session was",
        remedy="start Engineroom from within a desktop session",
    )
