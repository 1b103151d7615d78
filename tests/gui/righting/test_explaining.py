"""Explaining gaps in the windows, on a real record of one morning."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from agent.turns import beside_an_agent
from core.clock import MS_PER_HOUR, offset_min
from core.explanation import Answer, Word
from gui.access.correcting import Correcting, Outcome
from gui.access.explain_access import ExplainAccess
from gui.access.record_access import RecordAccess
from gui.background import Background
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.day import day_view
from gui.righting.explaining import Explaining
from gui.righting.gap_question import OpenQuestion
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.widgets.buttons import Button
from storage.engine import open_for_writing
from storage.record import Batch, Record
from storage.rejudging import rejudge
from tests.factories import NINE, a_gap, a_span
from tests.gui.names import nameless, too_small
from tests.storage.records import OFFICE, rules

DAY = date(2026, 3, 2)
TEN, ELEVEN = NINE + MS_PER_HOUR, NINE + 2 * MS_PER_HOUR


class Desk:
    """A day page with its card, over a record with a gap from ten to eleven."""

    def __init__(self, look: Appearance, access: RecordAccess) -> None:
        self.access = access
        self.background = Background()
        self.correcting = Correcting(self.background, access)
        writing = ExplainAccess(paths=access.paths, policy=access.policy)
        self.explaining = Explaining(look, self.background, writing, self.correcting, access.day)
        self.page = DayPage(look)
        self.card = self.explaining.card_on(self.page)
        self.outcomes: list[Outcome] = []
        self.correcting.done.connect(self.outcomes.append)
        self.correcting.changed.connect(self.show)
        self.show()

    def show(self) -> None:
        view = day_view(self.access.day(DAY).day, Agent(Phase.STOPPED), offset_min, None)
        self.page.show_view(view)
        self.card.show_questions(view.questions)

    def minutes(self) -> dict[str, int]:
        day = self.access.day(DAY).day
        return {row.key: row.observed_ms // 60_000 for row in day.by_category} | {"gap": day.gap_ms // 60_000}

    def answers(self) -> list[Button]:
        """Of the only question."""
        [question] = self.card.questions
        assert isinstance(question, OpenQuestion)
        return question.quick

    def press(self, menu: QMenu, text: str) -> None:
        [action] = [action for action in menu.actions() if action.text().startswith(text)]
        action.trigger()


@pytest.fixture
def desk(appearance: Appearance, access: RecordAccess, qtbot: QtBot) -> Iterator[Desk]:
    judge = rules(OFFICE)
    engine = open_for_writing(access.paths.record)
    rejudge(engine, judge)
    spans = tuple(a_span(start, seconds=3600, app="calc") for start in (NINE, ELEVEN))
    Record(engine, judge).write(Batch(new=spans, gaps=(a_gap(TEN, seconds=3600),)))
    engine.dispose()
    made = Desk(appearance, access)
    qtbot.addWidget(made.page)
    made.page.resize(1000, 760)
    made.page.show()
    yield made
    made.background.close()


def told(desk: Desk, qtbot: QtBot, count: int) -> str:
    """What was said last, once so much was said."""
    qtbot.waitUntil(lambda: len(desk.outcomes) == count)
    return desk.outcomes[-1].text


def test_a_gap_is_explained_with_one_press_and_undone(desk: Desk, qtbot: QtBot) -> None:
    """The card goes on to what was explained; undone it asks again, and every total is as before."""
    before = desk.minutes()
    assert desk.card._head.text() == "1 gap to explain"
    _break, meeting = desk.answers()
    qtbot.mouseClick(meeting, Qt.MouseButton.LeftButton)

    assert told(desk, qtbot, 1) == "Entered 1:00 as Work / Meeting."
    assert desk.minutes() == {**before, "Work/Meeting": 60, "gap": 0}
    assert (desk.card.questions, desk.card._head.text()) == ([], "Nothing to explain")
    desk.correcting.undo()
    told(desk, qtbot, 2)
    assert desk.minutes() == before
    assert len(desk.card.questions) == 1


def test_a_break_is_remembered_and_undone(desk: Desk, qtbot: QtBot) -> None:
    """No total changes; also what is taken back from the card's menu can be undone."""
    before = desk.minutes()
    qtbot.mouseClick(desk.answers()[0], Qt.MouseButton.LeftButton)
    assert told(desk, qtbot, 1) == "Remembered as a break: 1:00. No total changed."
    assert (desk.minutes(), desk.card.questions) == (before, [])
    desk.press(desk.card.more.choices, "Take back")
    assert told(desk, qtbot, 2) == "Taken back: it is asked about again."
    assert len(desk.card.questions) == 1
    desk.correcting.undo()
    told(desk, qtbot, 3)
    assert desk.card.questions == []
    desk.correcting.undo()
    told(desk, qtbot, 4)

    assert len(desk.card.questions) == 1


def test_more_answers_are_in_the_menu(desk: Desk, qtbot: QtBot) -> None:
    """Phone, paper work, something else, and to ignore it."""
    menu = desk.card.questions[0].more.choices
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    desk.press(menu, "Phone")
    told(desk, qtbot, 1)

    assert texts == ["Phone", "Paper work", "Something else…", "Ignore"]
    assert desk.minutes()["Work/Phone"] == 60


def test_an_entry_is_marked_and_taken_back_like_a_correction(desk: Desk, qtbot: QtBot) -> None:
    """In the list as entered by the person; taken back where it is selected, and that undone."""
    desk.explaining.explain((TEN, ELEVEN), Word(answer=Answer.MEETING, note="Claims round"))
    told(desk, qtbot, 1)
    view = day_view(desk.access.day(DAY).day, Agent(Phase.STOPPED), offset_min, None)
    row = next(row for row in view.rows if row.name == "Entered by you")
    assert [(one.name, one.category, one.why) for one in row.rows] == [
        ("Meeting: Claims round", "Work / Meeting", "Entered by you")
    ]
    assert view.drawable.tip_at(TEN).splitlines()[0] == "Entered by you"
    desk.page.take_back_wanted.connect(desk.correcting.take_back)
    desk.page.select(((TEN, ELEVEN),))
    desk.page.selecting._take_back(desk.page.selecting.view.corrections)  # type: ignore[union-attr]  # it is selected
    told(desk, qtbot, 2)
    assert desk.minutes()["gap"] == 60
    desk.correcting.undo()
    told(desk, qtbot, 3)
    assert desk.minutes()["Work/Meeting"] == 60
    for count in (4, 5):
        desk.correcting.undo()
        qtbot.waitUntil(lambda count=count: len(desk.outcomes) >= min(count, 4))  # type: ignore[misc]  # bound now

    assert desk.minutes()["gap"] == 60


def test_an_entry_is_written_by_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    """Ctrl+N opens the form on what is to be explained; Enter writes it."""
    qtbot.keyClick(desk.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.explaining.entering is not None and desk.explaining.entering.dialog.isVisible())
    assert desk.explaining.entering is not None
    dialog = desk.explaining.entering.dialog
    qtbot.addWidget(dialog)
    assert (dialog.draft.start_min, dialog.draft.end_min) == (600, 660)
    assert (nameless(dialog), too_small(dialog)) == ([], [])
    dialog._category.setEditText("Personal / Doctor")
    dialog._note.setFocus()
    qtbot.keyClick(dialog._note, Qt.Key.Key_Return)

    assert told(desk, qtbot, 1) == "Entered 1:00 as Personal / Doctor."
    assert not dialog.isVisible()
    assert desk.minutes()["Personal/Doctor"] == 60


def test_the_form_says_at_once_what_cannot_be_entered(desk: Desk, qtbot: QtBot) -> None:
    """And does not send it."""
    desk.explaining.enter((NINE, TEN))
    entering = desk.explaining.entering
    assert entering is not None
    qtbot.addWidget(entering.dialog)
    qtbot.waitUntil(entering.dialog.isVisible)

    assert "All of that was recorded" in entering.dialog._says.text()
    assert not entering.dialog._enter.isEnabled()


def test_the_card_is_named_and_large_enough_to_hit(desk: Desk) -> None:
    """For those who hear it, and those whose hand trembles."""
    assert nameless(desk.card) == []
    assert too_small(desk.card) == []
    desk.card.questions[0].pointed_at.emit((TEN, ELEVEN))
    assert desk.page.selecting.selected == ((TEN, ELEVEN),)


def test_a_second_press_says_nothing_twice(desk: Desk, qtbot: QtBot) -> None:
    """A double click answers once."""
    _break, meeting = desk.answers()
    for _press in range(2):
        meeting.click()
    told(desk, qtbot, 1)
    qtbot.waitUntil(lambda: not desk.background.busy)
    assert [outcome.text for outcome in desk.outcomes] == ["Entered 1:00 as Work / Meeting."]


def test_what_was_refused_can_be_answered_again(desk: Desk, qtbot: QtBot) -> None:
    """While a command is at work on the record, nothing is entered; afterwards the same button does it."""
    _break, meeting = desk.answers()
    with beside_an_agent(desk.access.paths.lease, "erase"):
        meeting.click()
        assert "`engineroom erase` is at work" in told(desk, qtbot, 1)
    meeting.click()
    assert told(desk, qtbot, 2) == "Entered 1:00 as Work / Meeting."


def test_a_form_that_is_sent_twice_enters_once(desk: Desk, qtbot: QtBot) -> None:
    """Enter held down is one entry."""
    desk.explaining.enter((TEN, ELEVEN))
    entering = desk.explaining.entering
    assert entering is not None
    qtbot.waitUntil(entering.dialog.isVisible)
    for _press in range(2):
        entering.dialog.entry_wanted.emit(entering.dialog.draft)
    told(desk, qtbot, 1)
    qtbot.waitUntil(lambda: not desk.background.busy)
    assert [outcome.text for outcome in desk.outcomes] == ["Entered 1:00 as Work / Meeting."]
