"""One recorder for one record: who holds the lease records; never records itself."""

import ctypes
import json
import os
import sys
from pathlib import Path

from core.paths import touch_private

FAR_BEHIND = 1 << 30
"""Bytes; where nothing is ever written."""


class Lease:
    """A lock that the system lets go of when its holder dies, with the holder's session written in it."""

    def __init__(self, file: Path, session: str) -> None:
        touch_private(file)
        self._file = file
        self._session = session
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Try to become the one recorder; never waits."""
        descriptor = os.open(self._file, os.O_RDWR)
        if not _lock(descriptor):
            os.close(descriptor)
            return False
        os.ftruncate(descriptor, 0)
        os.write(descriptor, json.dumps({"pid": os.getpid(), "session": self._session}).encode())
        self._descriptor = descriptor
        return True

    def holder_session(self) -> str:
        """The session of whoever holds the lease; empty while that is being written."""
        try:
            return str(json.loads(self._file.read_text(encoding="utf-8"))["session"])
        except (json.JSONDecodeError, KeyError):
            return ""

    def give_back(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def session_name() -> str:
    """The desktop session this process runs in, as a person may recognise it."""
    if sys.platform == "win32":
        return f"session {_session_number()} ({os.environ.get('SESSIONNAME', 'Console')})"
    if sys.platform == "darwin":
        return "console"
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    return f"display {display}" if display else "a session without a display"


def _session_number() -> int:
    """What Windows calls this session; its name in the environment may be that of an earlier connection."""
    number = ctypes.c_ulong()
    if sys.platform == "win32":
        ctypes.WinDLL("kernel32").ProcessIdToSessionId(os.getpid(), ctypes.byref(number))
    return number.value


def _lock(descriptor: int) -> bool:
    """Take the exclusive lock of an open file without waiting."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, FAR_BEHIND, os.SEEK_SET)  # Windows lets nobody else read what is locked
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
