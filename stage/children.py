"""Starts programs and ends exactly those again, by pid; never touches a process it did not start."""

import os
import select
import subprocess
import tempfile
from collections.abc import Mapping, Sequence

from core.clock import steady_s
from core.errors import MachineError

END_WITHIN_S = 5.0
READY_WITHIN_S = 30.0
TAIL_BYTES = 600


class Children:
    """The processes of one stage, and what they said on stderr."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the processes that write to it

    def start(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        pass_fds: Sequence[int] = (),
    ) -> subprocess.Popen[bytes]:
        """Start `command` with nothing to read and its words kept; raises MachineError where it is not installed."""
        try:
            child = subprocess.Popen(
                command,
                env=environment,
                pass_fds=pass_fds,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._said,
            )
        except FileNotFoundError as error:
            raise MachineError(f"{command[0]} is not installed", "run `make setup`") from error
        self._running.append(child)
        return child

    def start_announced(
        self, command: Sequence[str], environment: Mapping[str, str]
    ) -> tuple[subprocess.Popen[bytes], str]:
        """As `start`, with the line that it writes when it is ready: `{pipe}` in `command` is where to."""
        reading, writing = os.pipe()
        try:
            try:
                told = [part.replace("{pipe}", str(writing)) for part in command]
                child = self.start(told, environment, pass_fds=[writing])
            finally:
                os.close(writing)
            return child, self.announced(child, reading, command[0])
        finally:
            os.close(reading)

    def announced(self, child: subprocess.Popen[bytes], reading: int, name: str) -> str:
        """The line that comes out of `reading` when `child` is ready; raises MachineError when none comes."""
        until, line, ended = steady_s() + READY_WITHIN_S, b"", os.pidfd_open(child.pid)
        try:
            while not line.endswith(b"\n"):
                ready = select.select([reading, ended], [], [], max(0.0, until - steady_s()))[0]
                said = os.read(reading, 4096) if reading in ready else b""
                if not said:
                    raise MachineError(f"{name} did not start: {self.last_words()}", "run it by hand to see why")
                line += said
        finally:
            os.close(ended)
        return line.decode().strip()

    def end(self, child: subprocess.Popen[bytes]) -> None:
        """Ask `child` to end, insist after a while, and wait until it has."""
        child.terminate()
        try:
            child.wait(END_WITHIN_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        self._running.remove(child)

    def end_all(self) -> None:
        """End everything, latest first."""
        for child in reversed(self._running.copy()):
            self.end(child)

    def close(self) -> None:
        self.end_all()
        self._said.close()

    def last_words(self) -> str:
        """The end of what the processes said, for an error message."""
        size = self._said.seek(0, 2)
        self._said.seek(max(0, size - TAIL_BYTES))
        return self._said.read().decode(errors="replace").strip()
