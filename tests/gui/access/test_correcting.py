from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from core.category import Category
from core.errors import EngineroomError, MachineError, NotNow, UserError
from core.judge import Correction
from gui.access.correcting import Correcting, Deed, Outcome
from gui.background import Background
from gui.presenters.picking import Between

MINUTE = 60_000
CLAIMS, PERSONAL = Category("Work/Claims"), Category("Personal")


@dataclass(frozen=True)
class Numbered:
    id: int


@dataclass(frozen=True)
class Written:
    made: tuple[Numbered, ...]
    about_ms: int


class Notebook:
    """Writes down what it is told; refuses whatever begins before nought, and everything in its turn."""

    def __init__(self) -> None:
        self.held: dict[int, tuple[Between, Category]] = {}
        self.at_work = 0
        self.next = 1
        self.refusals: list[EngineroomError | None] = []
        """One for each time that it is told something from now on; None where it obeys."""

    def categories(self) -> tuple[Category, ...]:
        return (CLAIMS,)

    def correct(self, stretches: Sequence[Between], category: Category) -> Written:
        self._refuse()
        self.at_work += 1
        assert self.at_work == 1, "two changed the record at once"
        if stretches[0][0] < 0:
            self.at_work -= 1
            raise UserError("Only totals are kept before 2026-01-01", "correct what was from 2026-01-01 on")
        numbers = range(self.next, self.next + len(stretches))
        self.next += len(stretches)
        self.held |= {number: (one, category) for number, one in zip(numbers, stretches, strict=True)}
        self.at_work -= 1
        return Written(tuple(map(Numbered, numbers)), sum(end - start for start, end in stretches))

    def take_back(self, numbers: Sequence[int]) -> tuple[Correction, ...]:
        self._refuse()
        return tuple(self._said(*self.held.pop(number)) for number in numbers)

    def say_again(self, said: Sequence[Correction]) -> list[Written]:
        return [self.correct([(one.start_ms, one.end_ms)], one.category) for one in said]

    def _refuse(self) -> None:
        if self.refusals and (refusal := self.refusals.pop(0)) is not None:
            raise refusal

    @staticmethod
    def _said(stretch: Between, category: Category) -> Correction:
        return Correction(start_ms=stretch[0], end_ms=stretch[1], category=category, who="A. Brandt", at_ms=0)


class Told:
    """Correcting, and what it said."""

    def __init__(self, background: Background) -> None:
        self.notebook = Notebook()
        self.background = background
        self.correcting = Correcting(background, self.notebook)
        self.outcomes: list[Outcome] = []
        self.changes = 0
        self.correcting.done.connect(self.outcomes.append)
        self.correcting.changed.connect(self._count)

    def _count(self) -> None:
        self.changes += 1

    def idle(self) -> bool:
        return not self.background.busy and not self.correcting._waiting


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[Told]:
    background = Background()
    yield Told(background)
    background.close()


def test_the_latest_is_the_first_to_be_undone(told: Told, qtbot: QtBot) -> None:
    """One go at a time, however many stretches it had; and then there is nothing more to undo."""
    told.correcting.correct([(0, MINUTE), (5 * MINUTE, 6 * MINUTE)], CLAIMS)
    told.correcting.correct([(2 * MINUTE, 3 * MINUTE)], PERSONAL)
    qtbot.waitUntil(lambda: len(told.outcomes) == 2)
    assert [one.text for one in told.outcomes] == ["Corrected 0:02 to Work / Claims.", "Corrected 0:01 to Personal."]
    assert all(one.can_be_undone for one in told.outcomes)
    told.correcting.undo()
    qtbot.waitUntil(lambda: len(told.outcomes) == 3)
    assert set(told.notebook.held) == {1, 2}
    for _more in range(2):
        told.correcting.undo()
    qtbot.waitUntil(told.idle)

    assert told.notebook.held == {}
    assert told.outcomes[3:] == [Outcome("Taken back 2 corrections: the rules decide again.", can_be_undone=False)]
    assert told.changes == 4


def test_taking_back_can_be_undone_like_anything_else(told: Told, qtbot: QtBot) -> None:
    """Step by step, to where it began: said again under a new number, then not said."""
    told.correcting.correct([(0, MINUTE)], CLAIMS)
    told.correcting.take_back([1])
    told.correcting.undo()
    qtbot.waitUntil(lambda: len(told.outcomes) == 3)
    assert told.notebook.held == {2: ((0, MINUTE), CLAIMS)}
    told.correcting.undo()
    told.correcting.undo()
    qtbot.waitUntil(told.idle)

    assert [(one.text, one.can_be_undone) for one in told.outcomes[1:]] == [
        ("Taken back: the rules decide again.", True),
        ("Corrected again as before.", True),
        ("Taken back: the rules decide again.", False),
    ]
    assert told.notebook.held == {}


LOCKED = MachineError("The record cannot be used", "make room on the disk")
AT_WORK = NotNow("`engineroom erase` is at work on the record", "try again when it has ended")


@pytest.mark.parametrize("refusal", [LOCKED, AT_WORK])
def test_what_cannot_be_undone_just_now_can_be_undone_later(told: Told, refusal: EngineroomError, qtbot: QtBot) -> None:
    """It says why, the same button does it afterwards, and what came before it waits for its turn."""
    told.correcting.correct([(0, MINUTE)], CLAIMS)
    told.correcting.correct([(2 * MINUTE, 3 * MINUTE)], CLAIMS)
    qtbot.waitUntil(lambda: len(told.outcomes) == 2)
    told.notebook.refusals = [refusal]
    told.correcting.undo()
    qtbot.waitUntil(lambda: len(told.outcomes) == 3)

    assert told.outcomes[2] == Outcome(str(refusal), can_be_undone=True)
    assert set(told.notebook.held) == {1, 2}
    for left in ({1}, set[int]()):
        told.correcting.undo()
        qtbot.waitUntil(told.idle)
        assert set(told.notebook.held) == left


def test_what_never_can_be_undone_stands_in_the_way_of_nothing(told: Told, qtbot: QtBot) -> None:
    """It says why, and the next one undoes what was done before it."""
    told.correcting.correct([(0, MINUTE)], CLAIMS)
    told.correcting.correct([(2 * MINUTE, 3 * MINUTE)], CLAIMS)
    qtbot.waitUntil(lambda: len(told.outcomes) == 2)
    told.notebook.refusals = [UserError("There is no correction 2", "see `engineroom corrections`")]
    told.correcting.undo()
    told.correcting.undo()
    qtbot.waitUntil(lambda: len(told.outcomes) == 4)

    assert not told.outcomes[2].can_be_undone
    assert set(told.notebook.held) == {2}


def test_another_deed_can_be_undone_later_too(told: Told, qtbot: QtBot) -> None:
    """Once: then there is nothing more to undo."""
    undone: list[str] = []

    def undo() -> str:
        told.notebook.take_back([])
        undone.append("undone")
        return "Undone."

    told.correcting.do(lambda: Deed(text="Done.", undo=undo))
    told.notebook.refusals = [AT_WORK]
    for _press in range(3):
        told.correcting.undo()
    qtbot.waitUntil(told.idle)

    assert undone == ["undone"]
    assert [(one.text, one.can_be_undone) for one in told.outcomes] == [
        ("Done.", True),
        (str(AT_WORK), True),
        ("Undone.", False),
    ]


def test_of_what_is_said_again_only_the_rest_is_said_later(told: Told, qtbot: QtBot) -> None:
    """Nothing is said twice where the record is busy halfway, and each can be undone as if it had not been."""
    told.correcting.correct([(0, MINUTE)], CLAIMS)
    told.correcting.correct([(2 * MINUTE, 3 * MINUTE)], PERSONAL)
    told.correcting.take_back([1, 2])
    qtbot.waitUntil(lambda: len(told.outcomes) == 3)
    told.notebook.refusals = [None, AT_WORK]
    told.correcting.undo()
    qtbot.waitUntil(lambda: len(told.outcomes) == 4)
    assert list(told.notebook.held.values()) == [((0, MINUTE), CLAIMS)]
    assert told.changes == 4
    told.correcting.undo()
    qtbot.waitUntil(lambda: len(told.outcomes) == 5)

    assert list(told.notebook.held.values()) == [((0, MINUTE), CLAIMS), ((2 * MINUTE, 3 * MINUTE), PERSONAL)]
    for _press in range(3):
        told.correcting.undo()
    qtbot.waitUntil(told.idle)
    assert told.notebook.held == {}


def test_what_is_refused_says_why_and_changes_nothing(told: Told, qtbot: QtBot) -> None:
    """And what waits behind it is done all the same."""
    told.correcting.correct([(-1, MINUTE)], CLAIMS)
    told.correcting.correct([(0, MINUTE)], CLAIMS)
    qtbot.waitUntil(lambda: len(told.outcomes) == 2)

    assert told.outcomes[0].text == ("Only totals are kept before 2026-01-01 — correct what was from 2026-01-01 on")
    assert not told.outcomes[0].can_be_undone
    assert (told.changes, set(told.notebook.held)) == (1, {1})


def test_however_fast_one_is_written_after_the_other(told: Told, qtbot: QtBot) -> None:
    """Twelve keys in a row: none is lost, no two meet."""
    for number in range(12):
        told.correcting.correct([(number * MINUTE, (number + 1) * MINUTE)], CLAIMS)
    qtbot.waitUntil(lambda: len(told.outcomes) == 12)

    assert [stretch[0] // MINUTE for stretch, _category in told.notebook.held.values()] == list(range(12))


def test_the_menus_learn_what_there_is(told: Told, qtbot: QtBot) -> None:
    """Kinds alone until then."""
    assert [choice.activities for choice in told.correcting.choices] == [(), (), ()]
    with qtbot.waitSignal(told.correcting.choices_known):
        told.correcting.learn_choices()

    assert told.correcting.choices[0].activities == (CLAIMS,)
