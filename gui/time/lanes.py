"""One day in lanes on one axis; its accessible twin is the list of spans, and it never knows what a lane means."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.presenters.axis import Tick
from gui.presenters.lanes import Drawable, Lane, Lanes, Look
from gui.presenters.picking import Between
from gui.theme import Appearance, Scheme, Theme
from gui.time.lane_painting import across, height_of, paint_lane
from gui.widgets.plain_tip import plain_tip
from gui.widgets.strip import paint_hours

PADDING = 12
OVERHANG = 4
"""How far grid, selection and present reach beyond the lanes."""
HANDLE_WIDTH, HANDLE_HEIGHT = 6, 18
VEIL = 215
"""How much of what does not match is hidden, of 255."""
Ground = Literal["plain", "selected"]
LOOKS = (Look.STATES, Look.KINDS, Look.NAMES, Look.TICKS, Look.NAMES)
NOTHING = Lanes(ticks=(Tick(0, ""), Tick(1, "")), lanes=tuple(Lane(name="", look=look) for look in LOOKS))
"""Room for what most days have, so that nothing moves when the first one comes."""


class DayLanes(QWidget):
    """Paints; stretches to the width it gets."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._drawable: Drawable | None = None
        self._lanes = NOTHING
        self._selected: tuple[Between, ...] = ()
        self._hidden: tuple[Between, ...] = ()
        self._layers: dict[tuple[Ground, int, int, float, Scheme], QPixmap] = {}
        self._sizes = appearance.theme.tokens.space.lane
        self._hours_height = round(QFontMetricsF(appearance.theme.font("caption")).height()) + 8
        self._name_width = self._sizes.label
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The day in lanes; the list below has the same in words"))

    def show_day(self, drawable: Drawable) -> None:
        """All of it."""
        self._drawable = drawable
        self._show_lanes(drawable.all_lanes)

    def show_selection(self, selected: Sequence[Between]) -> None:
        """Stretches in order that do not meet."""
        self._selected = tuple(selected)
        self.update()

    def hide_all_but(self, matching: Sequence[Between] | None) -> None:
        """Veil what lies between these stretches, which are in order and do not meet; nothing for None."""
        if matching is None:
            self._hidden = ()
        else:
            ends = [-1, *(end_ms for _start_ms, end_ms in matching)]
            starts = [*(start_ms for start_ms, _end_ms in matching), 1 << 62]
            self._hidden = tuple(zip(ends, starts, strict=True))
        self.update()

    def moment_at(self, across_px: float) -> int:
        """The instant at this distance from the left edge, kept on the axis."""
        plot = self._plot()
        at = min(1.0, max(0.0, (across_px - plot.left()) / plot.width()))
        return round(self._lanes.start_ms + at * (self._lanes.end_ms - self._lanes.start_ms))

    def place_of(self, at_ms: int) -> float:
        """The distance of an instant from the left edge; that of an end of the axis for what lies beyond it."""
        at = (at_ms - self._lanes.start_ms) / (self._lanes.end_ms - self._lanes.start_ms)
        return across(self._plot(), min(1.0, max(0.0, at)))

    def sizeHint(self) -> QSize:
        heights = [height_of(lane.look, self._sizes) + self._sizes.between for lane in self._lanes.lanes]
        return QSize(600, self._hours_height + sum(heights) + 2 * PADDING)

    def tip_at(self, across_px: float) -> str:
        """What lies at this distance from the left edge, in words; empty where nothing does."""
        plot = self._plot()
        if self._drawable is None or not plot.left() <= across_px < plot.right():
            return ""
        return self._drawable.tip_at(self.moment_at(across_px))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        QToolTip.showText(event.globalPosition().toPoint(), plain_tip(self.tip_at(event.position().x())), self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        plot = self._plot()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._layer("plain"))
            for band in self._bands(self._selected):
                ratio = self.devicePixelRatioF()
                source = QRectF(band.topLeft() * ratio, band.size() * ratio)
                painter.drawPixmap(band, self._layer("selected"), source)
            self._paint_veil(painter, theme)
            self._paint_now(painter, theme, plot)
            self._paint_edges(painter, theme)

    def _show_lanes(self, lanes: Lanes) -> None:
        if lanes == self._lanes:
            return
        has_others = [lane.name for lane in lanes.lanes] != [lane.name for lane in self._lanes.lanes]
        self._lanes = lanes
        self._layers.clear()
        if has_others:
            small = QFontMetricsF(self._appearance.theme.font("small"))
            widths = (round(small.horizontalAdvance(lane.name)) + 12 for lane in lanes.lanes)
            self._name_width = max(self._sizes.label, *widths)
            self.updateGeometry()
        self.update()

    def _layer(self, ground: Ground) -> QPixmap:
        """All lanes as they look on one ground, kept: a drag only moves what is shown of which."""
        theme, ratio = self._appearance.theme, self.devicePixelRatioF()
        key = ground, self.width(), self.height(), ratio, theme.scheme
        if key not in self._layers:
            layer = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            layer.setDevicePixelRatio(ratio)
            layer.fill(QColor(theme.colours.surface.selected) if ground == "selected" else Qt.GlobalColor.transparent)
            with QPainter(layer) as painter:
                self._paint_lanes(painter, theme, self._plot(), ground)
            self._layers = {kept: pixmap for kept, pixmap in self._layers.items() if kept[1:] == key[1:]} | {key: layer}
        return self._layers[key]

    def _paint_lanes(self, painter: QPainter, theme: Theme, plot: QRectF, ground: Ground) -> None:
        hours = QRectF(plot.left(), PADDING, plot.width(), self._hours_height)
        paint_hours(painter, theme, self._lanes.ticks, hours)
        self._paint_grid(painter, theme, plot)
        for lane, area in self._areas(plot):
            self._paint_frame(painter, theme, lane.name, area)
            paint_lane(painter, theme, lane, area, selected=ground == "selected")

    def _areas(self, plot: QRectF) -> list[tuple[Lane, QRectF]]:
        """Where each lane is."""
        found, top = [], plot.top()
        for lane in self._lanes.lanes:
            height = height_of(lane.look, self._sizes)
            found.append((lane, QRectF(plot.left(), top, plot.width(), height)))
            top += height + self._sizes.between
        return found

    def _bands(self, stretches: Sequence[Between]) -> list[QRectF]:
        """Where these stretches are, over all lanes; only those that are seen."""
        plot = self._plot()
        found = []
        for start_ms, end_ms in stretches:
            if end_ms <= self._lanes.start_ms or start_ms >= self._lanes.end_ms:
                continue
            left, right = self.place_of(start_ms), self.place_of(end_ms)
            height = plot.height() + 2 * OVERHANG
            found.append(QRectF(left, plot.top() - OVERHANG, max(1.0, right - left), height))
        return found

    def _paint_veil(self, painter: QPainter, theme: Theme) -> None:
        veil = QColor(theme.colours.surface.card)
        veil.setAlpha(VEIL)
        for start_ms, end_ms in self._hidden:
            left, right = self.place_of(start_ms), self.place_of(end_ms)
            if right > left:
                plot = self._plot()
                painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), veil)

    def _paint_edges(self, painter: QPainter, theme: Theme) -> None:
        """A line at both ends of what is selected; a single stretch can be held there."""
        ink = QColor(theme.colours.accent.base)
        for at_ms in (end for stretch in self._selected for end in stretch):
            if self._is_seen(at_ms):
                plot = self._plot()
                line = QRectF(self.place_of(at_ms) - 1, plot.top() - OVERHANG, 2, plot.height() + 2 * OVERHANG)
                painter.fillRect(line, ink)
        if len(self._selected) == 1:
            self._paint_handles(painter, theme, ink)

    def _paint_handles(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        middle = self._main_area().center().y()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QColor(theme.colours.surface.card))
        for at_ms in filter(self._is_seen, self._selected[0]):
            left = self.place_of(at_ms) - HANDLE_WIDTH / 2
            grip = QRectF(left, middle - HANDLE_HEIGHT / 2, HANDLE_WIDTH, HANDLE_HEIGHT)
            painter.drawRoundedRect(grip.adjusted(-0.5, 0.5, 0.5, -0.5), 2.5, 2.5)
        painter.restore()

    def _is_seen(self, at_ms: int) -> bool:
        return self._lanes.start_ms <= at_ms <= self._lanes.end_ms

    def _main_area(self) -> QRectF:
        """Of the lane that is looked at first: the one of kinds."""
        plot = self._plot()
        return next((area for lane, area in self._areas(plot) if lane.look is Look.KINDS), plot)

    def _plot(self) -> QRectF:
        left, top = PADDING + self._name_width, PADDING + self._hours_height
        return QRectF(left, top, self.width() - left - PADDING, self.height() - top - PADDING)

    def _paint_grid(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.colours.line.hairline), 1))
        for tick in self._lanes.ticks:
            at = across(plot, tick.at) + 0.5
            painter.drawLine(QLineF(at, plot.top() - OVERHANG, at, plot.bottom() + OVERHANG))

    def _paint_frame(self, painter: QPainter, theme: Theme, name: str, area: QRectF) -> None:
        """The lane's name and its floor."""
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.colours.text.secondary))
        height = max(area.height(), painter.fontMetrics().height())
        place = QRectF(PADDING, area.center().y() - height / 2, self._name_width, height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QPen(QColor(theme.colours.line.border), 1))
        floor = area.bottom() + 0.5
        painter.drawLine(QLineF(area.left(), floor, area.right(), floor))

    def _paint_now(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        if self._lanes.now is None:
            return
        at = across(plot, self._lanes.now) + 0.5
        pen = QPen(QColor(theme.colours.text.primary), 1)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawLine(QLineF(at, plot.top() - OVERHANG, at, plot.bottom() + OVERHANG))
        painter.setFont(theme.font("caption"))
        metrics = QFontMetricsF(painter.font())
        word = self.tr("now")
        width = metrics.horizontalAdvance(word)
        fits = at + width + 6 <= plot.right() + PADDING
        left = at + 4 if fits else at - width - 4
        base = self._main_area().center().y() + metrics.ascent() / 2
        if not fits:
            plate = QRectF(left - 2, base - metrics.ascent(), width + 4, metrics.height())
            painter.fillRect(plate, QColor(theme.colours.surface.card))
        painter.drawText(QPointF(left, base), word)
