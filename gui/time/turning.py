"""Which day or week a page shows, and when it is read again; never reads the record on the UI thread."""

from collections.abc import Callable
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.errors import EngineroomError
from gui.background import Background

REFRESH_MS = 15_000
Read = TypeVar("Read")


class Shown(NamedTuple):
    """What a page shows now."""

    first: date
    is_current: bool
    """Whether it is the day or week under way, which is read again and again."""
    has_data: bool = True


class Turning(QObject, Generic[Read]):
    """Follows what is under way while its page can be seen."""

    turned = Signal(object)
    """`Shown`, after everything that was read."""

    def __init__(
        self,
        page: QWidget,
        background: Background,
        read: Callable[[date | None], Read],
        show: Callable[[Read], Shown],
        say: Callable[[str], None],
        *,
        step: Callable[[date, int], date],
    ) -> None:
        """`read` is given a first day, or None for what is under way; `step` finds the first day so many further.

        `say` shows what went wrong.
        """
        super().__init__(page)
        self._page = page
        self._background = background
        self._read = read
        self._show_on_page = show
        self._say = say
        self._step = step
        self._wanted: date | None = None
        self._shown: date | None = None
        self._current: date | None = None
        """What was under way when it was shown last; nothing lies behind it."""
        self._asked = 0
        self._oldest = 0
        """What was asked for before this one is not wanted any more: the page was turned, or shows a later answer."""
        self._reading = False
        self._has_complained = False
        page.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._refresh)
        self._timer.start(REFRESH_MS)

    @property
    def shown(self) -> date | None:
        """Its first day; None before anything was read."""
        return self._shown

    def turn(self, by: int) -> None:
        """-1 or 1 from what is wanted, which may be under way to the page, or 0 for what is under way."""
        begin = self._wanted or self._current or self._shown
        wanted = self._step(begin, by) if by and begin else None
        if wanted is not None and self._current is not None and wanted > self._current:
            wanted = None
        self.go_to(wanted)

    def go_to(self, first: date | None) -> None:
        """Show this one; None is the one under way."""
        if first != self._wanted:
            self._oldest = self._asked + 1
        self._wanted = first
        self.read()

    def read(self) -> None:
        """Read what is wanted, and show it."""
        wanted = self._wanted
        self._asked += 1
        asked = self._asked
        self._reading = True
        self._background.run(
            lambda: self._read(wanted), lambda read: self._show(asked, read), lambda error: self._fail(asked, error)
        )

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        """Whoever comes back sees at once what happened meanwhile."""
        if event.type() is QEvent.Type.Show:
            self._refresh()
        return False

    def _refresh(self) -> None:
        if self._wanted is None and self._page.isVisible() and not self._reading:
            self.read()

    def _show(self, asked: int, read: Read) -> None:
        if self._comes_too_late(asked):
            return
        self._oldest = asked
        shown = self._show_on_page(read)
        if self._has_complained or shown.first != self._shown:  # else what others said stays
            self._say("")
        self._has_complained = False
        self._shown = shown.first
        if shown.is_current:
            self._wanted, self._current = None, shown.first
        self.turned.emit(shown)

    def _fail(self, asked: int, error: EngineroomError) -> None:
        if not self._comes_too_late(asked):
            self._has_complained = True
            self._say(str(error))

    def _comes_too_late(self, asked: int) -> bool:
        if asked == self._asked:
            self._reading = False
        return asked < self._oldest
