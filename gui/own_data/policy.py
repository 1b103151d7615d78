"""The policy in plain words: every setting, what it means, and who set it; never changes one."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from gui.presenters.policy import PolicyView
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Card, Label
from gui.widgets.sheet import Sheet
from gui.widgets.words_table import WordsTable

SIZE, MOST_ROWS = QSize(920, 640), 18
VALUE = 1


class PolicySheet(Sheet):
    """Can be copied as text."""

    copy_wanted = Signal()

    def __init__(self, appearance: Appearance, view: PolicyView, parent: QWidget | None = None) -> None:
        super().__init__(appearance, self.tr("Policy in force"), SIZE, parent)
        self.sentence.setText(view.sentence)
        if view.facts:
            self.body.addWidget(self._facts(view))
        head = (self.tr("Setting"), self.tr("What holds"), self.tr("Who set it"))
        table = WordsTable(appearance, self.tr("Every setting"), head, wide=(VALUE,), most_rows=MOST_ROWS)
        table.show_rows([(row.name, row.value, row.source) for row in view.rows])
        card = Card(appearance, padding=1)
        card.rows.addWidget(table)
        self.body.addWidget(card)
        self.body.addStretch()
        copy = Button(appearance, self.tr("Copy as text"))
        copy.clicked.connect(self.copy_wanted)
        self.deeds.addWidget(copy)

    def _facts(self, view: PolicyView) -> Card:
        card = Card(self.appearance)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        for head, text in view.facts:
            value = Label(self.appearance, text, wrap=True)
            form.addRow(Label(self.appearance, head, tone="secondary"), value)
        card.rows.addLayout(form)
        return card
