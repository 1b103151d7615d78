"""The exact rows that left this computer at one time; never shares them again."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from gui.presenters.shared import SharedView
from gui.theme import Appearance
from gui.widgets.labels import Card, Label
from gui.widgets.sheet import Sheet
from gui.widgets.words_table import WordsTable

SIZE, MOST_ROWS = QSize(820, 560), 14


class SharedRowsSheet(Sheet):
    """Read from what was noted then, not worked out anew."""

    def __init__(self, appearance: Appearance, sentence: str, view: SharedView, parent: QWidget | None = None) -> None:
        super().__init__(appearance, self.tr("What left this computer"), SIZE, parent)
        self.sentence.setText(sentence)
        numbers = range(1, len(view.head))
        table = WordsTable(
            appearance, self.tr("Rows that left this computer"), view.head, numbers=numbers, wide=(0,),
            most_rows=MOST_ROWS,
        )  # fmt: skip
        table.show_rows(view.rows)
        card = Card(appearance, padding=1)
        card.rows.addWidget(table)
        self.body.addWidget(card)
        self.body.addWidget(Label(appearance, view.besides, role="small", tone="secondary", wrap=True))
        self.body.addStretch()
