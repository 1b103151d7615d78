"""A box to tick, drawn in the colours of the theme; never knows what it switches."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from gui.glyphs import glyph_pixmap
from gui.theme import Appearance

BOX, MARK, BETWEEN, ROUND, LEAST = 15, 13, 8, 3, 24


class CheckBox(QCheckBox):
    """The whole line is the target."""

    def __init__(self, appearance: Appearance, text: str) -> None:
        super().__init__(text)
        self._appearance = appearance

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = BOX + BETWEEN + metrics.horizontalAdvance(self.text()) + 6
        return QSize(width, max(LEAST, metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._appearance.theme.colours
        box = QRect(2, (self.height() - BOX) // 2, BOX, BOX)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = colours.accent.base if self.isChecked() else colours.line.edge
            painter.setPen(QPen(QColor(colours.accent.focus if self.hasFocus() else edge), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(colours.accent.base if self.isChecked() else colours.surface.card))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
            if self.isChecked():
                mark = glyph_pixmap("check", QColor(colours.text.on_accent), MARK, self.devicePixelRatioF())
                painter.drawPixmap(box.topLeft() + QPoint(1, 1), mark)
            painter.setPen(QColor(colours.text.secondary))
            room = self.rect().adjusted(box.right() + BETWEEN, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
