"""A rule is made of what is selected on the day page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.day import day_view
from gui.rules.rule_from_selection import RuleFromSelection
from gui.theme import Appearance
from gui.time.day import DayPage
from tests.gui.days import MIN, NOW, a_day, a_status

WITHIN_MS = 20_000


def test_the_editor_opens_from_a_selection_of_the_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, appearance: Appearance, qtbot: QtBot
) -> None:
    """By the button behind the kinds and by the menu: both name the program and the word."""
    page = DayPage(appearance)
    qtbot.addWidget(page)
    offer = RuleFromSelection(page, appearance)
    page.show_view(day_view(a_day(), Agent(Phase.ANSWERING, a_status()), offset_min, NOW))
    page.show()
    wanted: list[tuple[str, str]] = []
    offer.wanted.connect(lambda app, word: wanted.append((app, word)))
    page.selecting.select(((NOW - 10 * MIN, NOW),))
    assert offer.button.isVisible()
    offer.button.click()
    menu = QMenu()
    page.selecting.menu_opened.emit(menu, page.selecting.view)
    next(action for action in menu.actions() if action.text() == "Rule from this…").trigger()

    assert len(wanted) == 2
    assert wanted[0] == wanted[1]
    assert wanted[0][0]
