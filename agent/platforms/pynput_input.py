"""Counts keys, clicks and scrolls on Windows and macOS by pynput, which tells what software made up; never reads one.

On Windows an event goes no further than pynput's filter: no key is ever turned into a character there. A key that is
held down counts as often as it repeats.
"""

import sys
import threading
from collections.abc import Callable
from typing import Any

from core.capability import Capability, Sense
from core.clock import steady_s
from core.span import InputCount

HOOK_AGAIN_AFTER_S = 120.0
"""Windows takes a hook out, without a word, that was once too slow."""
UNHOOKED_WITHIN_S = 2.0
KEY_DOWN = frozenset({0x0100, 0x0104})
BUTTON_DOWN_OR_WHEEL = frozenset({0x0201, 0x0204, 0x0207, 0x020B, 0x020A, 0x020E})
"""Messages of Windows. What is let go counts nothing, and a pointer that moves neither."""
KEY_INJECTED, POINTER_INJECTED = 0x10 | 0x02, 0x01 | 0x02
"""Flags of Windows: made up by a program with the rights of this person, or with less."""


class PynputInput:
    """Hooks keyboard and pointer from the first `taken` on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._total = self._injected = 0
        self._hooks: tuple[Any, ...] = ()
        self._hooked_s = 0.0
        self._fault = _fault()

    def capability(self) -> Capability:
        if self._fault:
            remedy = "allow Engineroom in System Settings > Privacy & Security > Accessibility"
            return Capability(
                sense=Sense.INPUT,
                works=False,
                how=f"input cannot be counted: {self._fault}",
                remedy=remedy if sys.platform == "darwin" else "install Engineroom anew",
            )
        return Capability(sense=Sense.INPUT, works=True, how="counted by hooks of pynput, never read")

    def taken(self) -> InputCount:
        if not self._fault and (not self._hooks or steady_s() - self._hooked_s >= HOOK_AGAIN_AFTER_S):
            self._unhook()
            self._hook()
        with self._lock:
            counted = InputCount(self._total, self._injected)
            self._total = self._injected = 0
        return counted

    def rest(self) -> None:
        self._unhook()
        with self._lock:
            self._total = self._injected = 0

    def close(self) -> None:
        self._unhook()

    def _hook(self) -> None:
        from pynput import keyboard, mouse

        if sys.platform == "win32":
            self._hooks = (
                keyboard.Listener(win32_event_filter=self._filter(KEY_DOWN, KEY_INJECTED)),
                mouse.Listener(win32_event_filter=self._filter(BUTTON_DOWN_OR_WHEEL, POINTER_INJECTED)),
            )
        else:
            self._hooks = (
                keyboard.Listener(on_press=lambda _key, injected: self._count(injected)),
                mouse.Listener(on_click=self._clicked, on_scroll=self._scrolled),
            )
        for hook in self._hooks:
            hook.start()
            hook.wait()
        self._hooked_s = steady_s()

    def _unhook(self) -> None:
        for hook in self._hooks:
            hook.stop()
            hook.join(UNHOOKED_WITHIN_S)
        self._hooks = ()

    def _filter(self, counted: frozenset[int], injected: int) -> Callable[[int, Any], bool]:
        """What pynput asks on Windows whether it should go on with an event: it never should."""

        def goes_on(message: int, event: Any) -> bool:
            if message in counted:
                self._count(bool(event.flags & injected))
            return False

        return goes_on

    def _clicked(self, _x: int, _y: int, _button: object, pressed: bool, injected: bool) -> None:
        if pressed:
            self._count(injected)

    def _scrolled(self, _x: int, _y: int, _dx: int, _dy: int, injected: bool) -> None:
        self._count(injected)

    def _count(self, injected: bool) -> None:
        with self._lock:
            self._total += 1
            self._injected += injected


def _fault() -> str:
    """Why nothing can be counted; empty where it can."""
    if sys.platform == "darwin":
        from HIServices import AXIsProcessTrusted

        if not AXIsProcessTrusted():
            return "macOS does not let this program see input of others"
    try:
        import pynput  # noqa: F401 - whether it is there, and works here
    except (ImportError, OSError, AttributeError) as error:
        return f"pynput does not start: {str(error) or type(error).__name__}"
    return ""
