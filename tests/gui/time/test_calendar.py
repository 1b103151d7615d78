"""Month and year, with real clicks and keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from core.period import month_of, year_of
from gui.presenters.calendar import CalendarView, Measure, calendar_view
from gui.theme import Appearance
from gui.time.calendar import CalendarPage
from gui.time.turn_row import TurnRow
from gui.widgets.heat_map import CELL_ROLE, HeatMap
from reports.week import Calendar
from tests.gui.presenters.test_calendar import BY_DAY, TODAY


def views(calendar: Calendar) -> dict[Measure, CalendarView]:
    return {measure: calendar_view(calendar, measure, TODAY) for measure in Measure}


def page_of(qtbot: QtBot, appearance: Appearance, months: int) -> CalendarPage:
    head = TurnRow(appearance, before="Before", now="Now", after="After")
    page = CalendarPage(appearance, head, months=months)
    qtbot.addWidget(page)
    page.resize(1024, 768)
    period = month_of(TODAY) if months == 1 else year_of(TODAY)
    page.show_calendar(views(Calendar(period=period, by_day=BY_DAY)))
    page.show()
    qtbot.waitUntil(lambda: len(page._maps) == months and not page._waiting)
    return page


@pytest.fixture
def month(qtbot: QtBot, appearance: Appearance) -> CalendarPage:
    return page_of(qtbot, appearance, 1)


def test_enter_on_a_day_of_the_month_opens_it(qtbot: QtBot, month: CalendarPage) -> None:
    """From Monday the 9th down by a week and right by a day; the days of other months are no days of it."""
    [heat] = month.findChildren(HeatMap)
    heat.setFocus()
    heat.setCurrentIndex(heat.model().index(2, 0))
    with qtbot.waitSignal(month.day_wanted) as opened:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
            qtbot.keyClick(heat, key)
    assert opened.args == [date(2026, 3, 17)]
    heat.setCurrentIndex(heat.model().index(0, 0))
    with qtbot.assertNotEmitted(month.day_wanted):
        qtbot.keyClick(heat, Qt.Key.Key_Return)


def test_a_double_click_in_a_year_opens_the_day(qtbot: QtBot, appearance: Appearance) -> None:
    year = page_of(qtbot, appearance, 12)
    march = year.findChildren(HeatMap)[2]
    place = march.visualRect(march.model().index(1, 0)).center()
    qtbot.mouseClick(march.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(year.day_wanted) as opened:
        qtbot.mouseDClick(march.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [date(2026, 3, 2)]


def test_another_measure_is_another_map(qtbot: QtBot, month: CalendarPage) -> None:
    [heat] = month.findChildren(HeatMap)
    assert heat.accessibleName() == "Recorded by day, March"
    knowledge = next(of for of in month.findChildren(QAbstractButton) if of.text() == "Knowledge")
    qtbot.mouseClick(knowledge, Qt.MouseButton.LeftButton)
    assert heat.accessibleName() == "Knowledge by day, March"
    assert heat.model().index(1, 0).data() == "2\n1:00"


def test_the_arrows_go_on_into_the_next_month(qtbot: QtBot, appearance: Appearance) -> None:
    """From the last of February a day on to the first of March, a week on, and back again over the border."""
    year = page_of(qtbot, appearance, 12)
    maps = year.findChildren(HeatMap)
    february, march = maps[1], maps[2]
    year.activateWindow()
    qtbot.waitUntil(year.isActiveWindow)
    february.setFocus()
    february.setCurrentIndex(february.model().index(4, 5))
    assert february.currentIndex().data() == "28"
    qtbot.keyClick(february, Qt.Key.Key_Right)
    assert (march.hasFocus(), march.currentIndex().data()) == (True, "1")
    qtbot.keyClick(march, Qt.Key.Key_Down)
    assert march.currentIndex().data() == "8"
    qtbot.keyClick(march, Qt.Key.Key_Up)
    qtbot.keyClick(march, Qt.Key.Key_Up)

    assert (february.hasFocus(), february.currentIndex().data()) == (True, "22")


def test_today_is_marked(qtbot: QtBot, month: CalendarPage) -> None:
    """And no other day."""
    [heat] = month.findChildren(HeatMap)
    model = heat.model()
    cells = [model.index(row, column).data(CELL_ROLE) for row in range(model.rowCount()) for column in range(7)]

    assert [cell.text.split()[0] for cell in cells if cell.is_today] == [str(TODAY.day)]
