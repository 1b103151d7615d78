"""How long ago the last input of this Windows session was; never asks what it was."""

import ctypes
from ctypes import wintypes
from typing import ClassVar

from agent.platforms.windows_calls import native

TICKS = 1 << 32
"""Windows counts milliseconds since its start in 32 bits: it begins anew every 49.7 days."""
AHEAD_MS = 60_000
"""Programs may date the input that they make up, and input may come between two questions: so far ahead is now."""


class IdleTicks:
    """Milliseconds since the last input out of a counter that begins anew, however long nobody is there."""

    def __init__(self) -> None:
        self._tick: int | None = None
        self._input_ms = 0

    def idle_ms(self, tick: int, now_ms: int) -> int:
        """`tick`: the counter at the last input; `now_ms`: what it would be now if it never began anew."""
        if tick != self._tick:
            ago = (now_ms - tick) % TICKS
            self._tick = tick
            self._input_ms = now_ms - (ago - TICKS if ago >= TICKS - AHEAD_MS else ago)
        return max(0, now_ms - self._input_ms)


class _LastInput(ctypes.Structure):
    """`LASTINPUTINFO`."""

    _fields_: ClassVar = [("size", wintypes.UINT), ("tick", wintypes.DWORD)]


class LastInput:
    """Asks Windows, which takes input that software makes up for input too."""

    def __init__(self) -> None:
        """Raises DesktopLost on another system."""
        self._ask = native("user32", "GetLastInputInfo", wintypes.BOOL, ctypes.POINTER(_LastInput))
        self._now = native("kernel32", "GetTickCount64", ctypes.c_ulonglong)
        self._ticks = IdleTicks()

    def idle_ms(self) -> int | None:
        """None where Windows does not say."""
        told = _LastInput(size=ctypes.sizeof(_LastInput))
        if not self._ask(ctypes.byref(told)):
            return None
        return self._ticks.idle_ms(told.tick, self._now())
