"""A private X server with a window manager, a tray and a session bus as wanted; never the person's own screen."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from core.errors import MachineError
from stage.children import Children
from stage.lookout import READY_WITHIN_S, Lookout

WindowManager = Literal["openbox", "xfwm4"]
_MANAGER_COMMANDS: dict[WindowManager, tuple[str, ...]] = {
    "openbox": ("openbox", "--sm-disable"),
    "xfwm4": ("xfwm4", "--compositor=off"),
}
_TRAY_COMMAND = ("trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "24")
_NO_BUS = "disabled:"
"""An address that nobody answers: without one, programs start a bus daemon that outlives them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSize:
    """What the virtual screen measures."""

    width: int = 1280
    height: int = 800
    depth: int = 24


class XServer:
    """`with XServer(window_manager="openbox") as screen:` gives a running, private X server, ready for windows.

    Everything that was started is ended by its pid at the end. `kill` and `restart` play a crash of the server.
    """

    def __init__(
        self,
        *,
        window_manager: WindowManager | None = "openbox",
        tray: bool = False,
        session_bus: bool = False,
        size: ScreenSize | None = None,
        without: Sequence[str] = (),
    ) -> None:
        """`session_bus`: a D-Bus of its own, which xfwm4 gets in any case. `without`: X extensions to do without."""
        self._window_manager = window_manager
        self._tray = tray
        self._wants_bus = session_bus or window_manager == "xfwm4"
        self._size = size or ScreenSize()
        self._without = tuple(without)
        self._children = Children()
        self._server: subprocess.Popen[bytes] | None = None
        self._home = ""
        self._bus_address = _NO_BUS
        self.display = ""
        """Such as `:7`; stays the same through `restart`."""

    def __enter__(self) -> Self:
        self._home = tempfile.mkdtemp(prefix="engineroom-stage-")
        try:
            if self._wants_bus:
                self._start_bus()
            self._start_server()
        except BaseException:
            self._give_back()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._give_back()

    @property
    def pid(self) -> int:
        """The server's process; raises MachineError while there is none."""
        if self._server is None:
            raise MachineError("The X server is not running", "enter its context, or call restart")
        return self._server.pid

    def environment(self, **more: str) -> dict[str, str]:
        """What a program needs in its environment to appear on this screen and nowhere else."""
        kept = {name: value for name, value in os.environ.items() if name not in {"WAYLAND_DISPLAY", "XAUTHORITY"}}
        own = {
            "DISPLAY": self.display,
            "XDG_SESSION_TYPE": "x11",
            "DBUS_SESSION_BUS_ADDRESS": self._bus_address,
            "DBUS_SYSTEM_BUS_ADDRESS": _NO_BUS,  # else a lock of the person's own screen would show on this one
            "NO_AT_BRIDGE": "1",
        }
        return kept | own | more

    def run(self, *command: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a program on this screen; it is ended with the screen at the latest."""
        return self._children.start(command, self.environment(**more))

    def end(self, program: subprocess.Popen[bytes]) -> None:
        """End a program that `run` started."""
        self._children.end(program)

    def kill(self) -> None:
        """Kill the server as a crash does; every program on the screen loses its connection."""
        os.kill(self.pid, signal.SIGKILL)
        if self._server is not None:
            self._children.end(self._server)
        self._server = None

    def restart(self) -> None:
        """Start a new server on the same display number, with its window manager and tray; after `kill`."""
        self._start_server()

    def _start_server(self) -> None:
        reading, writing = os.pipe()
        size = f"{self._size.width}x{self._size.height}x{self._size.depth}"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
        for extension in self._without:
            command += ["-extension", extension]
        if self.display:
            command.append(self.display)
        try:
            self._server = self._children.start(command, os.environ, pass_fds=[writing])
        finally:
            os.close(writing)
        self.display = f":{self._announced(reading, 'Xvfb')}"
        with Lookout(self.display) as lookout:
            if self._window_manager is not None:
                lookout.await_window_manager(self._start_window_manager(self._window_manager))
            if self._tray:
                lookout.await_tray(self.run(*_TRAY_COMMAND))

    def _start_window_manager(self, name: WindowManager) -> subprocess.Popen[bytes]:
        """Without the settings of whoever runs this."""
        own = {f"XDG_{kind}_HOME": str(Path(self._home, kind.lower())) for kind in ("CONFIG", "CACHE", "DATA")}
        return self.run(*_MANAGER_COMMANDS[name], **own)

    def _start_bus(self) -> None:
        reading, writing = os.pipe()
        command = ("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={writing}")
        try:
            self._children.start(command, os.environ, pass_fds=[writing])
        finally:
            os.close(writing)
        self._bus_address = self._announced(reading, "dbus-daemon")

    def _announced(self, reading: int, program: str) -> str:
        """The line that `program` writes when it is ready."""
        line = b""
        with open(reading, "rb", buffering=0) as pipe:
            while not line.endswith(b"\n") and select.select([pipe], [], [], READY_WITHIN_S)[0]:
                said = pipe.read(4096)
                if not said:
                    break
                line += said
        if not line.endswith(b"\n"):
            raise MachineError(f"{program} did not start: {self._children.last_words()}", "run it by hand to see why")
        return line.decode().strip()

    def _give_back(self) -> None:
        self._children.close()
        self._server = None
        shutil.rmtree(self._home, ignore_errors=True)
