"""A Windows program whose windows open, change and close as lines on its input say; never looks at any other window.

Wine tells nobody of what comes to the front or changes its title: this program does so in its place, once asked to.
"""

import ctypes
import json
import queue
import sys
import threading
from ctypes import wintypes
from typing import Any

from agent.platforms.windows_calls import native
from agent.platforms.windows_messages import WindowClass

FOREGROUND, NAME_CHANGE = 0x0003, 0x800C
_OVERLAPPED_AND_VISIBLE = 0x00CF_0000 | 0x1000_0000
_HANDLE, _TEXT = wintypes.HWND, wintypes.LPCWSTR
PUMP_EVERY_S = 0.005


class Windows:
    """Windows by name, all made and changed on one thread."""

    def __init__(self) -> None:
        self._handles: dict[str, int] = {}
        self._tells = False
        numbers = (ctypes.c_int,) * 4
        rest = (_HANDLE, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID)
        self._create = native(
            "user32", "CreateWindowExW", _HANDLE, wintypes.DWORD, _TEXT, _TEXT, wintypes.DWORD, *numbers, *rest
        )
        self._retitle = native("user32", "SetWindowTextW", wintypes.BOOL, _HANDLE, _TEXT)
        self._destroy = native("user32", "DestroyWindow", wintypes.BOOL, _HANDLE)
        self._front = native("user32", "GetForegroundWindow", _HANDLE)
        self._was_front = 0
        self._notify = native("user32", "NotifyWinEvent", None, wintypes.DWORD, _HANDLE, wintypes.LONG, wintypes.LONG)
        self._post = native(
            "user32", "PostMessageW", wintypes.BOOL, _HANDLE, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
        )
        self._find = native("user32", "FindWindowExW", _HANDLE, _HANDLE, _HANDLE, _TEXT, _TEXT)

    def do(self, order: dict[str, Any]) -> None:
        getattr(self, f"do_{order.pop('do')}")(**order)

    def do_open(self, window: str, title: str, kind: str = "Static") -> None:
        handle = self._create(0, kind, title, _OVERLAPPED_AND_VISIBLE, 80, 80, 500, 300, None, None, None, None)
        self._handles[window] = handle

    def do_name_kind(self, kind: str) -> None:
        """Make a kind of windows that is another one in all but its name."""
        same = WindowClass()
        look_up = native("user32", "GetClassInfoExW", wintypes.BOOL, wintypes.HINSTANCE, _TEXT, ctypes.c_void_p)
        look_up(None, "Static", ctypes.byref(same))
        same.size, same.class_name = ctypes.sizeof(same), kind
        native("user32", "RegisterClassExW", wintypes.ATOM, ctypes.c_void_p)(ctypes.byref(same))

    def do_retitle(self, window: str, title: str) -> None:
        self._retitle(self._handles[window], title)
        self._tell(NAME_CHANGE, self._handles[window])

    def do_close(self, window: str) -> None:
        self._destroy(self._handles.pop(window))

    def do_tell(self) -> None:
        """Tell of every change from now on, as Windows itself does."""
        self._tells = True

    def do_babble(self, window: str, times: int) -> None:
        """Tell of names of things inside a window, as lists and pages do."""
        for number in range(times):
            self._notify(NAME_CHANGE, self._handles[window], 1, number + 1)

    def do_post(self, title: str, message: int, word: int) -> None:
        """Send a message to a window among those for messages alone."""
        self._post(self._find(-3, None, None, title), message, word, 0)

    def do_type(self, times: int) -> None:
        """Make up keys and wheel turns, as programs do that play a person."""
        from pynput import keyboard, mouse

        keys, pointer = keyboard.Controller(), mouse.Controller()
        for _ in range(times):
            keys.tap("z")
            pointer.scroll(0, 1)

    def look(self) -> None:
        """Tell where one of the own windows has come to the front."""
        front = self._front()
        if front != self._was_front and front in self._handles.values():
            self._tell(FOREGROUND, front)
        self._was_front = front

    def _tell(self, event: int, handle: int) -> None:
        if self._tells:
            self._notify(event, handle, 0, 0)


def main() -> None:
    orders: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            orders.put(line)
        orders.put("")

    threading.Thread(target=read, daemon=True).start()
    message, pointer = wintypes.MSG(), ctypes.POINTER(wintypes.MSG)
    peek = native(
        "user32", "PeekMessageW", wintypes.BOOL, pointer, _HANDLE, wintypes.UINT, wintypes.UINT, wintypes.UINT
    )
    dispatch = native("user32", "DispatchMessageW", ctypes.c_ssize_t, pointer)
    translate = native("user32", "TranslateMessage", wintypes.BOOL, pointer)
    windows = Windows()
    while True:
        while peek(ctypes.byref(message), None, 0, 0, 1):
            translate(ctypes.byref(message))
            dispatch(ctypes.byref(message))
        windows.look()
        try:
            order = orders.get(timeout=PUMP_EVERY_S)
        except queue.Empty:
            continue
        if not order:
            return
        windows.do(json.loads(order))
        print("done", flush=True)


if __name__ == "__main__":
    main()
