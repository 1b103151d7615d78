"""Where each window stood when it was last closed, kept in the settings of this person; never places the popover."""

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

NAME = "place"


class Places(QObject):
    """Qt itself brings a window that would open outside every screen back onto one that exists."""

    def __init__(self, memory: QSettings) -> None:
        super().__init__()
        self._memory = memory

    def keep(self, window: QWidget, name: str) -> None:
        """Put `window`, which was not shown yet, where it was, and remember from now on where it was closed."""
        geometry = self._memory.value(f"{name}/geometry")
        if geometry is not None:
            window.restoreGeometry(geometry)
        window.setProperty(NAME, name)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and not event.spontaneous():
            if event.type() is QEvent.Type.Hide:
                self._memory.setValue(f"{watched.property(NAME)}/geometry", watched.saveGeometry())
            elif event.type() is QEvent.Type.Show and not _on_a_screen(watched):
                watched.restoreGeometry(watched.saveGeometry())  # its screen went while it was closed
        return False


def _on_a_screen(window: QWidget) -> bool:
    return any(screen.geometry().intersects(window.frameGeometry()) for screen in QGuiApplication.screens())
