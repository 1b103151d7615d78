"""Counting by pynput, with a stand-in for the library that no Linux has here; Wine has the real one."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from agent.platforms import pynput_input
from agent.platforms.pynput_input import HOOK_AGAIN_AFTER_S, PynputInput
from core.span import NO_INPUT, InputCount

KEY_UP, MOVE, BUTTON_UP = 0x0101, 0x0200, 0x0202


@dataclass
class StagedHooks:
    """Stands for pynput: keeps what it is given, and plays events to it."""

    hooks: list["StagedHook"] = field(default_factory=list)

    def listener(self, kind: str) -> Callable[..., "StagedHook"]:
        def make(**called: Callable[..., Any]) -> StagedHook:
            self.hooks.append(StagedHook(kind, called))
            return self.hooks[-1]

        return make

    def running(self, kind: str) -> "StagedHook":
        (hook,) = (hook for hook in self.hooks if hook.kind == kind and hook.runs)
        return hook


@dataclass
class StagedHook:
    """One listener of pynput."""

    kind: str
    called: dict[str, Callable[..., Any]]
    runs: bool = False

    def start(self) -> None:
        self.runs = True

    def wait(self) -> None: ...

    def stop(self) -> None:
        self.runs = False

    def join(self, timeout: float) -> None: ...


@pytest.fixture
def pynput(monkeypatch: pytest.MonkeyPatch) -> StagedHooks:
    staged = StagedHooks()
    library = ModuleType("pynput")
    for kind in ("keyboard", "mouse"):
        setattr(library, kind, SimpleNamespace(Listener=staged.listener(kind)))
    monkeypatch.setitem(sys.modules, "pynput", library)
    return staged


@pytest.fixture
def windows(pynput: StagedHooks, monkeypatch: pytest.MonkeyPatch) -> StagedHooks:
    monkeypatch.setattr(sys, "platform", "win32")
    return pynput


def test_without_the_library_it_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is counted."""
    monkeypatch.setitem(sys.modules, "pynput", None)
    counts = PynputInput()

    assert not counts.capability().works
    assert "pynput does not start" in counts.capability().how
    assert counts.taken() == NO_INPUT


def test_windows_counts_what_goes_down_and_lets_nothing_further(windows: StagedHooks) -> None:
    """Keys, buttons and wheels, with those that a program of any rights made up; pynput goes on with none of them."""
    counts = PynputInput()
    assert counts.taken() == NO_INPUT
    keys = windows.running("keyboard").called["win32_event_filter"]
    pointer = windows.running("mouse").called["win32_event_filter"]
    played = [
        keys(0x0100, SimpleNamespace(flags=0x00)),
        keys(0x0104, SimpleNamespace(flags=0x20)),
        keys(0x0100, SimpleNamespace(flags=0x10)),
        keys(KEY_UP, SimpleNamespace(flags=0x90)),
        pointer(0x0201, SimpleNamespace(flags=0x00)),
        pointer(0x020A, SimpleNamespace(flags=0x03)),
        pointer(0x020E, SimpleNamespace(flags=0x02)),
        pointer(MOVE, SimpleNamespace(flags=0x01)),
        pointer(BUTTON_UP, SimpleNamespace(flags=0x01)),
    ]

    assert played == [False] * len(played)
    assert counts.taken() == InputCount(6, 3)
    assert counts.taken() == NO_INPUT


def test_macos_counts_what_pynput_calls_for(pynput: StagedHooks) -> None:
    """A button counts when it goes down, not when it is let go."""
    counts = PynputInput()
    counts.taken()
    keys, pointer = (pynput.running(kind).called for kind in ("keyboard", "mouse"))
    keys["on_press"](object(), False)
    keys["on_press"](None, True)
    pointer["on_click"](4, 5, object(), True, False)
    pointer["on_click"](4, 5, object(), False, False)
    pointer["on_scroll"](4, 5, 0, 1, True)

    assert "on_move" not in pointer
    assert counts.taken() == InputCount(4, 2)


def test_rest_takes_the_hooks_out_and_forgets(windows: StagedHooks) -> None:
    """What was counted before a pause is not shown after it."""
    counts = PynputInput()
    counts.taken()
    windows.running("keyboard").called["win32_event_filter"](0x0100, SimpleNamespace(flags=0))
    counts.rest()
    counts.rest()

    assert not any(hook.runs for hook in windows.hooks)
    assert counts.taken() == NO_INPUT
    assert sum(hook.runs for hook in windows.hooks) == 2


def test_hooks_are_renewed_from_time_to_time(windows: StagedHooks, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows takes slow ones out without a word; one at a time is in."""
    now_s = [0.0]
    monkeypatch.setattr(pynput_input, "steady_s", lambda: now_s[0])
    counts = PynputInput()
    for moment in (0.0, 1.0, HOOK_AGAIN_AFTER_S, HOOK_AGAIN_AFTER_S + 1):
        now_s[0] = moment
        counts.taken()
        assert [hook.kind for hook in windows.hooks if hook.runs] == ["keyboard", "mouse"]

    assert len(windows.hooks) == 4
    counts.close()
    assert not any(hook.runs for hook in windows.hooks)
