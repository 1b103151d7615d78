"""One step of the notice: its number in a circle, or a tick once it was seen; never decides which is open."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from gui.glyphs import glyph_pixmap
from gui.theme import Appearance
from gui.widgets.buttons import Button

LEFT, CIRCLE, TICK = 10, 19, 12


class StepButton(Button):
    """Opens a page that was seen before."""

    def __init__(self, appearance: Appearance, number: int, name: str) -> None:
        super().__init__(appearance, name, look="step")
        self._look = appearance
        self._number = number
        self._seen = False
        self.setCheckable(True)
        self.make_room_for_strong()
        self.setAccessibleName(self.tr("Step {number}: {name}").format(number=number, name=name))

    def show_seen(self, *, seen: bool) -> None:
        self._seen = seen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._look.theme
        accent, faint = QColor(theme.colours.accent.base), QColor(theme.colours.text.tertiary)
        circle = QRectF(LEFT + 0.5, (self.height() - CIRCLE) // 2 + 0.5, CIRCLE, CIRCLE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(accent if self.isChecked() or self._seen else faint, 1))
            painter.setBrush(accent if self.isChecked() else QColor(Qt.GlobalColor.transparent))
            painter.drawEllipse(circle)
            if self._seen and not self.isChecked():
                tick = glyph_pixmap("check", accent, TICK, self.devicePixelRatioF())
                painter.drawPixmap(circle.center() - QRectF(0, 0, TICK, TICK).center(), tick)
                return
            painter.setPen(QColor(theme.colours.text.on_accent) if self.isChecked() else faint)
            painter.setFont(theme.font("caption"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
