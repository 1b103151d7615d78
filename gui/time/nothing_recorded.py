"""The way on from a week, month or year with nothing in it: one action beside the sentence; never says why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme import Appearance
from gui.widgets.buttons import Button


class NothingRecorded(QWidget):
    """Not there where anything was recorded."""

    back_wanted = Signal()
    """To what is under way."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._back = Button(appearance, self.tr("Back to today"))
        self._back.clicked.connect(self.back_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_for(self, *, has_data: bool) -> None:
        self.setVisible(not has_data)
