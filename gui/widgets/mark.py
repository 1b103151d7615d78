"""A small sign before a text, in an ink of the theme; the words beside it say the same."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.glyphs import glyph_pixmap
from gui.theme import Appearance

SIZE = 16
INKS = {"check": "accent", "info": "accent", "dash": "tertiary"}
"""What is not named here is in the ink of text."""


class Mark(QWidget):
    """As large as the marks on buttons."""

    def __init__(self, appearance: Appearance, name: str, ink: str = "") -> None:
        """`ink`: accent, primary, secondary or tertiary; what suits `name` where it is empty."""
        super().__init__()
        self._appearance = appearance
        self._name = name
        self._ink = ink
        self.setFixedSize(QSize(SIZE, SIZE))

    def show_mark(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._appearance.theme.colours
        ink = self._ink or INKS.get(self._name, "primary")
        colour = QColor(colours.accent.base if ink == "accent" else getattr(colours.text, ink))
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, glyph_pixmap(self._name, colour, SIZE, self.devicePixelRatioF()))
