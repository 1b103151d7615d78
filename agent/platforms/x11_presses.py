"""Counts presses in what an X server sends, by the device they come from; never reads which key or where.

The bytes lie in one buffer that is wiped as soon as they are counted.
"""

import struct
from collections.abc import Callable

HIERARCHY_CHANGED, RAW_KEY_PRESS, RAW_BUTTON_PRESS = 11, 13, 15
"""Events of XInput 2. Wheels press the buttons 4 to 7."""
BUFFER_BYTES = 1 << 15
"""A message that does not fit is none of those that we asked for: reading it ends with nothing read."""
_UNIT = 32
_GENERIC, _REPLY = 35, 1
_KIND = 0x7F
"""Without the bit of what another program made up."""
_OF_PRESSES = frozenset({RAW_KEY_PRESS, RAW_BUTTON_PRESS})
_MARKS = struct.Struct("=BxxxIH10xH")
"""Kind of message, how much longer than a unit it is, kind of event, source. What lies between is skipped."""


class Presses:
    """Takes the stream of one connection, on which nothing but such events is awaited."""

    def __init__(self, read_into: Callable[[memoryview], int]) -> None:
        """`read_into` gives the number of bytes that have arrived, and never waits."""
        self._read_into = read_into
        self._buffer = bytearray(BUFFER_BYTES)
        self._view = memoryview(self._buffer)
        self._filled = 0
        self.devices_changed = True
        """Whether a source may mean another device than before."""

    def by_source(self) -> dict[int, int]:
        """How many presses each device has made since the last call."""
        counts: dict[int, int] = {}
        while arrived := self._read_into(self._view[self._filled :]):
            self._filled += arrived
            self._keep_from(self._count(counts))
        return counts

    def _count(self, counts: dict[int, int]) -> int:
        """Count whole messages; where the first begins that is not whole."""
        at = 0
        while self._filled - at >= _UNIT:
            kind, more, event, source = _MARKS.unpack_from(self._buffer, at)
            size = _UNIT + 4 * more if kind & _KIND in {_GENERIC, _REPLY} else _UNIT
            if self._filled - at < size:
                break
            if kind & _KIND == _GENERIC and event in _OF_PRESSES:
                counts[source] = counts.get(source, 0) + 1
            elif kind & _KIND == _GENERIC and event == HIERARCHY_CHANGED:
                self.devices_changed = True
            at += size
        return at

    def _keep_from(self, at: int) -> None:
        """Wipe everything before `at`, and what stood where the rest stands no more."""
        kept = self._filled - at
        self._view[:kept] = self._view[at : self._filled]
        self._view[kept : self._filled] = bytes(self._filled - kept)
        self._filled = kept
