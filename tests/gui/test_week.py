"""The week page, with real clicks and keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gui.heat_map import HeatMap
from gui.presenters.week import week_view
from gui.theme import Appearance
from gui.week import WeekPage
from gui.week_list import WeekList
from reports.week import Week
from tests.gui.weeks import MONDAY, TODAY, a_week, an_empty_week


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> WeekPage:
    page = WeekPage(appearance)
    qtbot.addWidget(page)
    page.resize(1024, 768)
    show(page, a_week())
    page.show()
    return page


def show(page: WeekPage, week: Week) -> None:
    page.show_week(week, week_view(week, lambda _ms: 60, TODAY))


def days_of(page: WeekPage) -> WeekList:
    [found] = page.findChildren(WeekList)
    return found


def heat_of(page: WeekPage) -> HeatMap:
    [found] = page.findChildren(HeatMap)
    return found


def button(page: WeekPage, name: str) -> QAbstractButton:
    return next(of for of in page.findChildren(QAbstractButton) if name in {of.text(), of.accessibleName()})


def test_enter_on_a_day_opens_it(qtbot: QtBot, page: WeekPage) -> None:
    """Down from Monday; the week's sum is no day."""
    days = days_of(page)
    days.setFocus()
    days.selectRow(0)
    with qtbot.waitSignal(page.day_wanted) as opened:
        qtbot.keyClick(days, Qt.Key.Key_Down)
        qtbot.keyClick(days, Qt.Key.Key_Return)
    assert opened.args == [MONDAY + timedelta(days=1)]
    days.selectRow(5)
    with qtbot.assertNotEmitted(page.day_wanted):
        qtbot.keyClick(days, Qt.Key.Key_Return)


def test_a_double_click_on_a_day_opens_it(qtbot: QtBot, page: WeekPage) -> None:
    days = days_of(page)
    place = days.visualRect(days.model().index(2, 1)).center()
    qtbot.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(page.day_wanted) as opened:
        qtbot.mouseDClick(days.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [date(2026, 3, 11)]


def test_the_heat_map_shows_what_is_chosen(qtbot: QtBot, page: WeekPage) -> None:
    """Nine to ten on Monday was no knowledge, and work but for what was idle."""
    heat = heat_of(page)
    nine = heat.model().index(0, 1)
    assert (nine.data(), heat.accessibleName()) == ("0", "Share of Knowledge by hour and day")
    qtbot.mouseClick(button(page, "Work"), Qt.MouseButton.LeftButton)
    assert heat.accessibleName() == "Share of Work by hour and day"
    work = int(nine.data())
    qtbot.mouseClick(button(page, "Idle"), Qt.MouseButton.LeftButton)
    assert work + int(nine.data()) == 100


def test_every_cell_and_picture_has_words(page: WeekPage) -> None:
    """For whoever cannot see them."""
    days, heat = days_of(page), heat_of(page)
    told = Qt.ItemDataRole.AccessibleTextRole
    assert days.model().index(0, 1).data(told).startswith("Work 6:14")
    model = heat.model()
    assert all(
        model.index(row, column).data(told) for row in range(model.rowCount()) for column in range(model.columnCount())
    )


def test_the_week_under_way_has_none_after_it(qtbot: QtBot, page: WeekPage) -> None:
    """Buttons and their keys ask for another one."""
    assert not button(page, "Week after").isEnabled()
    for name, turn in (("Week before", -1), ("This week", 0)):
        with qtbot.waitSignal(page.head.turned) as turned:
            qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
        assert turned.args == [turn]


def test_an_empty_week_shows_the_same_places(page: WeekPage) -> None:
    """Axes, days and cells stand where they will be filled."""
    show(page, an_empty_week())
    days, heat = days_of(page), heat_of(page)
    assert days.model().rowCount() == 6
    assert heat.model().rowCount() == 5
    assert heat.model().columnCount() == 9
