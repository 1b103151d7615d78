"""The pattern of each kind as a small tile for a brush; never paints on a widget."""

import functools
import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from gui.theme import Theme
from gui.tokens import Pattern


def brush(theme: Theme, kind: str, ground: QColor, pixel_ratio: float) -> QBrush:
    """The filling of a block of `kind` that stands on `ground`."""
    pattern, ink = theme.tokens.pattern.of(kind), theme.ink(kind)
    if pattern.kind in {"solid", "baseline"}:
        return QBrush(ink)
    if pattern.kind == "outline":
        return QBrush(ground)
    return QBrush(_tile(pattern, ink.name(), ground.name(), pixel_ratio))


@functools.lru_cache(maxsize=64)
def _tile(pattern: Pattern, ink: str, ground: str, pixel_ratio: float) -> QPixmap:
    """One tile of whole device pixels, whose drawing is stretched a little where the ratio is odd."""
    size = _tile_size(pattern)
    pixels = max(1, round(size * pixel_ratio))
    tile = QPixmap(pixels, pixels)
    knocked = pattern.kind in {"diagonal", "horizontal", "dots_knocked"}
    tile.fill(QColor(ink if knocked else ground))
    with QPainter(tile) as painter:
        painter.scale(pixels / size, pixels / size)
        _draw(painter, pattern, QColor(ground if knocked else ink), size)
    tile.setDevicePixelRatio(pixels / size)
    return tile


def _tile_size(pattern: Pattern) -> int:
    """Device-independent pixels after which the pattern repeats in both directions."""
    slanted = pattern.kind in {"diagonal", "cross"}
    return round(pattern.period * math.sqrt(2)) if slanted else round(pattern.period)


def _draw(painter: QPainter, pattern: Pattern, colour: QColor, size: float) -> None:
    pen = QPen(colour, pattern.knock if pattern.kind == "diagonal" else pattern.stroke)
    if pattern.kind in {"diagonal", "cross"}:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        for shift in (-size, 0.0, size):
            painter.drawLine(QPointF(shift - 1, size + 1), QPointF(shift + size + 1, -1))
            if pattern.kind == "cross":
                painter.drawLine(QPointF(shift - 1, -1), QPointF(shift + size + 1, size + 1))
    elif pattern.kind == "horizontal":
        painter.fillRect(QRectF(0, size - pattern.knock, size, pattern.knock), colour)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        half = size / 2
        for x, y in ((0.0, 0.0), (half, half)) if pattern.kind == "dots_knocked" else ((half / 2, half / 2),):
            corner = round((half - pattern.dot) / 2)
            painter.fillRect(QRectF(x + corner, y + corner, pattern.dot, pattern.dot), colour)
