"""A line to a server on this computer: opens it and takes what has arrived; never knows what is said over it."""

import socket
from pathlib import Path

AT_ONCE = 65536


def open_line(path: Path) -> socket.socket:
    """Raises OSError where nobody listens at `path`."""
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.connect(str(path))
    except OSError:
        line.close()
        raise
    return line


def take_arrived(line: socket.socket, unread: bytearray) -> None:
    """Add to `unread` what has arrived; never waits. Raises OSError where the other end is gone."""
    while True:
        try:
            arrived = line.recv(AT_ONCE, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return
        if not arrived:
            raise ConnectionError("it closed the connection")
        unread += arrived


def reason(gone: OSError) -> str:
    """Why a line cannot be used, in plain words."""
    return gone.strerror or str(gone)
