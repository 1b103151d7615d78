"""The glyph of a state inside a window, in the ink of its state; never decides which state it is."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.glyphs import glyph_pixmap
from gui.presenters.agent_view import Glyph
from gui.theme import Appearance


class StateMark(QWidget):
    """The words beside it say the same."""

    def __init__(self, appearance: Appearance, glyph: Glyph, size: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._glyph = glyph
        self.setFixedSize(size, size)

    def show_glyph(self, glyph: Glyph) -> None:
        self._glyph = glyph
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = QColor(self._appearance.theme.colours.status[self._glyph])
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, glyph_pixmap(self._glyph, ink, self.width(), self.devicePixelRatioF()))
