"""A real agent process on a real screen, driven through the command line; never looks into its memory."""

import json
import os
import select
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from agent.control import AgentAbsent, Request, Status, ask
from core.clock import steady_s
from core.errors import MachineError
from core.paths import paths_below

PROJECT = Path(__file__).parents[1]
WITHIN_S = 30.0
_IMPATIENT = "import agent.loop, cli.main; agent.loop.GIVES_WAY_AFTER_MS = {}; raise SystemExit(cli.main.main())"


class AgentAtWork:
    """One home, one screen, and the commands of one person."""

    def __init__(self, environment: Mapping[str, str], home: Path) -> None:
        """`environment` names the screen, `home` the folder for everything of the person."""
        self.environment = {**environment, "ENGINEROOM_HOME": str(home)}
        self.home = home
        self.paths = paths_below(home)
        self._agents: list[subprocess.Popen[bytes]] = []
        self._trays: list[subprocess.Popen[bytes]] = []

    def command(self, *words: str, said: str = "") -> "subprocess.CompletedProcess[str]":
        """Run one command to its end; `said` is what the person types."""
        return subprocess.run(
            [sys.executable, "-m", "cli.main", *words],
            cwd=PROJECT,
            env=self.environment,
            input=said,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def set(self, settings: str) -> None:
        """Write the person's settings file."""
        file = self.paths.settings
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(settings, encoding="utf-8")

    def accept_notice(self) -> None:
        for action in ("show", "accept"):
            done = self.command("notice", action)
            assert done.returncode == 0, done.stderr

    def start(self, *words: str, gives_way_after_s: int | None = None) -> "subprocess.Popen[bytes]":
        """Start an agent, without waiting for it; `gives_way_after_s` where a minute is too long for a test."""
        main = ["-m", "cli.main"] if gives_way_after_s is None else ["-c", _IMPATIENT.format(gives_way_after_s * 1000)]
        agent = subprocess.Popen(
            [sys.executable, *main, "agent", *words],
            cwd=PROJECT,
            env=self.environment,
            stderr=subprocess.PIPE,
        )
        self._agents.append(agent)
        return agent

    def start_tray(self, *words: str) -> "subprocess.Popen[bytes]":
        """Start the tray program, without waiting for it."""
        tray = subprocess.Popen([sys.executable, "-m", "gui.app", *words], cwd=PROJECT, env=self.environment)
        self._trays.append(tray)
        return tray

    def record(self, *words: str, gives_way_after_s: int | None = None) -> "subprocess.Popen[bytes]":
        """Start an agent and wait until it has seen the desktop, or says that it cannot."""
        agent = self.start(*words, gives_way_after_s=gives_way_after_s)
        self.await_status(lambda status: status.pid == agent.pid and bool(status.last_sample_ms or status.warnings))
        return agent

    def status(self) -> Status:
        return ask(self.paths.socket, Request("status"), Status)

    def save(self) -> Status:
        """Have the agent write all it knows; what stood in the record when this returns is acknowledged."""
        return ask(self.paths.socket, Request("save"), Status)

    def saved_timeline(self) -> list[dict[str, Any]]:
        """Today's spans, up to this moment."""
        self.save()
        spans: list[dict[str, Any]] = self.json("timeline")["spans"]
        return spans

    def await_status(self, holds: Callable[[Status], bool]) -> Status:
        """The agent's first answer that `holds`; each refused connection is tried again."""
        until = steady_s() + WITHIN_S
        latest: Status | None = None
        while steady_s() < until:
            try:
                latest = self.status()
            except AgentAbsent:
                latest = None
            if latest is not None and holds(latest):
                return latest
            select.select([], [], [], 0.02)
        raise TimeoutError(f"the agent's last answer was {latest}")

    def stop(self, agent: "subprocess.Popen[bytes]", *, by: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """(exit code, what it said) of an agent that is asked to stop."""
        agent.send_signal(by)
        _out, said = agent.communicate(timeout=WITHIN_S)
        return agent.returncode, said.decode()

    def close(self) -> None:
        started = [
            child for tray in self._trays if tray.poll() is None for child in psutil.Process(tray.pid).children()
        ]
        for program in (*self._trays, *self._agents):
            if program.poll() is None:
                program.kill()
            program.communicate()
        with suppress(AgentAbsent, MachineError, ProcessLookupError):  # an agent outlives its tray, or is just ending
            os.kill(self.status().pid, signal.SIGKILL)
        for child in started:  # or does not answer yet
            with suppress(psutil.NoSuchProcess):
                child.kill()

    def json(self, *words: str) -> Any:
        """What a command prints as JSON."""
        done = self.command(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Rows of the record, read past all of our own code."""
        connection = sqlite3.connect(f"{self.paths.record.as_uri()}?mode=ro", uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()
