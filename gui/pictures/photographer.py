"""Takes pictures of windows one after the other, each when everything in it has arrived; never decides which."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from core.clock import steady_s

LOOK_EVERY_MS, WITHIN_S = 150, 30.0


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, what brings it up, and which window it is once all has arrived."""

    name: str
    bring_up: Callable[[], object]
    window: Callable[[], QWidget]
    prepare: Callable[[], object] | None = None
    """What is done with what has arrived, such as a selection, before the picture is taken."""


class Photographer(QObject):
    """Works through its shots, then says so."""

    finished = Signal()

    def __init__(self, shots: Sequence[Shot], busy: Callable[[], bool], keep: Callable[[str, QPixmap], None]) -> None:
        """`busy` is whether something has yet to arrive; `keep` is given each picture with its name."""
        super().__init__()
        self._shots = list(shots)
        self._busy = busy
        self._keep = keep
        self._open: Shot | None = None
        self._prepared = False
        self._until_s = steady_s() + WITHIN_S
        self._still = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        was_still, self._still = self._still, not self._busy()
        if not (was_still and self._still) and steady_s() < self._until_s:  # what arrived last has yet to be laid out
            return
        self._still = False
        if self._open is not None and self._open.prepare is not None and not self._prepared:
            self._prepared = True
            self._open.prepare()
            return
        if self._open is not None:
            window = self._open.window()
            self._keep(self._open.name, window.grab())
            window.close()
        self._go_on()

    def _go_on(self) -> None:
        self._open, self._prepared = None, False
        if not self._shots:
            self._timer.stop()
            self.finished.emit()
            return
        self._open = self._shots.pop(0)
        self._open.bring_up()
        self._until_s = steady_s() + WITHIN_S
