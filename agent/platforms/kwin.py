"""What KWin shows: windows of Wayland and X11 programs by our script, idle time over Wayland; never commands it."""

import re
from collections.abc import Sequence
from contextlib import ExitStack, closing

from agent.platforms.kwin_script import Front, KWinScript
from agent.platforms.names import ProcessNames, clean_title
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland_connection import WaylandConnection
from agent.platforms.wayland_idle import IdleWatch
from core.capability import Capability, Sense
from core.sample import Sight, Window

_MADE_DISTINCT = re.compile(r" <(?:@[^<>]+|\d+)>\u200e?$")
"""KWin's own addition to the title of a second window of the same name, or of one from another machine."""


class KWinView:
    """Window and idle time of one KWin."""

    name = "kwin"

    def __init__(self) -> None:
        """Raises DesktopLost where no compositor answers, or another one than KWin."""
        with ExitStack() as opened:
            self._server = opened.enter_context(closing(WaylandConnection()))
            self._script = opened.enter_context(closing(KWinScript(self._server.peer)))
            self._idle = IdleWatch(self._server)
            opened.pop_all()
        self._processes = ProcessNames()

    @property
    def closed(self) -> bool:
        return self._script.closed or self._server.closed

    def filenos(self) -> Sequence[int]:
        return (self._script.fileno(), self._server.fileno())

    def changed(self) -> bool:
        hung = self._server.waits_for_answers
        self._take()
        if self._server.waits_for_answers:
            return False
        return hung or self._script.changed

    def look(self) -> Sight:
        self._take()
        if self._server.waits_for_answers:
            raise DesktopLost("KWin does not answer")
        self._server.round_trip()
        self._script.confirm()
        self._script.changed = False
        front = self._script.front
        return Sight(window=None if front is None else self._window(front), idle_ms=self._idle.idle_ms())

    def rest(self) -> None:
        self._script.rest()

    def capabilities(self) -> tuple[Capability, Capability]:
        window = Capability(sense=Sense.WINDOW, works=True, how="KWin, told by a script in it of every change")
        return (window, self._idle.capability())

    def close(self) -> None:
        self._script.close()
        self._server.close()

    def _take(self) -> None:
        self._server.take()
        self._script.take()

    def _window(self, front: Front) -> Window:
        app = self._processes.app_known_as(front.program, front.pid)
        return Window(app=app, title=clean_title(_MADE_DISTINCT.sub("", front.title)))
