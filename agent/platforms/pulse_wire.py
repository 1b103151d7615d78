"""Packets of PulseAudio's native protocol as bytes and back; never opens a socket.

A packet holds tagged values: each begins with a letter that says of which kind it is.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

HEADER = struct.Struct(">IIIII")
"""Length of what follows, channel, two halves of an offset, and flags."""
CONTROL = 0xFFFFFFFF
"""The channel of commands; others carry sound."""
LONGEST_PACKET = 1 << 20
"""Bytes; servers of both kinds send less."""
_NUMBER = struct.Struct(">I")
Value = int | str | bool | bytes | Mapping[str, str] | None


def packed(*values: Value) -> bytes:
    """One command: its number, the tag by which its answer is known, and its arguments."""
    body = b"".join(_tagged(value) for value in values)
    return HEADER.pack(len(body), CONTROL, 0, 0, 0) + body


def taken(buffer: bytearray) -> Iterator[bytes]:
    """Take the bodies of whole packets off the front of `buffer`; raises ValueError where this is no PulseAudio."""
    while len(buffer) >= HEADER.size:
        length, channel, _high, _low, _flags = HEADER.unpack_from(buffer)
        if length > LONGEST_PACKET:
            raise ValueError(f"a packet of {length} bytes")
        if len(buffer) < HEADER.size + length:
            return
        body = bytes(buffer[HEADER.size : HEADER.size + length])
        del buffer[: HEADER.size + length]
        if channel == CONTROL:
            yield body


def values_of(body: bytes) -> list[Value]:
    """Every value of a packet in order; raises ValueError where they cannot be told apart."""
    reading = _Reading(body)
    try:
        return list(reading.rest())
    except (struct.error, IndexError) as short:
        raise ValueError("a packet that is cut off") from short


class _Reading:
    """A place in a packet."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._at = 0

    def rest(self) -> Iterator[Value]:
        while self._at < len(self._body):
            yield self.value()

    def value(self) -> Value:
        kind = self.raw(1)
        try:
            read = _READERS[kind]
        except KeyError:
            raise ValueError(f"a value of the unknown kind {kind!r}") from None
        return read(self)

    def raw(self, length: int) -> bytes:
        start, self._at = self._at, self._at + length
        if self._at > len(self._body):
            raise IndexError(self._at)
        return self._body[start : self._at]

    def number(self) -> int:
        return int.from_bytes(self.raw(4))

    def text(self) -> str:
        end = self._body.find(0, self._at)
        if end < 0:
            raise IndexError(end)
        text = self._body[self._at : end]
        self._at = end + 1
        return text.decode("utf-8", "replace")

    def data(self) -> bytes:
        return self.raw(self.number())

    def skip_format(self) -> None:
        """The encoding of a stream and what is said of it."""
        self.value()
        self.value()

    def properties(self) -> Mapping[str, str]:
        """Names and texts, up to an empty name; what is no text is left out by whoever asks for it."""
        found: dict[str, str] = {}
        while isinstance(name := self.value(), str):
            self.value()  # the length, which the data says once more
            data = self.value()
            if isinstance(data, bytes):
                found[name] = data.removesuffix(b"\0").decode("utf-8", "replace")
        return MappingProxyType(found)


_READERS: Mapping[bytes, Callable[[_Reading], Value]] = {
    b"t": _Reading.text,
    b"N": lambda _reading: None,
    b"L": _Reading.number,
    b"V": _Reading.number,
    b"B": lambda reading: reading.raw(1)[0],
    b"U": lambda reading: int.from_bytes(reading.raw(8)),
    b"R": lambda reading: int.from_bytes(reading.raw(8)),
    b"r": lambda reading: int.from_bytes(reading.raw(8), signed=True),
    b"T": lambda reading: reading.raw(8),
    b"1": lambda _reading: True,
    b"0": lambda _reading: False,
    b"x": _Reading.data,
    b"a": lambda reading: reading.raw(6),
    b"m": lambda reading: reading.raw(reading.raw(1)[0]),
    b"v": lambda reading: reading.raw(4 * reading.raw(1)[0]),
    b"f": _Reading.skip_format,
    b"P": _Reading.properties,
}


def _tagged(value: Value) -> bytes:
    match value:
        case None:
            return b"N"
        case int():
            return b"L" + _NUMBER.pack(value)
        case str():
            return b"t" + value.encode() + b"\0"
        case bytes():
            return b"x" + _NUMBER.pack(len(value)) + value
        case _:
            return b"P" + b"".join(_property(name, text) for name, text in value.items()) + b"N"


def _property(name: str, text: str) -> bytes:
    data = text.encode() + b"\0"
    return _tagged(name) + _tagged(len(data)) + _tagged(data)
