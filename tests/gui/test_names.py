from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from core.config import Config, Settings, Source
from core.holding import Kept
from core.notice import notice_for
from gui.notice.notice import NoticeWindow
from gui.notice.notice_example import NoticeExample
from gui.notice.notice_reading import NoticeReading
from gui.own_data.corrections import CorrectionsSheet
from gui.own_data.erase import EraseSheet
from gui.own_data.letter import LetterSheet
from gui.own_data.own_data import OwnDataPage
from gui.own_data.policy import PolicySheet
from gui.own_data.share import ShareDialog
from gui.own_data.shared_rows import SharedRowsSheet
from gui.presenters.activities import kind_choices
from gui.presenters.agent_view import Agent, Glyph, Phase
from gui.presenters.day import day_view
from gui.presenters.live_example import LiveExample
from gui.presenters.own_data import own_data_view
from gui.presenters.policy import policy_view
from gui.presenters.shared import shared_view
from gui.presenters.team import team_view
from gui.presenters.today import popover
from gui.righting.entry_dialog import EntryDialog
from gui.team.supervisor import SupervisorPage
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.tray.pause_actions import PauseActions
from gui.tray.popover import PopoverWindow
from gui.window import MainWindow, PageEntry
from tests.gui.days import CLAIMS, MIN, NOW, WIKI, a_day, a_status, a_team_page, a_today, an_empty_day, shared_totals
from tests.gui.names import nameless, out_of_reach, too_small
from tests.gui.presenters.test_live_example import senses
from tests.gui.presenters.test_own_data import FILES, ORGANISATION, TODAY, found, holding

ANSWERING = Agent(Phase.ANSWERING, a_status())
NOTICE = notice_for(Config(settings=Settings(), sources={}, organisation=None))


def the_popover(look: Appearance) -> QWidget:
    pauses = PauseActions()
    pauses.follow(ANSWERING)
    window = PopoverWindow(look, pauses, see_through=False)
    window.show_view(popover(Agent(Phase.STOPPED), a_today(), offset_min, NOW))
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


def my_data(look: Appearance) -> QWidget:
    page = OwnDataPage(look)
    page.show_view(own_data_view(found(holding(Kept.SPANS), organisation=ORGANISATION), offset_min))
    return page


def the_example(look: Appearance) -> QWidget:
    part = NoticeExample(look)
    live = LiveExample()
    live.hear(senses(window=False))
    part.show_example(live)
    return part


def the_policy(look: Appearance) -> QWidget:
    config = Config(
        settings=Settings(), sources=dict.fromkeys(Settings.__struct_fields__, Source.DEFAULT), organisation=None
    )
    return PolicySheet(look, policy_view(config, FILES))


WINDOWS: dict[str, Callable[[Appearance], QWidget]] = {
    "popover": the_popover,
    "day": the_day,
    "day with a selection": a_selection,
    "empty day": an_empty,
    "supervisor": the_team,
    "main window": the_window,
    "notice": lambda look: NoticeWindow(look, NOTICE),
    "notice's example": the_example,
    "my data": my_data,
    "corrections": CorrectionsSheet,
    "policy": the_policy,
    "letter": lambda look: LetterSheet(look, lambda _first, _last: "Dear all", TODAY),
    "erase": lambda look: EraseSheet(look, TODAY),
    "shared rows": lambda look: SharedRowsSheet(look, "These rows left.", shared_view(shared_totals())),
    "notice again": lambda look: NoticeReading(look, NOTICE),
    "entry": EntryDialog,
    "share": lambda look: ShareDialog(look, shared_view(shared_totals()), "/srv/team"),
}


@pytest.mark.parametrize("name", WINDOWS)
def test_every_control_can_be_named_hit_and_reached(name: str, appearance: Appearance, qtbot: QtBot) -> None:
    """A screen reader finds a name, a pointer at least 24 pixels, and Tab leads to it."""
    window = WINDOWS[name](appearance)
    qtbot.addWidget(window)
    window.show()

    assert nameless(window) == []
    assert too_small(window) == []
    assert out_of_reach(window) == []


def test_a_control_that_lacks_something_would_be_found(qtbot: QtBot) -> None:
    """The walk is not blind: neither for a button, nor for a part that is pressed."""

    class Part(QWidget):
        __module__ = "gui.invented"

        def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
            super().mousePressEvent(event)

    window = QWidget()
    button = QPushButton("", window)
    button.setFixedWidth(20)
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    Part(window).resize(30, 30)
    qtbot.addWidget(window)
    window.show()

    assert nameless(window) == ["QPushButton", "Part"]
    assert too_small(window) == [f"QPushButton (20, {button.height()})"]
    assert out_of_reach(window) == ["QPushButton", "Part"]
