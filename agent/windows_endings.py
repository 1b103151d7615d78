"""What Windows tells a process that is to end, and the time it gives: has it wait; never ends anything itself.

For Windows alone: it is imported where `sys.platform` says so, and nowhere else. A console tells of Ctrl-C, Ctrl-Break
and its own end. Logging off and shutting down are told to windows only, so there is one that nobody sees.
"""

import ctypes
import sys
import threading
from collections.abc import Callable
from ctypes import wintypes
from typing import ClassVar

assert sys.platform == "win32"

LONGEST_WAIT_S = 4.5
"""Windows ends a process that takes longer than five seconds."""
_CTRL_BREAK = 1
"""Up to here the process goes on by itself; behind it, it is over when the call returns."""
_WM_DESTROY, _WM_CLOSE, _WM_QUERYENDSESSION, _WM_ENDSESSION = 0x2, 0x10, 0x11, 0x16
_CLASS = "EngineroomEndings"

_LRESULT = wintypes.LPARAM
_ConsoleCall = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)
_WindowCall = ctypes.WINFUNCTYPE(_LRESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)


class _WindowClass(ctypes.Structure):
    """What windows of one kind have in common."""

    _fields_: ClassVar = [
        ("style", wintypes.UINT),
        ("call", _WindowCall),
        ("class_extra", wintypes.INT),
        ("window_extra", wintypes.INT),
        ("instance", wintypes.HINSTANCE),
        ("icon", wintypes.HICON),
        ("cursor", wintypes.HANDLE),
        ("background", wintypes.HBRUSH),
        ("menu", wintypes.LPCWSTR),
        ("name", wintypes.LPCWSTR),
    ]


_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_user = ctypes.WinDLL("user32", use_last_error=True)
_kernel.SetConsoleCtrlHandler.argtypes = [_ConsoleCall, wintypes.BOOL]
_user.RegisterClassW.argtypes = [ctypes.POINTER(_WindowClass)]
_user.CreateWindowExW.argtypes = [
    wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
    wintypes.INT, wintypes.INT, wintypes.INT, wintypes.INT,
    wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
]  # fmt: skip
_user.CreateWindowExW.restype = wintypes.HWND
_user.DefWindowProcW.argtypes = [wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM]
_user.DefWindowProcW.restype = _LRESULT
_user.GetMessageW.argtypes = [ctypes.POINTER(wintypes.MSG), wintypes.HWND, wintypes.UINT, wintypes.UINT]
_user.DispatchMessageW.argtypes = [ctypes.POINTER(wintypes.MSG)]
_user.DispatchMessageW.restype = _LRESULT
_user.PostMessageW.argtypes = [wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM]
_user.PostQuitMessage.argtypes = [wintypes.INT]
_user.PostQuitMessage.restype = None
_user.DestroyWindow.argtypes = [wintypes.HWND]
_user.UnregisterClassW.argtypes = [wintypes.LPCWSTR, wintypes.HINSTANCE]


class WindowsEndings:
    """Listens until it is closed; both kinds of call come on threads of their own."""

    def __init__(self, hear: Callable[[], None], over: threading.Event) -> None:
        """`hear` is called when the end is wanted; `over` is set when all is done that had to be."""
        self._hear = hear
        self._over = over
        self._console_call = _ConsoleCall(self._console_said)
        self._window_call = _WindowCall(self._window_was_told)
        self._window = 0
        _kernel.SetConsoleCtrlHandler(self._console_call, True)
        ready = threading.Event()
        self._thread = threading.Thread(target=self._live, args=(ready,), name="endings", daemon=True)
        self._thread.start()
        ready.wait()

    def close(self) -> None:
        _kernel.SetConsoleCtrlHandler(self._console_call, False)
        if self._window:
            _user.PostMessageW(self._window, _WM_CLOSE, 0, 0)
        self._thread.join()

    def _console_said(self, what: int) -> bool:
        self._hear()
        if what > _CTRL_BREAK:
            self._over.wait(LONGEST_WAIT_S)
        return True

    def _live(self, ready: threading.Event) -> None:
        """The life of the window, whose messages only the thread that made it gets."""
        kind = _WindowClass(call=self._window_call, name=_CLASS)
        _user.RegisterClassW(ctypes.byref(kind))
        self._window = _user.CreateWindowExW(0, _CLASS, None, 0, 0, 0, 0, 0, None, None, None, None) or 0
        ready.set()
        message = wintypes.MSG()
        while self._window and _user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            _user.DispatchMessageW(ctypes.byref(message))
        _user.UnregisterClassW(_CLASS, None)

    def _window_was_told(self, window: int, message: int, first: int, second: int) -> int:
        if message == _WM_QUERYENDSESSION:
            return True
        if message == _WM_ENDSESSION:
            if first:
                self._hear()
                self._over.wait(LONGEST_WAIT_S)
            return 0
        if message == _WM_CLOSE:
            _user.DestroyWindow(window)
            return 0
        if message == _WM_DESTROY:
            _user.PostQuitMessage(0)
            return 0
        told: int = _user.DefWindowProcW(window, message, first, second)
        return told
