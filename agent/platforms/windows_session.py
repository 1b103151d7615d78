"""Whether a Windows session is locked or hidden behind another one, out of what Windows says; never locks anything."""

import ctypes
import struct
from ctypes import wintypes

from agent.platforms.windows_calls import native

CONSOLE_CONNECT, CONSOLE_DISCONNECT, REMOTE_CONNECT, REMOTE_DISCONNECT = 1, 2, 3, 4
LOGOFF, LOCK, UNLOCK = 6, 7, 8
"""Reasons that come with WM_WTSSESSION_CHANGE."""
_INFO_EX = 25
_THIS_SESSION = 0xFFFF_FFFF
_ACTIVE, _LOCKED = 0, 0
_LEVEL_1 = struct.Struct("<L4xLll")
"""The beginning of `WTSINFOEXW`: level, session, state of its connection, and whether it is locked."""


class SessionState:
    """Follows one session from what was so at the start: in front of its person where nobody says otherwise."""

    def __init__(self, *, locked: bool = False, away: bool = False) -> None:
        self._is_locked = locked
        self._is_away = away

    @property
    def hidden(self) -> bool:
        """Whether nobody can see this session now: locked, switched away from, or left by its remote screen."""
        return self._is_locked or self._is_away

    def changed(self, reason: int) -> None:
        """Take in one reason of WM_WTSSESSION_CHANGE; those that say nothing of it change nothing."""
        if reason in {LOCK, LOGOFF}:
            self._is_locked = True
        elif reason == UNLOCK:
            self._is_locked = False
        elif reason in {CONSOLE_DISCONNECT, REMOTE_DISCONNECT}:
            self._is_away = True
        elif reason in {CONSOLE_CONNECT, REMOTE_CONNECT}:
            self._is_away = False


def session_state(told: bytes) -> SessionState | None:
    """The state in `WTSINFOEXW`; None where it is not said."""
    if len(told) < _LEVEL_1.size:
        return None
    level, _session, connection, flags = _LEVEL_1.unpack_from(told)
    return SessionState(locked=flags == _LOCKED, away=connection != _ACTIVE) if level == 1 else None


def this_session() -> SessionState | None:
    """The state that this process's session is in now, where Windows says so; raises DesktopLost on another system."""
    number, pointer = wintypes.DWORD, ctypes.c_void_p
    free = native("wtsapi32", "WTSFreeMemory", None, pointer)
    ask = native(
        "wtsapi32",
        "WTSQuerySessionInformationW",
        wintypes.BOOL,
        wintypes.HANDLE,
        number,
        ctypes.c_int,
        ctypes.POINTER(pointer),
        ctypes.POINTER(number),
    )
    told, size = pointer(), number()
    if not ask(None, _THIS_SESSION, _INFO_EX, ctypes.byref(told), ctypes.byref(size)) or not told.value:
        return None
    try:
        return session_state(ctypes.string_at(told.value, size.value))
    finally:
        free(told)
