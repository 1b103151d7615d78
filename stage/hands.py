"""A person's hands on a virtual screen: bring windows to the front, type, click; never look at the record."""

import subprocess
from collections.abc import Mapping, Sequence

from core.clock import steady_s
from core.errors import MachineError

WINDOW_WITHIN_S = 30.0


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

    def move(self, x: int, y: int) -> None:
        self._tool("mousemove", str(x), str(y))

    def click(self, button: int = 1) -> None:
        self._tool("click", str(button))

    def _tool(self, *words: str, within_s: float = 20.0) -> str:
        command: Sequence[str] = ("xdotool", *words)
        try:
            done = subprocess.run(
                command, env=self._environment, capture_output=True, text=True, timeout=within_s, check=False
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.strip()
