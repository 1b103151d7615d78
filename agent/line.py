"""One conversation between the agent and whoever asks it, whatever carries it; never knows what is said."""

import sys
from pathlib import Path
from typing import Protocol

LONGEST_LINE = 1 << 20
"""Bytes; a longer message is refused on both sides."""


class Line(Protocol):
    """One end of a conversation. Its calls raise TimeoutError, or another OSError, where the other end is of no use."""

    def send(self, message: bytes) -> None:
        """Return when all of it is on its way."""
        ...

    def receive(self) -> bytes:
        """Some of what the other end sends; empty when it has hung up."""
        ...

    def close(self) -> None: ...


class Listener(Protocol):
    """Where the agent listens, for its own user alone."""

    def accept(self) -> Line | None:
        """The next conversation; None once the listener was closed. Raises OSError where the system refuses one."""
        ...

    def close(self) -> None:
        """Listen no more; an `accept` under way on another thread returns."""
        ...


def listen(place: Path, patience_s: float) -> Listener:
    """Listen at `place`; whoever says nothing for so long is hung up on.

    Raises OSError where the system refuses. Only the holder of the lease may do this.
    """
    if sys.platform == "win32":
        from agent.named_pipe import PipeListener

        return PipeListener(place, patience_s)
    else:  # noqa: RET505 - on Windows there is no such module, and mypy knows by the else
        from agent.unix_socket import SocketListener

        return SocketListener(place, patience_s)


def call(place: Path, patience_s: float) -> Line:
    """Begin a conversation; raises FileNotFoundError or ConnectionRefusedError where nobody listens at `place`."""
    if sys.platform == "win32":
        from agent.named_pipe import call_pipe

        return call_pipe(place, patience_s)
    else:  # noqa: RET505 - on Windows there is no such module, and mypy knows by the else
        from agent.unix_socket import call_socket

        return call_socket(place, patience_s)


def read_line(line: Line) -> bytes:
    """One line with its end; what came instead where the other end hangs up or the line is too long."""
    received = bytearray()
    while not received.endswith(b"\n") and len(received) < LONGEST_LINE:
        some = line.receive()
        if not some:
            break
        received += some
    return bytes(received)
