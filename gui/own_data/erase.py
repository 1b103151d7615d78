"""Asks what shall be deleted, and whether that is meant; never deletes anything."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.choice import Choice
from gui.widgets.day_field import DayField
from gui.widgets.labels import Label
from gui.widgets.sheet import Sheet

SIZE = QSize(600, 300)
BEFORE, ALL = 0, 1


class EraseSheet(Sheet):
    """The button has to be pressed twice: the first time it says that this cannot be undone."""

    wanted = Signal(object)
    """The first day that is kept, or None for everything."""

    def __init__(self, appearance: Appearance, today: date, parent: QWidget | None = None) -> None:
        super().__init__(appearance, self.tr("Delete"), SIZE, parent)
        self.sentence.setText(
            self.tr("Deleted means gone: from the record, and from every copy of it that Engineroom made here.")
        )
        words = (self.tr("Everything before a day"), self.tr("Everything"))
        self._what = Choice(appearance, words, self.tr("What shall be deleted"))
        self._all = False
        self._asked = False
        self._what.chosen.connect(self._choose)
        self._day = DayField(self.tr("First day that is kept"), today, last=today)
        self._day.dateChanged.connect(self._ask_anew)
        self._delete = Button(appearance, look="primary")
        self._delete.clicked.connect(self._take)
        self._lay_out()
        self._ask_anew()

    def _choose(self, place: int) -> None:
        self._all = place == ALL
        self._day.setEnabled(not self._all)
        self._ask_anew()

    def _ask_anew(self) -> None:
        self._asked = False
        self._delete.setText(self.tr("Delete"))
        self.say("")

    def _take(self) -> None:
        if not self._asked:
            self._asked = True
            self._delete.setText(self.tr("Delete for good"))
            self.say(self.tr("This cannot be undone. Press again to delete."))
            return
        self.accept()
        self.wanted.emit(None if self._all else self._day.day)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._what)
        row.addWidget(self._day)
        row.addStretch()
        self.body.addLayout(row)
        stays = self.tr(
            "Recording stops meanwhile and goes on afterwards. What stays: your settings and rules, that you read the "
            "notice, and what you shared or copied yourself."
        )
        self.body.addWidget(Label(self.appearance, stays, role="small", tone="secondary", wrap=True))
        self.body.addStretch()
        self.deeds.addWidget(self._delete)
