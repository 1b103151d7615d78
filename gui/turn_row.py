"""The head of a page that shows one day or week after the other: back, now, on, and what is shown."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.buttons import Button
from gui.labels import Label
from gui.theme import Appearance

BACK, NOW, ON = -1, 0, 1


class TurnRow(QWidget):
    """Asks to be turned; more may be added to its `row`, at the right."""

    turned = Signal(int)
    """-1 for the one before, 1 for the one after, 0 for the one under way."""

    def __init__(self, appearance: Appearance, *, before: str, now: str, after: str) -> None:
        super().__init__()
        self._next = Button(appearance, mark="chevron-right")
        self._title = Label(appearance, role="title")
        self._beside = Label(appearance, role="base", tone="secondary")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        back = Button(appearance, mark="chevron-left")
        for button, name, keys, turn in (
            (back, before, "Alt+Left", BACK),
            (Button(appearance, now), now, "Alt+Home", NOW),
            (self._next, after, "Alt+Right", ON),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
            button.clicked.connect(lambda _checked=False, turn=turn: self.turned.emit(turn))
            QShortcut(QKeySequence(keys), self, button.click)
            self.row.addWidget(button)
        self.row.addSpacing(6)
        self.row.addWidget(self._title)
        self.row.addWidget(self._beside)
        self.row.addStretch()
        self._stretch_at = self.row.count() - 1

    def put_first(self, widget: QWidget) -> None:
        """Left of whatever stands at the right."""
        self.row.insertWidget(self._stretch_at + 1, widget)

    def show_title(self, title: str, beside: str = "", *, is_current: bool) -> None:
        """`beside` is said more quietly; nothing lies behind what is current."""
        self._title.setText(title)
        self._beside.setText(beside)
        self._next.setEnabled(not is_current)
