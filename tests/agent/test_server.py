"""The agent's listening: what it does with questions, with nonsense, and with whoever is silent."""

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from agent.control import AgentAbsent, Request, ask
from agent.line import LONGEST_LINE, call, read_line
from agent.server import ControlServer
from core.errors import MachineError, UserError

PATIENCE_S = 10.0


class Echo(msgspec.Struct):
    """What the test's agent answers."""

    did: str
    long: str = ""


def answer(request: Request) -> msgspec.Struct:
    if request.do == "pause":
        raise UserError("no pause today", "ask again tomorrow")
    if request.do == "private":
        raise MachineError("the disk is full", "make room")
    return Echo(did=request.do, long="…" * (LONGEST_LINE // 4) if request.do == "today" else "")


def place(folder: Path, name: str) -> Path:
    """Where an agent may listen on this system."""
    return Path(rf"\\.\pipe\{folder.name}-{name}") if sys.platform == "win32" else folder / "run" / name


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    server = ControlServer(place(tmp_path, "agent"), answer)
    yield place(tmp_path, "agent")
    server.close()


def raw(path: Path, message: bytes) -> bytes:
    """What comes back for these bytes."""
    with closing(call(path, PATIENCE_S)) as line:
        line.send(message)
        return read_line(line)


def test_a_question_is_answered(path: Path) -> None:
    """One line there, one line back."""
    assert ask(path, Request("status"), Echo) == Echo(did="status")


def test_a_refusal_arrives_with_its_blame_and_remedy(path: Path) -> None:
    """The person reads the same sentence as if they had asked the agent itself."""
    with pytest.raises(UserError, match="no pause today — ask again tomorrow"):
        ask(path, Request("pause"), Echo)
    with pytest.raises(MachineError, match="the disk is full — make room"):
        ask(path, Request("private"), Echo)


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b"hello\n",
        b"{}\n",
        b'{"do":"erase everything"}\n',
        b'{"do":"status","more":1}\n',
        b"\xff\xfe\n",
        b"[" * 5000 + b"\n",
    ],
)
def test_nonsense_gets_an_error_and_the_server_goes_on(path: Path, message: bytes) -> None:
    """No line, however odd, ends the server."""
    assert "happened" in json.loads(raw(path, message))
    assert ask(path, Request("status"), Echo) == Echo(did="status")


def test_a_line_without_an_end_is_cut_off(path: Path) -> None:
    """More than the longest line is not read."""
    try:
        said = raw(path, b"x" * (LONGEST_LINE + 10))
    except OSError:
        said = b""

    assert said == b""
    assert ask(path, Request("status"), Echo) == Echo(did="status")


def test_a_long_answer_arrives_whole(path: Path) -> None:
    """A day of many windows takes more than one piece of what the system carries at once."""
    assert len(ask(path, Request("today"), Echo).long) == LONGEST_LINE // 4


def test_many_ask_at_once(path: Path) -> None:
    """A slow asker keeps nobody waiting."""
    answers: list[str] = []
    with closing(call(path, PATIENCE_S)):
        askers = [
            threading.Thread(target=lambda: answers.append(ask(path, Request("save"), Echo).did)) for _ in range(8)
        ]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join(10)

    assert answers == ["save"] * 8


def test_many_ask_one_after_another(path: Path) -> None:
    """There is no moment in which nobody listens."""
    assert [ask(path, Request("status"), Echo).did for _ in range(200)] == ["status"] * 200


def test_nobody_there_is_said_plainly(tmp_path: Path) -> None:
    """A missing listener does not look like an agent."""
    with pytest.raises(AgentAbsent):
        ask(place(tmp_path, "none"), Request("status"), Echo)


def test_an_agent_that_was_closed_is_gone_and_another_can_listen(tmp_path: Path) -> None:
    """Nothing is left at the place."""
    ControlServer(place(tmp_path, "agent"), answer).close()
    with pytest.raises(AgentAbsent):
        ask(place(tmp_path, "agent"), Request("status"), Echo)
    with closing(ControlServer(place(tmp_path, "agent"), answer)):
        assert ask(place(tmp_path, "agent"), Request("status"), Echo) == Echo(did="status")


def test_whoever_was_heard_is_answered_before_the_agent_ends(tmp_path: Path) -> None:
    """A request to stop gets its answer although it ends whoever answers."""
    asked, go_on = threading.Event(), threading.Event()

    def slowly(request: Request) -> msgspec.Struct:
        asked.set()
        go_on.wait(10)
        return Echo(did=request.do)

    server = ControlServer(place(tmp_path, "agent"), slowly)
    answers: list[str] = []
    asker = threading.Thread(target=lambda: answers.append(ask(place(tmp_path, "agent"), Request("stop"), Echo).did))
    asker.start()
    asked.wait(10)
    closer = threading.Thread(target=server.close)
    closer.start()
    go_on.set()
    closer.join(10)
    asker.join(10)

    assert answers == ["stop"]
