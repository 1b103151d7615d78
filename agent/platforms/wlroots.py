"""What a wlroots compositor shows, by protocols that all of them share; never speaks the tongue of a single one."""

from collections.abc import Sequence

from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland_connection import WaylandConnection
from agent.platforms.wayland_idle import IdleWatch
from agent.platforms.wayland_toplevels import Toplevels
from core.capability import Capability, Sense
from core.sample import Sight


class WlrootsView:
    """Window and idle time over one Wayland connection."""

    name = "wlroots"

    def __init__(self) -> None:
        """Raises DesktopLost where no compositor answers, or one that does not tell of its windows."""
        self._server = WaylandConnection()
        try:
            self._toplevels = Toplevels(self._server)
            self._idle = IdleWatch(self._server)
        except DesktopLost:
            self._server.close()
            raise

    @property
    def closed(self) -> bool:
        return self._server.closed

    def filenos(self) -> Sequence[int]:
        return (self._server.fileno(),)

    def changed(self) -> bool:
        hung = self._server.waits_for_answers
        self._server.take()
        if self._server.waits_for_answers:
            return False
        return hung or self._toplevels.changed

    def look(self) -> Sight:
        self._server.take()
        if self._server.waits_for_answers:
            raise DesktopLost("the Wayland compositor does not answer")
        self._toplevels.go_on()
        self._server.round_trip()
        self._toplevels.changed = False
        return Sight(window=self._toplevels.front(), idle_ms=self._idle.idle_ms())

    def rest(self) -> None:
        self._toplevels.rest()

    def capabilities(self) -> tuple[Capability, Capability]:
        window = Capability(
            sense=Sense.WINDOW, works=True, how="Wayland, told by wlr-foreign-toplevel-management of every change"
        )
        return (window, self._idle.capability())

    def close(self) -> None:
        self._server.close()
