"""A letter to data protection, to be finished, copied or kept by its writer; never sends it."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.day_field import DayField
from gui.widgets.labels import Label
from gui.widgets.sheet import Sheet

SIZE = QSize(680, 560)
DAYS_BACK = 27


class LetterSheet(Sheet):
    """Other days are written into a text that was changed meanwhile, which stays as it is otherwise."""

    copy_wanted = Signal(str)
    save_wanted = Signal(str)

    def __init__(
        self, appearance: Appearance, write: Callable[[date, date], str], today: date, parent: QWidget | None = None
    ) -> None:
        """`write` gives the letter about the days from a first to a last."""
        super().__init__(appearance, self.tr("Object or ask"), SIZE, parent)
        self._write = write
        self.sentence.setText(
            self.tr("Nothing is sent from here: change the letter as you like, then copy it or keep it as a file.")
        )
        self._first = DayField(self.tr("First day"), today - timedelta(days=DAYS_BACK), last=today)
        self._last = DayField(self.tr("Last day"), today, last=today)
        self._text = QPlainTextEdit()
        self._text.setAccessibleName(self.tr("The letter"))
        self._text.setTabChangesFocus(True)
        self._proposed = ""
        self._lay_out()
        self._propose()
        for field in (self._first, self._last):
            field.dateChanged.connect(self._propose)

    @property
    def text(self) -> str:
        return self._text.toPlainText()

    def _propose(self) -> None:
        """Line by line, so that what the writer changed stays."""
        first, last = sorted((self._first.day, self._last.day))
        proposed = self._write(first, last)
        lines = dict(zip(self._proposed.splitlines(), proposed.splitlines(), strict=False))
        if self._proposed:
            changed = [lines.get(line, line) for line in self.text.splitlines()]
            self._text.setPlainText("\n".join(changed) + "\n")
        else:
            self._text.setPlainText(proposed)
        self._proposed = proposed

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.appearance, self.tr("About the days from"), tone="secondary"))
        row.addWidget(self._first)
        row.addWidget(Label(self.appearance, self.tr("to"), tone="secondary"))
        row.addWidget(self._last)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(self._text, 1)
        save = Button(self.appearance, self.tr("Save as text…"))
        save.clicked.connect(lambda: self.save_wanted.emit(self.text))
        copy = Button(self.appearance, self.tr("Copy"), look="primary")
        copy.clicked.connect(lambda: self.copy_wanted.emit(self.text))
        self.deeds.addWidget(save)
        self.deeds.addWidget(copy)
