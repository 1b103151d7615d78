"""F1 and Ctrl+? show which keys work where somebody is; never knows them beforehand."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.keys.shortcut_sheet import ShortcutSheet, groups_of
from gui.theme import Appearance
from gui.widgets.shortcut_keys import bind


class ShortcutHelp(QObject):
    """Of one window."""

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        says = self.tr("Show these keys")
        for keys in ("F1", "Ctrl+?"):
            bind(keys, window, self.show_sheet, says)

    def show_sheet(self) -> None:
        ShortcutSheet(self._appearance, groups_of(self._window, self.tr("On this page")), self._window).open()
