"""One tray for one user: a second start passes its wish on to the first and ends; never shows anything."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from core.paths import make_private

WISH = "tray.wish"
TAKE_WITHIN_MS = 100


class FirstStart(QObject):
    """The lock that the first tray holds, and the wishes of later ones."""

    wished = Signal(str)
    """What a later start was asked to show."""

    def __init__(self, runtime: Path) -> None:
        """Raises MachineError where `runtime` cannot be used."""
        super().__init__()
        make_private(runtime)
        self._wish = runtime / WISH
        self._lock = QLockFile(str(runtime / "tray.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, however old it is

    def take(self) -> bool:
        """Whether this is the first."""
        return self._lock.tryLock(TAKE_WITHIN_MS)

    def listen(self) -> None:
        """Hear of wishes from now on; needs an application."""
        watcher = QFileSystemWatcher([str(self._wish.parent)], self)
        watcher.directoryChanged.connect(self._look)
        self._look()

    def pass_on(self, wish: str) -> None:
        """Let the first show this."""
        unfinished = self._wish.with_suffix(".new")
        unfinished.write_text(wish, encoding="utf-8")
        unfinished.replace(self._wish)

    def give_back(self) -> None:
        self._lock.unlock()

    def _look(self) -> None:
        try:
            wish = self._wish.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        self._wish.unlink(missing_ok=True)
        self.wished.emit(wish)
