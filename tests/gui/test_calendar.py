"""Month and year, with real clicks and keys."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from core.period import month_of, year_of
from gui.calendar import CalendarPage
from gui.heat_map import HeatMap
from gui.presenters.calendar import CalendarView, Measure, calendar_view
from gui.theme import Appearance
from gui.turn_row import TurnRow
from reports.week import Calendar
from tests.gui.presenters.test_calendar import BY_DAY, TODAY


def view_by(calendar: Calendar, measure: Measure) -> CalendarView:
    return calendar_view(calendar, measure, TODAY)


def page_of(qtbot: QtBot, appearance: Appearance, months: int) -> CalendarPage:
    head = TurnRow(appearance, before="Before", now="Now", after="After")
    page = CalendarPage(appearance, head, months=months)
    qtbot.addWidget(page)
    page.resize(1024, 768)
    period = month_of(TODAY) if months == 1 else year_of(TODAY)
    page.show_calendar(partial(view_by, Calendar(period=period, by_day=BY_DAY)))
    page.show()
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
