"""The one way to do something off the UI thread and hear of it on it; never touches a widget."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from core.errors import BugError, EngineroomError

MOST_THREADS = 2
"""One that may wait for the agent, one that may read the record."""
Result = TypeVar("Result")
log = logging.getLogger(__name__)


class _Messenger(QObject):
    """Carries an outcome to the UI thread, where it lives."""

    arrived = Signal(object)


class _Job(Generic[Result]):
    """One thing to do, and who wants to hear of it."""

    def __init__(
        self, do: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[EngineroomError], None]
    ) -> None:
        self._do = do
        self._done = done
        self._failed = failed
        self._outcome: Result | None = None
        self._error: EngineroomError | None = None

    def run(self) -> None:
        """On the other thread."""
        try:
            self._outcome = self._do()
        except EngineroomError as error:
            self._error = error
        except Exception as error:  # the edge of a thread: nobody above could hear of it
            log.exception("a job in the background failed")
            self._error = BugError(f"Something went wrong: {error}")

    def tell(self) -> None:
        """On the UI thread."""
        if self._error is not None:
            self._failed(self._error)
        else:
            self._done(self._outcome)  # type: ignore[arg-type]  # set, because there is no error


class Background(QObject):
    """Runs jobs; whoever asked hears of each exactly once, on the UI thread, unless all was closed before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(MOST_THREADS)
        self._messenger = _Messenger(self)
        self._messenger.arrived.connect(self._tell)
        self._closed = False
        self._under_way = 0

    @property
    def busy(self) -> bool:
        """Whether somebody still waits to hear of a job."""
        return self._under_way > 0

    def run(
        self, do: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[EngineroomError], None]
    ) -> None:
        """Do `do` off the UI thread; then call `done` with its result, or `failed`, on it."""
        job = _Job(do, done, failed)
        self._under_way += 1

        def work() -> None:
            job.run()
            if not self._closed:
                self._messenger.arrived.emit(job)

        self._pool.start(work)

    def close(self) -> None:
        """Wait for what is under way and tell nobody any more."""
        self._closed = True
        self._pool.clear()
        self._pool.waitForDone()

    def _tell(self, job: _Job[object]) -> None:
        self._under_way -= 1
        if not self._closed:
            job.tell()
