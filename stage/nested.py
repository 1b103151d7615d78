"""A private X server in a window of another one; never the person's own screen.

What software types on the outer one comes out of keyboard and mouse of the inner one: these stand in for hardware.
"""

from collections.abc import Mapping

from stage.lookout import Lookout
from stage.screen import NO_BUS, Screen
from stage.xserver import XServer


class NestedXServer(Screen):
    """The inner server, with openbox on it; the outer one has no window manager."""

    def __init__(self, outer: XServer) -> None:
        super().__init__("The nested X server")
        self._outer = outer
        self.display = ""

    def _own(self) -> Mapping[str, str]:
        return {"DISPLAY": self.display, "XDG_SESSION_TYPE": "x11", "DBUS_SESSION_BUS_ADDRESS": NO_BUS}

    def _furnish(self) -> None:
        """Nothing outlives a crash."""

    def _start(self) -> None:
        command = ["Xephyr", "-displayfd", "{pipe}", "-screen", "1280x800", "-nolisten", "tcp", "-noreset"]
        if self.display:
            command.append(self.display)
        self._server, number = self._children.start_announced(command, self._outer.environment())
        self.display = f":{number}"
        with Lookout(self.display) as lookout:
            lookout.await_window_manager(self.run("openbox", "--sm-disable", XDG_CONFIG_HOME=str(self._home)))
