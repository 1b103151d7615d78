"""Asks what shall be deleted, and whether that is meant; never deletes anything."""

from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from gui.presenters.own_data import Deletion
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.choice import Choice
from gui.widgets.day_field import DayField
from gui.widgets.labels import Label
from gui.widgets.sheet import Sheet

SIZE = QSize(600, 300)
BEFORE, BETWEEN, ALL = 0, 1, 2
A_DAY = timedelta(days=1)


class EraseSheet(Sheet):
    """The button has to be pressed twice: the first time it says that this cannot be undone."""

    wanted = Signal(object)
    """A `Deletion`."""

    def __init__(self, appearance: Appearance, today: date, parent: QWidget | None = None) -> None:
        super().__init__(appearance, self.tr("Delete"), SIZE, parent)
        self.sentence.setText(
            self.tr("Deleted means gone: from the record, and from every copy of it that Engineroom made here.")
        )
        words = (self.tr("Everything before a day"), self.tr("From … to …"), self.tr("Everything"))
        self._what = Choice(appearance, words, self.tr("What shall be deleted"))
        self._chosen = BEFORE
        self._asked = False
        self._what.chosen.connect(self._choose)
        self._kept = DayField(self.tr("First day that is kept"), today, last=today)
        self._first = DayField(self.tr("First day that is deleted"), today, last=today)
        self._last = DayField(self.tr("Last day that is deleted"), today, last=today)
        for field in (self._kept, self._first, self._last):
            field.dateChanged.connect(self._ask_anew)
        self._delete = Button(appearance, look="primary")
        self._delete.clicked.connect(self._take)
        self._days = QStackedWidget()
        self._lay_out()
        self._choose(BEFORE)

    @property
    def deletion(self) -> Deletion:
        """As it is chosen now; of two days the earlier one is the first."""
        if self._chosen == BEFORE:
            return Deletion(last=self._kept.day - A_DAY)
        if self._chosen == BETWEEN:
            first, last = sorted((self._first.day, self._last.day))
            return Deletion(first=first, last=last)
        return Deletion()

    def _choose(self, place: int) -> None:
        self._chosen = place
        self._days.setCurrentIndex(place)
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
        self.wanted.emit(self.deletion)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._what)
        row.addStretch()
        self.body.addLayout(row)
        self._days.addWidget(self._fields((self.tr("First day that is kept:"), self._kept)))
        self._days.addWidget(self._fields((self.tr("From"), self._first), (self.tr("to"), self._last)))
        self._days.addWidget(QWidget())
        self._days.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._days)
        stays = self.tr(
            "Recording stops meanwhile and goes on afterwards. What stays: your settings and rules, that you read the "
            "notice, and what you shared or copied yourself."
        )
        self.body.addWidget(Label(self.appearance, stays, role="small", tone="secondary", wrap=True))
        self.body.addStretch()
        self.deeds.addWidget(self._delete)

    def _fields(self, *fields: tuple[str, DayField]) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, field in fields:
            row.addWidget(Label(self.appearance, words, tone="secondary"))
            row.addWidget(field)
        row.addStretch()
        return inside
