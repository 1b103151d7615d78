"""Zooming and scrolling the lanes, by wheel, pinch, drag and keys alike; never draws and never picks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QNativeGestureEvent, QPainter, QPaintEvent, QWheelEvent

from gui.presenters.lanes import Drawable
from gui.presenters.picking import Between
from gui.presenters.zoom import Zoom
from gui.theme import Appearance
from gui.time.lanes import PADDING, DayLanes

STEP = 1.5
"""How much closer one press of a key comes."""
NOTCH = 120
"""One step of a wheel, in eighths of a degree."""
PAGE, LITTLE = 0.9, 0.15
"""How much of what is seen is passed by a page key, and by one step of a wheel."""
BAR = 3
Key = Qt.Key


class ZoomingLanes(DayLanes):
    """Zoomed to where there is data until somebody wants to see more of less."""

    zoomed = Signal(bool)
    """Whether only a part of the day is seen."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._zoom: Zoom | None = None
        self._axis_from: float | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def show_day(self, drawable: Drawable) -> None:
        """As much of it as was seen before, where it is the same day."""
        goes_on = self._goes_on(drawable)
        self._drawable = drawable
        zoom = self._zoom.within(drawable.whole) if goes_on and self._zoom else Zoom(drawable.whole, drawable.whole)
        self._see(zoom)

    def closer(self, factor: float, about_px: float | None = None) -> None:
        """About what is selected, or the middle, where no place is given."""
        if self._zoom is None:
            return
        about_ms = self._middle_ms() if about_px is None else self.moment_at(about_px)
        self._see(self._zoom.closer(factor, about_ms))

    def see_all(self) -> None:
        if self._zoom is not None:
            self._see(Zoom(self._zoom.whole, self._zoom.whole))

    def see_selection(self) -> None:
        """What is selected, from its beginning to its end."""
        if self._selected:
            self.see((self._selected[0][0], self._selected[-1][1]))

    def see(self, stretch: Between) -> None:
        """This stretch, as large as there is room for."""
        if self._zoom is not None:
            self._see(self._zoom.on(stretch))

    def shift(self, by: float) -> None:
        """Later by so many times what is seen."""
        if self._zoom is not None:
            self._see(self._zoom.moved(by))

    def bring_in(self, stretch: Between) -> None:
        """Scroll as far as it takes to see this."""
        if self._zoom is not None:
            self._see(self._zoom.showing(stretch))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.closer(1 + event.value(), event.position().x())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        sideways, notches = turned.x() / NOTCH, (turned.y() or turned.x()) / NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.closer(STEP**notches, event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.shift(-notches * LITTLE)
        elif sideways and abs(turned.x()) > abs(turned.y()):
            self.shift(-sideways * LITTLE)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._on_axis(event.position()):
            self._axis_from = event.position().x()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._axis_from is not None:
            across = event.position().x()
            self.shift((self._axis_from - across) / self._plot().width())
            self._axis_from = across
        elif self._on_axis(event.position()):
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._axis_from = None
        self.unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modified = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        acts: dict[int, Callable[[], None]] = {
            Key.Key_Plus: partial(self.closer, STEP),
            Key.Key_Equal: partial(self.closer, STEP),
            Key.Key_Minus: partial(self.closer, 1 / STEP),
            Key.Key_0: self.see_all,
            Key.Key_Z: self.see_selection,
            Key.Key_PageDown: partial(self.shift, PAGE),
            Key.Key_PageUp: partial(self.shift, -PAGE),
        }
        act = acts.get(event.key())
        if act is None or modified:
            super().keyPressEvent(event)
        else:
            act()

    def paintEvent(self, event: QPaintEvent) -> None:
        """And below the lanes, how much of the day is seen."""
        super().paintEvent(event)
        if self._zoom is None or self._zoom.is_whole:
            return
        with QPainter(self) as painter:
            painter.fillRect(self._bar(self._zoom), QColor(self._appearance.theme.colours.line.edge))

    def _goes_on(self, drawable: Drawable) -> bool:
        """Whether it is the day that is shown already."""
        return self._drawable is not None and self._drawable.day.timeline.day == drawable.day.timeline.day

    def _see(self, zoom: Zoom) -> None:
        if self._drawable is None:
            return
        was_whole = self._zoom is None or self._zoom.is_whole
        self._zoom = zoom
        self._show_lanes(self._drawable.lanes(zoom.seen))
        if zoom.is_whole != was_whole:
            self.zoomed.emit(not zoom.is_whole)
        self.update()

    def _bar(self, zoom: Zoom) -> QRectF:
        plot, (start_ms, end_ms) = self._plot(), zoom.whole
        left, right = (plot.left() + plot.width() * (at - start_ms) / (end_ms - start_ms) for at in zoom.seen)
        return QRectF(round(left), self.height() - PADDING + 4, max(12.0, round(right - left)), BAR)

    def _on_axis(self, at: QPointF) -> bool:
        plot = self._plot()
        is_zoomed = self._zoom is not None and not self._zoom.is_whole
        return is_zoomed and at.y() < plot.top() and at.x() >= plot.left()

    def _middle_ms(self) -> int:
        if self._selected:
            return (self._selected[0][0] + self._selected[-1][1]) // 2
        return (self._lanes.start_ms + self._lanes.end_ms) // 2
