"""A person's hands on a virtual screen: bring windows to the front, type, click; never look at the record."""

import subprocess
import threading
from collections.abc import Mapping, Sequence

from core.clock import steady_s
from core.errors import MachineError

WINDOW_WITHIN_S = 30.0
FIDGET_EVERY_S = 1.5
_resting = threading.Event()


class Hands:
    """Drives xdotool on one screen."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)

    def front(self, title: str) -> None:
        """Bring the newest window whose title contains `title` to the front, once it is there."""
        window = self.await_window(title)
        self._tool("windowactivate", "--sync", window)

    def await_window(self, title: str) -> str:
        """The id of the newest visible window whose title contains `title`; raises MachineError if none comes."""
        until = steady_s() + WINDOW_WITHIN_S
        while steady_s() < until:
            found = self._tool("search", "--sync", "--onlyvisible", "--name", title, within_s=WINDOW_WITHIN_S).split()
            if found:
                return found[-1]
        raise MachineError(f"No window {title!r} came up", "look at the screen to see what did")

    def type(self, text: str) -> None:
        """Type like somebody who thinks meanwhile."""
        self._tool("type", "--delay", "60", text)

    def press(self, *keys: str) -> None:
        """Press keys by their X names, one after the other."""
        for key in keys:
            self._tool("key", key)

    def click(self, x: int, y: int, button: int = 1) -> None:
        self._tool("mousemove", str(x), str(y), "click", str(button))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the left button at one place and let go of it at another, on a way that a program can follow."""
        middle = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
        self._tool("mousemove", "--sync", *map(str, start), "mousedown", "1")
        for place in (middle, end):
            self._tool("mousemove", "--sync", *map(str, place))
        self._tool("mouseup", "1")

    def place_of_icon(self) -> tuple[int, int] | None:
        """The middle of the tray's only icon; None while the tray is empty."""
        trays = self._tool("search", "--onlyvisible", "--class", "trayer").split()
        if not trays:
            return None
        x, y, width, height = self.geometry(trays[-1])
        return None if width < height // 2 else (x + width // 2, y + height // 2)

    def windows_of(self, pid: int) -> list[str]:
        """The ids of the visible windows of a process."""
        return self._tool("search", "--onlyvisible", "--pid", str(pid)).split()

    def geometry(self, window: str) -> tuple[int, int, int, int]:
        """(x, y, width, height) of a window on the screen."""
        said = self._tool("getwindowgeometry", "--shell", window).splitlines()
        place = dict(line.split("=", 1) for line in said if "=" in line)
        return int(place["X"]), int(place["Y"]), int(place["WIDTH"]), int(place["HEIGHT"])

    def stay(self, seconds: float) -> None:
        """Be at the desk for a while: the mouse moves a little now and then."""
        until = steady_s() + seconds
        while (left := until - steady_s()) > 0:
            self._tool("mousemove_relative", "--", "2", "1")
            _resting.wait(min(left, FIDGET_EVERY_S))

    def leave(self, seconds: float) -> None:
        """Be away from the desk."""
        _resting.wait(seconds)

    def _tool(self, *words: str, within_s: float = 20.0) -> str:
        command: Sequence[str] = ("xdotool", *words)
        try:
            done = subprocess.run(
                command, env=self._environment, capture_output=True, text=True, timeout=within_s, check=False
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.strip()
