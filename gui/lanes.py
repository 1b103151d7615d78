"""One day in lanes on one axis: categories, applications, windows; its accessible twin is the list of spans."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.blocks import paint_blocks
from gui.presenters.axis import Tick
from gui.presenters.lanes import AppBlock, Lanes
from gui.presenters.picking import Between
from gui.strip import paint_hours
from gui.theme import Appearance, Scheme, Theme

PADDING = 12
OVERHANG = 4
"""How far grid, selection and present reach beyond the lanes."""
HANDLE_WIDTH, HANDLE_HEIGHT = 6, 18
LEAST_LABEL_WIDTH = 34
Ground = Literal["plain", "selected"]
NOTHING = Lanes(ticks=(Tick(0, ""), Tick(1, "")))


class DayLanes(QWidget):
    """Paints; stretches to the width it gets."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._lanes = NOTHING
        self._selected: tuple[Between, ...] = ()
        self._layers: dict[tuple[Ground, int, int, float, Scheme], QPixmap] = {}
        self._sizes = appearance.theme.tokens.space.lane
        self._hours_height = round(QFontMetricsF(appearance.theme.font("caption")).height()) + 8
        names = (self.tr("Category"), self.tr("Application"), self.tr("Window"))
        heights = (self._sizes.category, self._sizes.application, self._sizes.window)
        self._names = tuple(zip(names, heights, strict=True))
        small = QFontMetricsF(appearance.theme.font("small"))
        self._name_width = max(self._sizes.label, *(round(small.horizontalAdvance(name)) + 12 for name in names))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The day in lanes; the list below has the same in words"))

    def show_lanes(self, lanes: Lanes) -> None:
        if lanes != self._lanes:
            self._lanes = lanes
            self._layers.clear()
        self.update()

    def show_selection(self, selected: Sequence[Between]) -> None:
        """Stretches in order that do not meet."""
        self._selected = tuple(selected)
        self.update()

    def moment_at(self, across: float) -> int:
        """The instant at this distance from the left edge, kept on the axis."""
        plot = self._plot()
        at = min(1.0, max(0.0, (across - plot.left()) / plot.width()))
        return round(self._lanes.start_ms + at * (self._lanes.end_ms - self._lanes.start_ms))

    def place_of(self, at_ms: int) -> float:
        """The distance of an instant from the left edge."""
        at = (at_ms - self._lanes.start_ms) / (self._lanes.end_ms - self._lanes.start_ms)
        return self._across(self._plot(), min(1.0, max(0.0, at)))

    def sizeHint(self) -> QSize:
        height = self._hours_height + sum(height for _name, height in self._names)
        return QSize(600, height + len(self._names) * self._sizes.between + 2 * PADDING)

    def tip_at(self, across: float) -> str:
        """What lies at this distance from the left edge, in words; empty where nothing does."""
        plot = self._plot()
        at = (across - plot.left()) / plot.width()
        return next((tip.text for tip in self._lanes.tips if tip.start <= at < tip.end), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        QToolTip.showText(event.globalPosition().toPoint(), self.tip_at(event.position().x()), self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        plot = self._plot()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._layer("plain"))
            for band in self._bands(plot):
                ratio = self.devicePixelRatioF()
                source = QRectF(band.topLeft() * ratio, band.size() * ratio)
                painter.drawPixmap(band, self._layer("selected"), source)
            self._paint_now(painter, theme, plot)
            self._paint_edges(painter, theme, plot)

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
        top = plot.top()
        areas = []
        for name, height in self._names:
            area = QRectF(plot.left(), top, plot.width(), height)
            self._paint_frame(painter, theme, name, area)
            areas.append(area)
            top += height + self._sizes.between
        category, application, window = areas
        surface = theme.colours.surface
        paint_blocks(painter, theme, self._lanes.categories, category, QColor(surface.card))
        neutral = surface.selected if ground == "selected" else surface.hover
        self._paint_neutral(painter, theme, application, window, neutral)

    def _bands(self, plot: QRectF) -> list[QRectF]:
        """Where the selected stretches are, over all lanes."""
        found = []
        for start_ms, end_ms in self._selected:
            left, right = self.place_of(start_ms), self.place_of(end_ms)
            height = plot.height() + 2 * OVERHANG
            found.append(QRectF(left, plot.top() - OVERHANG, max(1.0, right - left), height))
        return found

    def _paint_edges(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        """A line at both ends of what is selected; a single stretch can be held there."""
        ink = QColor(theme.colours.accent.base)
        for band in self._bands(plot):
            for across in (band.left(), band.right()):
                painter.fillRect(QRectF(across - 1, band.top(), 2, band.height()), ink)
        if len(self._selected) != 1:
            return
        middle = plot.top() + self._sizes.category / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QColor(theme.colours.surface.card))
        for at_ms in self._selected[0]:
            left = self.place_of(at_ms) - HANDLE_WIDTH / 2
            grip = QRectF(left, middle - HANDLE_HEIGHT / 2, HANDLE_WIDTH, HANDLE_HEIGHT)
            painter.drawRoundedRect(grip.adjusted(-0.5, 0.5, 0.5, -0.5), 2.5, 2.5)
        painter.restore()

    def _plot(self) -> QRectF:
        left, top = PADDING + self._name_width, PADDING + self._hours_height
        return QRectF(left, top, self.width() - left - PADDING, self.height() - top - PADDING)

    def _paint_grid(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.colours.line.hairline), 1))
        for tick in self._lanes.ticks:
            across = round(plot.left() + tick.at * plot.width()) + 0.5
            painter.drawLine(QLineF(across, plot.top() - OVERHANG, across, plot.bottom() + OVERHANG))

    def _paint_frame(self, painter: QPainter, theme: Theme, name: str, area: QRectF) -> None:
        """The lane's name and its floor."""
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.colours.text.secondary))
        place = QRectF(PADDING, area.top(), self._name_width, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QPen(QColor(theme.colours.line.border), 1))
        floor = area.bottom() + 0.5
        painter.drawLine(QLineF(area.left(), floor, area.right(), floor))

    def _paint_neutral(self, painter: QPainter, theme: Theme, application: QRectF, window: QRectF, ground: str) -> None:
        """The lanes that have no colours of their own, on this ground."""
        fill, edge = QColor(ground), QColor(theme.colours.line.edge)
        for app in self._lanes.apps:
            block = self._block(application, app)
            painter.fillRect(block, fill)
            painter.fillRect(QRectF(block.left(), window.top(), block.width(), window.height()), fill)
            painter.fillRect(QRectF(block.left(), block.top(), 1, block.height()), edge)
            if block.width() >= LEAST_LABEL_WIDTH:
                self._paint_name(painter, theme, app.name, block)
        for across in {self._across(window, at) for at in self._lanes.windows}:
            painter.fillRect(QRectF(across, window.top(), 1, window.height()), edge)

    def _block(self, lane: QRectF, app: AppBlock) -> QRectF:
        left, right = self._across(lane, app.start), self._across(lane, app.end)
        return QRectF(left, lane.top(), max(1.0, right - left), lane.height())

    @staticmethod
    def _paint_name(painter: QPainter, theme: Theme, name: str, block: QRectF) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.colours.text.primary))
        room = block.adjusted(6, 0, -3, 0)
        text = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_now(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        if self._lanes.now is None:
            return
        across = self._across(plot, self._lanes.now) + 0.5
        pen = QPen(QColor(theme.colours.text.primary), 1)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawLine(QLineF(across, plot.top() - OVERHANG, across, plot.bottom() + OVERHANG))
        painter.setFont(theme.font("caption"))
        metrics = QFontMetricsF(painter.font())
        word = self.tr("now")
        width = metrics.horizontalAdvance(word)
        fits = across + width + 6 <= plot.right() + PADDING
        left = across + 4 if fits else across - width - 4
        base = plot.top() + self._sizes.category / 2 + metrics.ascent() / 2
        if not fits:
            plate = QRectF(left - 2, base - metrics.ascent(), width + 4, metrics.height())
            painter.fillRect(plate, QColor(theme.colours.surface.card))
        painter.drawText(QPointF(left, base), word)

    @staticmethod
    def _across(area: QRectF, at: float) -> float:
        return float(round(area.left() + at * area.width()))
