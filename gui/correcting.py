"""What the person says that stretches were, and takes back again, off the UI thread; never touches a widget."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from core.category import Category
from core.errors import EngineroomError
from gui.background import Background
from gui.presenters.activities import KindChoice, kind_choices
from gui.presenters.picking import Between
from gui.presenters.selection import corrected_to, taken_back


class Made(Protocol):
    """One correction, as whoever wrote it names it."""

    @property
    def id(self) -> int: ...


class Corrected(Protocol):
    """What was written in one go."""

    @property
    def made(self) -> Sequence[Made]: ...
    @property
    def about_ms(self) -> int: ...


class Corrects(Protocol):
    """Whoever writes to the record; `gui.record_access.RecordAccess`."""

    def categories(self) -> tuple[Category, ...]: ...
    def correct(self, stretches: Sequence[Between], category: Category) -> Corrected: ...
    def take_back(self, numbers: Sequence[int]) -> None: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said after something was corrected or taken back, or was refused."""

    text: str
    can_be_undone: bool


class Correcting(QObject):
    """One thing after the other, and the latest is the first to be undone; for every window of this program."""

    done = Signal(object)
    """An `Outcome`, after everything that was asked for."""
    changed = Signal()
    """The record says something else now: read it again."""
    choices_known = Signal(object)
    """A tuple of `KindChoice`."""

    def __init__(self, background: Background, access: Corrects) -> None:
        super().__init__()
        self._background = background
        self._access = access
        self._waiting: deque[Callable[[], bool]] = deque()
        self._under_way = False
        self._made: list[tuple[int, ...]] = []
        self.choices: tuple[KindChoice, ...] = kind_choices(())

    def learn_choices(self) -> None:
        """Which activities there are, for the menus."""
        self._background.run(self._access.categories, self._know_choices, lambda _error: None)

    def correct(self, stretches: Sequence[Between], category: Category) -> None:
        """Let these stretches have been `category`."""

        def begin() -> bool:
            self._background.run(
                lambda: self._access.correct(stretches, category),
                lambda corrected: self._corrected(corrected, category),
                self._failed,
            )
            return True

        self._next(begin)

    def undo(self) -> None:
        """Take the latest correction of this program back; nothing where there is none."""

        def begin() -> bool:
            if not self._made:
                return False
            self._take_back(self._made.pop())
            return True

        self._next(begin)

    def take_back(self, numbers: Sequence[int]) -> None:
        """Let these corrections hold no more, whoever made them and when."""

        def begin() -> bool:
            self._take_back(tuple(numbers))
            return True

        self._next(begin)

    def _take_back(self, numbers: tuple[int, ...]) -> None:
        self._background.run(lambda: self._access.take_back(numbers), lambda _: self._taken_back(numbers), self._failed)

    def _next(self, begin: Callable[[], bool] | None = None) -> None:
        """The record is changed by one at a time: what comes too fast waits."""
        if begin is not None:
            self._waiting.append(begin)
        while self._waiting and not self._under_way:
            self._under_way = self._waiting.popleft()()

    def _corrected(self, corrected: Corrected, category: Category) -> None:
        self._made.append(tuple(made.id for made in corrected.made))
        self._finish(Outcome(corrected_to(category, corrected.about_ms), can_be_undone=True))

    def _taken_back(self, numbers: tuple[int, ...]) -> None:
        left = (tuple(number for number in made if number not in numbers) for made in self._made)
        self._made = [made for made in left if made]
        self._finish(Outcome(taken_back(len(numbers)), can_be_undone=False))

    def _finish(self, outcome: Outcome) -> None:
        self.done.emit(outcome)
        self.changed.emit()
        self._under_way = False
        self._next()

    def _failed(self, error: EngineroomError) -> None:
        self.done.emit(Outcome(str(error), can_be_undone=False))
        self._under_way = False
        self._next()

    def _know_choices(self, categories: tuple[Category, ...]) -> None:
        self.choices = kind_choices(categories)
        self.choices_known.emit(self.choices)
