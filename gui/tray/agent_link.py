"""What the tray knows of the agent: asks it in the background and says what changed; never opens the record."""

import logging
from dataclasses import replace
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from agent.control import AgentAbsent, Request, Status
from core.clock import steady_s
from core.errors import EngineroomError, MachineError
from gui.agent_process import NOTICE_DUE, AgentProcess
from gui.background import Background
from gui.presenters.agent_view import Agent, Phase
from reports.shapes import Today

POLL_MS = 2000
WATCHING_MS = 1000
STARTING_MS = 250
TODAY_EVERY_S = 60.0
TODAY_WATCHING_S = 5.0
START_WITHIN_S = 30.0
Shape = TypeVar("Shape")
log = logging.getLogger(__name__)


class Ask(Protocol):
    """Sends one request to the agent; `agent.control.ask` with its path given."""

    def __call__(self, request: Request, answer: type[Shape]) -> Shape: ...


class AgentLink(QObject):
    """Polls the agent, starts it, and passes on what the person wants of it."""

    agent_changed = Signal(object)
    """An `Agent`."""
    today_changed = Signal(object)
    """A `Today`."""
    refused = Signal(object)
    """An `EngineroomError`: what was asked for did not happen."""
    notice_due = Signal()
    """The agent ended because the notice has not been acknowledged."""

    def __init__(self, background: Background, ask: Ask, process: AgentProcess) -> None:
        super().__init__()
        self._background = background
        self._ask = ask
        self._process = process
        self._agent = Agent(Phase.STARTING)
        self._team_in_reach = True
        self._today: Today | None = None
        self._today_asked_s = -TODAY_EVERY_S
        self._started_s: float | None = None
        self._watching = False
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._poll)

    @property
    def agent(self) -> Agent:
        return self._agent

    @property
    def today(self) -> Today | None:
        return self._today

    def begin(self) -> None:
        """Look for the agent; start it where none answers."""
        self._background.run(lambda: self._ask(Request("status"), Status), self._answered, lambda _error: self.start())
        self._timer.start(POLL_MS)

    def close(self) -> None:
        self._timer.stop()

    def start(self) -> None:
        """Start the agent."""
        self._started_s = steady_s()
        try:
            self._process.start()
        except MachineError as error:
            self._started_s = None
            self._know(Agent(Phase.STOPPED, reason=str(error)))
            return
        self._pace()
        self._know(Agent(Phase.STARTING))

    def watch(self, *, closely: bool) -> None:
        """Ask more often while somebody looks."""
        self._watching = closely
        self._pace()
        if closely:
            self._today_asked_s = -TODAY_EVERY_S
            self._poll()

    def command(self, request: Request) -> None:
        """Pause, private or resume; the new status follows by `agent_changed`."""
        self._background.run(lambda: self._ask(request, Status), self._answered, self.refused.emit)

    def _poll(self) -> None:
        if self._asking:
            return
        self._asking = True
        self._background.run(lambda: self._ask(Request("status"), Status), self._answered, self._failed)

    def _answered(self, status: Status) -> None:
        self._asking = False
        self._process.forget()
        self._end_start()
        self._know(Agent(Phase.ANSWERING, status))
        every_s = TODAY_WATCHING_S if self._watching else TODAY_EVERY_S
        if steady_s() - self._today_asked_s >= every_s:
            self._today_asked_s = steady_s()
            self._background.run(lambda: self._ask(Request("today"), Today), self._heard_of_today, self._no_today)

    def _failed(self, error: EngineroomError) -> None:
        self._asking = False
        code = self._process.exit_code()
        if self._started_s is not None and code is None and steady_s() - self._started_s < START_WITHIN_S:
            return  # still starting
        if code == NOTICE_DUE:
            self._know_of_notice()
            return
        said = self._process.last_words() if code else ""
        reason = said if isinstance(error, AgentAbsent) else str(error)
        self._end_start()
        self._know(Agent(Phase.STOPPED, reason=reason))

    def _end_start(self) -> None:
        if self._started_s is not None:
            self._started_s = None
            self._pace()

    def _pace(self) -> None:
        """Ask as often as matters from now on."""
        unhurried_ms = WATCHING_MS if self._watching else POLL_MS
        self._timer.start(unhurried_ms if self._started_s is None else STARTING_MS)

    def _know_of_notice(self) -> None:
        was_due = self._agent.phase is Phase.NOTICE_DUE
        self._end_start()
        self._know(Agent(Phase.NOTICE_DUE))
        if not was_due:
            self.notice_due.emit()

    def know_reach(self, team_in_reach: bool) -> None:
        """Whether the folder that totals are shared to can be reached."""
        self._team_in_reach = team_in_reach
        self._know(self._agent)

    def _know(self, known: Agent) -> None:
        agent = replace(known, team_in_reach=self._team_in_reach)
        if agent != self._agent:
            if agent.phase is not self._agent.phase:
                log.info("the agent is %s", agent.phase)
            self._agent = agent
            self.agent_changed.emit(agent)

    def _heard_of_today(self, today: Today) -> None:
        self._today = today
        self.today_changed.emit(today)

    def _no_today(self, error: EngineroomError) -> None:
        log.warning("today is not known: %s", error)
