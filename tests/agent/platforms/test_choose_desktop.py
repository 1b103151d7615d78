"""Which back-end is chosen where; each choice in a process of its own, as the agent makes it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agent.platforms import choose_desktop
from core.capability import Sense
from core.errors import MachineError
from stage.actor_client import PROJECT
from stage.compositor import Compositor
from stage.xserver import XServer

CHOOSE = """
from agent.platforms import choose_desktop

desktop = choose_desktop()
window = desktop.capabilities()[0]
print(desktop.name, window.sense, window.works, window.how, window.remedy, sep="|")
"""
DESKTOP_VARIABLES = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "XAUTHORITY", "SWAYSOCK"}


def choose(environment: dict[str, str]) -> tuple[str, bool, str, str]:
    """(name, whether windows are seen, how or why not, remedy) of the back-end chosen there."""
    plain = {name: value for name, value in os.environ.items() if name not in DESKTOP_VARIABLES}
    chosen = subprocess.run(
        [sys.executable, "-c", CHOOSE],
        cwd=PROJECT,
        env=plain | environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    name, sense, works, how, remedy = chosen.stdout.strip().split("|")
    assert sense == Sense.WINDOW
    return name, works == "True", how, remedy


@pytest.mark.parametrize("more", [{}, {"XDG_SESSION_TYPE": "x11", "WAYLAND_DISPLAY": "wayland-0"}])
def test_x11_is_seen_natively(openbox: XServer, more: dict[str, str]) -> None:
    """Also where a Wayland compositor runs in a window of the X11 session."""
    name, works, _how, _remedy = choose({"DISPLAY": openbox.display, **more})

    assert (name, works) == ("x11", True)


@pytest.mark.parametrize(
    "session", [{"WAYLAND_DISPLAY": "wayland-0"}, {"XDG_SESSION_TYPE": "wayland"}], ids=["socket", "type"]
)
def test_wayland_is_not_taken_for_x11(openbox: XServer, tmp_path: Path, session: dict[str, str]) -> None:
    """XWayland offers a DISPLAY that shows half the windows: silently wrong is worse than saying no."""
    name, works, how, remedy = choose(
        {"DISPLAY": openbox.display, "XDG_RUNTIME_DIR": str(tmp_path), "XDG_CURRENT_DESKTOP": "sway", **session}
    )

    assert (name, works) == ("none", False)
    assert how == "the Wayland compositor cannot be reached: No such file or directory"
    assert "session that is running" in remedy


@pytest.mark.desktops
def test_sway_is_seen_natively(sway: Compositor) -> None:
    """Although XWayland offers a DISPLAY, and whatever the session calls itself."""
    environment = sway.environment()
    assert environment["DISPLAY"]

    assert choose(environment)[:2] == ("sway", True)
    assert choose({**environment, "SWAYSOCK": "/nowhere", "XDG_SESSION_TYPE": "tty"})[:2] == ("sway", True)


@pytest.mark.desktops
def test_a_compositor_in_a_window_of_sway_is_not_taken_for_it(sway: Compositor, weston: Compositor) -> None:
    """SWAYSOCK leads to the outer one, whose windows are not those of this session."""
    nested = {**weston.environment(), "SWAYSOCK": sway.environment()["SWAYSOCK"]}

    name, works, how, remedy = choose(nested)

    assert (name, works) == ("none", False)
    assert how == "Wayland on weston: the active window cannot be seen"
    assert "X11" in remedy


def test_no_display_at_all_is_an_error_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to wait for: the person is told where to start it."""
    for name in DESKTOP_VARIABLES:
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(MachineError, match=r"no display at all.*from within a desktop session"):
        choose_desktop()


def test_a_display_that_nobody_serves_is_said() -> None:
    """Neither back-end gets hold of it; the reason is that of the native one."""
    name, works, how, remedy = choose({"DISPLAY": ":4242"})

    assert (name, works) == ("none", False)
    assert "X server cannot be reached" in how
    assert remedy


def test_a_server_that_the_native_back_end_cannot_use_falls_to_pywinctl(
    openbox: XServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plain back-end is the second choice, not nothing."""
    spoil = """
import agent.platforms.x11
from agent.platforms.protocols import DesktopLost

class Unusable:
    def __init__(self, *, count_input: bool, watch_calls: bool) -> None:
        raise DesktopLost("unusable")

agent.platforms.x11.X11Desktop = Unusable
"""
    monkeypatch.setattr(sys.modules[__name__], "CHOOSE", spoil + CHOOSE)

    name, works, _how, _remedy = choose({"DISPLAY": openbox.display})

    assert (name, works) == ("pywinctl", True)


def test_choosing_loads_no_other_desktop() -> None:
    """A library of another system cannot break the start."""
    others = {"Xlib", "pywinctl", "agent.platforms.x11", "agent.platforms.wayland"}
    code = f"import sys, agent.platforms; print({others} & sys.modules.keys())"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True, timeout=60
    )

    assert loaded.stdout.strip() == "set()"
