"""Starts programs and ends exactly those again, by pid; never touches a process it did not start."""

import subprocess
import tempfile
from collections.abc import Mapping, Sequence

from core.errors import MachineError

END_WITHIN_S = 5.0
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
