"""Conversations over a Unix socket that only its user can open; never knows what is said.

Imported wherever `sys.platform` does not say Windows, and not there.
"""

import os
import socket
import struct
import sys
import threading
from pathlib import Path

from core.paths import make_private

assert sys.platform != "win32"

AT_ONCE = 65536


class SocketLine:
    """One end of a connected socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send(self, message: bytes) -> None:
        self._connection.sendall(message)

    def receive(self) -> bytes:
        return self._connection.recv(AT_ONCE)

    def close(self) -> None:
        self._connection.close()


class SocketListener:
    """A socket with the rights 0600 in a folder with 0700."""

    def __init__(self, path: Path, patience_s: float) -> None:
        """A socket left over from a crash is replaced."""
        make_private(path.parent)
        path.unlink(missing_ok=True)
        self._path = path
        self._patience_s = patience_s
        self._closing = threading.Event()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.bind(str(path))
            path.chmod(0o600)
            self._socket.listen()
        except OSError:
            self._socket.close()
            raise

    def accept(self) -> SocketLine | None:
        """Whoever is not this user is hung up on."""
        while True:
            try:
                connection, _address = self._socket.accept()
            except OSError:
                if self._closing.is_set():
                    return None
                raise
            if _is_own_user(connection):
                connection.settimeout(self._patience_s)
                return SocketLine(connection)
            connection.close()

    def close(self) -> None:
        self._closing.set()
        self._socket.shutdown(socket.SHUT_RDWR)  # a blocked accept returns; closing alone would leave it waiting
        self._socket.close()
        self._path.unlink(missing_ok=True)


def call_socket(path: Path, patience_s: float) -> SocketLine:
    """Begin a conversation; raises FileNotFoundError or ConnectionRefusedError where nobody listens at `path`."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(patience_s)
        connection.connect(str(path))
    except OSError:
        connection.close()
        raise
    return SocketLine(connection)


def _is_own_user(connection: socket.socket) -> bool:
    """Whether the other end is this user, whatever the permissions of the socket became."""
    if sys.platform != "linux":
        return True
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _pid, uid, _gid = struct.unpack("3i", credentials)
    return bool(uid == os.getuid())
