from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from core.config import Config, Settings
from core.notice import notice_for
from gui.day import DayPage
from gui.notice import NoticeWindow
from gui.notice_reading import NoticeReading
from gui.pause_actions import PauseActions
from gui.popover import PopoverWindow
from gui.presenters.activities import kind_choices
from gui.presenters.agent_view import Agent, Glyph, Phase
from gui.presenters.day import day_view
from gui.presenters.shared import shared_view
from gui.presenters.team import team_view
from gui.presenters.today import popover
from gui.share import ShareDialog
from gui.supervisor import SupervisorPage
from gui.theme import Appearance
from gui.window import MainWindow, PageEntry
from tests.gui.days import CLAIMS, MIN, NOW, WIKI, a_day, a_status, a_team_page, a_today, an_empty_day, shared_totals
from tests.gui.names import nameless, too_small

ANSWERING = Agent(Phase.ANSWERING, a_status())
NOTICE = notice_for(Config(settings=Settings(), sources={}, organisation=None))


def the_popover(look: Appearance) -> QWidget:
    pauses = PauseActions()
    pauses.follow(ANSWERING)
    window = PopoverWindow(look, pauses, see_through=False)
    window.show_view(popover(Agent(Phase.STOPPED), a_today(), offset_min))
    window._loss.show_banner("The record is damaged.", "I have read this")
    return window


def the_day(look: Appearance) -> QWidget:
    page = DayPage(look)
    page.show_view(day_view(a_day(), ANSWERING, offset_min, NOW))
    return page


def a_selection(look: Appearance) -> QWidget:
    page = the_day(look)
    assert isinstance(page, DayPage)
    page.show_choices(kind_choices([CLAIMS, WIKI]))
    page.select(((NOW - 10 * MIN, NOW),))
    return page


def an_empty(look: Appearance) -> QWidget:
    page = DayPage(look)
    page.show_view(day_view(an_empty_day(), ANSWERING, offset_min, NOW))
    return page


def the_team(look: Appearance) -> QWidget:
    page = SupervisorPage(look)
    page.show_view(team_view(a_team_page()), "/srv/team")
    return page


def the_window(look: Appearance) -> QWidget:
    window = MainWindow(look, [PageEntry(key="day", group="Mine", name="My time", mark="clock", make=QWidget)])
    window.open_page("day")
    window.show_state(Glyph.STOPPED, "Agent not running", "", "Start again")
    return window


WINDOWS: dict[str, Callable[[Appearance], QWidget]] = {
    "popover": the_popover,
    "day": the_day,
    "day with a selection": a_selection,
    "empty day": an_empty,
    "supervisor": the_team,
    "main window": the_window,
    "notice": lambda look: NoticeWindow(look, NOTICE),
    "notice again": lambda look: NoticeReading(look, NOTICE),
    "share": lambda look: ShareDialog(look, shared_view(shared_totals()), "/srv/team"),
}


@pytest.mark.parametrize("name", WINDOWS)
def test_every_control_can_be_named_and_hit(name: str, appearance: Appearance, qtbot: QtBot) -> None:
    """A screen reader finds a name, a pointer at least 24 pixels."""
    window = WINDOWS[name](appearance)
    qtbot.addWidget(window)
    window.show()

    assert nameless(window) == []
    assert too_small(window) == []


def test_a_control_without_a_name_would_be_found(qtbot: QtBot) -> None:
    """The walk is not blind."""
    window = QWidget()
    QPushButton("", window).setFixedWidth(20)
    qtbot.addWidget(window)
    window.show()

    assert nameless(window) == ["QPushButton"]
    assert too_small(window) == ["QPushButton  (20, 28)"]
