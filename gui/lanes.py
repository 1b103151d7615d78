"""One day in lanes on one axis: categories, applications, windows; its accessible twin is the list of spans."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.blocks import paint_blocks
from gui.presenters.axis import Tick
from gui.presenters.lanes import Lanes
from gui.strip import paint_hours
from gui.theme import Appearance, Theme

PADDING = 12
LEAST_LABEL_WIDTH = 34
NOTHING = Lanes(ticks=(Tick(0, ""), Tick(1, "")))


class DayLanes(QWidget):
    """Paints; stretches to the width it gets."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._lanes = NOTHING
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
        self._lanes = lanes
        self.update()

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
        with QPainter(self) as painter:
            plot = self._plot()
            paint_hours(
                painter, theme, self._lanes.ticks, QRectF(plot.left(), PADDING, plot.width(), self._hours_height)
            )
            self._paint_grid(painter, theme, plot)
            top = plot.top()
            areas = []
            for name, height in self._names:
                area = QRectF(plot.left(), top, plot.width(), height)
                self._paint_frame(painter, theme, name, area)
                areas.append(area)
                top += height + self._sizes.between
            category, application, window = areas
            paint_blocks(painter, theme, self._lanes.categories, category, QColor(theme.colours.surface.card))
            self._paint_apps(painter, theme, application)
            self._paint_windows(painter, theme, window)
            self._paint_now(painter, theme, plot)

    def _plot(self) -> QRectF:
        left, top = PADDING + self._name_width, PADDING + self._hours_height
        return QRectF(left, top, self.width() - left - PADDING, self.height() - top - PADDING)

    def _paint_grid(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.colours.line.hairline), 1))
        for tick in self._lanes.ticks:
            across = round(plot.left() + tick.at * plot.width()) + 0.5
            painter.drawLine(QLineF(across, plot.top() - 4, across, plot.bottom() + 4))

    def _paint_frame(self, painter: QPainter, theme: Theme, name: str, area: QRectF) -> None:
        """The lane's name and its floor."""
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.colours.text.secondary))
        place = QRectF(PADDING, area.top(), self._name_width, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QPen(QColor(theme.colours.line.border), 1))
        floor = area.bottom() + 0.5
        painter.drawLine(QLineF(area.left(), floor, area.right(), floor))

    def _paint_apps(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        ground, edge, ink = theme.colours.surface.hover, theme.colours.line.edge, theme.colours.text.primary
        for app in self._lanes.apps:
            left, right = self._across(area, app.start), self._across(area, app.end)
            block = QRectF(left, area.top(), max(1.0, right - left), area.height())
            painter.fillRect(block, QColor(ground))
            painter.fillRect(QRectF(left, area.top(), 1, area.height()), QColor(edge))
            if block.width() >= LEAST_LABEL_WIDTH:
                room = block.adjusted(6, 0, -3, 0)
                painter.setPen(QColor(ink))
                text = metrics.elidedText(app.name, Qt.TextElideMode.ElideRight, room.width())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_windows(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        for app in self._lanes.apps:
            left, right = self._across(area, app.start), self._across(area, app.end)
            painter.fillRect(
                QRectF(left, area.top(), max(1.0, right - left), area.height()), QColor(theme.colours.surface.hover)
            )
        for at in self._lanes.windows:
            line = QRectF(self._across(area, at), area.top(), 1, area.height())
            painter.fillRect(line, QColor(theme.colours.line.edge))

    def _paint_now(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        if self._lanes.now is None:
            return
        across = self._across(plot, self._lanes.now) + 0.5
        pen = QPen(QColor(theme.colours.text.primary), 1)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawLine(QLineF(across, plot.top() - 4, across, plot.bottom() + 4))
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
