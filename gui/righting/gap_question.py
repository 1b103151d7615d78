"""One stretch to explain, with the answers to it; never knows what comes of them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.presenters.explaining import Offer, Question, ignoring, more_answers, quick_answers
from gui.theme import Appearance
from gui.widgets.buttons import Button, MenuButton
from gui.widgets.labels import Label

LONGEST_OFFER = 30
"""Characters of a meeting that a button shows; the tooltip has all of it."""


class GapQuestion(QWidget):
    """One of several, in a line: which stretch, and a menu with all answers."""

    answered = Signal(object, object)
    """The stretch, and the `Word` on it."""
    entry_wanted = Signal(object)
    """It was something else, to be entered: the stretch."""
    pointed_at = Signal(object)
    """Show the stretch in the day."""

    def __init__(self, appearance: Appearance, question: Question) -> None:
        super().__init__()
        self._appearance = appearance
        self._question = question
        self._is_open = True
        self.more = MenuButton(appearance, "")
        self._lay_out()

    @property
    def first(self) -> QWidget:
        """What has the focus when the question before it was answered."""
        return self.more

    def _lay_out(self) -> None:
        self.more.setText(self.tr("Explain"))
        self.more.setAccessibleName(self.tr("Explain {when}").format(when=self._question.when))
        self._fill_menu([*_meeting_of(self._question), *quick_answers(), *more_answers()])
        pointer = pointer_to(self._appearance, self._question)
        pointer.clicked.connect(lambda: self.pointed_at.emit(self._question.stretch))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(pointer)
        line.addWidget(Label(self._appearance, self._question.length, role="small", tone="tertiary"), 1)
        line.addWidget(self.more)

    def _fill_menu(self, offers: list[Offer]) -> None:
        menu = self.more.choices
        before = self._question.as_before
        for group in (offers, [before] if before else []):
            for offer in group:
                menu.addAction(offer.text.replace("&", "&&")).triggered.connect(self._answers(offer))
            menu.addSeparator()
        menu.addAction(self.tr("Something else…")).triggered.connect(
            lambda: self.entry_wanted.emit(self._question.stretch)
        )
        menu.addSeparator()
        ignore = ignoring()
        menu.addAction(ignore.text).triggered.connect(self._answers(ignore))

    def ask_again(self) -> None:
        """The answer was refused."""
        self._is_open = True

    def _answers(self, offer: Offer) -> Callable[[], None]:
        def answer() -> None:
            if self._is_open:  # a second press would say it twice
                self._is_open = False
                self.answered.emit(offer.stretch or self._question.stretch, offer.word)

        return answer


class OpenQuestion(GapQuestion):
    """The only one: its answers are buttons, and the head of the card says which stretch it is."""

    @property
    def first(self) -> QWidget:
        return self.meeting or self.quick[0]

    def _lay_out(self) -> None:
        self.more.setText(self.tr("More"))
        self.more.setAccessibleName(self.tr("More answers, {when}").format(when=self._question.when))
        self._fill_menu(list(more_answers()))
        self.quick = [self._button(offer) for offer in quick_answers()]
        self.meeting = next((self._button(offer) for offer in _meeting_of(self._question)), None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if self.meeting is not None:
            column.addWidget(self.meeting)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for answer in (*self.quick, self.more):
            answers.addWidget(answer)
        answers.addStretch()
        column.addLayout(answers)

    def _button(self, offer: Offer) -> Button:
        text = offer.text if len(offer.text) <= LONGEST_OFFER else f"{offer.text[: LONGEST_OFFER - 1].rstrip()}…"
        button = Button(self._appearance, text.replace("&", "&&"))
        button.setToolTip("" if text == offer.text else offer.text)
        button.setAccessibleName(f"{offer.text}, {self._question.when}")
        button.clicked.connect(self._answers(offer))
        return button


def pointer_to(appearance: Appearance, question: Question) -> Button:
    """From when to when, as a link into the day."""
    pointer = Button(appearance, question.when, look="link")
    pointer.setToolTip(f"{question.length} · {question.why}")
    pointer.setAccessibleName(
        QCoreApplication.translate("GapQuestion", "Show {when} in the day").format(when=question.when)
    )
    return pointer


def _meeting_of(question: Question) -> tuple[Offer, ...]:
    return (question.meeting,) if question.meeting else ()
