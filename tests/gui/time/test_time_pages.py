"""Day, week, month and year behind one choice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Appearance
from gui.time.time_pages import TimeEntry, TimePage, TimePages
from gui.time.turn_row import TurnRow


def test_each_page_is_made_when_it_is_opened_first(qtbot: QtBot, appearance: Appearance) -> None:
    """And once; the choice always stands where one is."""
    made: list[str] = []

    def entry(name: str) -> TimeEntry:
        def make() -> TimePage:
            made.append(name)
            head = TurnRow(appearance, before="Before", now="Now", after="After")
            return TimePage(head, head)

        return TimeEntry(name, make)

    pages = TimePages(appearance, [entry("Day"), entry("Week"), entry("Month")])
    qtbot.addWidget(pages)
    pages.show()

    assert made == ["Day"]
    for name in ("Week", "Day", "Month", "Week"):
        qtbot.mouseClick(_button(pages, name), Qt.MouseButton.LeftButton)
        assert _button(pages, name).isChecked()
        assert [one.text() for one in _shown(pages) if one.isChecked()] == [name]
    assert made == ["Day", "Week", "Month"]


def _shown(pages: QWidget) -> list[QAbstractButton]:
    return [one for one in pages.findChildren(QAbstractButton) if one.isVisible() and one.isCheckable()]


def _button(pages: QWidget, name: str) -> QAbstractButton:
    return next(one for one in _shown(pages) if one.text() == name)
