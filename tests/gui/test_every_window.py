"""Every page and every dialog that there is, composed as the tray composes them; none can be forgotten here."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

import gui
from gui.access.record_access import RecordAccess
from gui.keys.shortcut_sheet import ShortcutSheet
from gui.theme import Appearance
from gui.time.time_pages import TimePages
from tests.gui.access.test_record_access import a_record
from tests.gui.names import nameless, out_of_reach, too_small
from tests.gui.test_names import WINDOWS
from tests.gui.test_windows import Composed

WALKED_HERE = "ShortcutSheet"


@pytest.fixture
def composed(appearance: Appearance, access: RecordAccess, tmp_path: Path, qtbot: QtBot) -> Iterator[Composed]:
    a_record(access)
    one = Composed(appearance, access, tmp_path)
    yield one
    qtbot.waitUntil(lambda: not one.background.busy, timeout=20_000)
    one.link.close()
    one.background.close()
    one.windows.window().close()


def lacking(window: QWidget) -> list[str]:
    return [*nameless(window), *too_small(window), *out_of_reach(window)]


def test_every_control_of_every_page_can_be_named_hit_and_reached(composed: Composed, qtbot: QtBot) -> None:
    """Page by page as the navigation has them, with what the record fills them with."""
    window = composed.windows.window()
    found = {}
    for key in window.keys:
        composed.windows.open_page(key)
        qtbot.waitUntil(lambda: not composed.background.busy, timeout=20_000)
        found[key] = lacking(window)

    assert found == {key: [] for key in window.keys}


def test_every_way_to_look_at_time_can_be_named_hit_and_reached(composed: Composed, qtbot: QtBot) -> None:
    """Day, week, month and year."""
    composed.windows.open_page("day")
    window = composed.windows.window()
    [pages] = window.findChildren(TimePages)
    for place in range(4):
        pages.open(place)
        qtbot.waitUntil(lambda: not composed.background.busy, timeout=20_000)
        assert lacking(window) == []


def test_no_dialog_is_left_out(appearance: Appearance, qtbot: QtBot) -> None:
    """Each that there is stands among the windows that are walked, or is walked here."""
    for module in pkgutil.walk_packages(gui.__path__, "gui."):
        importlib.import_module(module.name)
    walked = {WALKED_HERE}
    for make in WINDOWS.values():
        window = make(appearance)
        qtbot.addWidget(window)
        walked.add(type(window).__name__)

    assert {kind.__name__ for kind in _below(QDialog) if kind.__module__.startswith("gui.")} <= walked


def test_every_control_of_the_sheet_of_keys_can_be_named_hit_and_reached(composed: Composed, qtbot: QtBot) -> None:
    """It lists what the windows as composed have."""
    composed.windows.open_page("day")
    window = composed.windows.window()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(window.findChildren(ShortcutSheet)))
    [sheet] = window.findChildren(ShortcutSheet)

    assert lacking(sheet) == []


def _below(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    """Those that nothing is made of any more."""
    for narrower in kind.__subclasses__():
        if narrower.__subclasses__():
            yield from _below(narrower)
        else:
            yield narrower
