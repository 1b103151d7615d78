"""The week page, with real clicks and keys."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from gui.presenters.filtering import Filter, of_kind
from gui.presenters.week import week_view
from gui.theme import Appearance
from gui.time.week import WeekPage
from gui.time.week_list import WeekList
from gui.time.week_table import FIRST_FIGURE
from gui.widgets.heat_map import HeatMap
from gui.widgets.row_delegate import CORRECTED_ROLE
from reports.week import PageTotal, Week
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


def test_a_figure_bears_no_mark_of_a_correction(page: WeekPage) -> None:
    """A day is more than one correction: only spans bear it."""
    figures = days_of(page).model()

    cells = [figures.index(row, column) for row in range(figures.rowCount()) for column in range(figures.columnCount())]

    assert not any(cell.data(CORRECTED_ROLE) for cell in cells)


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


def test_a_number_asks_for_the_spans_behind_it(qtbot: QtBot, page: WeekPage) -> None:
    """By a click and by enter; the sum of the week has no day to open."""
    days = days_of(page)
    knowledge = days.model().index(1, FIRST_FIGURE + 2)
    with qtbot.waitSignal(page.figure_wanted) as asked:
        qtbot.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=days.visualRect(knowledge).center())
    assert asked.args == [MONDAY + timedelta(days=1), of_kind("Knowledge")]
    days.setFocus()
    with qtbot.waitSignal(page.figure_wanted) as again:
        qtbot.keyClick(days, Qt.Key.Key_Return)
    assert again.args == asked.args
    with qtbot.assertNotEmitted(page.figure_wanted):
        days.setCurrentIndex(days.model().index(5, FIRST_FIGURE + 2))
        qtbot.keyClick(days, Qt.Key.Key_Return)


def test_a_cell_asks_for_its_hour(qtbot: QtBot, page: WeekPage) -> None:
    """Monday is the first row, and the day begins in the hour from eight on."""
    heat = heat_of(page)
    heat.setFocus()
    heat.setCurrentIndex(heat.model().index(0, 1))
    with qtbot.waitSignal(page.hour_wanted) as asked:
        qtbot.keyClick(heat, Qt.Key.Key_Return)

    assert asked.args == [MONDAY, 9, of_kind("Knowledge")]


def test_a_page_filters_the_week(qtbot: QtBot, page: WeekPage) -> None:
    """What was looked up most stands first; its name is in the filter then."""
    week = replace(a_week(), pages=(PageTotal("Water exclusions", 3_060_000), PageTotal("Limits", 60_000)))
    show(page, week)
    with qtbot.waitSignal(page.filter_wanted) as asked:
        qtbot.mouseClick(button(page, "Water exclusions 0:51"), Qt.MouseButton.LeftButton)

    assert asked.args == [Filter('title="Water exclusions" category:"Knowledge"')]
    assert page.box.text() == 'title="Water exclusions" category:"Knowledge"'


def test_an_empty_week_offers_the_way_back(qtbot: QtBot, page: WeekPage) -> None:
    """And one with something in it does not."""
    assert not button(page, "Back to today").isVisible()
    show(page, an_empty_week())
    with qtbot.waitSignal(page.today_wanted):
        qtbot.mouseClick(button(page, "Back to today"), Qt.MouseButton.LeftButton)


def test_the_keys_go_on_where_they_were_when_the_week_goes_on(page: WeekPage) -> None:
    """On the same number of the days, and on the same hour of the map, which begins with another one now."""
    days, heat = days_of(page), heat_of(page)
    days.setCurrentIndex(days.model().index(1, FIRST_FIGURE + 2))
    heat.setCurrentIndex(heat.model().index(3, 2))
    assert heat.model().headerData(2, Qt.Orientation.Horizontal) == "10"
    week = a_week()
    show(page, replace(week, hours={**week.hours, (MONDAY, 6): {"Work": 3_600_000}}))
    number, hour = days.currentIndex(), heat.currentIndex()

    assert (number.row(), number.column()) == (1, FIRST_FIGURE + 2)
    assert hour.row() == 3
    assert heat.model().headerData(hour.column(), Qt.Orientation.Horizontal) == "10"


def test_a_page_that_was_pressed_by_keys_keeps_them(qtbot: QtBot, page: WeekPage) -> None:
    """Filtered by it, the week has other pages, or the same with other numbers."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    water, limits = PageTotal("Water exclusions", 3_060_000), PageTotal("Limits", 60_000)
    show(page, replace(a_week(), pages=(water, limits)))
    button(page, "Limits 0:01").setFocus()
    show(page, replace(a_week(), pages=(PageTotal("Limits", 120_000),)))

    assert button(page, "Limits 0:02").hasFocus()


def test_under_a_filter_the_heat_map_says_of_what_its_shares_are(page: WeekPage) -> None:
    """Of what fits: an hour with little of it may have been recorded throughout."""
    whole, fitting = "Share of recorded time, %", "Share of what fits the filter, %"
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert whole in texts
    assert fitting not in texts
    week = a_week()
    show(page, replace(week, days=tuple(replace(day, matching=()) for day in week.days), usual=None))
    texts = [label.text() for label in page.findChildren(QLabel)]

    assert fitting in texts
    assert whole not in texts


def test_a_dash_has_nothing_behind_it(qtbot: QtBot, page: WeekPage) -> None:
    """Monday without a gap: neither a press nor enter leads to a day of which nothing fits."""
    week = a_week()
    show(page, replace(week, days=(replace(week.days[0], gap_ms=0), *week.days[1:])))
    days = days_of(page)
    dash = days.model().index(0, FIRST_FIGURE + 5)
    assert dash.data() == "–"
    days.setFocus()
    with qtbot.assertNotEmitted(page.figure_wanted):
        qtbot.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=days.visualRect(dash).center())
        qtbot.keyClick(days, Qt.Key.Key_Return)
