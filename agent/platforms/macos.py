"""The native back-end for macOS: told of programs, looks for titles once a second; never captures a screen.

It has not been run on a Mac yet. Its waits belong on the main thread, where macOS tells what happens.
"""

from agent.platforms.bell import Bell
from agent.platforms.macos_front import Front, FrontProgram
from agent.platforms.macos_listener import Listener
from agent.platforms.macos_microphone import MacMicrophone
from agent.platforms.macos_session import idle_ms, is_hidden
from agent.platforms.protocols import DesktopLost
from agent.platforms.pynput_input import PynputInput
from core.capability import CALLS_UNASKED, INPUT_UNASKED, Capability, Sense
from core.clock import steady_s
from core.sample import Sight
from core.span import NO_INPUT

LOOK_AGAIN_AFTER_S = 1.0
"""Nothing tells of titles, and a signal is taken in only between two waits."""
NOT_TRUSTED = "macOS does not let Engineroom see the titles of windows"
TRUST = "allow Engineroom in System Settings > Privacy & Security > Accessibility; it goes on by itself"


class MacDesktop:
    """Sees the window in front, the idle time and the lock of one macOS session."""

    name = "macos"

    def __init__(self, *, count_input: bool = False, watch_calls: bool = True) -> None:
        """Raises DesktopLost on another system, or where its libraries are missing."""
        self._program = FrontProgram()
        self._listener = Listener()
        self._calls = MacMicrophone() if watch_calls else None
        self._input = PynputInput() if count_input else None
        self._bell = Bell()
        self._seen: Front | None = None
        """What was in front at the last look, or when a wait ended for it."""
        self._has_told = False
        """Whether a wait has ended for what changed since the last look: it ends no other one."""

    def capabilities(self) -> tuple[Capability, ...]:
        if self._program.is_trusted():
            window = Capability(sense=Sense.WINDOW, works=True, how="macOS, told of programs and asked for titles")
        else:
            window = Capability(sense=Sense.WINDOW, works=False, how=NOT_TRUSTED, remedy=TRUST)
        return (
            window,
            Capability(sense=Sense.IDLE, works=True, how="macOS, asked for the last input of this session"),
            Capability(sense=Sense.LOCK, works=True, how="told by macOS of every change"),
            CALLS_UNASKED if self._calls is None else self._calls.capability(),
            INPUT_UNASKED if self._input is None else self._input.capability(),
        )

    def look(self) -> Sight:
        self._has_told = False
        if not self._program.is_trusted():
            raise DesktopLost(NOT_TRUSTED, TRUST)
        self._seen = self._program.now()
        return Sight(
            window=None if self._seen is None else self._seen.window,
            idle_ms=idle_ms(),
            locked=is_hidden(),
            microphone=frozenset() if self._calls is None else self._calls.holders(),
            input=NO_INPUT if self._input is None else self._input.taken(),
        )

    def rest(self) -> None:
        self._seen, self._has_told = None, True
        if self._input is not None:
            self._input.rest()

    def wait(self, seconds: float) -> None:
        until = steady_s() + seconds
        while not self._bell.heard() and not self._has_news() and (left := until - steady_s()) > 0:
            self._listener.run(min(left, LOOK_AGAIN_AFTER_S))

    def wake(self) -> None:
        self._bell.ring()
        self._listener.stop_running()

    def close(self) -> None:
        self._listener.close()
        if self._calls is not None:
            self._calls.close()
        if self._input is not None:
            self._input.close()
        self._bell.close()

    def _has_news(self) -> bool:
        """Without a look at the title where nobody wants news before the next one, as during a rest."""
        heard = self._listener.heard()
        if self._has_told:
            return False
        front = self._program.now()
        self._has_told = heard or front != self._seen
        self._seen = front
        return self._has_told
