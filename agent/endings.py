"""Every way in which the system asks this process to end: calls back, and has Windows wait; never ends anything."""

import signal
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self


class Endings:
    """`with Endings() as endings:` hears them; the process may end as soon as the block was left.

    Signals on Unix; on Windows Ctrl-C, Ctrl-Break, a closed console, logging off and shutting down.
    """

    def __init__(self) -> None:
        self._wanted = threading.Event()
        self._over = threading.Event()
        self._stop: Callable[[], None] | None = None

    def __enter__(self) -> Self:
        if sys.platform == "win32":
            from agent.windows_endings import WindowsEndings

            self._system = WindowsEndings(self._hear, self._over)
        else:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: self._hear())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if sys.platform == "win32":
            self._system.close()

    def wait(self, seconds: float) -> bool:
        """Whether the end is wanted, at once or within so many seconds."""
        return self._wanted.wait(seconds)

    def stop_by(self, stop: Callable[[], None]) -> None:
        """Have `stop` called, from any thread or a signal handler; at once where the end is wanted by now."""
        self._stop = stop
        if self._wanted.is_set():
            stop()

    def _hear(self) -> None:
        self._wanted.set()
        if self._stop is not None:
            self._stop()
