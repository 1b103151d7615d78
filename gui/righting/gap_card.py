"""The card of a day's stretches to explain: a list, never a pop-up; asks for what is answered and writes nothing."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.presenters.explaining import NOTHING_ASKED, Questions
from gui.righting.gap_question import GapQuestion, OpenQuestion, pointer_to
from gui.theme import Appearance
from gui.widgets.buttons import Button, MenuButton
from gui.widgets.labels import Card, Label

SPACING, SEEN_AT_ONCE = 4, 4
"""So many questions are seen without scrolling."""


class GapCard(Card):
    """Goes on to say so where nothing is asked; its foot has what was explained, entries and the calendar."""

    answered = Signal(object, object)
    """A stretch, and the `Word` on it."""
    entry_wanted = Signal(object, object)
    """Enter something for this stretch of this day."""
    pointed_at = Signal(object)
    """Show the stretch in the day."""
    take_back_wanted = Signal(object)
    """A `Said` that shall hold no more."""
    calendar_wanted = Signal()
    """Choose a calendar file."""
    calendar_given_up = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        self._shown = NOTHING_ASKED
        self.questions: list[GapQuestion] = []
        self._head = Label(appearance, role="strong")
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Stretches to explain"))
        self._trouble = Label(appearance, role="small", tone="secondary", wrap=True)
        self.more = MenuButton(appearance, self.tr("Entries and calendar"), look="link")
        self._top = QHBoxLayout()
        self._top.addWidget(self._head, 1)
        self._pointer: Button | None = None
        self.rows.addLayout(self._top)
        self.rows.addWidget(self._list)
        self.rows.addWidget(self._trouble)
        self.rows.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show(NOTHING_ASKED)

    @property
    def day(self) -> date | None:
        """Of which its questions are; None before any was shown."""
        return self._shown.day

    def show_questions(self, shown: Questions) -> None:
        if shown == self._shown:
            return
        had_focus = any(button.hasFocus() for button in self._list.findChildren(Button))
        self._shown = shown
        self._show(shown)
        if had_focus:
            (self.questions[0].first if self.questions else self.more).setFocus()

    def ask_again(self) -> None:
        """An answer was refused: every question is open."""
        for question in self.questions:
            question.ask_again()

    def _show(self, shown: Questions) -> None:
        self._show_top(shown)
        self._show_list(shown)
        self._trouble.setText(shown.trouble)
        self._trouble.setVisible(bool(shown.trouble))
        self._fill_menu(shown)

    def _show_top(self, shown: Questions) -> None:
        """What is asked; of a single stretch which one, too."""
        self._head.setText(shown.head or self.tr("Nothing to explain"))
        if self._pointer is not None:
            self._pointer.deleteLater()
            self._pointer = None
        if len(shown.asked) == 1:
            [only] = shown.asked
            self._pointer = pointer_to(self._appearance, only)
            self._pointer.clicked.connect(lambda: self.pointed_at.emit(only.stretch))
            self._top.addWidget(self._pointer)

    def _show_list(self, shown: Questions) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(SPACING)
        alone = len(shown.asked) == 1
        self.questions = [
            OpenQuestion(self._appearance, one) if alone else GapQuestion(self._appearance, one) for one in shown.asked
        ]
        for question in self.questions:
            column.addWidget(question)
            question.answered.connect(self.answered)
            question.entry_wanted.connect(lambda stretch: self.entry_wanted.emit(stretch, self._shown.day))
            question.pointed_at.connect(self.pointed_at)
        column.addStretch()
        self._list.setWidget(inside)
        self._list.setVisible(bool(self.questions))
        seen = self.questions[:SEEN_AT_ONCE]
        for question in seen:
            question.ensurePolished()
        self._list.setFixedHeight(sum(question.sizeHint().height() + SPACING for question in seen))

    def _fill_menu(self, shown: Questions) -> None:
        menu = self.more.choices
        menu.clear()
        for one in shown.said:
            text = self.tr("Take back: {what}").format(what=one.text).replace("&", "&&")
            menu.addAction(text).triggered.connect(lambda _checked=False, one=one: self.take_back_wanted.emit(one))
        menu.addSeparator()
        menu.addAction(self.tr("Add entry…")).triggered.connect(lambda: self.entry_wanted.emit(None, shown.day))
        menu.addSeparator()
        choose = self.tr("Show another calendar file…") if shown.calendar else self.tr("Show a calendar file…")
        menu.addAction(choose).triggered.connect(self.calendar_wanted)
        if shown.calendar:
            stop = self.tr("Stop showing {file}").format(file=shown.calendar).replace("&", "&&")
            menu.addAction(stop).triggered.connect(self.calendar_given_up)
