import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from gui.presenters.lanes import Drawable
from gui.presenters.picking import Between
from gui.presenters.selection import Selectable
from gui.theme import Appearance
from gui.time.lane_picking import PickingLanes
from tests.gui.days import HOUR, MIDNIGHT, MIN, NOW, a_day, an_empty_day

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def clock(hours: int, minutes: int) -> int:
    return MIDNIGHT + hours * HOUR + minutes * MIN


LEDGER = clock(10, 14), clock(10, 52)
"""Two windows of one application."""
NOTHING: tuple[Between, ...] = ()


class Shown:
    """The lanes of the invented day, which show at once what is picked in them."""

    def __init__(self, look: Appearance, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.widget = PickingLanes(look)
        qtbot.addWidget(self.widget)
        self.widget.resize(1000, self.widget.sizeHint().height())
        day = a_day()
        self.widget.show_day(Drawable(day=day, offset_at=offset_min, now_ms=NOW))
        self.widget.show_edges(Selectable(day.timeline, offset_min).edges)
        self.picked = NOTHING
        self.asked: list[str] = []
        self.widget.picked.connect(self._pick)
        self.widget.list_wanted.connect(lambda: self.asked.append("list"))
        self.widget.menu_wanted.connect(lambda _at: self.asked.append("menu"))
        self.widget.show()
        self.widget.activateWindow()
        qtbot.waitUntil(self.widget.isActiveWindow)

    def _pick(self, stretches: tuple[Between, ...]) -> None:
        self.picked = stretches
        self.widget.show_selection(stretches)

    def at(self, at_ms: int, beside: int = 0) -> QPoint:
        return QPoint(round(self.widget.place_of(at_ms)) + beside, round(self.widget._plot().top()) + 12)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.qtbot.mousePress(self.widget, LEFT, pos=start)
        self.qtbot.mouseMove(self.widget, QPoint((start.x() + end.x()) // 2, start.y()))
        self.qtbot.mouseMove(self.widget, end)
        self.qtbot.mouseRelease(self.widget, LEFT, pos=end)

    def press(self, *keys: Key, extend: bool = False) -> None:
        for key in keys:
            self.qtbot.keyClick(self.widget, key, SHIFT if extend else Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def shown(appearance: Appearance, qtbot: QtBot) -> Shown:
    return Shown(appearance, qtbot)


def test_a_drag_selects_from_edge_to_edge(shown: Shown) -> None:
    """A few pixels beside the edges are near enough, in either direction."""
    shown.drag(shown.at(LEDGER[0], 3), shown.at(LEDGER[1], -3))
    assert shown.picked == (LEDGER,)
    shown.drag(shown.at(clock(9, 15), 4), shown.at(clock(8, 23), 2))

    assert shown.picked == ((clock(8, 23), clock(9, 15)),)


def test_a_click_selects_one_span_and_shift_reaches_on(shown: Shown) -> None:
    """Each minute belongs to one span; paper beyond the day gives the selection up."""
    shown.qtbot.mouseClick(shown.widget, LEFT, pos=shown.at(clock(10, 20)))
    assert shown.picked == ((clock(10, 14), clock(10, 29)),)
    shown.qtbot.mouseClick(shown.widget, LEFT, SHIFT, pos=shown.at(clock(10, 40)))
    assert shown.picked == (LEDGER,)
    shown.qtbot.mouseClick(shown.widget, LEFT, pos=shown.at(clock(16, 55)))

    assert shown.picked == NOTHING


def test_both_ends_can_be_held_and_moved(shown: Shown) -> None:
    """The other end stays where it is."""
    shown._pick((LEDGER,))
    shown.drag(shown.at(LEDGER[1], 2), shown.at(clock(11, 3), 1))
    assert shown.picked == ((LEDGER[0], clock(11, 3)),)
    shown.drag(shown.at(LEDGER[0], -2), shown.at(clock(10, 2), -1))

    assert shown.picked == ((clock(10, 2), clock(11, 3)),)


def test_the_arrows_walk_by_span_and_shift_extends(shown: Shown) -> None:
    """From the first span on; End is the last one."""
    shown.press(Key.Key_Right)
    assert shown.picked == ((clock(8, 2), clock(8, 23)),)
    shown.press(Key.Key_Right)
    assert shown.picked == ((clock(8, 23), clock(8, 48)),)
    shown.press(Key.Key_Right, Key.Key_Right, extend=True)
    assert shown.picked == ((clock(8, 23), clock(9, 10)),)
    shown.press(Key.Key_Left, extend=True)
    assert shown.picked == ((clock(8, 23), clock(8, 54)),)
    shown.press(Key.Key_End)

    assert shown.picked == ((clock(16, 6), clock(16, 42)),)


def test_after_a_correction_the_keys_go_on_from_there(shown: Shown) -> None:
    """The selection is given up then, its place is not."""
    shown._pick((LEDGER,))
    shown.widget.show_selection(())
    shown.press(Key.Key_Right)

    assert shown.picked == ((clock(10, 52), clock(11, 3)),)


def test_what_is_selected_can_be_looked_up_and_acted_upon(shown: Shown) -> None:
    """Return asks for the list, the menu key for the menu; a right click first selects what it is on."""
    shown.press(Key.Key_Return)
    assert shown.asked == []
    shown._pick((LEDGER,))
    shown.press(Key.Key_Return)
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(shown.widget, by_key)
    assert (shown.asked, shown.picked) == (["list", "menu"], (LEDGER,))
    on = shown.at(clock(8, 10))
    QApplication.sendEvent(shown.widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, on, on))

    assert (shown.asked[2:], shown.picked) == (["menu"], ((clock(8, 2), clock(8, 23)),))


def test_a_ring_shows_where_keys_go_but_not_after_a_click(shown: Shown) -> None:
    """Two pixels inside the frame, in the ink of the focus."""
    focus = shown.widget._appearance.theme.colours.accent.focus.lower()

    def ring() -> str:
        return shown.widget.grab().toImage().pixelColor(300, 2).name()

    shown.press(Key.Key_Right)
    assert ring() == focus
    shown.qtbot.mouseClick(shown.widget, LEFT, pos=shown.at(clock(9, 30)))
    assert ring() != focus


def test_what_is_selected_is_painted_under_all_lanes(shown: Shown) -> None:
    """A line at both ends and a tinted ground between the lanes, which is as before without."""
    colours = shown.widget._appearance.theme.colours
    between = round(shown.widget._main_area().bottom()) + shown.widget._sizes.between - 2
    middle, left = shown.at(clock(10, 40)).x(), shown.at(LEDGER[0]).x()
    before = shown.widget.grab().toImage().pixelColor(middle, between).name()
    shown._pick((LEDGER,))
    image = shown.widget.grab().toImage()

    assert image.pixelColor(middle, between).name() == colours.surface.selected.lower() != before
    assert image.pixelColor(left, between).name() == colours.accent.base.lower()


def test_on_an_empty_day_there_is_nothing_to_pick(shown: Shown) -> None:
    """By mouse or by keys."""
    shown.widget.show_day(Drawable(day=an_empty_day(), offset_at=offset_min))
    shown.widget.show_edges(())
    shown.drag(QPoint(200, 40), QPoint(500, 40))
    shown.press(Key.Key_Right, Key.Key_End)

    assert shown.picked == NOTHING
