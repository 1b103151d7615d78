from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from core.paths import user_paths
from gui.app import TrayProgram
from gui.theme import Appearance


class Panel:
    """Of a desktop that has none until the test says so."""

    def __init__(self) -> None:
        self.there = False


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> Panel:
    one = Panel()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: one.there)
    return one


@pytest.fixture
def program(
    qapp: QApplication, appearance: Appearance, home: Path, panel: Panel, qtbot: QtBot
) -> Iterator[TrayProgram]:
    """Whose window stands in for the icon; quitting is noted, and not done."""
    paths = user_paths()
    paths.runtime.mkdir(parents=True)
    one = TrayProgram(qapp, paths)
    one._look_for_panel(0)
    yield one
    one.windows().window().close()
    one.close()
    appearance.wear("light")


@pytest.mark.parametrize("comes_late", [False, True])
def test_the_window_stands_in_for_the_icon_as_long_as_there_is_none(
    program: TrayProgram, panel: Panel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, comes_late: bool
) -> None:
    """Closing it stops the recording; where a panel came after all, it does not, and nothing says so any more."""
    quits: list[bool] = []
    monkeypatch.setattr(program, "quit_and_stop", lambda: quits.append(True))
    window = program.windows().window()
    assert window.isVisible()
    assert "This desktop has no tray" in window._remark_text.text()
    panel.there = comes_late
    window.close()

    assert quits == ([] if comes_late else [True])
    assert ("This desktop has no tray" in window._remark_text.text()) is not comes_late
    qtbot.waitUntil(lambda: not program.background.busy)
