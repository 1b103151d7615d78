"""The Unix socket of the agent: whose it is, and what a crash leaves of it."""

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from agent.control import AgentAbsent, Request, ask
from agent.line import call, read_line
from agent.server import ControlServer
from tests.plain_user import as_plain_user


class Echo(msgspec.Struct):
    """What the test's agent answers."""

    did: str


def answer(request: Request) -> msgspec.Struct:
    return Echo(did=request.do)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    server = ControlServer(tmp_path / "run" / "agent.sock", answer)
    yield tmp_path / "run" / "agent.sock"
    server.close()


def test_a_socket_left_by_a_crash_is_no_agent_and_stands_in_no_way(tmp_path: Path) -> None:
    """Nobody listens there, and the next agent replaces it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as left_over:
        left_over.bind(str(tmp_path / "dead.sock"))
    with pytest.raises(AgentAbsent):
        ask(tmp_path / "dead.sock", Request("status"), Echo)

    with closing(ControlServer(tmp_path / "dead.sock", answer)):
        assert ask(tmp_path / "dead.sock", Request("status"), Echo) == Echo(did="status")


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
            with closing(call(path, 10)) as line:
                line.send(b'{"do":"status"}\n')
                said = read_line(line)
        except ConnectionError:
            said = b""
        assert said == b""

    as_plain_user(check)
    assert ask(path, Request("status"), Echo) == Echo(did="status")
