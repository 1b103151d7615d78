"""Runs a back-end in a Windows Python and answers questions about it line by line; never looks unasked."""

import gc
import json
import queue
import sys
import threading
from collections.abc import Callable
from ctypes import wintypes
from dataclasses import asdict
from typing import Any

import msgspec

from agent.platforms import pynput_input, windows
from agent.platforms.fallback import PywinctlDesktop
from agent.platforms.protocols import Desktop, DesktopLost
from agent.platforms.windows import WindowsDesktop
from agent.platforms.windows_calls import native

NEVER_S = 3600.0


def main() -> None:
    desktop = _desktop(sys.argv)
    asked: queue.SimpleQueue[list[Any]] = queue.SimpleQueue()

    def read() -> None:
        """A wake is done at once, on this thread, as by the socket's."""
        for line in sys.stdin:
            words = json.loads(line)
            if words[0] == "wake":
                desktop.wake()
            else:
                asked.put(words)
        asked.put(["close"])

    threading.Thread(target=read, daemon=True).start()
    answers = _answers(desktop)
    while True:
        method, *words = asked.get()
        try:
            said = {"said": answers[method](*words)}
        except DesktopLost as lost:
            said = {"lost": str(lost)}
        sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
        sys.stdout.buffer.flush()
        if method == "close":
            return


def _desktop(words: list[str]) -> Desktop:
    if "told-only" in words:
        windows.LOOK_AGAIN_AFTER_S = NEVER_S
    return PywinctlDesktop() if "pywinctl" in words else WindowsDesktop(count_input="count-input" in words)


def _answers(desktop: Desktop) -> dict[str, Callable[..., Any]]:
    return {
        "name": lambda: desktop.name,
        "capabilities": lambda: [asdict(told) for told in desktop.capabilities()],
        "look": desktop.look,
        "wait": desktop.wait,
        "rest": desktop.rest,
        "close": desktop.close,
        "collect": gc.collect,
        "lose_hooks": _lose_hooks,
    }


def _lose_hooks() -> None:
    """Take out what pynput hooked, without a word, as Windows does with a hook that was too slow."""
    from pynput._util.win32 import SystemHook

    unhook = native("user32", "UnhookWindowsHookEx", wintypes.BOOL, wintypes.HHOOK)
    assert all(unhook(hook._hook) for hook in SystemHook._HOOKS.values())
    pynput_input.HOOK_AGAIN_AFTER_S = 0.0


if __name__ == "__main__":
    main()
