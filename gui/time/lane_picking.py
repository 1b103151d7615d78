"""Picking stretches out of the lanes by mouse and by keys alike; never corrects what was picked."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication

from gui.presenters.lanes import Drawable
from gui.presenters.picking import Between, Picked, Steps
from gui.theme import Appearance
from gui.time.lane_zooming import LITTLE, ZoomingLanes
from gui.widgets.shortcut_keys import Key, tell_keys
from gui.widgets.shortcut_panes import make_pane

REACH = 8
"""Pixels to either side within which an end of the selection is held."""
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
LEFT = Qt.MouseButton.LeftButton


class PickingLanes(ZoomingLanes):
    """Everything snaps to where spans and gaps begin and end."""

    picked = Signal(object)
    """The stretches that are selected now; none where the selection was given up."""
    list_wanted = Signal()
    """Show what is selected in the list."""
    only_wanted = Signal()
    """Show the application that was just selected, and no other."""
    menu_wanted = Signal(QPoint)
    """What can be done about it, at this place of the screen."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._steps = Steps(())
        self._edges: tuple[int, ...] = ()
        self._picked: Picked | None = None
        self._from_ms: int | None = None
        self._from_x = 0.0
        self._dragged = False
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        make_pane(self)
        tell_keys(self, self.tr("In the lanes"), self._keys())

    def show_day(self, drawable: Drawable) -> None:
        """On another day the keys begin anew."""
        if not self._goes_on(drawable):
            self._picked = None
        super().show_day(drawable)

    def show_edges(self, edges: tuple[int, ...]) -> None:
        """All that a stretch can begin and end at, in order."""
        self._edges, self._steps = edges, Steps(edges)

    def show_selection(self, selected: Sequence[Between]) -> None:
        """From one stretch the keys go on; after none they go on from the latest one."""
        super().show_selection(selected)
        if len(selected) == 1 and (self._picked is None or selected[0] != (self._picked.start_ms, self._picked.end_ms)):
            self._picked = Picked(*selected[0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is not LEFT or not self._edges or self._axis_from is not None:
            return
        self._show_ring(shown=False)
        across = event.position().x()
        held = self._held_at(across)
        self._from_ms = self._stays(held) if held is not None else self.moment_at(across)
        self._from_x, self._dragged = across, held is not None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        across = event.position().x()
        if self._from_ms is None:
            held = self._held_at(across) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if held else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        self._dragged = self._dragged or abs(across - self._from_x) >= QApplication.startDragDistance()
        if self._dragged:
            self.shift(LITTLE * (int(across > self._plot().right()) - int(across < self._plot().left())))
            self._pick(self._steps.between(self._from_ms, self.moment_at(across)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not LEFT or self._from_ms is None:
            return
        at_ms, was_dragged = self._from_ms, self._dragged
        self._from_ms, self._dragged = None, False
        if was_dragged:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pick(self._steps.reached(self._picked, at_ms))
        elif self._edges[0] <= at_ms < self._edges[-1]:
            self._pick(self._steps.at(at_ms))
        else:
            self.picked.emit(())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its first click has selected what is pointed at."""
        if event.button() is LEFT and self._selected and not self._on_axis(event.position()):
            self.only_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        far = max(1, len(self._edges))
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -far, Qt.Key.Key_End: far}
        if others:
            super().keyPressEvent(event)
        elif event.key() in by and self._edges:
            self._show_ring(shown=True)
            self._pick(self._steps.moved(self._picked, by[Qt.Key(event.key())], extend=extend))
            self._bring_in_head()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._selected:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the pointer, where what lies there gets selected first; or by the menu key on what is selected."""
        if not self._edges:
            return
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(self.mapToGlobal(self._middle_of_selection()))
            return
        at_ms = self.moment_at(event.pos().x())
        if not any(start_ms <= at_ms < end_ms for start_ms, end_ms in self._selected):
            self._pick(self._steps.at(at_ms))
        self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_ring(shown=event.reason() in BY_KEYS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring(shown=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._ring:
            return
        with QPainter(self) as painter:
            painter.setPen(QPen(QColor(self._appearance.theme.colours.accent.focus), 2))
            painter.drawRect(QRect(QPoint(0, 0), self.size()).adjusted(2, 2, -3, -3))

    def _keys(self) -> list[Key]:
        return [
            (self.tr("← →"), self.tr("Select the span before or after")),
            (self.tr("Home, End"), self.tr("Select the first or the last span")),
            (self.tr("Shift+← →"), self.tr("Select more or less")),
            (self.tr("Enter"), self.tr("Open the selection in the list")),
            (self.tr("Menu"), self.tr("What can be done about the selection")),
            (self.tr("+ −"), self.tr("Zoom in or out; also by Ctrl and the wheel")),
            (self.tr("0"), self.tr("See the whole day")),
            (self.tr("Z"), self.tr("Zoom to the selection")),
            (self.tr("Page up, Page down"), self.tr("Earlier or later; also by Shift and the wheel")),
        ]

    def _pick(self, picked: Picked | None) -> None:
        if picked is None:
            return
        self._picked = picked
        self.picked.emit(((picked.start_ms, picked.end_ms),))

    def _bring_in_head(self) -> None:
        """The end that the keys move."""
        picked = self._picked
        if picked is not None:
            self.bring_in(
                (picked.end_ms - 1, picked.end_ms) if picked.forward else (picked.start_ms, picked.start_ms + 1)
            )

    def _held_at(self, across: float) -> int | None:
        """Which end of a single selected stretch is near: 0 or 1; the nearer one where both are."""
        if len(self._selected) != 1:
            return None
        away = [abs(self.place_of(at_ms) - across) for at_ms in self._selected[0]]
        nearer = away.index(min(away))
        room = min(REACH, (self.place_of(self._selected[0][1]) - self.place_of(self._selected[0][0])) / 3)
        outside = not self._selected[0][0] <= self.moment_at(across) < self._selected[0][1]
        return nearer if away[nearer] <= (REACH if outside else room) else None

    def _stays(self, held: int) -> int:
        """The end that is not held."""
        return self._selected[0][1 - held]

    def _middle_of_selection(self) -> QPoint:
        plot = self._plot().toRect()
        if not self._selected:
            return plot.center()
        left, right = self.place_of(self._selected[0][0]), self.place_of(self._selected[-1][1])
        return QPoint(round((left + right) / 2), plot.center().y())

    def _show_ring(self, *, shown: bool) -> None:
        self._ring = shown
        self.update()
