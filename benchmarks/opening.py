"""How long the windows take to open on a year's record, seen from inside their process; never looks at what they show.

`python -m benchmarks.opening YEAR.csv` prints one JSON object: `took` with the three figures of `Took` for each window,
and `longest_block` while that year is imported.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QEventLoop, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from core.clock import steady_s
from core.paths import user_paths
from gui.app import TrayProgram
from gui.command import run_long
from gui.time.time_pages import TimePages
from gui.time.turning import Turning
from gui.unread_sources import leave_sources_unread

DAY, YEAR = date(2015, 3, 4), date(2015, 1, 1)
DAY_PLACE, YEAR_PLACE = 0, 3
LOOK_EVERY_MS, QUIET_LOOKS = 20, 20
"""Nothing was painted and nothing was read at so many looks: it is all there."""
TIMES = 5
BEAT_MS = 2


class Took(NamedTuple):
    """Milliseconds until the first and until the last painting, and of CPU in all threads until then."""

    seen: float
    whole: float
    cpu: float


class Painted(QObject):
    """When the latest painting of any window was done, and the first since somebody asked."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.first_s: float | None = None
        self.latest_s = steady_s()
        self.cpu_s = 0.0
        self._noting = False
        application.installEventFilter(self)

    def forget(self) -> None:
        """The next painting is the first."""
        self.first_s = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is that of Qt
        if event.type() is QEvent.Type.Paint and not self._noting:
            self._noting = True
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self._noting = False
        self.latest_s, self.cpu_s = steady_s(), time.process_time()
        self.first_s = self.latest_s if self.first_s is None else self.first_s


class Beats(QObject):
    """Beats every few milliseconds, and knows the longest time without one.

    Where other programs keep the processors busy, a thread waits for its turn: `longest_own_ms` does not count that.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = self.longest_own_ms = 0.0
        self._latest_s, self._waited_ms = steady_s(), _waited_ms()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now_s, waited_ms = steady_s(), _waited_ms()
        late_ms = 1000 * (now_s - self._latest_s) - BEAT_MS
        self.longest_ms = max(self.longest_ms, late_ms)
        self.longest_own_ms = max(self.longest_own_ms, late_ms - (waited_ms - self._waited_ms))
        self._latest_s, self._waited_ms = now_s, waited_ms


def _waited_ms() -> float:
    """How long this thread has waited for a processor so far, from the kernel's own books."""
    return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e6


class Openings:
    """Opens one thing after the other in a tray program that asks no agent."""

    def __init__(self, application: QApplication) -> None:
        self._loop = QEventLoop()
        self._quiet_looks = 0
        self._seen_s = 0.0
        self._painted = Painted(application)
        self._program = TrayProgram(application, user_paths())
        self._program.get_ready()
        self._settle()

    def measure(self) -> dict[str, Took]:
        return {
            "popover, first time": self._ms(self._toggle_popover),
            "popover": min(self._popover_again() for _time in range(TIMES)),
            "day, first time": self._ms(lambda: self._open("day")),
            "day of 2,500 spans": min(self._turn(DAY) for _time in range(TIMES)),
            "year, first time": self._ms(lambda: self._pages().open(YEAR_PLACE)),
            "year": min(self._turn(YEAR) for _time in range(TIMES)),
        }

    def longest_block(self, year: Path) -> tuple[float, float]:
        """How many milliseconds the UI thread was busy at most while a year is imported, and with its waiting."""
        self._open("day")
        self._settle()
        beats = Beats()
        self._program.background.run_long(
            "Importing",
            lambda reached: run_long(reached, "import", str(year), "--format", "csv"),
            lambda _said: self._loop.quit(),
            lambda error: sys.exit(str(error)),
        )
        self._loop.exec()
        return beats.longest_own_ms, beats.longest_ms

    def close(self) -> None:
        self._program.windows().window().close()
        self._program.close()

    def _toggle_popover(self) -> None:
        self._program.windows().toggle_popover(QRect())

    def _popover_again(self) -> Took:
        self._program.windows().popover().hide()
        self._settle()
        return self._ms(self._toggle_popover)

    def _open(self, page: str) -> None:
        self._program.windows().popover().hide()
        self._program.windows().open_page(page)

    def _turn(self, to: date) -> Took:
        """To this day or year from the one under way."""
        page = self._pages().focusProxy()
        assert isinstance(page, QWidget)
        [turning] = page.findChildren(Turning)
        self._ms(lambda: turning.go_to(None))
        return self._ms(lambda: turning.go_to(to))

    def _pages(self) -> TimePages:
        [pages] = self._program.windows().window().findChildren(TimePages)
        return pages

    def _ms(self, act: Callable[[], object]) -> Took:
        self._settle()
        self._painted.forget()
        began_s, began_cpu_s = steady_s(), time.process_time()
        act()
        self._settle()
        first_s, latest_s = self._painted.first_s, self._painted.latest_s
        assert first_s is not None, "nothing was painted"
        return Took(1000 * (first_s - began_s), 1000 * (latest_s - began_s), 1000 * (self._painted.cpu_s - began_cpu_s))

    def _settle(self) -> None:
        """Until nothing was read and nothing painted at so many looks; a look that comes late is one."""
        self._quiet_looks = 0
        timer = QTimer()
        timer.timeout.connect(self._look)
        timer.start(LOOK_EVERY_MS)
        self._loop.exec()

    def _look(self) -> None:
        changed = self._program.background.busy or self._painted.latest_s != self._seen_s
        self._seen_s = self._painted.latest_s
        self._quiet_looks = 0 if changed else self._quiet_looks + 1
        if self._quiet_looks >= QUIET_LOOKS:
            self._loop.quit()


def main() -> int:
    leave_sources_unread()
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    openings = Openings(application)
    took = openings.measure()
    print(json.dumps({"took": took, "longest_block": openings.longest_block(Path(sys.argv[1]))}))
    openings.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
