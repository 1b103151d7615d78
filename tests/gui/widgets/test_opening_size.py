from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.keys.shortcut_sheet import ShortcutSheet
from gui.theme import Appearance
from gui.widgets.opening_size import opening_size
from gui.widgets.sheet import Sheet


def test_a_window_opens_no_larger_than_its_screen(qtbot: QtBot) -> None:
    """The screen of these tests is 800 pixels wide and high; a title bar fits above the window."""
    window = QWidget()
    qtbot.addWidget(window)

    assert opening_size(window, QSize(1200, 800)) == QSize(800, 760)
    assert opening_size(window, QSize(620, 560)) == QSize(620, 560)


def test_so_do_sheets(appearance: Appearance, qtbot: QtBot) -> None:
    """Their buttons stand at the foot, where they would be out of reach."""
    window = QWidget()
    sheets = [Sheet(appearance, "Policy", QSize(920, 900), window), ShortcutSheet(appearance, (), window)]
    qtbot.addWidget(window)

    assert [(sheet.width(), sheet.height()) for sheet in sheets] == [(800, 760), (620, 560)]
