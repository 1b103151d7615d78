"""A private headless Wayland compositor for a plain user; never the person's own screen, and never run as root."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from core.clock import steady_s
from core.errors import MachineError
from stage.children import Children

READY_WITHIN_S = 30.0
PLAIN_USER = 65534
"""`nobody`, in whose place root starts the compositor, because sway refuses root."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one compositor is told what to do: its command, and its settings, in which `{ready}` stands for a script."""

    name: str
    command: tuple[str, ...]
    settings: str


SWAY = Kind(
    "sway",
    ("sway", "--config", "{settings}"),
    "xwayland enable\noutput HEADLESS-1 resolution 1280x800\nexec {ready}\n",
)
WESTON = Kind(
    "weston",
    ("weston", "--backend=headless-backend.so", "--config={settings}"),
    "[autolaunch]\npath={ready}\n",
)


class Compositor:
    """`with Compositor(SWAY) as screen:` gives a running one, ready for windows.

    Everything that was started is ended by its pid at the end. `kill` and `restart` play a crash of it.
    """

    def __init__(self, kind: Kind) -> None:
        self.name = kind.name
        self._kind = kind
        self._children = Children()
        self._running: subprocess.Popen[bytes] | None = None
        self._home = Path()
        self._named: dict[str, str] = {}

    def __enter__(self) -> Self:
        self._home = Path(tempfile.mkdtemp(prefix="engineroom-stage-"))
        try:
            self._furnish()
            self._start()
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
        if self._running is None:
            raise MachineError(f"{self.name} is not running", "enter its context, or call restart")
        return self._running.pid

    @property
    def folder(self) -> Path:
        """A place that the compositor's user can read."""
        return self._home

    def environment(self, **more: str) -> dict[str, str]:
        """What a program needs in its environment to appear on this screen and nowhere else."""
        return self._base() | self._named | more

    def run(self, *command: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a program on this screen as the compositor's user; it is ended with the screen at the latest."""
        return self._children.start([*_as_plain_user(), *command], self.environment(**more))

    def end(self, program: subprocess.Popen[bytes]) -> None:
        """End a program that `run` started."""
        self._children.end(program)

    def kill(self) -> None:
        """Kill the compositor as a crash does; every program on the screen loses its connection."""
        os.kill(self.pid, signal.SIGKILL)
        if self._running is not None:
            self._children.end(self._running)
        self._running = None

    def restart(self) -> None:
        """Start a new one under the same Wayland name; after `kill`."""
        self._start()

    def _base(self) -> dict[str, str]:
        """Without what would lead to another screen, or to the settings of whoever runs this."""
        foreign = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "SWAYSOCK", "XAUTHORITY", "XDG_CURRENT_DESKTOP"}
        kept = {name: value for name, value in os.environ.items() if name not in foreign}
        return kept | {
            "HOME": str(self._home),
            "XDG_RUNTIME_DIR": str(self._home),
            "XDG_CONFIG_HOME": str(self._home),
            "XDG_CACHE_HOME": str(self._home),
            "XDG_SESSION_TYPE": "wayland",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }

    def _furnish(self) -> None:
        ready = self._home / "ready.sh"
        let_in = "[ -z $DISPLAY ] || xhost +si:localuser:root\n" if os.geteuid() == 0 else ""
        ready.write_text(f"#!/bin/sh\n{let_in}echo $WAYLAND_DISPLAY,$SWAYSOCK,$DISPLAY > {self._home}/said\n")
        ready.chmod(0o755)
        (self._home / "settings").write_text(self._kind.settings.format(ready=ready), encoding="utf-8")
        os.mkfifo(self._home / "said")
        if os.geteuid() == 0:
            for path in (self._home, *self._home.iterdir()):
                os.chown(path, PLAIN_USER, PLAIN_USER)

    def _start(self) -> None:
        said = os.open(self._home / "said", os.O_RDONLY | os.O_NONBLOCK)
        command = [
            part.format(settings=self._home / "settings", ready=self._home / "ready.sh") for part in self._kind.command
        ]
        try:
            self._running = self._children.start([*_as_plain_user(), *command], self._base())
            line = self._announced(said)
        finally:
            os.close(said)
        names = ("WAYLAND_DISPLAY", "SWAYSOCK", "DISPLAY")
        self._named = {name: value for name, value in zip(names, line.split(","), strict=True) if value}

    def _announced(self, said: int) -> str:
        """The line that the script writes when the compositor is ready for programs."""
        until, line, ended = steady_s() + READY_WITHIN_S, b"", os.pidfd_open(self.pid)
        try:
            while not line.endswith(b"\n"):
                ready = select.select([said, ended], [], [], max(0.0, until - steady_s()))[0]
                if said not in ready:
                    raise MachineError(
                        f"{self.name} did not start: {self._children.last_words()}", "run it by hand to see why"
                    )
                line += os.read(said, 4096)
        finally:
            os.close(ended)
        return line.decode().strip()

    def _give_back(self) -> None:
        self._children.close()
        self._running = None
        shutil.rmtree(self._home, ignore_errors=True)


def _as_plain_user() -> tuple[str, ...]:
    if os.geteuid() != 0:
        return ()
    return ("setpriv", f"--reuid={PLAIN_USER}", f"--regid={PLAIN_USER}", "--clear-groups")
