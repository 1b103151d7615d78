import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.background import Background, Cancelled, Reached
from gui.theme import Appearance
from gui.widgets import progress_strip
from gui.widgets.progress_strip import ProgressStrip


class Work:
    """A long job of four steps, taken as the test lets it, and the strip that shows it."""

    def __init__(self, look: Appearance) -> None:
        self.background = Background()
        self.strip = ProgressStrip(look, self.background)
        self.strip.resize(500, 40)
        self.go_on = threading.Semaphore(0)
        self.heard: list[object] = []

    def begin(self) -> None:
        self.background.run_long("Exporting everything", self._export, self.heard.append, self.heard.append)

    def _export(self, reached: Reached) -> str:
        for step in range(1, 5):
            self.go_on.acquire()
            reached(step / 4)
        return "exported"

    def filled(self) -> float:
        """The part of the bar that is painted as done."""
        bar = self.strip._bar
        image = bar.grab().toImage()
        ink = QColor(bar._appearance.theme.colours.accent.base)
        row = [image.pixelColor(x, image.height() // 2) == ink for x in range(image.width())]
        return sum(row) / len(row)


@pytest.fixture
def work(appearance: Appearance, qtbot: QtBot) -> Iterator[Work]:
    one = Work(appearance)
    qtbot.addWidget(one.strip)
    yield one
    one.go_on.release(8)
    one.background.close()


def test_what_takes_less_than_a_second_is_not_shown(work: Work, qtbot: QtBot) -> None:
    """Nothing flickers by."""
    work.begin()
    work.go_on.release(4)
    qtbot.waitUntil(lambda: work.heard == ["exported"])
    qtbot.waitUntil(lambda: not work.strip._timer.isActive())

    assert not work.strip.isVisible()


def test_what_takes_longer_says_how_far_it_is(work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text, bar and per cent; gone when it is done."""
    monkeypatch.setattr(progress_strip, "SILENT_S", 0.0)
    work.begin()
    work.go_on.release(2)
    qtbot.waitUntil(lambda: work.strip.isVisible() and work.strip._share.text() == "50 %")
    assert work.strip._says.text() == "Exporting everything"
    assert work.filled() == pytest.approx(0.5, abs=0.03)
    work.go_on.release(2)
    qtbot.waitUntil(lambda: not work.strip.isVisible())

    assert work.heard == ["exported"]


def test_a_press_cancels_it(work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once: the button says so by being spent."""
    monkeypatch.setattr(progress_strip, "SILENT_S", 0.0)
    work.begin()
    qtbot.waitUntil(work.strip.isVisible)
    qtbot.mouseClick(work.strip._cancel, Qt.MouseButton.LeftButton)
    assert not work.strip._cancel.isEnabled()
    work.go_on.release()
    qtbot.waitUntil(lambda: bool(work.heard))

    assert [type(said) for said in work.heard] == [Cancelled]
