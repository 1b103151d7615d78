"""One line of text with parts of it underlined, cut where there is no room; never decides which parts."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Appearance
from gui.widgets.plain_tip import plain_tip

THICK = 2


class MarkedTitle(QWidget):
    """The tooltip has all of it."""

    def __init__(self, appearance: Appearance, text: str, marks: Sequence[tuple[int, int]], kind: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._text = text
        self._marks = marks
        self._kind = kind
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height() + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, metrics = self._appearance.theme, self.fontMetrics()
        with QPainter(self) as painter:
            painter.setPen(QColor(theme.colours.text.primary))
            text = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            painter.setPen(QPen(theme.ink(self._kind), THICK))
            floor = (self.height() + metrics.height()) / 2
            for start, end in self._marks:
                left, right = (metrics.horizontalAdvance(self._text[:place]) for place in (start, end))
                if left < self.width():
                    painter.drawLine(QLineF(left, floor, min(right, self.width()), floor))
