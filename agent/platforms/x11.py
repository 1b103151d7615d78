"""The native back-end for X11: hears of every change as it happens; never asks a window for more than its name.

Idle time comes from the XScreenSaver extension. A server that goes away is looked for again at every look.
"""

import select

from msgspec.structs import replace

from agent.platforms.bell import Bell
from agent.platforms.names import ProcessNames
from agent.platforms.protocols import DesktopLost, InputProbe
from agent.platforms.surroundings import Surroundings
from agent.platforms.x11_connection import Connection
from agent.platforms.x11_view import View
from core.capability import INPUT_UNASKED, Capability, Sense
from core.clock import steady_s
from core.sample import Sight


class X11Desktop:
    """Sees the window in front and the idle time of one X server."""

    name = "x11"

    def __init__(self, display_name: str | None = None, *, count_input: bool = False, watch_calls: bool = True) -> None:
        """`display_name`: the server that the environment names when None. Raises DesktopLost where none answers."""
        self._display_name = display_name
        self._processes = ProcessNames()
        self._view: View | None = None
        """None while the server is gone."""
        self._has_told = False
        """Whether a wait has ended for what changed since the last look: it ends no other one."""
        self._connected()
        self._surroundings = Surroundings(watch_calls=watch_calls)
        self._input = _input_probe(display_name) if count_input else None
        self._bell = Bell()

    def capabilities(self) -> tuple[Capability, ...]:
        try:
            view = self._connected()
            window, idle = _window_capability(view.fault()), _idle_capability(works=view.server.tells_idle)
        except DesktopLost as lost:
            self._forget_closed()
            remedy = "log in again; Engineroom goes on by itself when the server is back"
            window = Capability(sense=Sense.WINDOW, works=False, how=str(lost), remedy=remedy)
            idle = Capability(sense=Sense.IDLE, works=False, how=str(lost), remedy=remedy)
        counts = INPUT_UNASKED if self._input is None else self._input.capability()
        return (window, idle, *self._surroundings.capabilities(), counts)

    def look(self) -> Sight:
        self._has_told = False
        try:
            sight = self._connected().look()
        except DesktopLost:
            self._forget_closed()
            raise
        sight = self._surroundings.completed(sight)
        return sight if self._input is None else replace(sight, input=self._input.taken())

    def rest(self) -> None:
        self._surroundings.rest()
        if self._input is not None:
            self._input.rest()

    def wait(self, seconds: float) -> None:
        until = steady_s() + seconds
        while not self._has_news():
            server = [] if self._view is None else [self._view.server.fileno()]
            sources = [self._bell.fileno(), *server, *self._surroundings.filenos()]
            ready, _, _ = select.select(sources, [], [], max(0.0, until - steady_s()))
            if not ready or (self._bell.fileno() in ready and self._bell.heard()):
                return

    def wake(self) -> None:
        self._bell.ring()

    def close(self) -> None:
        if self._view is not None:
            self._view.server.close()
        if self._input is not None:
            self._input.close()
        self._surroundings.close()
        self._bell.close()

    def _connected(self) -> View:
        if self._view is None:
            self._view = View(Connection(self._display_name), self._processes)
        return self._view

    def _has_news(self) -> bool:
        surroundings_changed = self._surroundings.changed()
        changed = self._changed() or surroundings_changed
        is_news = changed and not self._has_told
        self._has_told |= changed
        return is_news

    def _changed(self) -> bool:
        """The loss of the server counts, once."""
        try:
            return self._view is not None and self._view.changed()
        except DesktopLost:
            self._forget_closed()
            return True

    def _forget_closed(self) -> None:
        if self._view is not None and self._view.server.closed:
            self._view = None


def _input_probe(display_name: str | None) -> InputProbe:
    from agent.platforms.x11_input import X11Input  # for the few who ask for it

    return X11Input(display_name)


def _window_capability(fault: str) -> Capability:
    if fault:
        remedy = "start a window manager, or choose another desktop when you log in"
        return Capability(sense=Sense.WINDOW, works=False, how=fault, remedy=remedy)
    return Capability(sense=Sense.WINDOW, works=True, how="X11, told by the window manager of every change")


def _idle_capability(*, works: bool) -> Capability:
    if works:
        return Capability(sense=Sense.IDLE, works=True, how="X11, measured by the XScreenSaver extension")
    return Capability(
        sense=Sense.IDLE,
        works=False,
        how="this X server lacks the XScreenSaver extension, as XWayland does",
        remedy="choose an X11 (Xorg) session when you log in",
    )
