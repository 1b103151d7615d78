"""Virtual desktops for tests: real X servers, window managers and windows; never the screen of whoever runs them."""

import os
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from agent.platforms.protocols import Desktop
from agent.platforms.x11 import X11Desktop
from core.clock import steady_s
from core.sample import Sight
from stage.actor_client import ActorClient
from stage.compositor import KWIN, SWAY, WESTON, Compositor, Kind
from stage.screen import Screen
from stage.xserver import XServer

S = TypeVar("S", bound=Screen)
SEEN_WITHIN_S = 30.0
LEADING_TO_WAYLAND = (
    "XDG_RUNTIME_DIR",
    "WAYLAND_DISPLAY",
    "SWAYSOCK",
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_SYSTEM_BUS_ADDRESS",
)
QT_ON_WAYLAND = {"QT_QPA_PLATFORM": "wayland", "QT_LOGGING_RULES": "qt.qpa.wayland*=false"}
"""What a Qt program needs beside the environment of a compositor to show native windows, and no words."""


@pytest.fixture
def openbox() -> Iterator[XServer]:
    with XServer(window_manager="openbox") as screen:
        yield screen


@pytest.fixture
def xfwm4() -> Iterator[XServer]:
    with XServer(window_manager="xfwm4") as screen:
        yield screen


@pytest.fixture
def bare() -> Iterator[XServer]:
    """A server without a window manager."""
    with XServer(window_manager=None) as screen:
        yield screen


def entered(kind: Kind, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Compositor]:
    yield from lived_in(Compositor(kind), request, monkeypatch)


def lived_in(made: S, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[S]:
    """Headless, and the one that this process finds itself in."""
    with made as screen:
        request.node.user_properties.append(("desktop", screen.name))
        for name in LEADING_TO_WAYLAND:
            monkeypatch.delenv(name, raising=False)
            if name in screen.environment():
                monkeypatch.setenv(name, screen.environment()[name])
        yield screen


@pytest.fixture
def sway(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Compositor]:
    yield from entered(SWAY, request, monkeypatch)


@pytest.fixture
def kwin(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Compositor]:
    yield from entered(KWIN, request, monkeypatch)


@pytest.fixture
def weston(request: pytest.FixtureRequest) -> Iterator[Compositor]:
    """It does not tell of its windows."""
    with Compositor(WESTON) as screen:
        request.node.user_properties.append(("desktop", screen.name))
        yield screen


@pytest.fixture
def actor(openbox: XServer) -> Iterator[ActorClient]:
    """Real windows under openbox."""
    with ActorClient(openbox.environment()) as client:
        yield client


@pytest.fixture
def desktop(openbox: XServer) -> Iterator[X11Desktop]:
    """The native back-end on the screen of `openbox`."""
    native = X11Desktop(openbox.display)
    yield native
    native.close()


def await_sight(desktop: Desktop, fulfilled: Callable[[Sight], bool]) -> Sight:
    """Look whenever something may have changed until `fulfilled`, as the agent does."""
    until = steady_s() + SEEN_WITHIN_S
    sight = desktop.look()
    while not fulfilled(sight):
        assert steady_s() < until, f"still {sight}"
        desktop.wait(1.0)
        sight = desktop.look()
    return sight


def shows(app: str, title: str) -> Callable[[Sight], bool]:
    """Whether this window is in front."""
    return lambda sight: sight.window is not None and (sight.window.app, sight.window.title) == (app, title)


def shows_nothing(sight: Sight) -> bool:
    return sight.window is None


def open_files() -> int:
    """File descriptors of this process."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - as /proc has it
