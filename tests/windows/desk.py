"""One person's desk on Windows: commands and agents of one home, driven from this side; never looks into memory."""

import json
import select
import subprocess
from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from typing import Any

from core.clock import steady_s
from stage.wine import WineStage

WITHIN_S = 60.0
WRITE_SETTINGS = """
import sys
from core.paths import user_paths
user_paths().config.mkdir(parents=True, exist_ok=True)
print(user_paths().settings.write_text(sys.argv[1], encoding="utf-8"))
"""


class WindowsDesk:
    """Everything of one person below one folder of C:."""

    def __init__(self, windows: WineStage, name: str) -> None:
        self.windows = windows
        self.home = PureWindowsPath(r"C:\homes") / name
        self._agents: list[subprocess.Popen[bytes]] = []

    def path(self, *parts: str) -> Path:
        """A file below the home, as this side sees it."""
        return self.windows.path(self.home.joinpath(*parts))

    def command(self, *words: str, said: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        """Run one command to its end; `said` is what the person types."""
        return self.windows.command(*words, said=said, ENGINEROOM_HOME=str(self.home), **more)

    def done(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """One command that must succeed."""
        done = self.command(*words)
        assert done.returncode == 0, done.stderr
        return done

    def json(self, *words: str) -> Any:
        """What a command prints as JSON."""
        return json.loads(self.done(*words, "--json").stdout)

    def python(self, code: str, *words: str) -> Any:
        """What a few lines print as JSON, in the same surroundings."""
        done = self.windows.ask_python("-c", code, *words, ENGINEROOM_HOME=str(self.home))
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def set(self, settings: str) -> None:
        """Write the person's settings file."""
        self.python(WRITE_SETTINGS, settings)

    def accept_notice(self) -> None:
        for action in ("show", "accept"):
            self.done("notice", action)

    def start(self, session: str = "Console", *, prepared: str = "") -> "subprocess.Popen[bytes]":
        """Start an agent, without waiting for it; Wine itself knows but one name of a session. `prepared`: code."""
        named = f"import os; os.environ['SESSIONNAME'] = {session!r}"
        begin = "\n".join((named, prepared, "from cli.main import main; exit(main(['agent']))"))
        agent = self.windows.python("-c", begin, ENGINEROOM_HOME=str(self.home))
        self._agents.append(agent)
        return agent

    def record(self, *, prepared: str = "") -> "subprocess.Popen[bytes]":
        """Start an agent and wait until it answers."""
        agent = self.start(prepared=prepared)
        self.await_status(lambda _status: True)
        return agent

    def await_status(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The agent's first answer that `holds`."""
        until, said = steady_s() + WITHIN_S, "nothing"
        while steady_s() < until:
            done = self.command("status", "--json")
            said = done.stdout or done.stderr
            if done.returncode == 0:
                status: dict[str, Any] = json.loads(done.stdout)
                if holds(status):
                    return status
            select.select([], [], [], 0.1)
        words = [self.windows.ended(agent).stderr for agent in self._agents if agent.poll() is not None]
        raise TimeoutError(f"the agent's last answer was {said}; {words}")

    def log(self) -> str:
        """What the agents of this home wrote to their log."""
        return self.path("logs", "agent.log").read_text(encoding="utf-8")

    def close(self) -> None:
        for agent in self._agents:
            self.windows.end(agent)
