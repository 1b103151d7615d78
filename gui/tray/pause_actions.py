"""Pause, private time and resume as actions for every menu that offers them; never talks to the agent."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from agent.control import Request
from gui.presenters.agent_view import PAUSES, Agent, can_resume, pause_options, private_allowed


class PauseActions(QObject):
    """One set of actions, enabled as policy and state allow."""

    wanted = Signal(object)
    """A `Request` to the agent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pauses: dict[str, QAction] = {choice: self._action("", Request("pause", choice)) for choice in PAUSES}
        self.private = self._action(self.tr("Private time"), Request("private"))
        self.resume = self._action(self.tr("Resume recording"), Request("resume"))

    def follow(self, agent: Agent) -> None:
        for option in pause_options(agent):
            action = self._pauses[option.choice]
            action.setText(option.text)
            action.setEnabled(option.allowed)
        self.private.setEnabled(private_allowed(agent))
        self.resume.setEnabled(can_resume(agent))

    def add_pauses(self, menu: QMenu) -> None:
        menu.addActions(list(self._pauses.values()))

    def _action(self, text: str, request: Request) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: self.wanted.emit(request))
        return action
