"""The one way to do something off the UI thread and hear of it on it; never touches a widget."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from core.clock import steady_s
from core.errors import BugError, EngineroomError, UserError
from core.wording import retell, translate
from gui.sweeping import hold_back, let_go, sweep

MOST_THREADS = 2
"""One that may wait for the agent, one that may read the record; long jobs have a third, one after the other, and
whatever asks other machines has threads of its own."""
ANSWER_WITHIN_MS = 3000
"""So long the end waits for another machine."""
Result = TypeVar("Result")
Failed = Callable[[EngineroomError], None]
Reached = Callable[[float | None], None]
"""Says from within a long job how much of it is done, of 1, or None where nobody can tell; raises `Cancelled`."""
log = logging.getLogger(__name__)


class Cancelled(UserError):
    """The person did not want to wait for a long job any more."""

    def __init__(self) -> None:
        super().__init__(
            translate("Background", "Cancelled"), translate("Background", "begin again whenever you want to")
        )


def in_our_words(error: EngineroomError) -> EngineroomError:
    """The same error, as the person reads it."""
    error.happened, error.remedy = retell(error.happened), retell(error.remedy)
    return error


class LongJob:
    """Something that may take longer than a second: what it is, how far it has come, and the way to end it."""

    def __init__(self, says: str) -> None:
        self.says = says
        self.share: float | None = None
        """So much is done, of 1; None where nobody can tell."""
        self._began_s = steady_s()
        self._wanted = True

    @property
    def lasts_s(self) -> float:
        """How long it has been waited for."""
        return steady_s() - self._began_s

    @property
    def wanted(self) -> bool:
        return self._wanted

    def reached(self, share: float | None) -> None:
        """On the thread that works; raises Cancelled once it is no longer wanted."""
        if not self._wanted:
            raise Cancelled
        self.share = share

    def cancel(self) -> None:
        """Let it end at its next step; whoever asked for it hears `Cancelled`."""
        self._wanted = False


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
            failed(in_our_words(self._error))
        elif self._result is not None:
            done(self._result[0])

    def forget(self) -> None:
        """On the UI thread, so that no widget that only this job remembered dies on the other one."""
        self._wanted = self._result = None


class Background(QObject):
    """Runs jobs; whoever asked hears of each exactly once, on the UI thread, unless all was closed before."""

    long_job_began = Signal()
    """`long_jobs` has one more."""
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = self._threads(MOST_THREADS)
        self._long_pool: QThreadPool | None = None
        self._afar_pool: QThreadPool | None = None
        self._under_way: dict[_Job[object], LongJob | None] = {}
        self._closed = False
        self._arrived.connect(self._tell)
        hold_back()

    @property
    def busy(self) -> bool:
        """Whether somebody still waits to hear of a job."""
        return bool(self._under_way)

    @property
    def long_jobs(self) -> tuple[LongJob, ...]:
        """Those that somebody still waits for, the earliest first."""
        return tuple(long for long in self._under_way.values() if long is not None)

    def run(self, do: Callable[[], Result], done: Callable[[Result], None], failed: Failed) -> None:
        """Do `do` off the UI thread; then call `done` with its result, or `failed`, on it."""
        self._begin(_Job(do, done, failed), self._pool)

    def run_long(
        self, says: str, do: Callable[[Reached], Result], done: Callable[[Result], None], failed: Failed
    ) -> LongJob:
        """As `run`, for what may take longer than a second; `says` is what every `ProgressStrip` shows of it.

        `do` is given a function to call at each step with the share that is done: there it ends when it is cancelled.
        """
        long = LongJob(says)
        if self._long_pool is None:
            self._long_pool = self._threads(1)
        self._begin(_Job(lambda: do(long.reached), done, failed), self._long_pool, long)
        self.long_job_began.emit()
        return long

    def run_afar(self, do: Callable[[], Result], done: Callable[[Result], None], failed: Failed) -> None:
        """As `run`, for what asks another machine, which may never answer: nobody else waits for that."""
        if self._afar_pool is None:
            self._afar_pool = self._threads(MOST_THREADS)
        self._begin(_Job(do, done, failed), self._afar_pool)

    def close(self) -> bool:
        """Wait for what is under way, at most for the next step of a long job, and tell nobody any more.

        False where another machine has not answered by then: only the end of the process ends such a job.
        """
        self._closed = True
        for long in self.long_jobs:
            long.cancel()
        near = [pool for pool in (self._pool, self._long_pool) if pool is not None]
        for pool in filter(None, (*near, self._afar_pool)):
            pool.clear()
        for pool in near:
            pool.waitForDone()
        all_ended = self._afar_pool is None or self._afar_pool.waitForDone(ANSWER_WITHIN_MS)
        for job in self._under_way:
            job.forget()
        let_go()
        return all_ended

    def _threads(self, most: int) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(most)
        return pool

    def _begin(self, job: _Job[Result], pool: QThreadPool, long: LongJob | None = None) -> None:
        if self._closed:
            return
        self._under_way[job] = long  # type: ignore[index]  # what it results in matters to nobody here

        def work() -> None:
            job.run()
            if not self._closed:
                self._arrived.emit(job)

        pool.start(work)

    def _tell(self, job: _Job[object]) -> None:
        self._under_way.pop(job, None)
        if not self._closed:
            job.tell()
        job.forget()
        sweep()
