"""The form for an entry: day, from, to, category, note; says at once what would come of it and writes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QSize, QTime, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from core.period import EPOCH
from gui.presenters.entries import Checked, Draft
from gui.presenters.local_formats import local_formats
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.combo import Combo
from gui.widgets.labels import Label

LEAST_WIDTH, ROOM = 440, 6


class EntryDialog(QDialog):
    """Can be filled and sent by keys alone: Enter enters, Esc leaves."""

    changed = Signal(object)
    """The `Draft` as it stands now."""
    entry_wanted = Signal(object)
    """The `Draft` shall be entered."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._filling = False
        self._day = QDateEdit()
        self._day.setDisplayFormat(self.locale().dateFormat(self.locale().FormatType.ShortFormat))
        self._from, self._to = QTimeEdit(), QTimeEdit()
        hours = "HH:mm" if local_formats().half_days is None else "h:mm AP"
        for field in (self._from, self._to):
            field.setDisplayFormat(hours)
        for part in (self._day, self._from, self._to):
            part.setWrapping(False)
            part.lineEdit().setTextMargins(ROOM, 0, ROOM, 0)
        self._category = Combo(appearance, self.tr("Category"), is_open=True)
        self._note = QLineEdit()
        self._note.setPlaceholderText(self.tr("What it was about; only you see it"))
        self._says = Label(appearance, role="small", tone="secondary", wrap=True)
        self._enter = Button(appearance, self.tr("Add entry"), look="primary")
        self._enter.setDefault(True)
        self._enter.clicked.connect(lambda: self.entry_wanted.emit(self.draft))
        self.setWindowTitle(self.tr("Engineroom — Add entry"))
        self._lay_out()
        self._listen()

    @property
    def draft(self) -> Draft:
        start, end = self._from.time(), self._to.time()
        return Draft(
            day=EPOCH.fromordinal(EPOCH.toordinal() + QDate(1970, 1, 1).daysTo(self._day.date())),
            start_min=start.hour() * 60 + start.minute(),
            end_min=end.hour() * 60 + end.minute(),
            category=self._category.currentText(),
            note=self._note.text(),
        )

    def offer(self, categories: Sequence[str]) -> None:
        """What can be chosen; anything else may be typed."""
        self._category.offer(categories)

    def fill(self, draft: Draft) -> None:
        self._filling = True
        self._day.setDate(QDate(draft.day.year, draft.day.month, draft.day.day))
        self._from.setTime(QTime(draft.start_min // 60, draft.start_min % 60))
        self._to.setTime(QTime(draft.end_min // 60, draft.end_min % 60))
        self._category.setEditText(draft.category)
        self._note.setText(draft.note)
        self._filling = False
        self._from.setFocus()
        self._tell()

    def show_checked(self, checked: Checked) -> None:
        self.say(checked.text)
        self._enter.setEnabled(checked.word is not None)

    def say(self, text: str) -> None:
        self._says.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(max(LEAST_WIDTH, super().sizeHint().width()), super().sizeHint().height())

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit(self.draft)

    def _listen(self) -> None:
        for field in (self._from, self._to):
            field.timeChanged.connect(self._tell)
        self._day.dateChanged.connect(self._tell)
        self._category.currentTextChanged.connect(self._tell)
        self._note.textChanged.connect(self._tell)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        hours = QWidget()
        row = QHBoxLayout(hours)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._from, 1)
        until = self._named(self.tr("&To"), self._to)
        until.setMinimumWidth(until.sizeHint().width() + ROOM)
        row.addWidget(until)
        row.addWidget(self._to, 1)
        self._add(grid, self.tr("&Day"), self._day, self._day)
        self._add(grid, self.tr("&From"), self._from, hours)
        self._add(grid, self.tr("&Category"), self._category, self._category)
        self._add(grid, self.tr("&Note"), self._note, self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(self._appearance, self.tr("What was not recorded"), role="strong"))
        column.addLayout(grid)
        self._says.setMinimumHeight(2 * self._says.fontMetrics().lineSpacing())
        column.addWidget(self._says)
        column.addStretch()
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch()
        cancel = Button(self._appearance, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self._enter)
        return foot

    def _add(self, grid: QGridLayout, name: str, field: QWidget, row: QWidget) -> None:
        place = grid.rowCount()
        grid.addWidget(self._named(name, field), place, 0)
        grid.addWidget(row, place, 1)

    def _named(self, name: str, field: QWidget) -> Label:
        label = Label(self._appearance, name, tone="secondary")
        label.setBuddy(field)
        field.setAccessibleName(name.replace("&", ""))
        return label
