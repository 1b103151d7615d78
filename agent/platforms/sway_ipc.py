"""The i3-ipc line to sway: asks for the tree of windows and hears of changes; never commands anything."""

import os
import select
import socket
import struct
from pathlib import Path
from typing import NoReturn

import msgspec

from agent.platforms.local_line import reason, take_arrived
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland_connection import Peer, connected_to, peer_of, runtime_folder
from core.clock import steady_s

ANSWER_WITHIN_S = 5.0
"""A compositor that is silent for longer hangs."""
_MAGIC = b"i3-ipc"
_HEADER = struct.Struct("=6sII")
_SUBSCRIBE, _GET_TREE = 2, 4
_EVENT = 1 << 31
_WINDOW_EVENT = _EVENT | 3
_TOPICS = b'["window", "workspace", "shutdown"]'


class Properties(msgspec.Struct, frozen=True):
    """What an X11 window says of itself."""

    program: str | None = msgspec.field(name="class", default=None)


class Node(msgspec.Struct, frozen=True):
    """A window, or a place that holds windows."""

    id: int = 0
    focused: bool = False
    name: str | None = None
    app_id: str | None = None
    pid: int | None = None
    """None for whatever is no window."""
    window_properties: Properties | None = None
    nodes: tuple["Node", ...] = ()
    floating_nodes: tuple["Node", ...] = ()


class Change(msgspec.Struct, frozen=True):
    """What happened to one window or, where `container` is missing, to workspaces or to sway as a whole."""

    change: str
    container: Node | None = None


class SwayLine:
    """One connection; every method raises DesktopLost once sway is gone."""

    def __init__(self, compositor: Peer) -> None:
        """`compositor`: whom the Wayland connection leads to, so that it is the same sway."""
        self._socket = _line_to(compositor)
        self._unread = bytearray()
        self._owed: list[int] = []
        """Kinds of the answers that are to come."""
        self._changes: list[Change] = []
        self._tree: Node | None = None
        self.closed = False
        try:
            self._ask(_SUBSCRIBE, _TOPICS)
            self._await_answers()
        except DesktopLost:
            self.close()
            raise

    @property
    def waits_for_answers(self) -> bool:
        """Whether sway still owes an answer that did not come in time."""
        return bool(self._owed)

    def fileno(self) -> int:
        return self._socket.fileno()

    def changes(self) -> list[Change]:
        """What sway has told since the last call; never waits."""
        self._take()
        changes, self._changes = self._changes, []
        return changes

    def tree(self) -> Node:
        """All windows now; changes that were told before it are in it.

        Raises DesktopLost when sway does not answer in time; the connection goes on, and the late answer is dropped.
        """
        self._ask(_GET_TREE)
        self._await_answers()
        tree, self._tree = self._tree, None
        if tree is None:
            self._lose("it answered something else")
        return tree

    def close(self) -> None:
        self.closed = True
        self._socket.close()

    def _ask(self, kind: int, payload: bytes = b"") -> None:
        self._owed.append(kind)
        try:
            self._socket.sendall(_HEADER.pack(_MAGIC, len(payload), kind) + payload)
        except OSError as gone:
            self._lose(reason(gone))

    def _await_answers(self) -> None:
        until = steady_s() + ANSWER_WITHIN_S
        while self._owed:
            if not select.select([self._socket], [], [], max(0.0, until - steady_s()))[0]:
                raise DesktopLost("sway does not answer")
            self._take()

    def _take(self) -> None:
        try:
            take_arrived(self._socket, self._unread)
        except OSError as gone:
            self._lose(reason(gone))
        try:
            while len(self._unread) >= _HEADER.size:
                magic, size, kind = _HEADER.unpack_from(self._unread)
                if magic != _MAGIC:
                    self._lose("it sent something else than i3-ipc")
                end = _HEADER.size + size
                if len(self._unread) < end:
                    return
                payload = self._unread[_HEADER.size : end].decode("utf-8", "replace")
                del self._unread[:end]
                self._note(kind, payload)
        except msgspec.DecodeError as nonsense:
            self._lose(f"it sent what cannot be read: {nonsense}")

    def _note(self, kind: int, payload: str) -> None:
        if kind == _WINDOW_EVENT:
            self._changes.append(msgspec.json.decode(payload, type=Change))
        elif kind & _EVENT:
            self._changes.append(Change("elsewhere"))
        elif kind in self._owed:
            self._owed.remove(kind)
            if kind == _GET_TREE:
                self._changes.clear()
                self._tree = msgspec.json.decode(payload, type=Node)

    def _lose(self, why: str) -> NoReturn:
        self.close()
        raise DesktopLost(f"sway went away: {why}")


def _line_to(compositor: Peer) -> socket.socket:
    """The socket that the environment names, or the one that sway makes; of this compositor, not of one around it.

    The environment of a long-lived agent names the socket of a sway that may be gone.
    """
    paths = [runtime_folder() / f"sway-ipc.{compositor.uid}.{compositor.pid}.sock"]
    if named := os.environ.get("SWAYSOCK"):
        paths.append(Path(named))
    for path in paths:
        if path.exists():
            line = connected_to(path, "sway")
            if peer_of(line).pid == compositor.pid:
                return line
            line.close()
    raise DesktopLost("sway cannot be reached: it has no socket for this Wayland display")
