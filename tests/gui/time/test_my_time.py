"""The pages on one's own time on a real record, read off the UI thread."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.clock import local_time, now_ms
from core.period import month_of, week_of
from gui.access.record_access import DayRead, RecordAccess
from gui.background import Background
from gui.presenters.durations import day_range, month_name
from gui.presenters.export_formats import export_formats
from gui.presenters.filtering import Filter, of_kind
from gui.theme import Appearance
from gui.time.export_button import ExportButton
from gui.time.my_time import MadeDay, MyTime
from gui.time.time_pages import TimePage
from gui.time.turn_row import TurnRow
from gui.time.turning import Shown, Turning
from gui.time.week import WeekPage
from gui.time.week_list import WeekList
from gui.widgets.heat_map import HeatMap


class Desk:
    """One's own time, and a day's page that only notes which one it shows."""

    def __init__(self, appearance: Appearance, background: Background, access: RecordAccess) -> None:
        self._background, self._access = background, access
        self.days: list[date] = []
        """Those that were shown."""
        self.looked_at: list[tuple[date, str, int | None]] = []
        self.said: list[str] = []
        self.day_head = TurnRow(appearance, before="Before", now="Today", after="After")
        self.time = MyTime(
            appearance,
            background,
            access,
            self.said.append,
            self._make_day,
        )
        self.pages = self.time.pages

    def _make_day(self) -> MadeDay:
        def show(read: DayRead) -> Shown:
            self.days.append(read.day.timeline.day)
            return Shown(self.days[-1], read.now_ms is not None)

        turning = Turning(
            self.day_head,
            self._background,
            self._access.day,
            show,
            self.said.append,
            step=lambda day, by: day + timedelta(days=by),
        )
        return MadeDay(TimePage(self.day_head, self.day_head), turning, self._look_at)

    def _look_at(self, day: date, wanted: Filter, hour: int | None = None) -> None:
        self.looked_at.append((day, wanted.text, hour))

    def press(self, qtbot: QtBot, name: str) -> None:
        button = next(
            of
            for of in self.pages.findChildren(QAbstractButton)
            if of.isVisible() and name in {of.text(), of.accessibleName()}
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def shows(self, text: str) -> bool:
        return any(label.isVisible() and label.text() == text for label in self.pages.findChildren(QLabel))


@pytest.fixture
def desk(qtbot: QtBot, appearance: Appearance, access: RecordAccess) -> Iterator[Desk]:
    background = Background()
    made = Desk(appearance, background, access)
    qtbot.addWidget(made.pages)
    made.pages.resize(1024, 768)
    made.pages.show()
    yield made
    background.close()


def today() -> date:
    return local_time(now_ms()).date()


def working_days(day: date) -> str:
    """What a week with nothing on its Saturday and Sunday is called."""
    monday = week_of(day).first
    friday = monday + timedelta(days=4)
    return day_range(monday, friday, with_year=friday.year != today().year)


def only(parent: QWidget, kind: type[HeatMap]) -> HeatMap:
    return next(of for of in parent.findChildren(kind) if of.isVisible())


def test_a_day_of_the_week_opens(qtbot: QtBot, desk: Desk) -> None:
    """The day's page comes to the front, with that day."""
    desk.press(qtbot, "Week")
    qtbot.waitUntil(lambda: desk.shows(working_days(today())))
    [days] = desk.pages.findChildren(WeekList)
    days.selectRow(1)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert desk.day_head.isVisible()
    qtbot.waitUntil(lambda: desk.days[-1:] == [week_of(today()).first + timedelta(days=1)])


def test_weeks_are_turned(qtbot: QtBot, desk: Desk) -> None:
    """Back by seven days, and to the one under way again."""
    desk.press(qtbot, "Week")
    qtbot.waitUntil(lambda: desk.shows(working_days(today())))
    desk.press(qtbot, "Week before")
    qtbot.waitUntil(lambda: desk.shows(working_days(today() - timedelta(weeks=1))))
    desk.press(qtbot, "This week")
    qtbot.waitUntil(lambda: desk.shows(working_days(today())))
    assert set(desk.said) <= {""}


def test_months_are_turned(qtbot: QtBot, desk: Desk) -> None:
    """By the calendar, whatever their length."""
    desk.press(qtbot, "Month")
    this = month_of(today())
    qtbot.waitUntil(lambda: desk.shows(f"{month_name(this.first)} {this.first.year}"))
    before = month_of(this.first - timedelta(days=1))
    desk.press(qtbot, "Month before")
    qtbot.waitUntil(lambda: desk.shows(f"{month_name(before.first)} {before.first.year}"))
    heat = only(desk.pages, HeatMap)
    heat.setCurrentIndex(heat.model().index(1, 3))
    qtbot.keyClick(heat, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.days) == 2)
    assert desk.days[-1] in before
    assert desk.days[-1].weekday() == 3


def test_years_are_turned(qtbot: QtBot, desk: Desk) -> None:
    desk.press(qtbot, "Year")
    year = today().year
    qtbot.waitUntil(lambda: desk.shows(str(year)))
    desk.press(qtbot, "Year before")
    qtbot.waitUntil(lambda: desk.shows(str(year - 1)))
    desk.press(qtbot, "Year after")
    qtbot.waitUntil(lambda: desk.shows(str(year)))


def test_what_is_put_right_is_read_again_everywhere(qtbot: QtBot, desk: Desk) -> None:
    """On every page that was opened."""
    desk.press(qtbot, "Week")
    qtbot.waitUntil(lambda: desk.shows(working_days(today())))
    read: list[date] = []
    for turning in desk.time._turnings:
        turning.turned.connect(lambda shown: read.append(shown.first))
    desk.time.read()
    qtbot.waitUntil(lambda: len(read) == 2)
    assert set(read) == {today(), week_of(today()).first}


def test_the_filter_of_a_week_goes_along_to_the_day(qtbot: QtBot, desk: Desk) -> None:
    """Also with the kind of the number that was pressed, and with the hour of the cell."""
    desk.press(qtbot, "Week")
    qtbot.waitUntil(lambda: desk.shows(working_days(today())))
    [page] = desk.pages.findChildren(WeekPage)
    monday = week_of(today()).first
    page.box.ask(Filter("mail"))
    page.day_wanted.emit(monday)
    page.figure_wanted.emit(monday, of_kind("Work"))
    page.hour_wanted.emit(monday, 9, of_kind("Knowledge"))

    assert desk.looked_at == [
        (monday, "mail", None), (monday, 'mail category:"Work"', None), (monday, 'mail category:"Knowledge"', 9),
    ]  # fmt: skip


def test_what_is_shown_is_what_would_be_exported(qtbot: QtBot, desk: Desk) -> None:
    """The whole week, not only the days that are seen of it."""
    asked: list[tuple[object, object]] = []
    desk.time.export_wanted.connect(lambda kind, period: asked.append((kind, period)))
    desk.press(qtbot, "Week")
    qtbot.waitUntil(lambda: desk.shows(working_days(today())))
    [button] = [of for of in desk.pages.findChildren(ExportButton) if of.isVisible()]
    csv = export_formats()[0]
    button.wanted.emit(csv)

    assert asked == [(csv, week_of(today()))]
    assert not button.isEnabled()  # without a record there is nothing to write


def test_an_empty_week_leads_back_to_today(qtbot: QtBot, desk: Desk) -> None:
    """One action beside the sentence."""
    desk.press(qtbot, "Week")
    qtbot.waitUntil(lambda: desk.shows(working_days(today())))
    desk.press(qtbot, "Week before")
    qtbot.waitUntil(lambda: desk.shows(working_days(today() - timedelta(weeks=1))))
    desk.press(qtbot, "Back to today")

    assert desk.day_head.isVisible()
