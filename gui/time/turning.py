"""Which day or week a page shows, and when it is read again; never reads the record on the UI thread."""

from collections.abc import Callable
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
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
        self._reading = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._refresh)
        self._timer.start(REFRESH_MS)

    @property
    def shown(self) -> date | None:
        """Its first day; None before anything was read."""
        return self._shown

    def turn(self, by: int) -> None:
        """-1 or 1 from what is shown, or 0 for what is under way."""
        self.go_to(self._step(self._shown, by) if by and self._shown else None)

    def go_to(self, first: date | None) -> None:
        """Show this one; None is the one under way."""
        self._wanted = first
        self.read()

    def read(self) -> None:
        """Read what is wanted, and show it."""
        wanted = self._wanted
        self._reading = True
        self._background.run(lambda: self._read(wanted), lambda read: self._show(wanted, read), self._failed)

    def _refresh(self) -> None:
        if self._wanted is None and self._page.isVisible() and not self._reading:
            self.read()

    def _show(self, wanted: date | None, read: Read) -> None:
        self._reading = False
        if wanted != self._wanted:
            return  # turned on meanwhile: what is wanted now is being read
        shown = self._show_on_page(read)
        self._shown = shown.first
        if shown.is_current:
            self._wanted = None
        self._say("")
        self.turned.emit(shown)

    def _failed(self, error: EngineroomError) -> None:
        self._reading = False
        self._say(str(error))
