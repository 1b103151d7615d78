"""How far it has come, on stderr: a bar after a second where somebody watches; never works anything out."""

import math
import sys
from types import TracebackType

from core.clock import steady_s

SILENT_S = 1.0
DRAWN_EVERY_S = 0.2
WIDTH = 30


class ProgressLines:
    """How far one piece of work has come, for a program that reads it: one line on stderr for each step."""

    def __init__(self) -> None:
        self._due_s = steady_s()

    def reached(self, share: float) -> None:
        """So much is done, of 1."""
        if steady_s() >= self._due_s:
            print(f"progress {share:.3f}", file=sys.stderr, flush=True)
            self._due_s = steady_s() + DRAWN_EVERY_S


class Progress:
    """How far one piece of work has come; a context in which the work is done."""

    def __init__(self, what: str, *, shown: bool = True) -> None:
        """`shown` is False where a bar would run into other output."""
        self._what = what
        self._share = 0.0
        self._drawn = False
        self._due_s = steady_s() + SILENT_S if shown and sys.stderr.isatty() else math.inf

    def reached(self, share: float) -> None:
        """So much is done, of 1."""
        self._share = share
        if steady_s() >= self._due_s:
            self._draw()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._draw()
            print(file=sys.stderr)

    def _draw(self) -> None:
        bar = "#" * round(self._share * WIDTH)
        print(f"\r{self._what} [{bar:<{WIDTH}}] {self._share:4.0%}", end="", file=sys.stderr, flush=True)
        self._drawn = True
        self._due_s = steady_s() + DRAWN_EVERY_S
