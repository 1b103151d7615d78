"""Day, week, month and year as one page with a choice between them; makes each when it is opened first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.theme import Appearance
from gui.time.turn_row import TurnRow
from gui.widgets.choice import Choice
from gui.widgets.shortcut_keys import bind


@dataclass(frozen=True, slots=True)
class TimePage:
    """One way to look at one's time."""

    page: QWidget
    head: TurnRow
    """Where the choice stands."""


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """One word of the choice, and how its page is made."""

    name: str
    make: Callable[[], TimePage]


class TimePages(QWidget):
    """Shows the first of its entries until another one is chosen."""

    def __init__(self, appearance: Appearance, entries: Sequence[TimeEntry]) -> None:
        super().__init__()
        self._appearance = appearance
        self._entries = entries
        self._made: dict[int, TimePage] = {}
        self._choices: dict[int, Choice] = {}
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for place, entry in enumerate(entries):
            bind(f"Ctrl+{place + 1}", self, partial(self.open, place), entry.name)
        self.open(0)

    def open(self, place: int) -> None:
        """Show the entry at this place, with the focus on what it shows."""
        if place not in self._made:
            self._made[place] = self._make(place)
        for at, choice in self._choices.items():
            choice.choose(at)
        page = self._made[place].page
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def _make(self, place: int) -> TimePage:
        made = self._entries[place].make()
        names = [entry.name for entry in self._entries]
        choice = self._choices[place] = Choice(self._appearance, names, self.tr("How much time is shown"), place)
        choice.chosen.connect(self.open)
        made.head.put_first(choice)
        self._stack.addWidget(made.page)
        return made
