"""One entry, from the open form to the record and back with what was wrong; never writes it itself."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from core.clock import now_ms, offset_min
from core.errors import EngineroomError
from core.explanation import Word
from gui.access.record_access import DayRead
from gui.background import Background
from gui.presenters.activities import KindChoice
from gui.presenters.entries import Draft, categories_offered, checked, draft_of, first_draft
from gui.presenters.picking import Between
from gui.righting.entry_dialog import EntryDialog
from gui.theme import Appearance
from reports.shapes import Day

ReadDay = Callable[[date | None], DayRead]
Write = Callable[[Between, Word, Callable[[EngineroomError | None], None]], None]


class Entering(QObject):
    """Knows what was recorded on the day of the form, and says at once what can be entered."""

    def __init__(self, appearance: Appearance, background: Background, read_day: ReadDay, write: Write) -> None:
        super().__init__()
        self._background = background
        self._read_day = read_day
        self._write = write
        self._known: Day | None = None
        self._asked_for: date | None = None
        self._is_writing = False
        self.dialog = EntryDialog(appearance)
        self.dialog.changed.connect(self._check)
        self.dialog.entry_wanted.connect(self._enter)

    def open(self, choices: Sequence[KindChoice], stretch: Between | None, day: date | None) -> None:
        """Show the form for this stretch, or for what `day` leaves open; None is the day under way."""
        self.dialog.offer(categories_offered(choices))
        wanted = draft_of(stretch, offset_min).day if stretch else day

        def show(read: DayRead) -> None:
            self._known = read.day
            self._asked_for = read.day.timeline.day
            self.dialog.fill(
                draft_of(stretch, offset_min) if stretch else first_draft(read.day, read.now_ms, offset_min)
            )
            self.dialog.show()
            self.dialog.raise_()
            self.dialog.activateWindow()

        self._background.run(lambda: self._read_day(wanted), show, self._complain)

    def _check(self, draft: Draft) -> None:
        if draft.day != self._asked_for:
            self._asked_for, self._known = draft.day, None
            self._background.run(lambda: self._read_day(draft.day), self._learn, self._complain)
        self.dialog.show_checked(checked(draft, self._known, now_ms(), offset_min))

    def _learn(self, read: DayRead) -> None:
        if read.day.timeline.day == self._asked_for:
            self._known = read.day
            self._check(self.dialog.draft)

    def _enter(self, draft: Draft) -> None:
        found = checked(draft, self._known, now_ms(), offset_min)
        self.dialog.show_checked(found)
        if found.word is not None and not self._is_writing:  # a second press would say it twice
            self._is_writing = True
            self._write(found.stretch, found.word, self._hear)

    def _hear(self, error: EngineroomError | None) -> None:
        self._is_writing = False
        if error is None:
            self.dialog.accept()
        else:
            self.dialog.say(str(error))

    def _complain(self, error: EngineroomError) -> None:
        self.dialog.show()
        self.dialog.say(str(error))
