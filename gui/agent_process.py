"""Starts the agent as a process of its own, which outlives the tray, and stops it; never asks it anything."""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

from core.errors import MachineError

NOTICE_DUE = 3
"""The agent's exit code when the notice has not been acknowledged."""
LONGEST_REASON = 400


def engineroom_command(*words: str) -> list[str]:
    """How `engineroom` is called: from source by this interpreter, else as the program beside this one."""
    if getattr(sys, "frozen", False):
        name = "engineroom.exe" if sys.platform == "win32" else "engineroom"
        return [str(Path(sys.executable).with_name(name)), *words]
    return [sys.executable, "-m", "cli.main", *words]


def source_folder() -> Path | None:
    """Where `python -m` finds the source; None where the program is frozen."""
    return None if getattr(sys, "frozen", False) else Path(__file__).parent.parent


def unseen() -> int:
    """Windows would open a console for the program, and end it with the console of the tray."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0


class AgentProcess:
    """The agent that this tray started, if it did."""

    def __init__(self, command: list[str], said: Path) -> None:
        """`said` is a file for what the agent says while it starts; its folder exists."""
        self._command = command
        self._said = said
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the agent; raises MachineError where its program cannot be run."""
        try:
            with self._said.open("wb") as said:
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                    start_new_session=True,
                    creationflags=unseen(),
                    cwd=source_folder(),
                )
        except OSError as error:
            raise MachineError(
                f"The agent cannot be started: {error.strerror}",
                f"check that {self._command[0]} can be run and {self._said.parent} be written",
            ) from error

    def exit_code(self) -> int | None:
        """How the agent that was started ended; None while it runs, or when none was started."""
        return self._process.poll() if self._process else None

    def stop(self, pid: int | None) -> None:
        """Let the agent end in order: the one with this pid, and the one that was started here."""
        if pid is not None and sys.platform == "win32":
            subprocess.Popen(engineroom_command("stop"), creationflags=unseen(), cwd=source_folder())
        elif pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
        elif self._process is not None and self.exit_code() is None:
            self._process.terminate()

    def forget(self) -> None:
        """How an agent ended no longer matters, because one answers."""
        if self.exit_code() is not None:
            self._process = None

    def last_words(self) -> str:
        """What it said on stderr, the last line of it."""
        text = self._said.read_text(encoding="utf-8", errors="replace") if self._said.exists() else ""
        lines = text.strip().splitlines()
        return lines[-1][:LONGEST_REASON] if lines else ""
