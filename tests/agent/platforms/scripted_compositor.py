"""A compositor that says over the real wire exactly what a test tells it to; never draws anything."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

from agent.platforms.wayland_wire import Arguments, Message, packed, taken

REGISTRY_MADE, SYNC = 1, 0
DISPLAY = 1


class ScriptedCompositor:
    """Offers globals, answers every sync at once, and remembers all other requests."""

    def __init__(self, path: Path, offers: dict[str, int]) -> None:
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._door.bind(str(path))
        self._door.listen()
        self._offers = offers
        self._line: socket.socket | None = None
        self.requests: list[Message] = []
        self.made: dict[str, int] = {}
        """Objects that the client bound, by interface."""
        self._registry = 0
        self._serving = threading.Thread(target=self._serve)
        self._serving.start()

    def say(self, object_id: int, opcode: int, *arguments: int | str) -> None:
        """Send an event; the client knows of it by its next round trip."""
        self.say_raw(packed(object_id, opcode, *arguments))

    def say_raw(self, message: bytes) -> None:
        assert self._line is not None
        self._line.sendall(message)

    def close(self) -> None:
        with contextlib.suppress(OSError):  # nobody came
            self._door.shutdown(socket.SHUT_RDWR)
        if self._line is not None:
            with contextlib.suppress(OSError):  # the client was faster
                self._line.shutdown(socket.SHUT_RDWR)
        self._serving.join()
        self._door.close()

    def _serve(self) -> None:
        try:
            self._line, _address = self._door.accept()
        except OSError:  # nobody came
            return
        unread = bytearray()
        with self._line, contextlib.suppress(OSError):  # the client may leave at any time
            while received := self._line.recv(4096):
                unread += received
                for request in taken(unread):
                    self._obey(request)

    def _obey(self, request: Message) -> None:
        arguments = Arguments(request.body)
        if request.object_id == DISPLAY and request.opcode == REGISTRY_MADE:
            self._registry = arguments.number()
            for number, (interface, version) in enumerate(self._offers.items()):
                self.say(self._registry, 0, number, interface, version)
        elif request.object_id == DISPLAY and request.opcode == SYNC:
            callback = arguments.number()
            self.say(callback, 0, 0)
            self.say(DISPLAY, 1, callback)
        elif request.object_id == self._registry:
            arguments.number()
            interface = arguments.text()
            arguments.number()
            self.made[interface] = arguments.number()
        else:
            self.requests.append(request)


@contextlib.contextmanager
def scripted(path: Path, **offers: int) -> Iterator[ScriptedCompositor]:
    """`offers`: versions by interface."""
    compositor = ScriptedCompositor(path, offers)
    try:
        yield compositor
    finally:
        compositor.close()
