"""Answers tray and commands on a socket that only this user can open; never touches desktop or record itself."""

import logging
import os
import socket
import struct
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec

from agent.control import LONGEST_LINE, Request
from core.errors import EngineroomError, MachineError, UserError
from core.paths import make_private

SLOWEST_ASKER_S = 5.0
log = logging.getLogger(__name__)
Answer = Callable[[Request], msgspec.Struct]


class ControlServer:
    """A thread that takes connections, and one more for each of them: one line in, one line out."""

    def __init__(self, path: Path, answer: Answer) -> None:
        """Listen on `path`; raises MachineError where the system refuses.

        Only the holder of the lease may do this: a socket left over from a crash is replaced.
        """
        make_private(path.parent)
        path.unlink(missing_ok=True)
        self._path = path
        self._answer = answer
        self._closing = threading.Event()
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._listener.bind(str(path))
            path.chmod(0o600)
            self._listener.listen()
        except OSError as error:
            self._listener.close()
            raise MachineError(
                f"The agent cannot listen at {path}: {error.strerror}", "check that the folder is yours"
            ) from error
        self._thread = threading.Thread(target=self._accept, name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        self._listener.shutdown(socket.SHUT_RDWR)  # a blocked accept returns; closing alone would leave it waiting
        self._thread.join()
        self._listener.close()
        self._path.unlink(missing_ok=True)

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _address = self._listener.accept()
            except OSError as error:
                if not self._closing.is_set():
                    log.warning("no connection could be taken: %s", error)
                    self._closing.wait(1)
                continue
            threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(SLOWEST_ASKER_S)
            try:
                if not _is_own_user(connection):
                    return
                with connection.makefile("rb") as lines:
                    line = lines.readline(LONGEST_LINE)
                if line.endswith(b"\n"):
                    connection.sendall(self._reply(line) + b"\n")
            except OSError as error:
                log.info("a conversation broke off: %s", error)

    def _reply(self, line: bytes) -> bytes:
        try:
            request = msgspec.json.decode(line, type=Request)
            return msgspec.json.encode(self._answer(request))
        except msgspec.MsgspecError:
            refused: EngineroomError = UserError("The agent does not understand this", "use the same version of both")
        except EngineroomError as error:
            refused = error
        blame = "user" if isinstance(refused, UserError) else "machine"
        return msgspec.json.encode({"blame": blame, "happened": refused.happened, "remedy": refused.remedy})


def _is_own_user(connection: socket.socket) -> bool:
    """Whether the other end is this user, whatever the permissions of the socket became."""
    if sys.platform != "linux":
        return True
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _pid, uid, _gid = struct.unpack("3i", credentials)
    return bool(uid == os.getuid())
