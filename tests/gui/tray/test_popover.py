import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from agent.control import Request
from core.category import Category
from core.clock import offset_min
from gui.access.correcting import Outcome
from gui.presenters.activities import kind_choices
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.today import popover
from gui.theme import Appearance
from gui.tray.pause_actions import PauseActions
from gui.tray.popover import WIDTH, PopoverWindow
from gui.widgets.buttons import Button
from reports.shapes import Today
from tests.gui.days import CLAIMS, MIN, NOW, a_status, a_today

SCREEN = QRect(0, 0, 1440, 900)
ANSWERING = Agent(Phase.ANSWERING, a_status())


class Shown:
    """A popover and what it asked for."""

    def __init__(self, look: Appearance, agent: Agent, today: Today | None) -> None:
        self.pauses = PauseActions()
        self.pauses.follow(agent)
        self.window = PopoverWindow(look, self.pauses, see_through=False)
        self.wanted: list[object] = []
        self.pauses.wanted.connect(self.wanted.append)
        self.window.day_wanted.connect(lambda: self.wanted.append("day"))
        self.window.notice_wanted.connect(lambda: self.wanted.append("notice"))
        self.window.offer_taken.connect(lambda: self.wanted.append("offer"))
        self.window.loss_read.connect(lambda: self.wanted.append("read"))
        self.window.show_view(popover(agent, today, offset_min, NOW))


def opened(look: Appearance, qtbot: QtBot, agent: Agent = ANSWERING, today: Today | None = None) -> Shown:
    shown = Shown(look, agent, today)
    qtbot.addWidget(shown.window)
    shown.window.open_at(QRect(1400, 870, 24, 24), SCREEN)
    return shown


def test_its_buttons_ask_for_what_they_say(appearance: Appearance, qtbot: QtBot) -> None:
    """Open day, what is recorded, and what the banner offers."""
    shown = opened(appearance, qtbot, Agent(Phase.STOPPED), a_today())
    for button in (shown.window._day, shown.window._notice, shown.window._banner.offer):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert shown.wanted == ["day", "notice", "offer"]


def test_the_day_opens_by_the_keyboard_alone(appearance: Appearance, qtbot: QtBot) -> None:
    """The focus stands on it when the popover opens."""
    shown = opened(appearance, qtbot, today=a_today())
    qtbot.keyClick(shown.window._day, Qt.Key.Key_Space)

    assert shown.wanted == ["day"]


def test_escape_closes_it(appearance: Appearance, qtbot: QtBot) -> None:
    """As does a click elsewhere, which Qt sees to."""
    shown = opened(appearance, qtbot)
    with qtbot.waitSignal(shown.window.closed):
        qtbot.keyClick(shown.window, Qt.Key.Key_Escape)

    assert not shown.window.isVisible()


def test_the_click_that_closed_it_does_not_open_it_again(appearance: Appearance, qtbot: QtBot) -> None:
    """The system closes a popup before the icon hears of the click."""
    shown = opened(appearance, qtbot)
    shown.window.hide()
    shown.window.toggle(QRect(1400, 870, 24, 24), SCREEN)

    assert not shown.window.isVisible()


def test_pause_offers_what_the_policy_allows(appearance: Appearance, qtbot: QtBot) -> None:
    """The menu shows all of them, and private time below."""
    allowed = Agent(Phase.ANSWERING, a_status(pauses=("15m",)))
    shown = opened(appearance, qtbot, allowed, a_today())
    actions = shown.window._pause.choices.actions()

    assert [(action.text(), action.isEnabled()) for action in actions if not action.isSeparator()] == [
        ("15 minutes", True),
        ("1 hour: not allowed", False),
        ("Until tomorrow: not allowed", False),
        ("Private time", True),
    ]
    actions[0].trigger()
    assert shown.wanted == [Request("pause", "15m")]


def test_a_pause_is_ended_by_one_press(appearance: Appearance, qtbot: QtBot) -> None:
    """The same button then, without a menu."""
    shown = opened(appearance, qtbot, Agent(Phase.ANSWERING, a_status(mode="paused")), a_today())
    qtbot.mouseClick(shown.window._pause, Qt.MouseButton.LeftButton)

    assert shown.window._pause.text() == "Resume"
    assert shown.wanted == [Request("resume")]


def test_without_an_agent_nothing_can_be_paused(appearance: Appearance, qtbot: QtBot) -> None:
    """The button stays where it is, and is disabled."""
    assert not opened(appearance, qtbot, Agent(Phase.STOPPED)).window._pause.isEnabled()


@pytest.mark.parametrize(
    "icon",
    [QRect(1400, 870, 24, 24), QRect(1400, 2, 24, 24), QRect(2, 870, 24, 24), QRect()],
    ids=["lower right", "upper right", "lower left", "unknown"],
)
def test_it_opens_beside_the_icon_and_inside_the_screen(icon: QRect, appearance: Appearance, qtbot: QtBot) -> None:
    """Wherever the panel is, and without covering the icon."""
    shown = Shown(appearance, ANSWERING, a_today())
    qtbot.addWidget(shown.window)
    shown.window.open_at(icon, SCREEN)
    place = shown.window.geometry()

    assert SCREEN.contains(place)
    assert not place.intersects(icon)
    assert place.width() >= WIDTH


def test_where_neither_side_of_the_icon_has_room_its_top_is_seen(appearance: Appearance, qtbot: QtBot) -> None:
    """The panel stands upright at the left, and the screen is low, as one that is scaled by two."""
    screen = QRect(48, 0, 912, 500)
    shown = Shown(appearance, ANSWERING, a_today())
    qtbot.addWidget(shown.window)
    shown.window.open_at(QRect(12, 240, 24, 24), screen)
    place = shown.window.geometry()
    assert place.height() > 500 - 264

    assert screen.contains(place)


def test_names_of_rows_are_whole_and_what_they_name_stands_in_line(appearance: Appearance, qtbot: QtBot) -> None:
    """However long they are in the language that is spoken."""
    shown = opened(appearance, qtbot, Agent(Phase.STOPPED), a_today())
    window = shown.window
    window._name_rows("Most recently")
    window._fit()
    qtbot.waitUntil(lambda: window._now_says.width() >= window._now_says.sizeHint().width())

    assert window._now_says.text() == "Most recently"
    assert window._gaps_says.width() == window._now_says.width()


def test_it_stays_beside_the_icon_when_it_grows(appearance: Appearance, qtbot: QtBot) -> None:
    """What has to be said while it is open moves no part of it off the screen."""
    icon = QRect(1400, 870, 24, 24)
    shown = Shown(appearance, Agent(Phase.STARTING), None)
    qtbot.addWidget(shown.window)
    shown.window.open_at(icon, SCREEN)
    before = shown.window.height()
    shown.window.show_view(popover(Agent(Phase.STOPPED), None, offset_min, NOW))
    place = shown.window.geometry()

    assert place.height() > before
    assert SCREEN.contains(place)
    assert not place.intersects(icon)


def test_what_can_be_done_about_a_dead_agent_has_the_focus(appearance: Appearance, qtbot: QtBot) -> None:
    """One key starts it again; where all is well, one key opens the day."""
    for agent, name in ((Agent(Phase.STOPPED), "Start again"), (ANSWERING, "Open day")):
        shown = Shown(appearance, agent, a_today())
        qtbot.addWidget(shown.window)
        shown.window.open_at(QRect(), SCREEN)
        focused = shown.window.focusWidget()
        assert isinstance(focused, Button)
        assert focused.text() == name


def test_what_was_lost_stays_until_it_was_read(appearance: Appearance, qtbot: QtBot) -> None:
    """Beside whatever else is wrong, and with a button of its own."""
    told = a_status(warnings=["The disk is full — make room"], losses=["The record is damaged."])
    shown = opened(appearance, qtbot, Agent(Phase.ANSWERING, told), a_today())
    banner, loss = shown.window._banner, shown.window._loss

    assert (banner._text.text(), loss._text.text()) == ("The disk is full — make room", "The record is damaged.")
    assert not banner.offer.isVisible()
    qtbot.mouseClick(loss.offer, Qt.MouseButton.LeftButton)
    assert shown.wanted == ["read"]
    shown.window.show_view(popover(ANSWERING, a_today(), offset_min, NOW))
    assert not loss.isVisible()


def test_an_empty_day_takes_no_room(appearance: Appearance, qtbot: QtBot) -> None:
    """Totals, strip and details come when there is something in them."""
    empty = opened(appearance, qtbot).window.height()
    full = opened(appearance, qtbot, today=a_today()).window.height()

    assert empty < full / 2


def test_gaps_are_reviewed_in_the_day_and_entries_added(appearance: Appearance, qtbot: QtBot) -> None:
    """Review is offered where there is something to explain only."""
    plain = opened(appearance, qtbot, today=a_today())
    assert plain.window._review.isHidden()
    shown = opened(
        appearance, qtbot, today=msgspec.structs.replace(a_today(), unexplained_count=2, unexplained_ms=60 * MIN)
    )
    shown.window.entry_wanted.connect(lambda: shown.wanted.append("entry"))
    assert (shown.window._gaps.text(), shown.window._gap_time.text()) == ("2 gaps to explain", "· 1:00")
    for button in (shown.window._review, shown.window._entry):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert shown.wanted == ["day", "entry"]


def test_what_is_now_can_be_said_to_be_something_else(appearance: Appearance, qtbot: QtBot) -> None:
    """Only the stretch that is shown, which the menu names first; afterwards that can be undone."""
    shown = opened(appearance, qtbot, today=a_today())
    asked: list[tuple[object, object]] = []
    shown.window.correction_wanted.connect(lambda stretches, category: asked.append((stretches, category)))
    shown.window.undo_wanted.connect(lambda: shown.wanted.append("undo"))
    shown.window.show_choices(kind_choices([CLAIMS]))
    menu = shown.window._now.not_right.choices
    menu.aboutToShow.emit()
    named, work, _knowledge, personal, *_wider = (action for action in menu.actions() if not action.isSeparator())
    assert (named.text(), named.isEnabled()) == ("Only this stretch, 16:06–16:42 (0:36)", False)
    assert [one.text() for one in work.menu().actions()] == ["Work, no activity", "", "Claims"]  # type: ignore[attr-defined]
    personal.trigger()
    assert asked == [(((NOW - 36 * MIN, NOW),), Category("Personal"))]
    shown.window.show_outcome(Outcome("Corrected 0:36 to Personal.", can_be_undone=True))
    qtbot.mouseClick(shown.window._outcome._undo, Qt.MouseButton.LeftButton)
    qtbot.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.wanted == ["undo", "undo"]
    shown.window.hide()

    assert shown.window._outcome_row.isHidden()


def test_private_time_is_not_asked_about(appearance: Appearance, qtbot: QtBot) -> None:
    """It cannot be corrected."""
    private = msgspec.structs.replace(a_today(), now_category="Private", now_why="private time")

    assert not opened(appearance, qtbot, today=private).window._now.not_right.isVisible()
