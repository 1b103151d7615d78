import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from agent.control import AgentAbsent, Request, Status
from core.clock import now_ms, offset_min
from core.errors import EngineroomError, UserError
from core.period import DayStarts
from gui.agent_process import AgentProcess
from gui.background import Background
from gui.presenters.agent_view import Phase
from gui.tray.agent_link import POLL_MS, STARTING_MS, AgentLink
from reports.shapes import Today
from tests.gui.days import a_status, a_today

Shape = TypeVar("Shape")
NOTICE_DUE = "import sys; sys.exit(3)"
BROKEN = "import sys; print('The record is damaged — move it away', file=sys.stderr); sys.exit(1)"
WAITS = "import time; time.sleep(60)"


def this_day() -> Today:
    """The invented day, as if it were the one under way."""
    now = now_ms()
    return msgspec.structs.replace(a_today(), day=DayStarts().day_of(now, offset_min(now)).isoformat())


class Desk:
    """Answers as an agent does, when there is one."""

    def __init__(self) -> None:
        self.alive = True
        self.asked: list[Request] = []
        self.refuses: EngineroomError | None = None

    def __call__(self, request: Request, answer: type[Shape]) -> Shape:
        self.asked.append(request)
        if not self.alive:
            raise AgentAbsent
        if self.refuses and request.do == "pause":
            raise self.refuses
        reply = {Status: a_status(), Today: this_day()}[answer]  # type: ignore[index]  # one of these two is asked for
        assert isinstance(reply, answer)
        return reply


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def background() -> Iterator[Background]:
    pool = Background()
    yield pool
    pool.close()


def linked(desk: Desk, background: Background, folder: Path, program: str) -> tuple[AgentLink, AgentProcess]:
    process = AgentProcess([sys.executable, "-c", program], folder / "said")
    return AgentLink(background, desk, process), process


def test_an_agent_that_answers_is_not_started_again(
    desk: Desk, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    """Its state and today's totals are known at once."""
    link, process = linked(desk, background, tmp_path, WAITS)
    link.begin()
    qtbot.waitUntil(lambda: link.today is not None)

    assert link.agent.phase is Phase.ANSWERING
    assert process.exit_code() is None
    assert not (tmp_path / "said").exists()
    link.close()


def test_where_nobody_answers_an_agent_is_started(
    desk: Desk, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    """And found as soon as it answers."""
    desk.alive = False
    link, process = linked(desk, background, tmp_path, WAITS)
    link.begin()
    qtbot.waitUntil((tmp_path / "said").exists)
    assert link.agent.phase is Phase.STARTING
    desk.alive = True
    qtbot.waitUntil(lambda: link.agent.phase is Phase.ANSWERING)

    link.close()
    process.stop(None)
    qtbot.waitUntil(lambda: process.exit_code() is not None)


def test_death_is_told_with_the_agents_last_words(
    desk: Desk, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    """It is not started again by itself: it would die again."""
    desk.alive = False
    link, _process = linked(desk, background, tmp_path, BROKEN)
    link.start()
    qtbot.waitUntil(lambda: link.agent.phase is Phase.STOPPED, timeout=10_000)

    assert link.agent.reason == "The record is damaged — move it away"
    link.close()


def test_whoever_started_in_vain_is_left_in_peace_again(
    desk: Desk, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    """It is asked for often while it starts, and no longer once that is over."""
    desk.alive = False
    link, _process = linked(desk, background, tmp_path, BROKEN)
    link.begin()
    qtbot.waitUntil((tmp_path / "said").exists)
    link.watch(closely=False)
    assert link._timer.interval() == STARTING_MS
    qtbot.waitUntil(lambda: link.agent.phase is Phase.STOPPED, timeout=10_000)

    assert link._timer.interval() == POLL_MS
    link.close()


def test_an_agent_that_dies_later_is_missed(desk: Desk, background: Background, tmp_path: Path, qtbot: QtBot) -> None:
    """Within the five seconds that were promised."""
    link, _process = linked(desk, background, tmp_path, WAITS)
    link.begin()
    qtbot.waitUntil(lambda: link.agent.phase is Phase.ANSWERING)
    desk.alive = False
    qtbot.waitUntil(lambda: link.agent.phase is Phase.STOPPED, timeout=5000)

    assert link.agent.status is None
    link.close()


def test_a_notice_that_is_due_is_asked_for_once(
    desk: Desk, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    """However often the agent is looked for; starting it anew asks anew."""
    desk.alive = False
    link, _process = linked(desk, background, tmp_path, NOTICE_DUE)
    heard: list[bool] = []
    link.notice_due.connect(lambda: heard.append(True))
    link.start()
    qtbot.waitUntil(lambda: link.agent.phase is Phase.NOTICE_DUE, timeout=10_000)
    asked = len(desk.asked)
    link.watch(closely=True)
    qtbot.waitUntil(lambda: len(desk.asked) > asked + 1, timeout=10_000)

    assert heard == [True]
    link.close()


def test_a_pause_is_passed_on(desk: Desk, background: Background, tmp_path: Path, qtbot: QtBot) -> None:
    """And a refusal comes back with its reason."""
    link, _process = linked(desk, background, tmp_path, WAITS)
    link.command(Request("pause", "15m"))
    qtbot.waitUntil(lambda: link.agent.phase is Phase.ANSWERING)
    desk.refuses = UserError("A pause of '1h' is not among those allowed", "choose one of: 15m")
    with qtbot.waitSignal(link.refused) as heard:
        link.command(Request("pause", "1h"))

    assert desk.asked[0] == Request("pause", "15m")
    assert heard.args == [desk.refuses]
    link.close()
