from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.places import Places


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)


def kept(memory: QSettings, name: str, qtbot: QtBot) -> QWidget:
    """A window as it opens, with places of its own as after a new start."""
    window = QWidget()
    places = Places(memory)
    places.setParent(window)
    places.keep(window, name)
    qtbot.addWidget(window)
    return window


def test_each_window_comes_back_where_it_was_closed(memory: QSettings, qtbot: QtBot) -> None:
    """Whatever other windows did meanwhile; one that was never open keeps its own size."""
    left: dict[str, QRect] = {}
    for name, place in (("day", QRect(40, 60, 500, 300)), ("share", QRect(200, 90, 320, 240))):
        window = kept(memory, name, qtbot)
        window.show()
        window.setGeometry(place)
        left[name] = window.geometry()
        window.close()

    for name, place in left.items():
        window = kept(memory, name, qtbot)
        window.show()
        assert window.geometry() == place
    assert memory.value("notice/geometry") is None


def test_a_window_comes_back_onto_a_screen_that_exists(memory: QSettings, qtbot: QtBot) -> None:
    """The second screen on which it was closed is no longer there."""
    window = kept(memory, "day", qtbot)
    window.show()
    window.resize(300, 200)
    window.move(QGuiApplication.primaryScreen().geometry().right() + 2000, 100)
    window.close()
    again = kept(memory, "day", qtbot)
    again.show()

    assert QGuiApplication.primaryScreen().geometry().contains(again.geometry())


def test_a_window_that_is_opened_again_comes_back_onto_a_screen_too(memory: QSettings, qtbot: QtBot) -> None:
    """The tray went on while the screen was unplugged, and the window is the same."""
    window = kept(memory, "day", qtbot)
    window.show()
    window.resize(300, 200)
    window.move(QGuiApplication.primaryScreen().geometry().right() + 2000, 100)
    window.close()
    window.show()

    assert QGuiApplication.primaryScreen().geometry().contains(window.geometry())
    assert (window.width(), window.height()) == (300, 200)
