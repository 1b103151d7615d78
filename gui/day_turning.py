"""Which day the day page shows, and when it is read again; never reads the record on the UI thread."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer

from core.clock import offset_min
from core.errors import EngineroomError
from gui.agent_link import AgentLink
from gui.background import Background
from gui.day import TODAY, DayPage
from gui.presenters.day import day_view
from gui.record_access import DayRead

REFRESH_MS = 15_000
ReadDay = Callable[[date | None], DayRead]


class DayTurning(QObject):
    """Follows the day under way while its page can be seen."""

    def __init__(
        self, page: DayPage, background: Background, link: AgentLink, read: ReadDay, say: Callable[[str], None]
    ) -> None:
        """`say` shows what went wrong."""
        super().__init__(page)
        self._page = page
        self._background = background
        self._link = link
        self._read = read
        self._say = say
        self._wanted: date | None = None
        self._shown: date | None = None
        self._reading = False
        page.turned.connect(self.turn)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._refresh)
        self._timer.start(REFRESH_MS)

    def turn(self, by: int) -> None:
        """-1 or 1 from the day that is shown, or 0 for today."""
        self._wanted = self._shown + timedelta(days=by) if by != TODAY and self._shown else None
        self.read()

    def read(self) -> None:
        """Read the day that is wanted, and show it."""
        wanted = self._wanted
        self._reading = True
        self._background.run(lambda: self._read(wanted), lambda read: self._show(wanted, read), self._failed)

    def _refresh(self) -> None:
        if self._wanted is None and self._page.isVisible() and not self._reading:
            self.read()

    def _show(self, wanted: date | None, read: DayRead) -> None:
        self._reading = False
        if wanted != self._wanted:
            return  # turned on meanwhile: the day that is wanted now is under way
        self._shown = read.day.timeline.day
        if read.now_ms is not None:
            self._wanted = None
        self._page.show_view(day_view(read.day, self._link.agent, offset_min, read.now_ms))
        self._say("")

    def _failed(self, error: EngineroomError) -> None:
        self._reading = False
        self._say(str(error))
