"""The agent's socket: who may talk to it, and what it does with nonsense."""

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from agent.control import LONGEST_LINE, AgentAbsent, Request, ask
from agent.server import ControlServer
from core.errors import MachineError, UserError
from tests.plain_user import as_plain_user


class Echo(msgspec.Struct):
    """What the test's agent answers."""

    did: str


def answer(request: Request) -> msgspec.Struct:
    if request.do == "pause":
        raise UserError("no pause today", "ask again tomorrow")
    if request.do == "private":
        raise MachineError("the disk is full", "make room")
    return Echo(did=request.do)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    server = ControlServer(tmp_path / "run" / "agent.sock", answer)
    yield tmp_path / "run" / "agent.sock"
    server.close()


def raw(path: Path, message: bytes) -> bytes:
    """What comes back for these bytes."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(10)
        connection.connect(str(path))
        connection.sendall(message)
        received = b""
        while not received.endswith(b"\n"):
            chunk = connection.recv(65536)
            if not chunk:
                break
            received += chunk
        return received


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
    connection_over: list[bytes] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(10)
        connection.connect(str(path))
        try:
            connection.sendall(b"x" * (LONGEST_LINE + 10))
            connection_over.append(connection.recv(10))
        except OSError:
            connection_over.append(b"")

    assert connection_over == [b""]
    assert ask(path, Request("status"), Echo) == Echo(did="status")


def test_many_ask_at_once(path: Path) -> None:
    """A slow asker keeps nobody waiting."""
    answers: list[str] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        silent.connect(str(path))
        askers = [
            threading.Thread(target=lambda: answers.append(ask(path, Request("today"), Echo).did)) for _ in range(8)
        ]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join(10)

    assert answers == ["today"] * 8


def test_nobody_there_is_said_plainly(tmp_path: Path) -> None:
    """Neither a missing socket nor one left by a crash looks like an agent."""
    with pytest.raises(AgentAbsent):
        ask(tmp_path / "none.sock", Request("status"), Echo)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as left_over:
        left_over.bind(str(tmp_path / "dead.sock"))
    with pytest.raises(AgentAbsent):
        ask(tmp_path / "dead.sock", Request("status"), Echo)


def test_the_socket_and_its_folder_are_the_users_alone(path: Path) -> None:
    """0600 in a folder of 0700."""
    assert [oct(each.stat().st_mode & 0o777) for each in (path, path.parent)] == ["0o600", "0o700"]


def test_another_user_cannot_talk_to_the_agent(path: Path) -> None:
    """A plain user who is not the agent's is refused, even where the folder was opened to all."""
    for folder in path.parents:
        if not folder.stat().st_mode & 0o001:
            folder.chmod(0o755)
    path.chmod(0o666)

    def check() -> None:
        try:
            said = raw(path, b'{"do":"status"}\n')
        except ConnectionError:
            said = b""
        assert said == b""

    as_plain_user(check)
    assert ask(path, Request("status"), Echo) == Echo(did="status")
