"""The shapes of the states and of the marks on buttons, from SVG in one ink; never decides which is shown."""

import functools
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).with_name("glyphs")
MARK_SIZE = 16
TRAY_SIZES = (16, 22, 24, 32, 44, 64)


@functools.cache
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray((FOLDER / f"{name}.svg").read_bytes()))


def glyph_pixmap(name: str, ink: QColor, size: int, pixel_ratio: float = 1.0) -> QPixmap:
    """The glyph of this name in one colour, `size` device-independent pixels wide and high."""
    pixels = round(size * pixel_ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(name).render(painter, QRectF(0, 0, pixels, pixels))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), ink)
    pixmap.setDevicePixelRatio(pixel_ratio)
    return pixmap


def tray_icon(name: str, ink: QColor) -> QIcon:
    """The icon in every size that a panel may ask for; the system may recolour it where it does so."""
    icon = QIcon()
    for size in TRAY_SIZES:
        icon.addPixmap(glyph_pixmap(name, ink, size))
    icon.setIsMask(True)
    return icon


def button_icon(name: str, ink: QColor, faint: QColor, *, room: int) -> QIcon:
    """A mark for a button with `room` to its right; `faint` where the button is disabled."""
    icon = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        for colour, mode in ((ink, QIcon.Mode.Normal), (faint, QIcon.Mode.Disabled)):
            mark = QPixmap(round((MARK_SIZE + room) * ratio), round(MARK_SIZE * ratio))
            mark.setDevicePixelRatio(ratio)
            mark.fill(Qt.GlobalColor.transparent)
            with QPainter(mark) as painter:
                painter.drawPixmap(0, 0, glyph_pixmap(name, colour, MARK_SIZE, ratio))
            icon.addPixmap(mark, mode)
    return icon
