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
    with qtbot.assertNotEmitted(month.day_wanted):
        nothing = heat.visualRect(heat.model().index(0, 0)).center()
        qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=nothing)


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


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_PageUp])
def test_no_key_leads_out_of_the_month(qtbot: QtBot, month: CalendarPage, key: Qt.Key) -> None:
    """March 2026 begins on a Sunday: the six places before it are nobody's."""
    [heat] = month.findChildren(HeatMap)
    heat.setFocus()
    at = (0, 6) if key == Qt.Key.Key_Home else (1, 2)
    heat.setCurrentIndex(heat.model().index(*at))
    qtbot.keyClick(heat, key)

    assert heat.currentIndex().data(CELL_ROLE).says


def test_the_cursor_is_on_a_day_of_whichever_month_is_turned_to(qtbot: QtBot, month: CalendarPage) -> None:
    """The first of June is in the place where July has nothing; otherwise it stays where it was."""
    [heat] = month.findChildren(HeatMap)
    months = {number: month_of(date(2026, number, 1)) for number in (6, 7)}
    month.show_calendar(views(Calendar(period=months[6], by_day=BY_DAY)))
    heat.setCurrentIndex(heat.model().index(0, 0))
    assert heat.currentIndex().data().startswith("1\n")
    month.show_calendar(views(Calendar(period=months[7], by_day=BY_DAY)))
    assert heat.currentIndex().data().startswith("1\n")
    heat.setCurrentIndex(heat.model().index(2, 2))
    month.show_calendar(views(Calendar(period=months[6], by_day=BY_DAY)))

    assert (heat.currentIndex().row(), heat.currentIndex().column()) == (2, 2)


def test_a_year_begins_with_today_for_the_keys(qtbot: QtBot, appearance: Appearance) -> None:
    """Its page has the focus before its months are made; the arrows move before the last of them is."""
    head = TurnRow(appearance, before="Before", now="Now", after="After")
    page = CalendarPage(appearance, head, months=12)
    qtbot.addWidget(page)
    page.resize(1024, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    page.show_calendar(views(Calendar(period=year_of(TODAY), by_day=BY_DAY)))
    page._show_next()
    [january] = page._maps
    january.setCurrentIndex(january.model().index(4, 5))
    qtbot.keyClick(january, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not page._waiting)
    march = page._maps[2]

    assert march.hasFocus()
    assert march.currentIndex().data() == str(TODAY.day)
