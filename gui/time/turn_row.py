"""The head of a page that shows one day or week after the other: back, now, on, and what is shown."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import ElidedLabel, Label
from gui.widgets.shortcut_keys import bind

BACK, NOW, ON = -1, 0, 1
LEAST_TITLE = 130
"""What a title keeps, or less where it needs no more."""


class Title(Label):
    """The longest of its texts that there is room for."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, role="title")
        self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_texts(self, text: str, short: str) -> None:
        self._short = short or text
        self.setText(text)
        self.setToolTip(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        short = self.fontMetrics().horizontalAdvance(self._short) + 2
        return QSize(min(short, LEAST_TITLE), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics = self.fontMetrics()
        fits = metrics.horizontalAdvance(self.text()) <= self.width()
        text = self.text() if fits else metrics.elidedText(self._short, Qt.TextElideMode.ElideRight, self.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class TurnRow(QWidget):
    """Asks to be turned; more may be added to its `row`, at the right."""

    turned = Signal(int)
    """-1 for the one before, 1 for the one after, 0 for the one under way."""

    def __init__(self, appearance: Appearance, *, before: str, now: str, after: str) -> None:
        super().__init__()
        self._next = Button(appearance, look="mark", mark="chevron-right")
        self._title = Title(appearance)
        self._beside = ElidedLabel(appearance, role="base", tone="secondary")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        back = Button(appearance, look="mark", mark="chevron-left")
        for button, name, keys, turn in (
            (back, before, "Alt+Left", BACK),
            (Button(appearance, now), now, "Alt+Home", NOW),
            (self._next, after, "Alt+Right", ON),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
            button.clicked.connect(lambda _checked=False, turn=turn: self.turned.emit(turn))
            bind(keys, self, button.click, name)
            self.row.addWidget(button)
        self.row.addSpacing(6)
        self.row.addWidget(self._title)
        self.row.addWidget(self._beside)
        self.row.addStretch()
        self._stretch_at = self.row.count() - 1

    def put_first(self, widget: QWidget) -> None:
        """Left of whatever stands at the right."""
        self.row.insertWidget(self._stretch_at + 1, widget)

    def show_title(self, title: str, beside: str = "", *, is_current: bool, short: str = "") -> None:
        """`beside` is said more quietly, `short` where there is less room; nothing lies behind what is current."""
        self._title.show_texts(title, short)
        self._beside.setText(beside)
        self._next.setEnabled(not is_current)
