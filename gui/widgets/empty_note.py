"""What stands where there is nothing to show yet: a glyph, one sentence, one action; never says why itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.presenters.agent_view import Glyph
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.state_mark import StateMark

TEXT_WIDTH = 560


class EmptyNote(QWidget):
    """In the middle of its place."""

    taken = Signal()

    def __init__(self, appearance: Appearance, offer: str) -> None:
        super().__init__()
        self._mark = StateMark(appearance, Glyph.RECORDING, 44)
        self._head = Label(appearance, role="title")
        self._text = Label(appearance, tone="secondary", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = Button(appearance, offer)
        button.clicked.connect(self.taken)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch()
        for widget in (self._mark, self._head, self._text, button):
            column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self._text.setFixedWidth(TEXT_WIDTH)

    def show_note(self, glyph: Glyph, head: str, text: str) -> None:
        self._mark.show_glyph(glyph)
        self._head.setText(head)
        self._text.setText(text)
        self._text.setFixedHeight(self._text.heightForWidth(TEXT_WIDTH))
