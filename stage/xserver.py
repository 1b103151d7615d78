"""A private X server with a window manager, a tray and a session bus as wanted; never the person's own screen."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from stage.lookout import Lookout
from stage.private_bus import start_session_bus
from stage.screen import NO_BUS, Screen

WindowManager = Literal["openbox", "xfwm4", "mutter"]
_MANAGER_COMMANDS: dict[WindowManager, tuple[str, ...]] = {
    "openbox": ("openbox", "--sm-disable"),
    "xfwm4": ("xfwm4", "--compositor=off"),
    "mutter": ("mutter", "--x11", "--sm-disable"),
}
_TRAY_COMMAND = ("trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "24")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSize:
    """What the virtual screen measures."""

    width: int = 1280
    height: int = 800
    depth: int = 24


class XServer(Screen):
    """`with XServer(window_manager="openbox") as screen:` gives a running, private X server, ready for windows."""

    def __init__(
        self,
        *,
        window_manager: WindowManager | None = "openbox",
        tray: bool = False,
        session_bus: bool = False,
        size: ScreenSize | None = None,
        without: Sequence[str] = (),
    ) -> None:
        """`session_bus`: a D-Bus of its own, which but openbox all get. `without`: X extensions to do without."""
        super().__init__("The X server")
        self._window_manager = window_manager
        self._tray = tray
        self._wants_bus = session_bus or window_manager in {"xfwm4", "mutter"}
        self._size = size or ScreenSize()
        self._without = tuple(without)
        self._bus_address = NO_BUS
        self.display = ""
        """Such as `:7`; stays the same through `restart`."""

    def _own(self) -> Mapping[str, str]:
        return {
            "DISPLAY": self.display,
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": self._bus_address,
            "NO_AT_BRIDGE": "1",
        }

    def _furnish(self) -> None:
        if self._wants_bus:
            self._bus_address = start_session_bus(self._children, os.environ)

    def _start(self) -> None:
        size = f"{self._size.width}x{self._size.height}x{self._size.depth}"
        command = ["Xvfb", "-displayfd", "{pipe}", "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
        for extension in self._without:
            command += ["-extension", extension]
        if self.display:
            command.append(self.display)
        self._server, number = self._children.start_announced(command, os.environ)
        self.display = f":{number}"
        with Lookout(self.display) as lookout:
            if self._window_manager is not None:
                lookout.await_window_manager(self._start_window_manager(self._window_manager))
            if self._tray:
                lookout.await_tray(self.run(*_TRAY_COMMAND))

    def _start_window_manager(self, name: WindowManager) -> subprocess.Popen[bytes]:
        """Without the settings of whoever runs this."""
        own = {f"XDG_{kind}_HOME": str(self._home / kind.lower()) for kind in ("CONFIG", "CACHE", "DATA")}
        return self.run(*_MANAGER_COMMANDS[name], **own)
