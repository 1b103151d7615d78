import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from gui.presenters.lanes import Drawable
from gui.presenters.selection import Selectable
from gui.theme import Appearance
from gui.time.lane_picking import PickingLanes
from tests.gui.days import HOUR, MIDNIGHT, MIN, NOW, a_day

LEFT = Qt.MouseButton.LeftButton
PLAIN, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
EIGHT, FIVE = MIDNIGHT + 8 * HOUR, MIDNIGHT + 17 * HOUR


@pytest.fixture
def lanes(appearance: Appearance, qtbot: QtBot) -> PickingLanes:
    """The invented day, eight to five."""
    widget = PickingLanes(appearance)
    qtbot.addWidget(widget)
    day = a_day()
    widget.show_day(Drawable(day=day, offset_at=offset_min, now_ms=NOW))
    widget.show_edges(Selectable(day.timeline, offset_min).edges)
    widget.picked.connect(widget.show_selection)
    widget.resize(1000, widget.sizeHint().height())
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def seen(widget: PickingLanes) -> tuple[int, int]:
    return widget._lanes.start_ms, widget._lanes.end_ms


def turn(widget: PickingLanes, at: QPointF, notches: int, modifier: Qt.KeyboardModifier) -> None:
    delta = QPoint(0, 120 * notches)
    event = QWheelEvent(
        at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), delta, Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_zooms_about_the_pointer(lanes: PickingLanes) -> None:
    """What is under it stays there; the wheel without a key is left to the page."""
    at = QPointF(lanes.place_of(MIDNIGHT + 10 * HOUR), lanes._plot().center().y())
    turn(lanes, at, 1, PLAIN)
    assert seen(lanes) == (EIGHT, FIVE)
    turn(lanes, at, 2, CTRL)

    start_ms, end_ms = seen(lanes)
    assert end_ms - start_ms == 4 * HOUR
    assert abs(lanes.place_of(MIDNIGHT + 10 * HOUR) - at.x()) <= 1


def test_the_wheel_with_shift_scrolls_what_is_zoomed(lanes: PickingLanes) -> None:
    """Down is later."""
    lanes._see(lanes._zoom.on((MIDNIGHT + 9 * HOUR, MIDNIGHT + 10 * HOUR)))  # type: ignore[union-attr]
    before, _end = seen(lanes)
    turn(lanes, lanes._plot().center(), -1, SHIFT)

    assert seen(lanes)[0] == before + round(0.15 * 1.1 * HOUR)


def test_keys_do_all_that_the_wheel_does(lanes: PickingLanes, qtbot: QtBot) -> None:
    """Closer, later, earlier, further away, all."""
    for key in (Key.Key_Plus, Key.Key_Plus):
        qtbot.keyClick(lanes, key)
    assert seen(lanes) == (MIDNIGHT + 10 * HOUR + 30 * MIN, MIDNIGHT + 14 * HOUR + 30 * MIN)
    qtbot.keyClick(lanes, Key.Key_PageDown)
    assert seen(lanes) == (MIDNIGHT + 13 * HOUR, FIVE)
    qtbot.keyClick(lanes, Key.Key_PageUp)
    qtbot.keyClick(lanes, Key.Key_Minus)
    assert seen(lanes)[1] - seen(lanes)[0] == 6 * HOUR
    qtbot.keyClick(lanes, Key.Key_0)

    assert seen(lanes) == (EIGHT, FIVE)


def test_z_zooms_to_what_is_selected(lanes: PickingLanes, qtbot: QtBot) -> None:
    """And nowhere while nothing is."""
    qtbot.keyClick(lanes, Key.Key_Z)
    assert seen(lanes) == (EIGHT, FIVE)
    lanes.picked.emit(((MIDNIGHT + 10 * HOUR, MIDNIGHT + 11 * HOUR),))
    qtbot.keyClick(lanes, Key.Key_Z)

    assert seen(lanes) == (MIDNIGHT + 9 * HOUR + 57 * MIN, MIDNIGHT + 11 * HOUR + 3 * MIN)


def test_the_axis_can_be_dragged_where_it_is_zoomed(lanes: PickingLanes, qtbot: QtBot) -> None:
    """To the left comes what is later; nothing gets selected by it."""
    picked: list[object] = []
    lanes.picked.connect(picked.append)
    lanes.closer(3)
    before, width = seen(lanes)[0], lanes._plot().width()
    axis = QPoint(round(lanes._plot().center().x()), 20)
    qtbot.mousePress(lanes, LEFT, pos=axis)
    qtbot.mouseMove(lanes, axis - QPoint(100, 0))
    qtbot.mouseRelease(lanes, LEFT, pos=axis - QPoint(100, 0))

    assert seen(lanes)[0] == before + round(100 / width * 3 * HOUR)
    assert picked == []


def test_the_arrows_bring_in_what_they_pick(lanes: PickingLanes, qtbot: QtBot) -> None:
    """From the first stretch on to the last one, which was out of sight."""
    lanes._see(lanes._zoom.on((EIGHT, MIDNIGHT + 9 * HOUR)))  # type: ignore[union-attr]
    qtbot.keyClick(lanes, Key.Key_End)

    assert seen(lanes)[1] == MIDNIGHT + 16 * HOUR + 42 * MIN


def test_the_same_day_keeps_its_zoom_and_another_one_does_not(lanes: PickingLanes, qtbot: QtBot) -> None:
    """It is read again and again while it goes on."""
    zoomed: list[bool] = []
    lanes.zoomed.connect(zoomed.append)
    lanes.closer(3)
    part = seen(lanes)
    lanes.show_day(Drawable(day=a_day(), offset_at=offset_min, now_ms=NOW + MIN))
    assert seen(lanes) == part
    lanes.see_all()

    assert zoomed == [True, False]
