"""A card with one thing to do: a mark and a head, a sentence, a button; never does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from gui.presenters import own_data
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Card, Label
from gui.widgets.mark import Mark


class DeedCard(Card):
    """Its button is not there where nothing can be done."""

    taken = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._mark = Mark(appearance, "note", ink="accent")
        self._head = Label(appearance, role="strong")
        self._text = Label(appearance, role="small", tone="secondary", wrap=True)
        self._offer = Button(appearance)
        self._offer.clicked.connect(self.taken)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._head, 1)
        self.rows.addLayout(head)
        self.rows.addWidget(self._text)
        self.rows.addStretch()
        self.rows.addWidget(self._offer, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_card(self, card: own_data.Card) -> None:
        self._mark.show_mark(card.mark)
        self._head.setText(card.head)
        self._text.setText(card.text)
        self._offer.setText(card.offer)
        self._offer.setVisible(bool(card.offer))
