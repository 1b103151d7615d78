"""What all private screens have in common: programs, a crash and an end; never the person's own screen."""

import os
import subprocess
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.errors import MachineError
from stage.children import Children
from stage.standing import Standing

NO_BUS = "disabled:"
"""An address that nobody answers: without one, programs start a bus daemon that outlives them."""
NO_SOUND = "unix:/nowhere"
"""A place at which nobody listens: whoever runs this may be in a call."""
FOREIGN = frozenset({"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "SWAYSOCK", "XAUTHORITY", "XDG_CURRENT_DESKTOP"})
"""Variables that lead to the screen of whoever runs this."""


class Screen(Standing):
    """Entered as a context, it gives a running screen, ready for windows.

    Everything that was started is ended by its pid at the end. `kill` and `restart` play a crash of it.
    """

    def __init__(self, name: str, *, as_user: Sequence[str] = ()) -> None:
        """`as_user`: the beginning of every command, which says in whose place it runs."""
        super().__init__()
        self.name = name
        self._as_user = tuple(as_user)
        self._children = Children()
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process that draws the screen; raises MachineError while there is none."""
        return self._running.pid

    @property
    def folder(self) -> Path:
        """A place that the user of the screen can read."""
        return self._home

    def environment(self, **more: str) -> dict[str, str]:
        """What a program needs in its environment to appear on this screen and nowhere else."""
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        return {**kept, "DBUS_SYSTEM_BUS_ADDRESS": NO_BUS, "PULSE_SERVER": NO_SOUND, **self._own(), **more}

    def run(self, *command: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a program on this screen as its user; it is ended with the screen at the latest."""
        return self._children.start([*self._as_user, *command], self.environment(**more))

    def end(self, program: subprocess.Popen[bytes]) -> None:
        """End a program that `run` started."""
        self._children.end(program)

    def kill(self) -> None:
        """Kill the screen as a crash does; every program on it loses its connection."""
        server = self._running
        server.kill()
        self._children.end(server)
        self._server = None

    def restart(self) -> None:
        """Start it again under the same name; after `kill`."""
        self._start()

    @abstractmethod
    def _own(self) -> Mapping[str, str]:
        """What leads to this screen, and not to the system bus: a lock of the person's own would show on it."""

    @abstractmethod
    def _furnish(self) -> None:
        """Prepare what outlives a crash."""

    @abstractmethod
    def _start(self) -> None:
        """Start `_server`, and return when it is ready for windows."""

    def _begin(self) -> None:
        self._furnish()
        self._start()

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        if self._server is None:
            raise MachineError(f"{self.name} is not running", "enter its context, or call restart")
        return self._server

    def _give_back(self) -> None:
        self._children.close()
        self._server = None
