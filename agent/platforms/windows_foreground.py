"""Which window of Windows is in front, with its title and its program; never asks the window, which might hang."""

import ctypes
from collections.abc import Iterable
from ctypes import wintypes
from dataclasses import dataclass

from agent.platforms.names import LONGEST_TITLE, UNKNOWN_APP, ProcessNames, clean_app, clean_title
from agent.platforms.windows_calls import callback, native
from core.sample import Window

FRAME_PROGRAM = "applicationframehost"
"""Draws the frames of apps from the store, whose windows belong to another process."""
HOSTED_CLASS = "Windows.UI.Core.CoreWindow"
DESKTOP_CLASSES = frozenset({"Progman", "WorkerW"})
"""Of the windows of the desktop itself: its icons may lie on the second one."""
LONGEST_PATH = 32_768
LONGEST_CLASS = 257
_QUERY_LIMITED_INFORMATION = 0x1000


@dataclass(frozen=True, slots=True)
class Front:
    """What can be told of the window in front without asking for its program."""

    handle: int
    title: str


@dataclass(frozen=True, slots=True)
class Child:
    """A window inside another one."""

    class_name: str
    pid: int


def hosted(frame_pid: int, children: Iterable[Child]) -> int | None:
    """The process of the app that a frame shows; None where it shows none, as one that is suspended."""
    return next((c.pid for c in children if c.class_name == HOSTED_CLASS and c.pid not in {0, frame_pid}), None)


def program_of(path: str) -> str:
    """What the program in the file `path` is called."""
    return clean_app(path.replace("/", "\\").rpartition("\\")[2])


class Foreground:
    """Asks Windows; any of its windows may die between two questions."""

    def __init__(self) -> None:
        """Raises DesktopLost on another system."""
        handle, number = wintypes.HWND, wintypes.DWORD
        self._front = native("user32", "GetForegroundWindow", handle)
        self._desktops = [native("user32", name, handle) for name in ("GetDesktopWindow", "GetShellWindow")]
        self._is_window = native("user32", "IsWindow", wintypes.BOOL, handle)
        self._text = native("user32", "InternalGetWindowText", ctypes.c_int, handle, wintypes.LPWSTR, ctypes.c_int)
        self._class = native("user32", "GetClassNameW", ctypes.c_int, handle, wintypes.LPWSTR, ctypes.c_int)
        self._ids = native("user32", "GetWindowThreadProcessId", number, handle, ctypes.POINTER(number))
        self._each_child = callback(wintypes.BOOL, handle, wintypes.LPARAM)
        self._children = native("user32", "EnumChildWindows", wintypes.BOOL, handle, self._each_child, wintypes.LPARAM)
        self._open = native("kernel32", "OpenProcess", wintypes.HANDLE, number, wintypes.BOOL, number)
        self._close = native("kernel32", "CloseHandle", wintypes.BOOL, wintypes.HANDLE)
        self._image = native(
            "kernel32",
            "QueryFullProcessImageNameW",
            wintypes.BOOL,
            wintypes.HANDLE,
            number,
            wintypes.LPWSTR,
            ctypes.POINTER(number),
        )
        self._processes = ProcessNames()

    def now(self) -> Front | None:
        """None where no window is in front but the desktop, or none at all on the way from one to another."""
        handle = self._front()
        if not handle or self._is_desktop(handle):
            return None
        text = ctypes.create_unicode_buffer(LONGEST_TITLE + 1)
        self._text(handle, text, len(text))
        return Front(handle, clean_title(text.value))

    def window(self, front: Front) -> Window | None:
        """`front` with its program; None where it is gone."""
        app = self._app_of(front)
        if app is None or not self._is_window(front.handle):
            return None
        return Window(app=app, title=front.title)

    def pid_of(self, handle: int) -> int:
        """The process that a window belongs to; 0 where it is gone."""
        pid = wintypes.DWORD()
        self._ids(handle, ctypes.byref(pid))
        return pid.value

    def _is_desktop(self, handle: int) -> bool:
        """Asked each time: a desktop that crashed comes back as another window."""
        return any(handle == desktop() for desktop in self._desktops) or self._class_of(handle) in DESKTOP_CLASSES

    def _class_of(self, handle: int) -> str:
        name = ctypes.create_unicode_buffer(LONGEST_CLASS)
        self._class(handle, name, len(name))
        return name.value

    def _app_of(self, front: Front) -> str | None:
        pid = self.pid_of(front.handle)
        if not pid:
            return None
        app = self._program(pid)
        if app == FRAME_PROGRAM and (inner := hosted(pid, self._children_of(front.handle))):
            return self._program(inner)
        return app

    def _children_of(self, handle: int) -> list[Child]:
        found: list[Child] = []

        def note(child: int, _lparam: int) -> bool:
            found.append(Child(self._class_of(child), self.pid_of(child)))
            return True

        self._children(handle, self._each_child(note), 0)
        return found

    def _program(self, pid: int) -> str:
        """By its file, which Windows tells of protected programs too; by a list of all that run where it does not."""
        process = self._open(_QUERY_LIMITED_INFORMATION, False, pid)
        if process:
            try:
                path, size = ctypes.create_unicode_buffer(LONGEST_PATH), wintypes.DWORD(LONGEST_PATH)
                if self._image(process, 0, path, ctypes.byref(size)):
                    return program_of(path.value) or UNKNOWN_APP
            finally:
                self._close(process)
        return self._processes.app_of(pid)
