"""A thread with a hidden window, to which Windows tells what happens; never decides what that means.

The window stands among those for messages alone: nobody sees it, and nothing that is told to all windows reaches it.
"""

import ctypes
import threading
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, ClassVar

from agent.platforms.protocols import DesktopLost
from agent.platforms.windows_calls import callback, last_fault, native

TITLE = "EngineroomListener"
END_WITHIN_S = 5.0
WM_DESTROY, WM_CLOSE, WM_APP = 0x02, 0x10, 0x8000
_AMONG_MESSAGE_WINDOWS = -3
_LRESULT = ctypes.c_ssize_t
Hears = Callable[[int, int], None]
"""Called with number and first word of each message, on the thread of the window."""


class WindowClass(ctypes.Structure):
    """`WNDCLASSEXW`."""

    _fields_: ClassVar = [
        ("size", wintypes.UINT),
        ("style", wintypes.UINT),
        ("procedure", ctypes.c_void_p),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", wintypes.HINSTANCE),
        ("icon", wintypes.HANDLE),
        ("cursor", wintypes.HANDLE),
        ("background", wintypes.HANDLE),
        ("menu_name", wintypes.LPCWSTR),
        ("class_name", wintypes.LPCWSTR),
        ("small_icon", wintypes.HANDLE),
    ]


class MessageThread:
    """Runs from `start` to `stop`; messages come to `hears`."""

    def __init__(self, hears: Hears, *, begin: Callable[[int], None], end: Callable[[int], None]) -> None:
        """`begin` and `end` are called with the window on its own thread. Raises DesktopLost on another system."""
        self._hears = hears
        self._begin = begin
        self._end = end
        handle, number = wintypes.HWND, wintypes.UINT
        words = (wintypes.WPARAM, wintypes.LPARAM)
        procedure = callback(_LRESULT, handle, number, *words)
        self._procedure = procedure(self._on_message)
        self._default = native("user32", "DefWindowProcW", _LRESULT, handle, number, *words)
        self._post = native("user32", "PostMessageW", wintypes.BOOL, handle, number, *words)
        self._quit = native("user32", "PostQuitMessage", None, ctypes.c_int)
        self._destroy = native("user32", "DestroyWindow", wintypes.BOOL, handle)
        self._window = 0
        self._fault = ""
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="windows-messages", daemon=True)

    def start(self) -> None:
        """Return when messages are heard; raises DesktopLost where Windows gives no window."""
        self._thread.start()
        self._ready.wait()
        if self._fault:
            raise DesktopLost(self._fault)

    def post(self, message: int, word: int = 0) -> None:
        """Send a message to the own window; from any thread."""
        self._post(self._window, message, word, 0)

    def stop(self) -> None:
        self.post(WM_CLOSE)
        self._thread.join(END_WITHIN_S)

    def _run(self) -> None:
        kind = WindowClass(size=ctypes.sizeof(WindowClass), class_name=f"{TITLE}{threading.get_native_id()}")
        kind.procedure = ctypes.cast(self._procedure, ctypes.c_void_p)
        try:
            kind.instance = native("kernel32", "GetModuleHandleW", wintypes.HMODULE, wintypes.LPCWSTR)(None)
            self._window = _opened(kind)
            self._begin(self._window)
        except DesktopLost as lost:
            self._fault = str(lost)
            return
        finally:
            self._ready.set()
        self._pump()
        native("user32", "UnregisterClassW", wintypes.BOOL, wintypes.LPCWSTR, wintypes.HINSTANCE)(
            kind.class_name, kind.instance
        )

    def _pump(self) -> None:
        message = wintypes.MSG()
        pointer: Any = ctypes.POINTER(wintypes.MSG)
        get = native("user32", "GetMessageW", ctypes.c_int, pointer, wintypes.HWND, wintypes.UINT, wintypes.UINT)
        dispatch = native("user32", "DispatchMessageW", _LRESULT, pointer)
        while get(ctypes.byref(message), None, 0, 0) > 0:
            dispatch(ctypes.byref(message))

    def _on_message(self, window: int, message: int, word: int, more: int) -> int:
        if message == WM_CLOSE:
            self._end(window)
            self._destroy(window)
            return 0
        if message == WM_DESTROY:
            self._quit(0)
            return 0
        self._hears(message, word)
        return int(self._default(window, message, word, more))


def _opened(kind: WindowClass) -> int:
    register = native("user32", "RegisterClassExW", wintypes.ATOM, ctypes.POINTER(WindowClass))
    create = native("user32", "CreateWindowExW", wintypes.HWND, *_CREATE)
    if register(ctypes.byref(kind)):
        window = create(0, kind.class_name, TITLE, 0, 0, 0, 0, 0, _AMONG_MESSAGE_WINDOWS, None, kind.instance, None)
        if window:
            return int(window)
    raise DesktopLost(f"Windows gives no window for messages: {last_fault()}")


_CREATE = (
    wintypes.DWORD,
    wintypes.LPCWSTR,
    wintypes.LPCWSTR,
    wintypes.DWORD,
    *(ctypes.c_int,) * 4,
    wintypes.HWND,
    wintypes.HMENU,
    wintypes.HINSTANCE,
    wintypes.LPVOID,
)
"""What CreateWindowExW takes."""
