"""Windows of a Wayland terminal that are opened, named and brought to the front as a test says; never judges."""

import os
import subprocess

from stage.compositor import Compositor


class WaylandCast:
    """Foot windows on one sway; each is known by its app."""

    def __init__(self, screen: Compositor) -> None:
        self._screen = screen
        self._windows: dict[str, subprocess.Popen[bytes]] = {}
        self._pipes: dict[str, int] = {}

    def open(self, app: str, title: str) -> None:
        """Returns before the window is on the screen."""
        pipe = self._screen.folder / f"cast-{app}"
        if not pipe.exists():
            os.mkfifo(pipe, 0o644)
            os.chown(pipe, pipe.parent.stat().st_uid, pipe.parent.stat().st_gid)
        self._pipes[app] = os.open(pipe, os.O_RDWR)
        self._windows[app] = self._screen.run("foot", f"--app-id={app}", f"--title={title}", "cat", str(pipe))

    def retitle(self, app: str, title: str) -> None:
        os.write(self._pipes[app], f"\033]2;{title}\007".encode())

    def activate(self, app: str) -> None:
        self.command(f"[app_id={app}] focus")

    def command(self, words: str) -> None:
        """Have sway do something, and wait until it has."""
        assert self._screen.run("swaymsg", words).wait(20) == 0

    def type_a_key(self) -> None:
        assert self._screen.run("wtype", "x").wait(20) == 0

    def close(self, app: str) -> None:
        """Returns when the program of the window has ended."""
        self._screen.end(self._windows.pop(app))
        os.close(self._pipes.pop(app))

    def leave(self) -> None:
        """Give back what the windows hold; their programs end with the screen."""
        for pipe in self._pipes.values():
            os.close(pipe)
