"""Where nothing fits what was asked for: one sentence, and the way back to everything; never filters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Label


class NothingFits(QWidget):
    """In the middle of its place."""

    clear_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        text = Label(appearance, self.tr("Nothing here fits the filter."), tone="secondary", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        clear = Button(appearance, self.tr("Clear the filter"))
        clear.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch()
        column.addWidget(text)
        column.addWidget(clear, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
