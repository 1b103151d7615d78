"""A field with a list to choose from, and a chevron that says so; never knows what it chooses."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from gui.glyphs import glyph_pixmap
from gui.theme import Appearance

CHEVRON, LEAST_LETTERS, LEAST_WIDTH = 12, 4, 64
LIST_MARGIN = 24


class Combo(QComboBox):
    """Where it is `open`, anything may be typed and the list only offers."""

    def __init__(self, appearance: Appearance, name: str, *, is_open: bool = False) -> None:
        super().__init__()
        self._appearance = appearance
        self.setAccessibleName(name)
        self.setEditable(is_open)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(name)

    def offer(self, words: Iterable[str]) -> None:
        """What the list offers; what is typed stays."""
        text = self.currentText()
        self.clear()
        self.addItems(list(words))
        if self.isEditable():
            self.setEditText(text)

    def from_the_beginning(self) -> None:
        """Show the beginning of what stands there, unless somebody types."""
        field = self.lineEdit()
        if field is not None and not field.hasFocus():
            field.setCursorPosition(0)

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its words, which the list shows in full."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    def showPopup(self) -> None:
        """Wide enough for the longest word."""
        listed = self.view()
        listed.setMinimumWidth(listed.sizeHintForColumn(0) + LIST_MARGIN)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls past does not choose."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            return
        text = self._appearance.theme.colours.text
        ink = QColor(text.primary if self.isEnabled() else text.tertiary)
        with QPainter(self) as painter:
            mark = glyph_pixmap("chevron-down", ink, CHEVRON, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(self.width() - CHEVRON - 8, (self.height() - CHEVRON) // 2), mark)
