"""The one way to do something off the UI thread and hear of it on it; never touches a widget."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from core.errors import BugError, EngineroomError
from gui.sweeping import hold_back, let_go, sweep

MOST_THREADS = 2
"""One that may wait for the agent, one that may read the record."""
Result = TypeVar("Result")
Failed = Callable[[EngineroomError], None]
log = logging.getLogger(__name__)


class _Job(Generic[Result]):
    """One thing to do, and who wants to hear of it."""

    def __init__(self, do: Callable[[], Result], done: Callable[[Result], None], failed: Failed) -> None:
        self._wanted: tuple[Callable[[], Result], Callable[[Result], None], Failed] | None = (do, done, failed)
        self._result: tuple[Result] | None = None
        self._error: EngineroomError | None = None

    def run(self) -> None:
        """On the other thread."""
        if self._wanted is None:
            return
        try:
            self._result = (self._wanted[0](),)
        except EngineroomError as error:
            self._error = error
        except Exception as error:  # the edge of a thread: nobody above could hear of it
            log.exception("a job in the background failed")
            self._error = BugError(f"Something went wrong: {error}")

    def tell(self) -> None:
        """On the UI thread."""
        if self._wanted is None:
            return
        _do, done, failed = self._wanted
        if self._error is not None:
            failed(self._error)
        elif self._result is not None:
            done(self._result[0])

    def forget(self) -> None:
        """On the UI thread, so that no widget that only this job remembered dies on the other one."""
        self._wanted = self._result = None


class Background(QObject):
    """Runs jobs; whoever asked hears of each exactly once, on the UI thread, unless all was closed before."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(MOST_THREADS)
        self._under_way: set[_Job[object]] = set()
        self._closed = False
        self._arrived.connect(self._tell)
        hold_back()

    @property
    def busy(self) -> bool:
        """Whether somebody still waits to hear of a job."""
        return bool(self._under_way)

    def run(self, do: Callable[[], Result], done: Callable[[Result], None], failed: Failed) -> None:
        """Do `do` off the UI thread; then call `done` with its result, or `failed`, on it."""
        job = _Job(do, done, failed)
        self._under_way.add(job)  # type: ignore[arg-type]  # what it results in matters to nobody here

        def work() -> None:
            job.run()
            if not self._closed:
                self._arrived.emit(job)

        self._pool.start(work)

    def close(self) -> None:
        """Wait for what is under way and tell nobody any more."""
        self._closed = True
        self._pool.clear()
        self._pool.waitForDone()
        for job in self._under_way:
            job.forget()
        let_go()

    def _tell(self, job: _Job[object]) -> None:
        self._under_way.discard(job)
        if not self._closed:
            job.tell()
        job.forget()
        sweep()
