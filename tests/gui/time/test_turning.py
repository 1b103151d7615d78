from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from core.errors import MachineError
from gui.access.record_access import DayRead
from gui.background import Background
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.day import day_view
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.time.turning import Shown, Turning
from reports.shapes import Timeline
from tests.gui.days import DAY, NOW, a_day, a_status


class Book:
    """Days to turn over; today is the invented one."""

    def __init__(self) -> None:
        self.torn = False

    def __call__(self, day: date | None) -> DayRead:
        if self.torn:
            raise MachineError("The record cannot be read", "check the disk")
        if day is None or day == DAY:
            return DayRead(a_day(), NOW)
        return DayRead(a_day(Timeline(day=day, pieces=(), gaps=())), None)


class Reader:
    """A day page with somebody who turns it."""

    def __init__(self, look: Appearance, background: Background) -> None:
        self.book = Book()
        self.said: list[str] = []
        self.page = DayPage(look)

        def show(read: DayRead) -> Shown:
            self.page.show_view(day_view(read.day, Agent(Phase.ANSWERING, a_status()), lambda _ms: 60, read.now_ms))
            return Shown(read.day.timeline.day, read.now_ms is not None)

        self.turning = Turning(
            self.page, background, self.book, show, self.said.append, step=lambda day, by: day + timedelta(days=by)
        )
        self.page.head.turned.connect(self.turning.turn)

    @property
    def title(self) -> str:
        return self.page.head._title.text()

    def shows(self, title: str) -> bool:
        return self.title == title


@pytest.fixture
def reader(appearance: Appearance, qtbot: QtBot) -> Iterator[Reader]:
    background = Background()
    one = Reader(appearance, background)
    qtbot.addWidget(one.page)
    one.turning.read()
    qtbot.waitUntil(lambda: one.title == "Thursday, 12 March")
    yield one
    background.close()


def test_pages_are_turned_from_the_day_that_is_shown(reader: Reader, qtbot: QtBot) -> None:
    """Back twice, on once, and to today at once."""
    for turn, title in (
        (-1, "Wednesday, 11 March"),
        (-1, "Tuesday, 10 March"),
        (1, "Wednesday, 11 March"),
        (0, "Thursday, 12 March"),
    ):
        reader.page.head.turned.emit(turn)
        qtbot.waitUntil(partial(reader.shows, title))


def test_there_is_no_day_after_today(reader: Reader, qtbot: QtBot) -> None:
    """The button comes back with yesterday."""
    assert not reader.page.head._next.isEnabled()
    reader.page.head.turned.emit(-1)
    qtbot.waitUntil(lambda: reader.title == "Wednesday, 11 March")

    assert reader.page.head._next.isEnabled()
    assert reader.page._stack.currentIndex() == 1


def test_turning_faster_than_days_are_read_shows_the_last_one_wanted(reader: Reader, qtbot: QtBot) -> None:
    """An earlier answer that comes late is not shown."""
    reader.turning._wanted = DAY - timedelta(days=5)
    reader.turning.read()
    reader.turning._wanted = DAY - timedelta(days=2)
    reader.turning.read()
    qtbot.waitUntil(lambda: not reader.turning._background.busy)

    assert reader.title == "Tuesday, 10 March"


def test_a_record_that_cannot_be_read_is_said_above_the_page(reader: Reader, qtbot: QtBot) -> None:
    """The day that was shown stays; the next good answer takes the remark away."""
    reader.book.torn = True
    reader.turning.read()
    qtbot.waitUntil(lambda: reader.said[-1] == "The record cannot be read — check the disk")
    assert reader.title == "Thursday, 12 March"
    reader.book.torn = False
    reader.turning.read()

    qtbot.waitUntil(lambda: reader.said[-1] == "")
