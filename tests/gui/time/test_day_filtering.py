"""What a filter shows of a day, and all the ways to ask for it."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from gui.presenters.day import day_view
from gui.presenters.filtering import Filter
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.widgets.buttons import Button
from tests.gui.days import DAY, HOUR, MIDNIGHT, MIN, NOW, a_day
from tests.gui.time.test_day import ANSWERING, LEDGER, shown


def row_of_totals(page: DayPage, name: str) -> Button:
    [found] = [button for button in page._totals.findChildren(Button) if button.text() == name]
    return found


def names(page: DayPage) -> list[str]:
    model = page._list.model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def hidden_in(page: DayPage) -> int:
    """How many stretches of the lanes are veiled."""
    return len(page._lanes._hidden)


def test_pressing_a_total_shows_the_spans_behind_it(appearance: Appearance, qtbot: QtBot) -> None:
    """Only those in the list, the rest of the lanes faint; pressed again, everything."""
    page = shown(appearance, qtbot)
    everything = names(page)
    knowledge = row_of_totals(page, "Knowledge")
    qtbot.mouseClick(knowledge, Qt.MouseButton.LeftButton)
    assert (names(page), page.filtering.box.text()) == (["Policy wiki"], 'category:"Knowledge"')
    assert knowledge.isChecked()
    assert page.filtering.note.text() == "0:35 of 7:56 shown"
    assert hidden_in(page) == 5
    qtbot.mouseClick(knowledge, Qt.MouseButton.LeftButton)

    assert names(page) == everything
    assert hidden_in(page) == 0
    assert not knowledge.isChecked()


def test_the_sum_shows_everything_and_is_never_pressed(appearance: Appearance, qtbot: QtBot) -> None:
    """Also where everything is shown already."""
    page = shown(appearance, qtbot)
    recorded = row_of_totals(page, "Recorded")
    qtbot.mouseClick(recorded, Qt.MouseButton.LeftButton)
    assert not recorded.isChecked()
    qtbot.mouseClick(row_of_totals(page, "Knowledge"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(recorded, Qt.MouseButton.LeftButton)

    assert not recorded.isChecked()
    assert page.filtering.box.text() == ""


def test_the_bar_and_the_numbers_of_a_total_press_it_too(appearance: Appearance, qtbot: QtBot) -> None:
    """Who points at a number asks what is behind it."""
    page = shown(appearance, qtbot)
    [time] = [label for label in page._totals.findChildren(QLabel) if label.text() == "6:14"]
    qtbot.mouseClick(time, Qt.MouseButton.LeftButton)

    assert page.filtering.box.text() == 'category:"Work"'
    qtbot.mouseClick(time, Qt.MouseButton.RightButton)
    assert page.filtering.box.text() == 'category:"Work"'


def test_words_are_typed_from_anywhere_and_escape_clears_them(appearance: Appearance, qtbot: QtBot) -> None:
    """Ctrl+F leads to the box; escape first clears it, and what is selected stays."""
    page = shown(appearance, qtbot)
    page.select((LEDGER,))
    qtbot.keyClick(page._list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filtering.box.hasFocus()
    qtbot.keyClicks(page.filtering.box, "wiki")
    qtbot.waitUntil(lambda: names(page) == ["Policy wiki"])
    qtbot.keyClick(page.filtering.box, Qt.Key.Key_Escape)

    assert len(names(page)) == 8
    assert page.selecting.selected == (LEDGER,)


def test_where_nothing_fits_one_press_shows_everything_again(appearance: Appearance, qtbot: QtBot) -> None:
    """One sentence and one action in place of the list."""
    page = shown(appearance, qtbot)
    page.filtering.box.ask(Filter("nothing is called that"))
    assert not page._list.isVisible()
    [clear] = [button for button in page.findChildren(Button) if button.text() == "Clear the filter"]
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)

    assert page._list.isVisible()
    assert page.filtering.box.text() == ""


def test_the_numbers_of_the_sentence_lead_to_their_spans(appearance: Appearance, qtbot: QtBot) -> None:
    """Its work filters, its longest stretch gets selected."""
    page = shown(appearance, qtbot)
    page._sentence.linkActivated.emit("2")
    assert page.filtering.box.text() == 'category:"Work"'
    page._sentence.linkActivated.emit("4")

    [(start_ms, end_ms)] = page.selecting.selected
    assert end_ms - start_ms == 47 * MIN


def test_a_double_click_shows_only_that_application(appearance: Appearance, qtbot: QtBot) -> None:
    """And a second one everything again; so does the menu, by keys."""
    page = shown(appearance, qtbot)
    at = QPoint(round(page._lanes.place_of(LEDGER[0])) + 9, round(page._lanes._main_area().center().y()))
    qtbot.mouseClick(page._lanes, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(page._lanes, Qt.MouseButton.LeftButton, pos=at)
    assert (names(page), page.filtering.box.text()) == (["Ledger"], 'app:"Ledger"')
    qtbot.mouseDClick(page._lanes, Qt.MouseButton.LeftButton, pos=at)

    assert len(names(page)) == 8


def test_an_hour_of_a_day_is_seen_once_the_day_has_come(appearance: Appearance, qtbot: QtBot) -> None:
    """From ten to eleven, filtered as it was asked for; the day before it is left as it is."""
    page = shown(appearance, qtbot)
    page.look_at(DAY, Filter("ledger"), 10)
    before = replace(a_day(), timeline=replace(a_day().timeline, day=DAY - timedelta(days=1)))
    page.show_view(day_view(before, ANSWERING, offset_min, None))
    assert page._lanes._lanes.end_ms - page._lanes._lanes.start_ms == 9 * HOUR
    page.show_view(day_view(a_day(), ANSWERING, offset_min, NOW))

    assert page._lanes._lanes.start_ms == MIDNIGHT + 10 * HOUR - 3 * MIN
    assert names(page) == ["Ledger"]
