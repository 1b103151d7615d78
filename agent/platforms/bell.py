"""Wakes whoever waits on a file descriptor, from any thread or signal handler; never loses a ring and never blocks."""

import socket
from contextlib import suppress


class Bell:
    """A pair of sockets: one side rings, the other is waited on. Sockets, because Windows selects nothing else."""

    def __init__(self) -> None:
        self._listening, self._ringing = socket.socketpair()
        self._listening.setblocking(False)
        self._ringing.setblocking(False)

    def ring(self) -> None:
        with suppress(OSError):  # full: it rings already; closed: nobody waits any more
            self._ringing.send(b"!")

    def heard(self) -> bool:
        """Whether it rang since it was last asked."""
        try:
            return bool(self._listening.recv(4096))
        except BlockingIOError:
            return False

    def fileno(self) -> int:
        return self._listening.fileno()

    def close(self) -> None:
        self._ringing.close()
        self._listening.close()
