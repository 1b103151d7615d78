"""Whether the folder that totals are shared to can be reached; looks now and then, and never writes there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.background import Background

FIRST_LOOK_MS, LOOK_EVERY_MS = 5_000, 60_000


class TeamReach(QObject):
    """A folder of a server that is away may keep whoever asks waiting: until it answers it is out of reach."""

    changed = Signal(bool)

    def __init__(self, background: Background, folder: Callable[[], str]) -> None:
        """`folder` is asked off the UI thread, each time anew; empty where nothing is shared to one."""
        super().__init__()
        self._background = background
        self._folder = folder
        self._reached = True
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        self._timer.start(LOOK_EVERY_MS)
        QTimer.singleShot(FIRST_LOOK_MS, self.look)

    def close(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        if self._waiting:
            self._know(reached=False)
            return
        self._waiting = True
        self._background.run_afar(self._can_be_reached, self._told, lambda _error: self._told(reached=True))

    def _can_be_reached(self) -> bool:
        folder = self._folder()
        return not folder or Path(folder).is_dir()

    def _told(self, reached: bool) -> None:
        self._waiting = False
        self._know(reached=reached)

    def _know(self, *, reached: bool) -> None:
        if reached != self._reached:
            self._reached = reached
            self.changed.emit(reached)
