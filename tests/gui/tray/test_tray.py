import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from agent.control import Request
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.tray import tray_view
from gui.theme import Appearance
from gui.tray.pause_actions import PauseActions
from gui.tray.tray import Tray
from tests.gui.days import a_status


class Shown:
    """A tray, its actions by name, and what it asked for."""

    def __init__(self, look: Appearance, agent: Agent) -> None:
        self.pauses = PauseActions()
        self.tray = Tray(look, self.pauses)
        self.wanted: list[object] = []
        self.pauses.wanted.connect(self.wanted.append)
        self.tray.popover_wanted.connect(lambda: self.wanted.append("popover"))
        self.tray.page_wanted.connect(self.wanted.append)
        self.tray.share_wanted.connect(lambda: self.wanted.append("share"))
        self.tray.entry_wanted.connect(lambda: self.wanted.append("entry"))
        self.tray.start_wanted.connect(lambda: self.wanted.append("start"))
        self.tray.quit_wanted.connect(lambda: self.wanted.append("quit"))
        self.follow(agent)

    def follow(self, agent: Agent) -> None:
        self.pauses.follow(agent)
        self.tray.show_view(tray_view(agent, 22_320_000))

    @property
    def actions(self) -> dict[str, QAction]:
        pause = next(action for action in self.tray._menu.actions() if action.text() == "Pause").menu()
        assert pause is not None
        found = [*self.tray._menu.actions(), *pause.actions()]  # type: ignore[attr-defined]  # a QMenu, as Qt says
        return {action.text(): action for action in found if action.text() and action.isVisible()}


def test_every_action_is_in_the_menu(appearance: Appearance, qtbot: QtBot) -> None:
    """Some panels deliver no click on the icon."""
    shown = Shown(appearance, Agent(Phase.ANSWERING, a_status()))
    for name in (
        "Today at a glance", "Open day", "Add entry…", "15 minutes", "1 hour", "Until tomorrow", "Private time",
        "Rules", "My data", "What is recorded?", "Share day totals…", "Supervisor's page", "Quit and stop recording",
    ):  # fmt: skip
        shown.actions[name].trigger()

    assert shown.wanted == [
        "popover", "day", "entry", Request("pause", "15m"), Request("pause", "1h"), Request("pause", "tomorrow"),
        Request("private"), "rules", "my-data", "notice", "share", "supervisor", "quit",
    ]  # fmt: skip


def test_the_menu_follows_the_agent(appearance: Appearance, qtbot: QtBot) -> None:
    """Resume while paused, start again while stopped, neither otherwise."""
    shown = Shown(appearance, Agent(Phase.ANSWERING, a_status()))
    assert not shown.actions["Resume recording"].isEnabled()
    assert "Start the agent again" not in shown.actions
    shown.follow(Agent(Phase.ANSWERING, a_status(mode="paused")))
    shown.actions["Resume recording"].trigger()
    shown.follow(Agent(Phase.STOPPED))
    shown.actions["Start the agent again"].trigger()

    assert shown.wanted == [Request("resume"), "start"]
    assert not shown.actions["15 minutes"].isEnabled()


def test_the_tooltip_and_the_first_line_say_the_state(appearance: Appearance, qtbot: QtBot) -> None:
    """The line for those who cannot point."""
    shown = Shown(appearance, Agent(Phase.ANSWERING, a_status()))

    assert shown.tray._icon.toolTip() == "Recording – 6:12 today"
    assert not shown.actions["Recording – 6:12 today"].isEnabled()


def test_what_needs_attention_is_told(appearance: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the tooltip and as an entry that opens the popover; a loss also unasked, once."""
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, text, _mark: told.append(text))
    shown = Shown(appearance, Agent(Phase.ANSWERING, a_status()))
    assert "Something needs your attention" not in shown.actions
    shown.follow(Agent(Phase.ANSWERING, a_status(warnings=["The disk is full — make room"])))
    assert shown.tray._icon.toolTip() == "Recording – 6:12 today\nSomething needs your attention"
    assert told == []
    for state in ("active", "idle"):
        shown.follow(Agent(Phase.ANSWERING, a_status(state=state, losses=["The record is damaged."])))
    shown.actions["Part of the record was lost"].trigger()
    shown.tray._icon.messageClicked.emit()

    assert shown.tray._icon.toolTip() == "Recording, idle – 6:12 today\nPart of the record was lost"
    assert told == ["Part of the record was lost. Open Engineroom to read what happened."]
    assert shown.wanted == ["popover", "popover"]


def test_a_click_opens_the_popover(appearance: Appearance, qtbot: QtBot) -> None:
    """The left one; the right one belongs to the menu."""
    shown = Shown(appearance, Agent(Phase.ANSWERING, a_status()))
    shown.tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    shown.tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)

    assert shown.wanted == ["popover"]
