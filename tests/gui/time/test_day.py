from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.category import Category
from core.clock import offset_min
from core.judge import Correction
from gui.access.correcting import Outcome
from gui.presenters.activities import kind_choices
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.day import day_view
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.widgets.buttons import Button
from reports.shapes import NumberedCorrection, Timeline
from tests.gui.days import CLAIMS, DAY, HOUR, MIDNIGHT, MIN, NOW, WIKI, a_day, a_status, an_empty_day

ANSWERING = Agent(Phase.ANSWERING, a_status())
LEDGER = MIDNIGHT + 10 * HOUR + 14 * MIN, MIDNIGHT + 10 * HOUR + 52 * MIN
"""38 minutes in two windows."""
LAST = ["Zoom to the selection", "Clear the selection"]
SEARCH = MIDNIGHT + 15 * HOUR + 5 * MIN, MIDNIGHT + 15 * HOUR + 11 * MIN
PRIVATE = MIDNIGHT + 14 * HOUR + 20 * MIN, MIDNIGHT + 14 * HOUR + 32 * MIN


def shown(look: Appearance, qtbot: QtBot, *, empty: bool = False) -> DayPage:
    page = DayPage(look)
    page.show_view(day_view(an_empty_day() if empty else a_day(), ANSWERING, offset_min, NOW))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_the_day_stands_on_the_page(appearance: Appearance, qtbot: QtBot) -> None:
    """Title, sentence with its number set strong, and totals."""
    page = shown(appearance, qtbot)
    texts = {label.text() for label in page.findChildren(QLabel)}

    assert "Thursday, 12 March" in texts
    assert page._sentence.accessibleName().startswith("7:56 recorded, 6:14 of it work")
    assert {"First to last", "7:56", "100 %"} <= texts


def test_days_are_turned_by_keys(appearance: Appearance, qtbot: QtBot) -> None:
    """Alt and the arrows, Alt and Home."""
    page = shown(appearance, qtbot)
    turned: list[int] = []
    page.head.turned.connect(turned.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.AltModifier)

    assert turned == [-1, 0]


def test_an_empty_day_offers_what_is_recorded(appearance: Appearance, qtbot: QtBot) -> None:
    """There is one thing to do."""
    page = shown(appearance, qtbot, empty=True)
    asked: list[bool] = []
    page.notice_wanted.connect(lambda: asked.append(True))
    page._empty.taken.emit()

    assert asked == [True]
    assert not page._sentence.isVisible()


def test_the_page_fills_while_the_day_goes_on(appearance: Appearance, qtbot: QtBot) -> None:
    """The same page, first empty and then not."""
    page = shown(appearance, qtbot, empty=True)
    page.show_view(day_view(a_day(), ANSWERING, offset_min, NOW))

    assert page._sentence.isVisible()
    assert page._list.isVisible()


def asked(page: DayPage) -> list[tuple[object, object]]:
    """Every correction that is asked for from now on."""
    found: list[tuple[object, object]] = []
    page.correction_wanted.connect(lambda stretches, category: found.append((stretches, category)))
    return found


def selected_names(page: DayPage) -> list[str]:
    return [str(index.data()) for index in page._list.selectionModel().selectedRows()]


def test_what_is_picked_in_the_lanes_is_marked_in_the_list(appearance: Appearance, qtbot: QtBot) -> None:
    """Of an application that is closed its own row, of an open one the rows of its windows."""
    page = shown(appearance, qtbot)
    page._lanes.picked.emit((LEDGER,))
    assert selected_names(page) == ["Ledger"]
    page._list.expand(page._list.model().index(1, 0))
    assert selected_names(page) == ["Postings – March", "Suspense account ‹number›"]
    assert page.bar.says == "10:14–10:52 0:38 · 2 windows"

    assert page._lanes.accessibleDescription() == page.bar.says


def test_rows_of_the_list_are_picked_in_the_lanes(appearance: Appearance, qtbot: QtBot) -> None:
    """One stretch or several; all of them are said to have been the same."""
    page = shown(appearance, qtbot)
    corrections = asked(page)
    page._list.setFocus()
    phone, browser = page._list.model().index(4, 0), page._list.model().index(5, 0)
    qtbot.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, pos=page._list.visualRect(phone).center())
    assert page._lanes._selected == ((MIDNIGHT + 11 * HOUR + 3 * MIN, MIDNIGHT + 11 * HOUR + 30 * MIN),)
    qtbot.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, pos=page._list.visualRect(browser).center())
    assert page.bar._lead.text() == "3 stretches"
    qtbot.keyClick(page._list, Qt.Key.Key_P)

    [(stretches, category)] = corrections
    assert category == Category("Personal")
    assert len(stretches) == 3  # type: ignore[arg-type]  # a tuple of stretches
    assert stretches[-1] == SEARCH  # type: ignore[index]


def test_keys_correct_what_is_selected_and_nothing_else(appearance: Appearance, qtbot: QtBot) -> None:
    """W, K and P; the selection is given up then. Escape gives it up as well."""
    page = shown(appearance, qtbot)
    corrections = asked(page)
    page._lanes.setFocus()
    qtbot.keyClick(page._lanes, Qt.Key.Key_W)
    for key in (Qt.Key.Key_W, Qt.Key.Key_K, Qt.Key.Key_P):
        page.select((LEDGER,))
        qtbot.keyClick(page._lanes, key)
        qtbot.keyClick(page._lanes, key)
    page.select((LEDGER,))
    qtbot.keyClick(page._lanes, Qt.Key.Key_Escape)

    assert corrections == [((LEDGER,), Category(kind)) for kind in ("Work", "Knowledge", "Personal")]
    assert (page.selecting.selected, selected_names(page)) == ((), [])


def test_buttons_offer_kinds_and_their_activities(appearance: Appearance, qtbot: QtBot) -> None:
    """The arrow is there where there are activities; keys go on from the lanes afterwards."""
    page = shown(appearance, qtbot)
    corrections = asked(page)
    page.show_choices(kind_choices([CLAIMS, WIKI]))
    page.select((LEDGER,))
    work, _knowledge, personal = page.bar.kinds
    assert [action.text() for action in work.arrow.choices.actions()] == ["Work, no activity\tW", "", "Claims"]
    assert not personal.arrow.isVisible()
    work.arrow.choices.actions()[2].trigger()
    page.select((LEDGER,))
    qtbot.mouseClick(personal.press, Qt.MouseButton.LeftButton)

    assert corrections == [((LEDGER,), CLAIMS), ((LEDGER,), Category("Personal"))]
    assert page._lanes.hasFocus()


def test_private_time_is_not_offered_to_be_corrected(appearance: Appearance, qtbot: QtBot) -> None:
    """The bar says why, in place of the buttons; keys do nothing."""
    page = shown(appearance, qtbot)
    corrections = asked(page)
    page.select((PRIVATE,))
    page._lanes.setFocus()
    qtbot.keyClick(page._lanes, Qt.Key.Key_W)

    assert page.bar._remark.text() == "Private time stays private: there is nothing to correct."
    assert not any(button.isVisible() for button in page.bar.kinds)
    assert corrections == []


def test_after_a_correction_the_bar_offers_to_undo_it(appearance: Appearance, qtbot: QtBot) -> None:
    """By its link and by Ctrl+Z; who has gone on is not disturbed, but hears of what was refused."""
    page = shown(appearance, qtbot)
    undone: list[bool] = []
    page.undo_wanted.connect(lambda: undone.append(True))
    page.show_outcome(Outcome("Corrected 0:38 to Work / Claims.", can_be_undone=True))
    qtbot.mouseClick(page.bar.outcome._undo, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True, True]
    page.select((LEDGER,))
    page.show_outcome(Outcome("Corrected 0:06 to Work.", can_be_undone=True))
    assert page.bar._lead.isVisible()
    page.show_outcome(Outcome("Only totals are kept", can_be_undone=False))

    assert page.bar.outcome.isVisible()
    assert not page.bar.outcome._undo.isVisible()


def test_what_was_corrected_can_be_taken_back_where_it_is(appearance: Appearance, qtbot: QtBot) -> None:
    """In the menu of lanes and list, and in the bar."""
    page = shown(appearance, qtbot)
    said = Correction(start_ms=LEDGER[0], end_ms=LEDGER[1], category=CLAIMS, who="A. Brandt", at_ms=NOW)
    corrected = replace(a_day(), corrections=(NumberedCorrection(7, said),))
    page.show_view(day_view(corrected, ANSWERING, offset_min, NOW))
    taken: list[object] = []
    page.take_back_wanted.connect(taken.append)
    page.select((LEDGER,))
    page._lanes.menu_wanted.emit(page.mapToGlobal(QPoint(300, 300)))
    menu = page.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Work", "Knowledge", "Personal", "Take back", "Show only Ledger", "Show in the list", *LAST]
    next(action for action in menu.actions() if action.text() == "Take back").trigger()
    menu.close()
    page.select((LEDGER,))
    qtbot.mouseClick(page.bar._back, Qt.MouseButton.LeftButton)

    assert taken == [(7,), (7,)]


def test_return_shows_what_is_selected_in_the_list(appearance: Appearance, qtbot: QtBot) -> None:
    """Its application opens, and keys go on in the list."""
    page = shown(appearance, qtbot)
    page._lanes.setFocus()
    page._lanes.picked.emit((LEDGER,))
    qtbot.keyClick(page._lanes, Qt.Key.Key_Return)

    assert selected_names(page) == ["Postings – March", "Suspense account ‹number›"]
    assert page._list.hasFocus()
    assert page._list.currentIndex().data() == "Postings – March"


def test_a_selection_stays_while_the_day_goes_on_and_ends_with_it(appearance: Appearance, qtbot: QtBot) -> None:
    """Read again, the same day has the same selection; another day has none."""
    page = shown(appearance, qtbot)
    page.select((LEDGER,))
    page.show_view(day_view(a_day(), ANSWERING, offset_min, NOW + MIN))
    assert (page.selecting.selected, selected_names(page)) == ((LEDGER,), ["Ledger"])
    other = Timeline(day=DAY - timedelta(days=1), pieces=a_day().timeline.pieces, gaps=())
    page.show_view(day_view(a_day(other), ANSWERING, offset_min, None))

    assert page.selecting.selected == ()
    assert not page.bar._lead.isVisible()


def test_on_another_day_the_keys_begin_anew(appearance: Appearance, qtbot: QtBot) -> None:
    """With its first span, wherever on the day before they were left."""
    page = shown(appearance, qtbot)
    page.select((LEDGER,))
    the_day_before = replace(a_day(), timeline=replace(a_day().timeline, day=DAY - timedelta(days=1)))
    page.show_view(day_view(the_day_before, ANSWERING, offset_min, None))
    page._lanes.setFocus()
    qtbot.keyClick(page._lanes, Qt.Key.Key_Right)

    assert page.bar._lead.text() == "08:02–08:23"


def test_a_link_to_a_stretch_brings_it_in(appearance: Appearance, qtbot: QtBot) -> None:
    """Where another part of the day is seen, it is scrolled; as much as before is seen."""
    page = shown(appearance, qtbot)
    page._lanes.see((MIDNIGHT + 15 * HOUR, MIDNIGHT + 16 * HOUR))
    before = page._lanes._lanes
    page._sentence.linkActivated.emit("4")
    after = page._lanes._lanes
    [(start_ms, end_ms)] = page.selecting.selected

    assert after.start_ms <= start_ms < end_ms <= after.end_ms
    assert after.end_ms - after.start_ms == before.end_ms - before.start_ms


def test_who_has_zoomed_in_is_offered_the_way_back(appearance: Appearance, qtbot: QtBot) -> None:
    """For whoever has neither wheel nor keys at hand."""
    page = shown(appearance, qtbot)
    [whole] = [button for button in page.findChildren(Button) if button.text() == "See the whole day"]
    assert not whole.isVisible()
    page._lanes.closer(2)
    assert whole.isVisible()
    qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)

    assert page._lanes._lanes.end_ms - page._lanes._lanes.start_ms == 9 * HOUR
    assert not whole.isVisible()
