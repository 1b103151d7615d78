"""One bar for each day, in the pattern of a kind; never works out how high."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.presenters.rule_changes import DayBars
from gui.theme import Appearance
from gui.widgets.blocks import paint_block

HEIGHT, MOST_WIDTH = 44, 18


class RuleDayBars(QWidget):
    """The label above the bars says how much the highest is."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._bars: DayBars | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: DayBars | None) -> None:
        self._bars = bars
        self.setVisible(bars is not None)
        self.setAccessibleName(self.tr("Minutes a day it would take"))
        self.setAccessibleDescription(bars.says if bars else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT + 2 * self._line())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._bars is None:
            return
        theme, bars = self._appearance.theme, self._bars
        with QPainter(self) as painter:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(theme.colours.text.secondary))
            above = QRectF(0, 0, self.width(), self._line())
            below = QRectF(0, self.height() - self._line(), self.width(), self._line())
            painter.drawText(above, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bars.most)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, bars.first)
            if len(bars.parts) > 1:
                painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bars.last)
            floor = below.top() - 1
            step = self.width() / len(bars.parts)
            width = min(MOST_WIDTH, max(2, int(step) - 3))
            for place, part in enumerate(bars.parts):
                height = max(2, round(part * (floor - above.bottom()))) if part else 0
                left = round(place * step + (step - width) / 2)
                block = QRectF(left, floor - height, width, height)
                if height:
                    paint_block(painter, theme, bars.kind, block, QColor(theme.colours.surface.card))
            painter.setPen(QPen(QColor(theme.colours.line.border), 1))
            painter.drawLine(QLineF(0, floor + 0.5, self.width(), floor + 0.5))

    def _line(self) -> int:
        return self.fontMetrics().height() + 2
