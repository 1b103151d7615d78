"""The button at the end of a head that offers what leaves a page: files, and totals to share; never writes any."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.presenters.export_formats import export_formats
from gui.theme import Appearance
from gui.widgets.buttons import MenuButton
from gui.widgets.shortcut_keys import bind

NARROW = 60


class ExportButton(MenuButton):
    """Opens a menu, also by Ctrl+E from anywhere on its page."""

    wanted = Signal(object)
    """An `ExportFormat`."""
    share_wanted = Signal()

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__(appearance, self.tr("Export…"), mark="share")
        self._wide = super().sizeHint().width()
        self.setAccessibleName(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for kind in export_formats():
            self.choices.addAction(kind.name).triggered.connect(
                lambda _checked=False, kind=kind: self.wanted.emit(kind)
            )
        self.choices.addSeparator()
        self.choices.addAction(self.tr("Share totals…")).triggered.connect(self.share_wanted)
        self.setToolTip(self.tr("Write all of the time that is shown to a file, with or without a filter (Ctrl+E)"))
        bind("Ctrl+E", page, self._press, self.tr("Export the time that is shown"))

    def minimumSizeHint(self) -> QSize:
        """Its marks alone, where there is no room for its text."""
        return QSize(NARROW, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.accessibleName() if event.size().width() >= self._wide else "")

    def _press(self) -> None:
        if self.isEnabled():
            self.showMenu()
