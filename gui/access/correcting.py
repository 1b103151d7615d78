"""What the person says that stretches were, and takes back again, off the UI thread; never touches a widget."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from core.category import Category
from core.errors import EngineroomError, MachineError, NotNow
from core.judge import Correction
from gui.background import Background
from gui.presenters.activities import KindChoice, kind_choices
from gui.presenters.picking import Between
from gui.presenters.selection import corrected_again, corrected_to, taken_back

LEARN_AFTER_MS = 100
"""When the window is there: what there is to choose from is needed later, and takes longer to find out."""


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
    """Whoever writes to the record; `gui.access.record_access.RecordAccess`."""

    def categories(self) -> tuple[Category, ...]: ...
    def correct(self, stretches: Sequence[Between], category: Category) -> Corrected: ...
    def take_back(self, numbers: Sequence[int]) -> tuple[Correction, ...]: ...
    def say_again(self, said: Sequence[Correction]) -> Sequence[Corrected]: ...


class CorrectingPart(Protocol):
    """A window in which something can be put right."""

    correction_wanted: SignalInstance
    undo_wanted: SignalInstance

    def show_outcome(self, outcome: "Outcome") -> None: ...
    def show_choices(self, choices: Sequence[KindChoice]) -> None: ...


@dataclass(frozen=True, slots=True)
class Said:
    """Corrections that were made in one go, by their numbers."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Corrections that hold no more, as they were said."""

    said: tuple[Correction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something else that was done to the record or its rules, and how it is undone."""

    text: str
    """What is said of it."""
    undo: Callable[[], str] | None = None
    """Off the UI thread; what is said then. None where it consists of nothing but corrections, or cannot be undone."""
    corrections: tuple[int, ...] = ()
    """The numbers of those that it made; taken back, it is undone."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said after something was corrected or taken back, or was refused."""

    text: str
    can_be_undone: bool


def _nobody(_error: EngineroomError | None) -> None:
    """Nobody in particular wants to hear of it."""


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
        self._steps: list[Said | TakenBack | Deed] = []
        self.choices: tuple[KindChoice, ...] = kind_choices(())

    def serve(self, part: CorrectingPart) -> None:
        """Do what is asked for there, and tell it there as in all other windows."""
        part.correction_wanted.connect(self.correct)
        part.undo_wanted.connect(self.undo)
        self.done.connect(part.show_outcome)
        self.choices_known.connect(part.show_choices)
        QTimer.singleShot(LEARN_AFTER_MS, self, self.learn_choices)

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

    def do(self, work: Callable[[], Deed], told: Callable[[EngineroomError | None], None] = _nobody) -> None:
        """Let `work`, which runs off the UI thread, be done like a correction.

        `told` hears of it besides `done`: why it was refused, or None where it was done.
        """

        def begin() -> bool:
            self._background.run(work, lambda deed: self._done(deed, told), lambda error: self._refused(error, told))
            return True

        self._next(begin)

    def undo(self) -> None:
        """Go back by the latest thing that this program did; nothing where there is none."""

        def begin() -> bool:
            if not self._steps:
                return False
            step = self._steps[-1]  # which stays until it is undone
            if isinstance(step, Said):
                self._take_back(step.numbers, is_undo=True)
            elif isinstance(step, Deed):
                self._undo_deed(step)
            else:
                self._say_again(step)
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
            self._not_undone if is_undo else self._failed,
        )

    def _say_again(self, step: TakenBack) -> None:
        again: list[Corrected] = []

        def work() -> None:
            for one in step.said:
                again.extend(self._access.say_again([one]))

        def failed(error: EngineroomError) -> None:
            if again:
                self._steps[-1:] = [*map(_said, again), TakenBack(step.said[len(again) :])]
                self.changed.emit()
            self._not_undone(error)

        self._background.run(work, lambda _none: self._said_again(again), failed)

    def _undo_deed(self, deed: Deed) -> None:
        assert deed.undo is not None, "others are no steps"
        self._background.run(deed.undo, self._deed_undone, self._not_undone)

    def _done(self, deed: Deed, told: Callable[[EngineroomError | None], None]) -> None:
        can_be_undone = bool(deed.corrections or deed.undo)
        if can_be_undone:
            self._steps.append(Said(deed.corrections) if deed.corrections else deed)
        told(None)
        self._finish(Outcome(deed.text, can_be_undone=can_be_undone))

    def _refused(self, error: EngineroomError, told: Callable[[EngineroomError | None], None]) -> None:
        told(error)
        self._failed(error)

    def _next(self, begin: Callable[[], bool] | None = None) -> None:
        """The record is changed by one at a time: what comes too fast waits."""
        if begin is not None:
            self._waiting.append(begin)
        while self._waiting and not self._under_way:
            self._under_way = self._waiting.popleft()()

    def _corrected(self, corrected: Corrected, category: Category) -> None:
        self._steps.append(_said(corrected))
        self._finish(Outcome(corrected_to(category, corrected.about_ms), can_be_undone=True))

    def _deed_undone(self, text: str) -> None:
        self._steps.pop()
        self._finish(Outcome(text, can_be_undone=False))

    def _said_again(self, corrected: Sequence[Corrected]) -> None:
        self._steps[-1:] = map(_said, corrected)
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

    def _not_undone(self, error: EngineroomError) -> None:
        """What was refused for now can be undone later; what never can be stands in the way of nothing else."""
        is_for_now = isinstance(error, MachineError | NotNow)
        if not is_for_now:
            self._steps.pop()
        self._failed(error, can_be_undone=is_for_now)

    def _failed(self, error: EngineroomError, *, can_be_undone: bool = False) -> None:
        self.done.emit(Outcome(str(error), can_be_undone=can_be_undone))
        self._under_way = False
        self._next()

    def _know_choices(self, categories: tuple[Category, ...]) -> None:
        self.choices = kind_choices(categories)
        self.choices_known.emit(self.choices)


def _said(corrected: Corrected) -> Said:
    return Said(tuple(made.id for made in corrected.made))


def _without(step: Said | TakenBack | Deed, numbers: Sequence[int]) -> Said | TakenBack | Deed:
    if not isinstance(step, Said):
        return step
    return Said(tuple(number for number in step.numbers if number not in numbers))
