"""Conversations over a Windows pipe that only its user can open, and no other computer; never knows what is said.

For Windows alone: it is imported where `sys.platform` says so, and nowhere else. The calls are those that Python's own
multiprocessing makes, which keep the memory of what is under way; Qt's QLocalSocket speaks to such a pipe as it is.
"""

import _winapi
import sys
import threading
from pathlib import Path

from core import windows_user
from core.clock import steady_s

assert sys.platform == "win32"

AT_ONCE = 65536
_REJECT_REMOTE_CLIENTS = 0x8
_IO_PENDING, _NO_DATA, _PIPE_BUSY = 997, 232, 231
_SECURITY_SQOS_PRESENT, _SECURITY_IDENTIFICATION = 0x10_0000, 0x1_0000
"""Whoever listens may learn who asks, and cannot act in their name."""


class PipeLine:
    """One end of a connected pipe."""

    def __init__(self, handle: int, patience_s: float) -> None:
        self._handle = handle
        self._patience_s = patience_s

    def send(self, message: bytes) -> None:
        self._await(*_winapi.WriteFile(self._handle, message, overlapped=True))

    def receive(self) -> bytes:
        try:
            under_way, error = _winapi.ReadFile(self._handle, AT_ONCE, overlapped=True)
            self._await(under_way, error)
        except BrokenPipeError:
            return b""
        return bytes(under_way.getbuffer() or b"")

    def close(self) -> None:
        _winapi.CloseHandle(self._handle)

    def _await(self, under_way: _winapi.Overlapped, error: int) -> None:
        if error == _IO_PENDING and _is_late(under_way, self._patience_s):
            under_way.cancel()
            under_way.GetOverlappedResult(True)
            raise TimeoutError("the other end is silent")
        under_way.GetOverlappedResult(True)


class PipeListener:
    """A pipe with rights for its user alone; another end of it waits as soon as one is taken."""

    def __init__(self, name: Path, patience_s: float) -> None:
        """Raises PermissionError where somebody, whoever it is, listens under this name already."""
        self._name = str(name)
        self._patience_s = patience_s
        self._closing = False
        self._changing = threading.Lock()
        self._under_way: _winapi.Overlapped | None = None
        self._waiting: int | None = self._make_end(_winapi.FILE_FLAG_FIRST_PIPE_INSTANCE)

    def accept(self) -> PipeLine | None:
        waiting = self._waiting or self._make_end(0)
        self._waiting = None
        line: PipeLine | None = None
        try:
            if self._is_taken(waiting):
                self._waiting = self._make_end(0)
                line = PipeLine(waiting, self._patience_s)
        finally:
            if line is None:
                _winapi.CloseHandle(waiting)
        return line

    def close(self) -> None:
        with self._changing:
            self._closing = True
            if self._under_way is not None:
                self._under_way.cancel()

    def _is_taken(self, end: int) -> bool:
        """Wait until somebody calls; False where the listener was closed."""
        with self._changing:
            if self._closing:
                return False
            try:
                self._under_way = _winapi.ConnectNamedPipe(end, overlapped=True)
            except OSError as error:
                if error.winerror == _NO_DATA:  # has called, and hung up again
                    return True
                raise
        _, fault = self._under_way.GetOverlappedResult(True)
        return not fault

    def _make_end(self, more: int) -> int:
        how = _winapi.PIPE_ACCESS_DUPLEX | _winapi.FILE_FLAG_OVERLAPPED | more
        bytewise = _REJECT_REMOTE_CLIENTS  # and 0 for the rest: bytes, and calls that wait
        return _winapi.CreateNamedPipe(
            self._name,
            how,
            bytewise,
            _winapi.PIPE_UNLIMITED_INSTANCES,
            AT_ONCE,
            AT_ONCE,
            _winapi.NMPWAIT_WAIT_FOREVER,
            windows_user.for_this_user_alone(),
        )


def call_pipe(name: Path, patience_s: float) -> PipeLine:
    """Begin a conversation; raises FileNotFoundError where nobody listens, PermissionError where somebody else does."""
    handle = _opened(str(name), patience_s)
    if windows_user.owner_of(handle) != windows_user.user_sid():
        _winapi.CloseHandle(handle)
        raise PermissionError(13, "somebody else listens in the agent's place")
    return PipeLine(handle, patience_s)


def _opened(name: str, patience_s: float) -> int:
    """The other end of the pipe, as soon as one is free."""
    until = steady_s() + patience_s
    how = _winapi.FILE_FLAG_OVERLAPPED | _SECURITY_SQOS_PRESENT | _SECURITY_IDENTIFICATION
    both = _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
    while True:
        try:
            return _winapi.CreateFile(name, both, 0, _winapi.NULL, _winapi.OPEN_EXISTING, how, _winapi.NULL)
        except OSError as error:
            if error.winerror != _PIPE_BUSY or steady_s() > until:
                raise
        _winapi.WaitNamedPipe(name, round(patience_s * 1000))


def _is_late(under_way: _winapi.Overlapped, within_s: float) -> bool:
    return _winapi.WaitForSingleObject(under_way.event, round(within_s * 1000)) != _winapi.WAIT_OBJECT_0
