"""What the person corrected, with the way to take it back and to undo that; never touches the record itself."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from gui.access.correcting import Outcome
from gui.presenters.correction_list import CorrectionList, correction_head
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Card
from gui.widgets.outcome import OutcomeLine
from gui.widgets.sheet import Sheet
from gui.widgets.shortcut_keys import bind
from gui.widgets.words_table import WordsTable

SIZE, MOST_ROWS = QSize(720, 480), 12
TIME, CATEGORY = 2, 3


class CorrectionsSheet(Sheet):
    """Several rows can be taken back at once."""

    take_back_wanted = Signal(object)
    """The numbers of corrections."""
    undo_wanted = Signal()
    day_wanted = Signal()
    """Where stretches are corrected."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, self.tr("Corrections"), SIZE, parent)
        self._shown = CorrectionList(sentence="", rows=(), numbers=())
        self._table = WordsTable(
            appearance, self.tr("Your corrections"), correction_head(), numbers=(TIME,), wide=(CATEGORY,),
            most_rows=MOST_ROWS,
        )  # fmt: skip
        self._card = Card(appearance, padding=1)
        self._card.rows.addWidget(self._table)
        self._outcome = OutcomeLine(appearance)
        self._outcome.undo_wanted.connect(self.undo_wanted)
        self._outcome.hide()
        self._take_back = Button(appearance, self.tr("Take back"))
        self._take_back.clicked.connect(self._ask_to_take_back)
        open_day = Button(appearance, self.tr("Open my time"), mark="clock")
        open_day.clicked.connect(self.day_wanted)
        self._table.itemSelectionChanged.connect(self._follow_selection)
        bind(QKeySequence.StandardKey.Undo, self, self.undo_wanted.emit, self.tr("Undo"))
        bind(QKeySequence.StandardKey.Delete, self, self._ask_to_take_back, self.tr("Take back"))
        self.body.addWidget(self._card)
        self.body.addWidget(self._outcome)
        self.body.addStretch()
        self.deeds.addWidget(open_day)
        self.deeds.addWidget(self._take_back)
        self._follow_selection()

    def show_list(self, shown: CorrectionList) -> None:
        self._shown = shown
        self.sentence.setText(shown.sentence)
        self._table.clearSelection()
        self._table.show_rows(shown.rows)
        self._card.setVisible(bool(shown.rows))
        self._follow_selection()

    def show_outcome(self, outcome: Outcome) -> None:
        self._outcome.show_outcome(outcome)
        self._outcome.show()

    def _ask_to_take_back(self) -> None:
        if self._table.selected:
            self.take_back_wanted.emit([self._shown.numbers[place] for place in self._table.selected])

    def _follow_selection(self) -> None:
        self._take_back.setEnabled(bool(self._table.selected))
