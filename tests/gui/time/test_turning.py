from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.errors import MachineError
from gui.access.record_access import DayRead
from gui.background import Background, Failed
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
        self.today = DAY

    def __call__(self, day: date | None) -> DayRead:
        if self.torn:
            raise MachineError("The record cannot be read", "check the disk")
        wanted = day or self.today
        now_ms = NOW if wanted == self.today else None
        of = a_day() if wanted == DAY else a_day(Timeline(day=wanted, pieces=(), gaps=()))
        return DayRead(of, now_ms, self.today)


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
    reader.turning.go_to(DAY - timedelta(days=5))
    reader.turning.go_to(DAY - timedelta(days=2))
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


def test_every_press_turns_by_one(reader: Reader, qtbot: QtBot) -> None:
    """Also those that come before the day of the last one was read; none leads beyond today."""
    for _ in range(3):
        reader.page.head.turned.emit(-1)
    qtbot.waitUntil(lambda: reader.title == "Monday, 9 March")
    for _ in range(5):
        reader.page.head.turned.emit(1)
    qtbot.waitUntil(lambda: not reader.turning._background.busy)

    assert reader.title == "Thursday, 12 March"


def test_who_comes_back_to_a_page_does_not_wait_for_what_happened_meanwhile(reader: Reader, qtbot: QtBot) -> None:
    """The window was closed overnight, or another page was open."""
    reader.page.show()
    qtbot.waitUntil(lambda: not reader.turning._background.busy)
    reader.page.hide()
    reader.book.today = DAY + timedelta(days=1)
    reader.page.show()

    qtbot.waitUntil(lambda: reader.title == "Friday, 13 March")


def test_turning_on_misses_no_day_when_another_has_begun(reader: Reader, qtbot: QtBot) -> None:
    """The page stood on the day before, over midnight."""
    reader.page.head.turned.emit(-1)
    qtbot.waitUntil(lambda: reader.title == "Wednesday, 11 March")
    reader.book.today = DAY + timedelta(days=1)
    reader.page.head.turned.emit(1)
    qtbot.waitUntil(lambda: reader.title == "Thursday, 12 March")
    assert reader.page.head._next.isEnabled()
    reader.page.head.turned.emit(1)

    qtbot.waitUntil(lambda: reader.title == "Friday, 13 March")


class Slow(Background):
    """Answers in the order that the test wants, when it wants."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Callable[[str], None]] = []
        self.failures: list[Failed] = []

    def run(self, _do: object, done: Callable[[str], None], failed: Failed) -> None:  # type: ignore[override]
        self.answers.append(done)
        self.failures.append(failed)


class Asked:
    """A page that shows whatever it is answered."""

    def __init__(self, qtbot: QtBot) -> None:
        self.slow = Slow()
        self.shown: list[str] = []
        self.day = DAY
        self.said: list[str] = []
        page = QWidget()
        qtbot.addWidget(page)
        self.turning: Turning[str] = Turning(
            page, self.slow, lambda _day: "", self._show, self.said.append, step=lambda day, by: day + timedelta(by)
        )

    def _show(self, read: str) -> Shown:
        self.shown.append(read)
        return Shown(self.day, is_current="today" in read)


def test_an_answer_never_replaces_one_that_was_asked_for_later(qtbot: QtBot) -> None:
    """Two read at once, and the first may take longer: what was corrected between them is in the second only."""
    asked = Asked(qtbot)
    asked.turning.go_to(DAY)
    asked.turning.read()
    asked.slow.answers[1]("corrected")
    asked.slow.answers[0]("as before")
    asked.slow.failures[0](MachineError("The record cannot be read", "check the disk"))
    assert (asked.shown, asked.said) == (["corrected"], [""])
    asked.turning.read()
    asked.slow.answers[2]("later")

    assert asked.shown == ["corrected", "later"]


def test_today_by_its_date_is_shown_as_often_as_it_is_read(qtbot: QtBot) -> None:
    """Opened from the week and corrected before it came: both answers are of the same day."""
    asked = Asked(qtbot)
    asked.turning.go_to(DAY)
    asked.turning.read()
    asked.slow.answers[0]("today")
    asked.slow.answers[1]("today, corrected")

    assert asked.shown == ["today", "today, corrected"]


def test_what_went_wrong_with_a_day_that_is_not_wanted_any_more_is_not_said(qtbot: QtBot) -> None:
    """Somebody has turned on."""
    asked = Asked(qtbot)
    asked.turning.go_to(DAY)
    asked.turning.go_to(DAY - timedelta(days=1))
    asked.slow.answers[1]("the day before")
    asked.slow.failures[0](MachineError("The record cannot be read", "check the disk"))

    assert asked.said == [""]


def test_what_others_said_stays_while_the_same_day_is_read_again(qtbot: QtBot) -> None:
    """Where a file was written, say; a remark of its own is taken back, and another day begins without any."""
    asked = Asked(qtbot)
    asked.turning.go_to(None)
    asked.slow.answers[0]("today")
    asked.turning.read()
    asked.slow.answers[1]("today")
    assert asked.said == [""]
    asked.turning.read()
    asked.slow.failures[2](MachineError("The record cannot be read", "check the disk"))
    asked.turning.read()
    asked.slow.answers[3]("today")
    asked.day = DAY - timedelta(days=1)
    asked.turning.turn(-1)
    asked.slow.answers[4]("yesterday")

    assert asked.said == ["", "The record cannot be read — check the disk", "", ""]
