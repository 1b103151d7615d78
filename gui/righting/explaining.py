"""Lets gaps be explained and entries be made wherever the windows ask for it; never touches what was recorded."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from core.errors import EngineroomError
from core.explanation import Word
from gui.access.correcting import Correcting
from gui.access.explain_access import ExplainAccess
from gui.background import Background
from gui.presenters.explaining import Said
from gui.presenters.picking import Between
from gui.presenters.selection import SelectionView
from gui.righting.entering import Entering, ReadDay
from gui.righting.gap_card import GapCard
from gui.theme import Appearance
from gui.time.day import DayPage


class Explaining(QObject):
    """What is said is one step like a correction, and undone with all others in turn."""

    def __init__(
        self,
        appearance: Appearance,
        background: Background,
        access: ExplainAccess,
        correcting: Correcting,
        read_day: ReadDay,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._background = background
        self._access = access
        self._correcting = correcting
        self._read_day = read_day
        self.entering: Entering | None = None
        """The latest form; None before the first."""

    def card_on(self, page: DayPage) -> GapCard:
        """The card of the day's gaps, which stands on its page; what is answered there is done."""
        card = GapCard(self._appearance)
        page.details.add_card(card)
        card.answered.connect(lambda stretch, word: self.explain(stretch, word, card.ask_again))
        card.take_back_wanted.connect(self.take_back)
        card.entry_wanted.connect(self.enter)
        card.pointed_at.connect(lambda stretch: page.select((stretch,)))
        page.selecting.menu_opened.connect(self._add_entry)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.New), page, lambda: self.enter(day=card.day))
        key.setWhatsThis(self.tr("Add an entry"))
        return card

    def explain(self, stretch: Between, word: Word, refused: Callable[[], None] | None = None) -> None:
        """Let this stretch have been `word`; `refused` is called where it cannot be."""

        def told(error: EngineroomError | None) -> None:
            if error is not None and refused is not None:
                refused()

        self._correcting.do(lambda: self._access.explain([stretch], word), told)

    def take_back(self, said: Said) -> None:
        """It shall hold no more."""
        if said.correction is not None:
            self._correcting.take_back([said.correction])
        else:
            self._correcting.do(lambda: self._access.forget(said.stretch, said.word))

    def enter(self, stretch: Between | None = None, day: date | None = None) -> None:
        """Open the form: for this stretch, or for what `day` leaves open; None is the day under way."""
        self.entering = Entering(self._appearance, self._background, self._read_day, self._write)
        self.entering.open(self._correcting.choices, stretch, day)

    def _add_entry(self, menu: QMenu, view: SelectionView) -> None:
        """To what can be done about one stretch that is selected."""
        if len(view.stretches) == 1:
            [stretch] = view.stretches
            menu.addAction(self.tr("Add entry…")).triggered.connect(lambda: self.enter(stretch))

    def _write(self, stretch: Between, word: Word, told: Callable[[EngineroomError | None], None]) -> None:
        self._correcting.do(lambda: self._access.explain([stretch], word), told)
