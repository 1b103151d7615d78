"""The Windows back-end and programs for it under Wine, driven from this side; never decides what should be seen."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec
import pytest

from agent.platforms.protocols import DesktopLost
from core.capability import Capability
from core.sample import Sight
from stage.hands import Hands
from stage.wine import PYTHON, WineStage
from stage.xserver import XServer

ACTOR = "tests.agent.platforms.windows_actor"
HOST = "tests.agent.platforms.windows_host"


class Spoken:
    """A program under Wine that answers each line with one."""

    def __init__(self, program: "subprocess.Popen[bytes]") -> None:
        self.program = program
        self._to, self._from = _open(program.stdin), _open(program.stdout)

    @property
    def pid(self) -> int:
        return self.program.pid

    def say(self, line: object) -> None:
        os.write(self._to.fileno(), json.dumps(line).encode() + b"\n")

    def hear(self) -> bytes:
        line = self._from.readline()
        if not line:
            raise AssertionError(f"it ended: {_open(self.program.stderr).read().decode(errors='replace')}")
        return line


class HostedDesktop:
    """The Windows back-end as any other: what it sees is what a process under Wine answers."""

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken

    @property
    def name(self) -> str:
        return str(self._ask("name"))

    @property
    def pid(self) -> int:
        return self._spoken.pid

    def capabilities(self) -> tuple[Capability, ...]:
        return msgspec.convert(self._ask("capabilities"), tuple[Capability, ...])

    def look(self) -> Sight:
        return msgspec.convert(self._ask("look"), Sight)

    def rest(self) -> None:
        self._ask("rest")

    def wait(self, seconds: float) -> None:
        self._ask("wait", seconds)

    def wake(self) -> None:
        self._spoken.say(["wake"])

    def close(self) -> None:
        self._ask("close")

    def resident_bytes(self) -> int:
        """Memory of its process, once everything that can go has gone."""
        self._ask("collect")
        pages = int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def lose_hooks(self) -> None:
        """Windows takes out the hooks for input without a word."""
        self._ask("lose_hooks")

    def _ask(self, *words: object) -> Any:
        self._spoken.say(words)
        said = msgspec.json.decode(self._spoken.hear())
        if "lost" in said:
            raise DesktopLost(said["lost"])
        return said["said"]


class Program:
    """A program of our own under Wine, with windows as told."""

    def __init__(self, spoken: Spoken, hands: Hands) -> None:
        self._spoken = spoken
        self._hands = hands
        self._titles: dict[str, str] = {}

    def do(self, what: str, **how: object) -> None:
        self._spoken.say({"do": what, **how})
        assert self._spoken.hear().strip() == b"done"

    def open(self, window: str, title: str, kind: str = "Static") -> None:
        self.do("open", window=window, title=title, kind=kind)
        self._titles[window] = title

    def retitle(self, window: str, title: str) -> None:
        self.do("retitle", window=window, title=title)
        self._titles[window] = title

    def front(self, window: str) -> None:
        """As a person does who clicks on it; its title must be no part of another one's."""
        self._hands.front(self._titles[window])

    def close(self, window: str) -> None:
        self.do("close", window=window)


class WindowsCast:
    """Programs on one stage, and the back-end that looks at them."""

    def __init__(self, stage: WineStage) -> None:
        self.stage = stage
        self._hands = Hands(stage.environment())
        self._started: list[Spoken] = []

    def host(self, *words: str) -> HostedDesktop:
        return HostedDesktop(self._start(str(PYTHON), "-m", HOST, *words))

    def program(self, app: str) -> Program:
        """One that goes by the name `app`."""
        named = PYTHON.with_name(f"{app}.exe")
        if not self.stage.path(named).exists():
            shutil.copy(self.stage.path(PYTHON), self.stage.path(named))
        return Program(self._start(str(named), "-m", ACTOR), self._hands)

    @contextmanager
    def doomed(self, app: str) -> Iterator[Program]:
        """As `program`; it is killed at the end."""
        program = self.program(app)
        yield program
        self.stage.end(self._started.pop().program)

    def leave(self) -> None:
        for spoken in self._started:
            self.stage.end(spoken.program)

    def _start(self, *command: str) -> Spoken:
        spoken = Spoken(self.stage.run(*command))
        self._started.append(spoken)
        return spoken


@pytest.fixture(scope="session")
def windows_stage() -> Iterator[WineStage]:
    """One for all tests: to begin takes long."""
    with XServer() as screen, WineStage(screen) as stage:
        yield stage


@pytest.fixture
def windows_cast(windows_stage: WineStage, request: pytest.FixtureRequest) -> Iterator[WindowsCast]:
    request.node.user_properties.append(("desktop", "windows"))
    cast = WindowsCast(windows_stage)
    yield cast
    cast.leave()


def _open(pipe: "IO[bytes] | None") -> "IO[bytes]":
    assert pipe is not None
    return pipe
