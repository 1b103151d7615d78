"""A window manager and windows that do exactly what a test says, on a bare X server; never more than that."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from Xlib import X, Xatom
from Xlib.display import Display

NORMAL_STATE = 1


class Puppet:
    """Claims to be a window manager, and puts whatever it is told into _NET_ACTIVE_WINDOW."""

    def __init__(self, display: str) -> None:
        self.display = Display(display)
        self.root = self.display.screen().root
        self.check = self._window()
        for window in (self.check, self.root):
            self.write(window, "_NET_SUPPORTING_WM_CHECK", Xatom.WINDOW, [self.check.id])
        self.support("_NET_ACTIVE_WINDOW")
        self.sync()

    def window(self, **text: bytes) -> Any:
        """A mapped window; `text` are properties of it, such as `WM_NAME`, as UTF8_STRING."""
        window = self._window()
        self.write(window, "WM_STATE", self.atom("WM_STATE"), [NORMAL_STATE, 0])
        for name, value in text.items():
            self.write(window, name, self.atom("UTF8_STRING"), value)
        window.map()
        self.sync()
        return window

    def activate(self, *windows: Any) -> None:
        """Windows or numbers of windows."""
        numbers = [getattr(window, "id", window) for window in windows]
        self.write(self.root, "_NET_ACTIVE_WINDOW", Xatom.WINDOW, numbers)
        self.sync()

    def support(self, *names: str) -> None:
        self.write(self.root, "_NET_SUPPORTED", Xatom.ATOM, [self.atom(name) for name in names])
        self.sync()

    def write(self, window: Any, name: str, kind: int, value: bytes | list[int]) -> None:
        """Set a property to bytes or numbers, in as many requests as it takes."""
        if not isinstance(value, bytes):
            window.change_property(self.atom(name), kind, 32, value)
            return
        window.change_property(self.atom(name), kind, 8, b"")
        for start in range(0, len(value), 100_000):
            part = value[start : start + 100_000]
            window.change_property(self.atom(name), kind, 8, part, mode=X.PropModeAppend)

    def destroy(self, window: Any) -> None:
        window.destroy()
        self.sync()

    def listeners(self, window: Any) -> int:
        """The events of `window` that anybody wants to hear of."""
        mask: int = window.get_attributes().all_event_masks
        return mask

    def atom(self, name: str) -> int:
        atom: int = self.display.intern_atom(name)
        return atom

    def sync(self) -> None:
        self.display.sync()

    def _window(self) -> Any:
        screen = self.display.screen()
        return self.root.create_window(0, 0, 100, 100, 0, screen.root_depth)


@contextmanager
def puppet_on(display: str) -> Iterator[Puppet]:
    puppet = Puppet(display)
    yield puppet
    puppet.display.close()
