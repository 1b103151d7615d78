"""Hears from Windows that another window came to the front, that its title or the session changed, or of sleep.

Never says what is in front: each thing heard rings a bell, and whoever waits looks again.
"""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, ClassVar

from agent.platforms.windows_calls import callback, native
from agent.platforms.windows_messages import WM_APP, MessageThread
from agent.platforms.windows_session import SessionState, this_session
from core.capability import Capability, Sense

EVENT_FOREGROUND, EVENT_NAME_CHANGE = 0x0003, 0x800C
WM_SESSION_CHANGE = 0x02B1
_FOLLOW = WM_APP + 1
_OUT_OF_CONTEXT = 0
_THE_WINDOW_ITSELF = 0
_THIS_SESSION_ONLY = 0
_BY_CALLBACK = 2
SUSPEND = 4
"""Any other number that comes with a change of power tells of waking up."""
_POINTER = ctypes.c_void_p


class _SleepCallback(ctypes.Structure):
    """`DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS`."""

    _fields_: ClassVar = [("callback", _POINTER), ("context", _POINTER)]


class Listener:
    """Listens on a thread of its own from the beginning to `close`."""

    def __init__(self, ring: Callable[[], None]) -> None:
        """`ring` is called for each thing heard. Raises DesktopLost where Windows tells nothing, or elsewhere."""
        self._ring = ring
        self._session = this_session() or SessionState()
        self._session_is_told = False
        self._followed = 0
        self._hooks: dict[int, int] = {}
        self._on_event_type = callback(None, *_EVENT)
        self._on_event = self._on_event_type(self._heard_event)
        number = wintypes.DWORD
        self._hook = native(
            "user32", "SetWinEventHook", _POINTER, number, number, _POINTER, self._on_event_type, *(number,) * 3
        )
        self._unhook = native("user32", "UnhookWinEvent", wintypes.BOOL, _POINTER)
        self._front = native("user32", "GetForegroundWindow", wintypes.HWND)
        self._sleep = _SleepNotice(ring)
        self._messages = MessageThread(self._heard_message, begin=self._begin, end=self._end)
        self._messages.start()

    @property
    def hidden(self) -> bool:
        """Whether nobody can see this session now, as far as Windows tells by itself or when it is asked."""
        session = self._session if self._session_is_told else this_session() or SessionState()
        return session.hidden

    def capability(self) -> Capability:
        if self._session_is_told:
            return Capability(sense=Sense.LOCK, works=True, how="told by Windows of every change of the session")
        if this_session() is not None:
            return Capability(
                sense=Sense.LOCK, works=True, how="Windows, asked at each look whether this session is locked"
            )
        return Capability(
            sense=Sense.LOCK,
            works=False,
            how="Windows does not tell when this session is locked",
            remedy="see that the service Remote Desktop Services may start, then restart Engineroom",
        )

    def follow(self, pid: int) -> None:
        """Hear of titles of windows of one process from now on, and ring when that is so."""
        if pid != self._followed:
            self._followed = pid
            self._messages.post(_FOLLOW, pid)

    def close(self) -> None:
        self._messages.stop()

    def _begin(self, window: int) -> None:
        self._listen(EVENT_FOREGROUND, 0)
        register = native("wtsapi32", "WTSRegisterSessionNotification", wintypes.BOOL, wintypes.HWND, wintypes.DWORD)
        self._session_is_told = bool(register(window, _THIS_SESSION_ONLY))
        self._sleep.begin()

    def _end(self, window: int) -> None:
        self._sleep.end()
        if self._session_is_told:
            native("wtsapi32", "WTSUnRegisterSessionNotification", wintypes.BOOL, wintypes.HWND)(window)
        for hook in self._hooks.values():
            self._unhook(hook)

    def _listen(self, event: int, pid: int) -> None:
        """Hear of `event` in all windows of one process, or of everybody where it is 0."""
        before = self._hooks.pop(event, None)
        if before is not None:
            self._unhook(before)
        hook = self._hook(event, event, None, self._on_event, pid, 0, _OUT_OF_CONTEXT)
        if hook:
            self._hooks[event] = hook

    def _heard_event(
        self, _hook: int, event: int, window: int, kind: int, _child: int, _thread: int, _tick: int
    ) -> None:
        """Names of buttons and list entries change too: only that of the window in front counts."""
        if event == EVENT_FOREGROUND or (kind == _THE_WINDOW_ITSELF and window == self._front()):
            self._ring()

    def _heard_message(self, message: int, word: int) -> None:
        if message == WM_SESSION_CHANGE:
            self._session.changed(word)
            self._ring()
        elif message == _FOLLOW:
            self._listen(EVENT_NAME_CHANGE, word)
            self._ring()


class _SleepNotice:
    """Has Windows call before it sleeps and after it woke, on a thread of its own."""

    def __init__(self, call: Callable[[], None]) -> None:
        self._call = call
        self._kind = callback(wintypes.ULONG, _POINTER, wintypes.ULONG, _POINTER)
        self._called = self._kind(self._on_power)
        self._parameters = _SleepCallback(ctypes.cast(self._called, _POINTER), None)
        self._registered: Any = None

    def begin(self) -> None:
        """Where that is refused, the clocks tell of sleep, a beat later."""
        register = native(
            "powrprof", "PowerRegisterSuspendResumeNotification", wintypes.DWORD, wintypes.DWORD, _POINTER, _POINTER
        )
        handle = _POINTER()
        if register(_BY_CALLBACK, ctypes.byref(self._parameters), ctypes.byref(handle)) == 0:
            self._registered = handle

    def end(self) -> None:
        if self._registered is not None:
            native("powrprof", "PowerUnregisterSuspendResumeNotification", wintypes.DWORD, _POINTER)(self._registered)
            self._registered = None

    def _on_power(self, _context: int, kind: int, _setting: int) -> int:
        if sys.platform == "win32":
            from core import windows_clocks

            if kind == SUSPEND:
                windows_clocks.sleep_begins()
            else:
                windows_clocks.sleep_is_over()
        self._call()
        return 0


_EVENT = (
    _POINTER,
    wintypes.DWORD,
    wintypes.HWND,
    wintypes.LONG,
    wintypes.LONG,
    wintypes.DWORD,
    wintypes.DWORD,
)
"""What a hook is called with: itself, event, window, kind of thing, child, thread, tick."""
