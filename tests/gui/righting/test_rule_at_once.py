"""From "not right" to a rule and back, on a real record and a real rule file."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from agent.turns import beside_an_agent
from core.category import Category
from core.clock import offset_min
from gui.access.correcting import Correcting, Outcome
from gui.access.record_access import RecordAccess
from gui.access.rule_access import RuleAccess
from gui.background import Background
from gui.presenters.activities import kind_choices
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.today import popover
from gui.presenters.wide_verbs import About, Wide
from gui.righting.rule_at_once import RuleAtOnce
from gui.righting.wide_verbs import add_wide_verbs
from gui.theme import Appearance
from gui.tray.pause_actions import PauseActions
from gui.tray.popover import PopoverWindow
from reports.shapes import KindTotal, Stretch, Today
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.factories import NINE, a_span
from tests.gui.days import a_status
from tests.storage.records import OFFICE, rules

MAIL = Category("Work/Mail")
HALF_HOUR = (NINE, NINE + 1_800_000)


class Desk:
    """Half an hour of a program that no rule knows, and the rules of this person."""

    def __init__(self, look: Appearance, access: RecordAccess) -> None:
        self.access = access
        self.background = Background()
        self.correcting = Correcting(self.background, access)
        self.rules = RuleAccess(paths=access.paths, policy=access.policy)
        self.at_once = RuleAtOnce(look, self.correcting, access, lambda: self.rules)
        self.outcomes: list[Outcome] = []
        self.correcting.done.connect(self.outcomes.append)

    def corrected(self) -> int:
        return len(self.access.day(date(2026, 3, 2)).day.corrections)


@pytest.fixture
def desk(appearance: Appearance, access: RecordAccess) -> Iterator[Desk]:
    engine = open_for_writing(access.paths.record)
    Record(engine, rules(OFFICE)).write(Batch(new=(a_span(seconds=1800, app="unheard-of", title="Invoice of May"),)))
    engine.dispose()
    made = Desk(appearance, access)
    yield made
    made.background.close()


def test_a_program_is_said_to_be_something_from_now_on_and_undone(desk: Desk, qtbot: QtBot) -> None:
    """The rule stands in the person's file, the stretch is corrected; one undo takes both back."""
    desk.at_once.make((HALF_HOUR,), About(app="unheard-of"), MAIL)
    qtbot.waitUntil(lambda: len(desk.outcomes) == 1)

    assert desk.outcomes == [Outcome("From now on, unheard-of is Work / Mail.", can_be_undone=True)]
    assert 'app = "unheard-of"' in desk.rules.text()
    assert desk.corrected() == 1
    desk.correcting.undo()
    qtbot.waitUntil(lambda: len(desk.outcomes) == 2)
    assert "unheard-of" not in desk.rules.text()
    assert desk.corrected() == 0


def test_what_is_half_undone_is_undone_later(desk: Desk, qtbot: QtBot) -> None:
    """While a command is at work on the record the rule goes; afterwards the same button takes the rest back."""
    desk.at_once.make((HALF_HOUR,), About(app="unheard-of"), MAIL)
    qtbot.waitUntil(lambda: len(desk.outcomes) == 1)
    with beside_an_agent(desk.access.paths.lease, "erase"):
        desk.correcting.undo()
        qtbot.waitUntil(lambda: len(desk.outcomes) == 2)
    assert "`engineroom erase` is at work on the record" in desk.outcomes[1].text
    assert desk.outcomes[1].can_be_undone
    desk.correcting.undo()
    qtbot.waitUntil(lambda: len(desk.outcomes) == 3)

    assert desk.outcomes[2].text == "Taken back: the rules are as before, and so is the stretch."
    assert "unheard-of" not in desk.rules.text()
    assert desk.corrected() == 0


def test_where_the_rule_is_refused_nothing_is_corrected(desk: Desk, qtbot: QtBot) -> None:
    """A rule file that is broken stays as it is, and says so."""
    desk.access.paths.rules.parent.mkdir(parents=True, exist_ok=True)
    desk.access.paths.rules.write_text("[[rule]\nbroken", encoding="utf-8")
    desk.at_once.make((HALF_HOUR,), About(word="invoice"), MAIL)
    qtbot.waitUntil(lambda: len(desk.outcomes) == 1)

    assert not desk.outcomes[0].can_be_undone
    assert desk.rules.text() == "[[rule]\nbroken"
    assert desk.corrected() == 0


def actions(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_menu_has_the_program_and_the_words(appearance: Appearance, qtbot: QtBot) -> None:
    """Each opens to the kinds; nothing is offered where no window was in front."""
    asked: list[tuple[About, Category]] = []
    menu = QMenu()
    qtbot.addWidget(menu)
    wide = Wide("unheard-of", ("invoice", "haddad"))
    add_wide_verbs(menu, appearance, kind_choices(()), wide, lambda *said: asked.append(said))
    program, titles = (action.menu() for action in menu.actions() if not action.isSeparator())
    assert isinstance(program, QMenu)
    assert isinstance(titles, QMenu)
    invoice = titles.actions()[0].menu()
    assert isinstance(invoice, QMenu)
    invoice.actions()[0].trigger()
    program.actions()[2].trigger()
    nothing = QMenu()
    qtbot.addWidget(nothing)
    add_wide_verbs(nothing, appearance, kind_choices(()), Wide("", ()), lambda *said: asked.append(said))

    assert actions(menu) == ["unheard-of from now on", "Titles with …"]
    assert actions(titles) == ["“invoice”", "“haddad”"]
    assert asked == [(About(word="invoice"), Category("Work")), (About(app="unheard-of"), Category("Personal"))]
    assert nothing.actions() == []


def test_the_popover_offers_them_below_the_stretch(appearance: Appearance, qtbot: QtBot) -> None:
    """Only this, this program from now on, titles with one of its words."""
    today = Today(
        day="2026-03-02",
        recorded_ms=1_800_000,
        kinds=[KindTotal("Unclassified", 1_800_000, 1_800_000)],
        strip=[Stretch(*HALF_HOUR, "Unclassified")],
        gap_count=0,
        gap_ms=0,
        now_category="Unclassified",
        now_why="no rule matches",
        now_app="unheard-of",
        now_title="Invoice of May",
        now_since_ms=HALF_HOUR[0],
        now_until_ms=HALF_HOUR[1],
    )
    window = PopoverWindow(appearance, PauseActions(), see_through=False)
    qtbot.addWidget(window)
    window.show_view(popover(Agent(Phase.ANSWERING, a_status()), today, offset_min, NINE))
    window._now._fill_menu()

    assert actions(window._now.not_right.choices) == [
        "Only this stretch, 09:00–09:30 (0:30)",
        "Work",
        "Knowledge",
        "Personal",
        "unheard-of from now on",
        "Titles with …",
    ]
    with qtbot.waitSignal(window.rule_wanted) as asked:
        below = window._now.not_right.choices.actions()[-2].menu()
        assert isinstance(below, QMenu)
        below.actions()[0].trigger()
    assert asked.args == [(HALF_HOUR,), About(app="unheard-of"), Category("Work")]


def test_another_rule_of_the_same_name_stays(desk: Desk, qtbot: QtBot) -> None:
    """A program and a word of titles may be called alike: one rule does not take the other away."""
    desk.at_once.make((HALF_HOUR,), About(app="unheard-of"), MAIL)
    desk.at_once.make((HALF_HOUR,), About(word="unheard-of"), MAIL)
    desk.at_once.make((HALF_HOUR,), About(app="unheard-of"), MAIL)
    qtbot.waitUntil(lambda: len(desk.outcomes) == 3)

    text = desk.rules.text()
    assert (text.count('app = "unheard-of"'), text.count('title_word = "unheard-of"')) == (1, 1)


def test_a_rule_file_that_is_not_utf8_stays_byte_by_byte(desk: Desk, qtbot: QtBot) -> None:
    """What could not be written back as it was is not written over."""
    written = '# für mich\n[[rule]]\nid = "Mail"\napp = "mail"\ncategory = "Work/Mail"\n'.encode("latin-1")
    desk.access.paths.rules.parent.mkdir(parents=True, exist_ok=True)
    desk.access.paths.rules.write_bytes(written)
    desk.at_once.make((HALF_HOUR,), About(app="unheard-of"), MAIL)
    qtbot.waitUntil(lambda: len(desk.outcomes) == 1)

    assert "not UTF-8" in desk.outcomes[0].text
    assert desk.access.paths.rules.read_bytes() == written
    assert "not UTF-8" in str(desk.rules.read_rules().fault)
