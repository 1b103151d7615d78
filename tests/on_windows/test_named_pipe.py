"""The agent's pipe on Windows: who may open it, and that nobody can take its place."""

import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

assert sys.platform == "win32"

import _winapi

import win32file

from agent.control import Request, ask
from agent.named_pipe import PipeListener, call_pipe
from agent.server import ControlServer
from core import windows_user
from core.errors import MachineError
from tests.on_windows import rights

ALL = 0x1F01FF
PATIENCE_S = 10.0
FIRST_INSTANCE, REJECT_REMOTE = 0x80000, 0x8
"""As Windows documents them."""


class Echo(msgspec.Struct):
    """What the test's agent answers."""

    did: str


def answer(request: Request) -> msgspec.Struct:
    return Echo(did=request.do)


@pytest.fixture
def name(tmp_path: Path) -> Iterator[Path]:
    name = Path(rf"\\.\pipe\{tmp_path.name}")
    with closing(ControlServer(name, answer)):
        yield name


def test_the_pipe_is_its_users_alone(name: Path) -> None:
    """One entry in the list of rights, for the owner."""
    assert rights.of_pipe(name) == (rights.me(), {rights.me(): ALL})
    assert ask(name, Request("status"), Echo) == Echo(did="status")


def test_nobody_else_can_listen_under_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows is asked for a new pipe, so it refuses one that somebody made before; and for none to other computers.

    Wine gives both in any case, so that only the asking can be seen here.
    """
    asked: list[tuple[int, int]] = []
    create = _winapi.CreateNamedPipe

    def note(name: str, how: int, kind: int, *rest: int) -> int:
        asked.append((how, kind))
        return create(name, how, kind, *rest)

    monkeypatch.setattr(_winapi, "CreateNamedPipe", note)
    with closing(ControlServer(Path(rf"\\.\pipe\{tmp_path.name}"), answer)):
        assert ask(Path(rf"\\.\pipe\{tmp_path.name}"), Request("status"), Echo) == Echo(did="status")

    assert [bool(how & FIRST_INSTANCE) for how, _kind in asked] == [True, False]
    assert [bool(kind & REJECT_REMOTE) for _how, kind in asked] == [True, True]


def test_a_name_that_is_taken_is_told_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows refuses it."""

    def refuse(*_asked: object) -> int:
        raise PermissionError(13, "Access is denied", None, 5)

    monkeypatch.setattr(_winapi, "CreateNamedPipe", refuse)
    with pytest.raises(MachineError, match=r"cannot listen .*: Access is denied — check that nothing of somebody else"):
        ControlServer(Path(rf"\\.\pipe\{tmp_path.name}"), answer)


def test_nobody_asks_a_pipe_of_somebody_else(name: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who listens is known by the owner of the pipe; here it is the asker who is somebody else."""
    monkeypatch.setattr(windows_user, "user_sid", lambda: "S-1-5-21-1-2-3-1001")

    with pytest.raises(PermissionError, match="somebody else listens"):
        call_pipe(name, PATIENCE_S)


def test_whoever_listens_cannot_act_in_the_name_of_who_asks(tmp_path: Path) -> None:
    """The asker allows no more than being known."""
    listener = PipeListener(Path(rf"\\.\pipe\{tmp_path.name}"), PATIENCE_S)
    asked: list[object] = []
    taking = threading.Thread(target=lambda: asked.append(listener.accept()))
    taking.start()
    line = call_pipe(Path(rf"\\.\pipe\{tmp_path.name}"), PATIENCE_S)
    taking.join(10)
    line.close()
    listener.close()

    assert len(asked) == 1


def test_a_program_that_knows_nothing_of_python_can_ask(name: Path) -> None:
    """Plain reading and writing, as Qt does it."""
    handle = win32file.CreateFile(
        str(name), win32file.GENERIC_READ | win32file.GENERIC_WRITE, 0, None, win32file.OPEN_EXISTING, 0, None
    )
    win32file.WriteFile(handle, b'{"do":"status"}\n')
    _code, said = win32file.ReadFile(handle, 4096)
    handle.Close()

    assert bytes(said) == b'{"did":"status"}\n'
