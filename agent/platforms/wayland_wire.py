"""Messages of the Wayland wire protocol as bytes and back; never opens a socket."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

HEADER = struct.Struct("=IHH")
"""Object, opcode, and the size of the whole message."""
NUMBER = struct.Struct("=I")


class Message(NamedTuple):
    """One request or event, with its arguments still packed."""

    object_id: int
    opcode: int
    body: bytes


def packed(object_id: int, opcode: int, *arguments: int | str) -> bytes:
    body = b"".join(NUMBER.pack(each) if isinstance(each, int) else _text(each) for each in arguments)
    return HEADER.pack(object_id, opcode, HEADER.size + len(body)) + body


def taken(buffer: bytearray) -> Iterator[Message]:
    """Take the whole messages off the front of `buffer`; raises ValueError where this is no Wayland."""
    while len(buffer) >= HEADER.size:
        object_id, opcode, size = HEADER.unpack_from(buffer)
        if size < HEADER.size or size % NUMBER.size:
            raise ValueError(f"a message of {size} bytes")
        if len(buffer) < size:
            return
        body = bytes(buffer[HEADER.size : size])
        del buffer[:size]
        yield Message(object_id, opcode, body)


class Arguments:
    """Reads the arguments of a message one after the other; raises ValueError where they end too soon."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def number(self) -> int:
        try:
            (number,) = NUMBER.unpack_from(self._body, self._at)
        except struct.error as short:
            raise ValueError("an argument is missing") from short
        self._at += NUMBER.size
        return int(number)

    def text(self) -> str:
        """Without the NUL at its end; what is no UTF-8 becomes the replacement character."""
        return self._bytes().removesuffix(b"\0").decode("utf-8", "replace")

    def numbers(self) -> tuple[int, ...]:
        """An array of numbers."""
        packed_numbers = self._bytes()
        whole = len(packed_numbers) // NUMBER.size * NUMBER.size
        return tuple(number for (number,) in NUMBER.iter_unpack(packed_numbers[:whole]))

    def _bytes(self) -> bytes:
        size = self.number()
        start, self._at = self._at, self._at + size + -size % NUMBER.size
        if self._at > len(self._body):
            raise ValueError("an argument is cut off")
        return self._body[start : start + size]


def _text(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return NUMBER.pack(len(raw)) + raw + bytes(-len(raw) % NUMBER.size)
