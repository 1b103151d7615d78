"""One connection to a Wayland compositor: its globals, objects and round trips; never knows what the protocols mean."""

import os
import select
import socket
import struct
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from agent.platforms.local_line import open_line, reason, take_arrived
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland_wire import Arguments, packed, taken
from core.clock import steady_s

ANSWER_WITHIN_S = 5.0
"""A compositor that is silent for longer hangs."""
DISPLAY = 1
"""The one object that exists from the start."""
_SYNC, _GET_REGISTRY = 0, 1
_BIND = 0
_ERROR, _DELETE_ID = 0, 1
_GLOBAL, _GLOBAL_REMOVE = 0, 1
_PEER = struct.Struct("=iII")
Listener = Callable[[int, Arguments], None]
"""Called with the opcode of an event and its arguments."""


class Peer(NamedTuple):
    """The process at the other end of a local socket, as the kernel knows it."""

    pid: int
    uid: int


class Global(NamedTuple):
    """Something that the compositor offers to everybody."""

    number: int
    version: int


class WaylandConnection:
    """Talks to one compositor until it goes away; every method raises DesktopLost from then on."""

    def __init__(self) -> None:
        """Connect to the compositor that the environment names."""
        self._socket = connected_to(_socket_path(), "the Wayland compositor")
        self._unread = bytearray()
        self._listeners: dict[int, Listener] = {DISPLAY: self._on_display}
        self._free_ids: list[int] = []
        self._next_id = DISPLAY + 1
        self._unanswered = False
        self.closed = False
        self.peer = peer_of(self._socket)
        self.globals: dict[str, Global] = {}
        """By interface; the first where there are several."""
        self._registry = self.new_object(self._on_registry)
        try:
            self.request(DISPLAY, _GET_REGISTRY, self._registry)
            self.round_trip()
        except DesktopLost:
            self.close()
            raise

    @property
    def waits_for_answers(self) -> bool:
        """Whether the compositor still owes an answer that did not come in time."""
        return self._unanswered

    def fileno(self) -> int:
        return self._socket.fileno()

    def new_object(self, listener: Listener) -> int:
        """An id for an object that the next request makes."""
        if self._free_ids:
            object_id = self._free_ids.pop()
        else:
            object_id, self._next_id = self._next_id, self._next_id + 1
        self._listeners[object_id] = listener
        return object_id

    def listen(self, object_id: int, listener: Listener) -> None:
        """Hear the events of an object that the compositor made."""
        self._listeners[object_id] = listener

    def forget(self, object_id: int) -> None:
        """Hear nothing more of an object that the compositor made."""
        self._listeners.pop(object_id, None)

    def bind(self, interface: str, version: int, listener: Listener) -> int:
        """The global of this name, in `version` or the older one that is offered."""
        offered = self.globals[interface]
        object_id = self.new_object(listener)
        self.request(self._registry, _BIND, offered.number, interface, min(version, offered.version), object_id)
        return object_id

    def request(self, object_id: int, opcode: int, *arguments: int | str) -> None:
        try:
            self._socket.sendall(packed(object_id, opcode, *arguments))
        except OSError as gone:
            self._lose(reason(gone))

    def take(self) -> None:
        """Tell the listeners what has arrived; never waits."""
        try:
            take_arrived(self._socket, self._unread)
        except OSError as gone:
            self._lose(reason(gone))
        try:
            for message in taken(self._unread):
                listener = self._listeners.get(message.object_id)
                if listener is not None:
                    listener(message.opcode, Arguments(message.body))
        except ValueError as nonsense:
            self._lose(f"it sent {nonsense}")

    def round_trip(self) -> None:
        """Everything that the compositor has done so far is known afterwards.

        Raises DesktopLost when it does not answer in time; the connection goes on.
        """
        until = steady_s() + ANSWER_WITHIN_S
        if not self._unanswered:
            self._unanswered = True
            self.request(DISPLAY, _SYNC, self.new_object(self._on_answer))
        self.take()
        while self._unanswered:
            if not select.select([self._socket], [], [], max(0.0, until - steady_s()))[0]:
                raise DesktopLost("the Wayland compositor does not answer")
            self.take()

    def close(self) -> None:
        self.closed = True
        self._socket.close()

    def _on_display(self, opcode: int, arguments: Arguments) -> None:
        if opcode == _ERROR:
            arguments.number()
            arguments.number()
            self._lose(arguments.text())
        elif opcode == _DELETE_ID:
            object_id = arguments.number()
            self._listeners.pop(object_id, None)
            self._free_ids.append(object_id)

    def _on_registry(self, opcode: int, arguments: Arguments) -> None:
        number = arguments.number()
        if opcode == _GLOBAL:
            interface = arguments.text()
            self.globals.setdefault(interface, Global(number, arguments.number()))
        elif opcode == _GLOBAL_REMOVE:
            self.globals = {name: offered for name, offered in self.globals.items() if offered.number != number}

    def _on_answer(self, _opcode: int, _arguments: Arguments) -> None:
        self._unanswered = False

    def _lose(self, why: str) -> NoReturn:
        self.close()
        raise DesktopLost(f"the Wayland compositor went away: {why}")


def connected_to(path: Path, what: str) -> socket.socket:
    """A local socket to whoever listens at `path`; raises DesktopLost, which names `what`, where nobody does."""
    try:
        return open_line(path)
    except OSError as refusal:
        raise DesktopLost(f"{what} cannot be reached: {reason(refusal)}") from refusal


def peer_of(line: socket.socket) -> Peer:
    pid, uid, _gid = _PEER.unpack(line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size))
    return Peer(pid, uid)


def runtime_folder() -> Path:
    """Where the sockets of this person's session are; raises DesktopLost where the session names no such folder."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if not folder:
        raise DesktopLost("the Wayland compositor cannot be reached: XDG_RUNTIME_DIR is not set")
    return Path(folder)


def _socket_path() -> Path:
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    return Path(name) if name.startswith("/") else runtime_folder() / name
