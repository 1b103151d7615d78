"""What the person says that stretches were, and takes back again, off the UI thread; never touches a widget."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from core.category import Category
from core.errors import EngineroomError
from core.judge import Correction
from gui.background import Background
from gui.presenters.activities import KindChoice, kind_choices
from gui.presenters.picking import Between
from gui.presenters.selection import corrected_again, corrected_to, taken_back


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
    def take_back(self, numbers: Sequence[int]) -> tuple[Correction, ...]: ...
    def say_again(self, said: Sequence[Correction]) -> Sequence[Corrected]: ...


@dataclass(frozen=True, slots=True)
class Said:
    """Corrections that were made in one go, by their numbers."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Corrections that hold no more, as they were said."""

    said: tuple[Correction, ...]


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
        self._steps: list[Said | TakenBack] = []
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
        """Go back by the latest thing that this program did; nothing where there is none."""

        def begin() -> bool:
            if not self._steps:
                return False
            step = self._steps.pop()
            if isinstance(step, Said):
                self._take_back(step.numbers, is_undo=True)
            else:
                self._background.run(lambda: self._access.say_again(step.said), self._said_again, self._failed)
            return True

        self._next(begin)

    def take_back(self, numbers: Sequence[int]) -> None:
        """Let these corrections hold no more, whoever made them and when."""

        def begin() -> bool:
            self._take_back(tuple(numbers), is_undo=False)
            return True

        self._next(begin)

    def _take_back(self, numbers: tuple[int, ...], *, is_undo: bool) -> None:
        self._background.run(
            lambda: self._access.take_back(numbers),
            lambda said: self._taken_back(numbers, None if is_undo else TakenBack(said)),
            self._failed,
        )

    def _next(self, begin: Callable[[], bool] | None = None) -> None:
        """The record is changed by one at a time: what comes too fast waits."""
        if begin is not None:
            self._waiting.append(begin)
        while self._waiting and not self._under_way:
            self._under_way = self._waiting.popleft()()

    def _corrected(self, corrected: Corrected, category: Category) -> None:
        self._steps.append(_said(corrected))
        self._finish(Outcome(corrected_to(category, corrected.about_ms), can_be_undone=True))

    def _said_again(self, corrected: Sequence[Corrected]) -> None:
        self._steps += map(_said, corrected)
        self._finish(Outcome(corrected_again(len(corrected)), can_be_undone=True))

    def _taken_back(self, numbers: tuple[int, ...], step: TakenBack | None) -> None:
        """What holds no more need not be undone any more."""
        left = [_without(earlier, numbers) for earlier in self._steps]
        self._steps = [earlier for earlier in left if earlier != Said(())]
        if step is not None:
            self._steps.append(step)
        self._finish(Outcome(taken_back(len(numbers)), can_be_undone=step is not None))

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


def _said(corrected: Corrected) -> Said:
    return Said(tuple(made.id for made in corrected.made))


def _without(step: Said | TakenBack, numbers: Sequence[int]) -> Said | TakenBack:
    if isinstance(step, TakenBack):
        return step
    return Said(tuple(number for number in step.numbers if number not in numbers))
