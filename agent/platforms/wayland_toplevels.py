"""The window in front, by the protocol wlr-foreign-toplevel-management; never moves, closes or activates one."""

import msgspec
from msgspec.structs import replace

from agent.platforms.names import UNKNOWN_APP, clean_app_id, clean_title
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland_connection import WaylandConnection
from agent.platforms.wayland_wire import Arguments
from core.sample import Window

INTERFACE = "zwlr_foreign_toplevel_manager_v1"
_VERSION = 1
_STOP = 0
_TOPLEVEL, _FINISHED = 0, 1
_TITLE, _APP_ID, _STATE, _DONE, _CLOSED = 0, 1, 4, 5, 6
_DESTROY = 7
_ACTIVATED = 2


class _Toplevel(msgspec.Struct, frozen=True):
    """What the compositor told of one window."""

    app_id: str = ""
    title: str = ""
    activated: bool = False


class Toplevels:
    """Keeps up with all windows, as the protocol demands, and tells of the one in front only."""

    def __init__(self, server: WaylandConnection) -> None:
        """Raises DesktopLost where the compositor does not offer the protocol."""
        if INTERFACE not in server.globals:
            raise DesktopLost("the compositor does not offer the protocol wlr-foreign-toplevel-management")
        self._server = server
        self._told: dict[int, _Toplevel] = {}
        """What is told of each window, until it is `done`."""
        self._shown: dict[int, _Toplevel] = {}
        self._front: int | None = None
        self.changed = False
        """Whether the window in front is another one, or has another title, since this was last set back."""
        self._manager: int | None = server.bind(INTERFACE, _VERSION, self._on_toplevels)
        """What makes the compositor tell; None during a rest."""

    def rest(self) -> None:
        """Let go of every window, and have none told until `go_on`."""
        if self._manager is None:
            return
        self._server.listen(self._manager, self._while_resting)
        self._server.request(self._manager, _STOP)
        self._manager = None
        for handle in self._told:
            self._let_go(handle)
        self._told, self._shown, self._front = {}, {}, None
        self.changed = False

    def go_on(self) -> None:
        """After a rest, have all windows told anew: they are known after the next round trip."""
        if self._manager is None:
            self._manager = self._server.bind(INTERFACE, _VERSION, self._on_toplevels)

    def front(self) -> Window | None:
        shown = None if self._front is None else self._shown.get(self._front)
        if shown is None:
            return None
        return Window(app=clean_app_id(shown.app_id) or UNKNOWN_APP, title=clean_title(shown.title))

    def _on_toplevels(self, opcode: int, arguments: Arguments) -> None:
        if opcode == _TOPLEVEL:
            handle = arguments.number()
            self._told[handle] = _Toplevel()
            self._server.listen(handle, lambda opcode, arguments: self._on_toplevel(handle, opcode, arguments))
        elif opcode == _FINISHED:
            self._server.close()
            raise DesktopLost("the compositor has stopped to tell of its windows")

    def _while_resting(self, opcode: int, arguments: Arguments) -> None:
        """Windows that opened before the compositor heard of the rest."""
        if opcode == _TOPLEVEL:
            self._let_go(arguments.number())

    def _let_go(self, handle: int) -> None:
        self._server.forget(handle)
        self._server.request(handle, _DESTROY)

    def _on_toplevel(self, handle: int, opcode: int, arguments: Arguments) -> None:
        if opcode == _TITLE:
            self._told[handle] = replace(self._told[handle], title=arguments.text())
        elif opcode == _APP_ID:
            self._told[handle] = replace(self._told[handle], app_id=arguments.text())
        elif opcode == _STATE:
            self._told[handle] = replace(self._told[handle], activated=_ACTIVATED in arguments.numbers())
        elif opcode == _DONE:
            self._show(handle)
        elif opcode == _CLOSED:
            self._close(handle)

    def _show(self, handle: int) -> None:
        before, shown = self._shown.get(handle), self._told[handle]
        self._shown[handle] = shown
        if shown.activated:
            self.changed |= self._front != handle or before != shown
            self._front = handle
        elif self._front == handle:
            self._front = None
            self.changed = True

    def _close(self, handle: int) -> None:
        if self._front == handle:
            self._front = None
            self.changed = True
        del self._told[handle]
        self._shown.pop(handle, None)
        self._let_go(handle)
