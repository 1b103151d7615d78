"""A day or a part of it as one strip with its hours; never works out what it shows."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.presenters.axis import Tick
from gui.presenters.strips import NO_STRIP, Strip
from gui.theme import Appearance, Theme
from gui.widgets.blocks import paint_blocks

STRIP_HEIGHT, TICK_HEIGHT = 24, 4
Ground = Literal["card", "raised", "window"]


def paint_hours(painter: QPainter, theme: Theme, ticks: Sequence[Tick], area: QRectF) -> None:
    """The labels of `ticks` in `area`, centred on their marks and kept inside."""
    painter.setFont(theme.font("caption"))
    painter.setPen(QColor(theme.colours.text.tertiary))
    metrics = QFontMetricsF(painter.font())
    free_from = area.left()
    for tick in ticks:
        width = metrics.horizontalAdvance(tick.label)
        wanted = area.left() + tick.at * area.width() - width / 2
        left = min(max(wanted, area.left()), area.right() - width)
        if tick.label and left >= free_from:
            painter.drawText(QPointF(left, area.top() + metrics.ascent()), tick.label)
            free_from = left + width + 6


class SpanStrip(QWidget):
    """Kinds along a time axis, which ends in hours where there are any."""

    def __init__(self, appearance: Appearance, *, ground: Ground = "card") -> None:
        super().__init__()
        self._appearance = appearance
        self._ground = ground
        self._strip = NO_STRIP
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_strip(self, strip: Strip) -> None:
        self._strip = strip
        self.setAccessibleName(strip.says)
        self.update()

    def sizeHint(self) -> QSize:
        caption = QFontMetricsF(self._appearance.theme.font("caption"))
        return QSize(200, STRIP_HEIGHT + TICK_HEIGHT + 3 + round(caption.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        with QPainter(self) as painter:
            blocks = QRectF(0, 0, self.width(), STRIP_HEIGHT)
            painter.setPen(QPen(QColor(theme.colours.line.border), 1))
            floor = STRIP_HEIGHT + 0.5
            painter.drawLine(QLineF(0, floor, self.width(), floor))
            for tick in self._strip.ticks:
                across = round(tick.at * (self.width() - 1)) + 0.5
                painter.drawLine(QLineF(across, floor, across, floor + TICK_HEIGHT))
            paint_blocks(painter, theme, self._strip.blocks, blocks, self._ground_colour(theme))
            below = QRectF(0, floor + TICK_HEIGHT + 2, self.width(), self.height())
            paint_hours(painter, theme, self._strip.ticks, below)

    def _ground_colour(self, theme: Theme) -> QColor:
        return QColor(getattr(theme.colours.surface, self._ground))
