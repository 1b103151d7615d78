"""The sheet of keys, and the keys that lead from one part of a window to the next, in the windows as composed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.access.record_access import RecordAccess
from gui.agent_process import AgentProcess
from gui.background import Background
from gui.keys.shortcut_sheet import ShortcutSheet, groups_of, written
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.time.time_pages import TimePages
from gui.tray.agent_link import AgentLink
from gui.tray.pause_actions import PauseActions
from gui.window import MainWindow
from gui.windows import Windows
from tests.gui.access.test_record_access import a_record
from tests.gui.tray.test_agent_link import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = ("day", "notice", "supervisor")


@pytest.fixture
def window(appearance: Appearance, access: RecordAccess, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window, with the only day of its record open."""
    a_record(access)
    background = Background()
    link = AgentLink(background, Desk(), AgentProcess([], tmp_path / "said"))
    windows = Windows(
        appearance=appearance,
        background=background,
        link=link,
        pauses=PauseActions(),
        access=access,
        memory=QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat),
    )
    windows.open_page("day")
    made = windows.window()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: not background.busy)
    qtbot.keyClick(made, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    [page] = made.findChildren(DayPage)
    qtbot.waitUntil(page._list.isVisible)
    yield made
    link.close()
    background.close()
    made.close()


def sheet_of(window: MainWindow, qtbot: QtBot) -> ShortcutSheet:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(window.findChildren(ShortcutSheet)))
    [sheet] = window.findChildren(ShortcutSheet)
    return sheet


def all_keys(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Every shortcut and action of what can be seen, whatever the sheet says."""
    for shortcut in window.findChildren(QShortcut):
        parent = shortcut.parent()
        if isinstance(parent, QWidget) and parent.isVisible():
            yield written(shortcut.keys()), shortcut.whatsThis()
    for action in window.findChildren(QAction):
        if action.shortcuts():
            yield written(action.shortcuts()), action.text()


@pytest.mark.parametrize("key", PAGES)
def test_every_key_of_a_page_is_on_the_sheet(window: MainWindow, key: str, qtbot: QtBot) -> None:
    """With what it does: nothing works in secret."""
    window.open_page(key)
    expected = set(all_keys(window))
    told = {line for group in groups_of(window, "Here") for line in group.keys}

    assert expected <= told
    assert all(does for _keys, does in told)


def test_no_key_does_two_things_at_once(window: MainWindow) -> None:
    """Qt would do neither."""
    for place in range(4):
        [pages] = window.findChildren(TimePages)
        pages.open(place)
        keys = [keys for keys, _does in all_keys(window)]

        assert len(keys) == len(set(keys)), sorted(keys)


def test_the_sheet_tells_keys_by_part(window: MainWindow, qtbot: QtBot) -> None:
    """Those of the page first, then those of the lanes and the list; escape closes it."""
    sheet = sheet_of(window, qtbot)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"On this page", "In the lanes", "In the list", "Ctrl+F", "Filter what is shown", "Shift+← →"} <= set(texts)
    assert texts.index("On this page") < texts.index("In the lanes")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not window.findChildren(ShortcutSheet))


def test_control_and_a_number_choose_how_much_time_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    """Day, week, month, year."""
    [pages] = window.findChildren(TimePages)
    for key, place in ((Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2), (Qt.Key.Key_4, 3), (Qt.Key.Key_1, 0)):
        qtbot.keyClick(window, key, CONTROL)

        assert pages._stack.currentWidget() is pages._made[place].page


def test_f6_leads_through_the_parts_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    """From the lanes to the list, the cards beside it, the navigation, the filter, and around; shift leads back."""
    [page] = window.findChildren(DayPage)
    page._lanes.setFocus()
    stops = []
    for _press in range(5):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        stops.append(QApplication.focusWidget())
    assert stops[0] is page._list
    assert page._totals.isAncestorOf(stops[1])  # type: ignore[arg-type]  # something has the focus
    assert stops[-3] in window._buttons.values()
    assert stops[-2:] == [page.filtering.box, page._lanes]
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)

    assert QApplication.focusWidget() is page.filtering.box


def test_control_e_offers_the_formats(window: MainWindow, qtbot: QtBot) -> None:
    """Those that can be written, and what may be shared."""
    [pages] = window.findChildren(TimePages)
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()

    assert texts == [
        "Table for a spreadsheet (CSV)", "Calendar (iCalendar)", "Lines for programs (JSON)", "ActivityWatch",
        "Share totals…",
    ]  # fmt: skip
    assert pages.isVisible()
