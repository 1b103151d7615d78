"""One line that says what was done, and a link that undoes it; never does either."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.access.correcting import Outcome
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import ElidedLabel


class OutcomeLine(QWidget):
    """Says nothing until something was done."""

    undo_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._text = ElidedLabel(appearance)
        self._undo = Button(appearance, self.tr("Undo"), look="link")
        self._undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self._undo.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._text)
        row.addWidget(self._undo, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_outcome(self, outcome: Outcome) -> None:
        self._text.setText(outcome.text)
        self._undo.setVisible(outcome.can_be_undone)
