"""What KWin shows: windows of Wayland and X11 programs by our script, idle time over Wayland; never commands it."""

import re
from collections.abc import Sequence

from agent.platforms.kwin_script import Front, KWinScript
from agent.platforms.names import UNKNOWN_APP, ProcessNames, clean_app_id, clean_title
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
        self._server = WaylandConnection()
        try:
            self._script = KWinScript(self._server.peer)
        except DesktopLost:
            self._server.close()
            raise
        try:
            self._idle = IdleWatch(self._server)
        except DesktopLost:
            self.close()
            raise
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
        return Window(app=self._app_of(front), title=clean_title(_MADE_DISTINCT.sub("", front.title)))

    def _app_of(self, front: Front) -> str:
        """By the name that its program gives, as on X11, and by its process where it gives none."""
        app = clean_app_id(front.program)
        if app:
            return app
        return self._processes.app_of(front.pid) if front.pid > 0 else UNKNOWN_APP
