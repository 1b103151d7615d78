"""Wayland windows that are opened, named and brought to the front as a test says, on each compositor; never judges."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from agent.platforms.kwin import KWinView
from agent.platforms.sway import SwayView
from agent.platforms.viewed import View
from agent.platforms.wayland import WaylandDesktop
from agent.platforms.wlroots import WlrootsView
from stage.actor_client import ActorClient
from stage.compositor import KWIN, SWAY, Compositor, Kind
from stage.gnome import GnomeShell
from stage.wayland_hands import hands_on
from tests.desktop import QT_ON_WAYLAND, entered


@dataclass(frozen=True, slots=True)
class Backend:
    """One view, and the compositor that it is shown on."""

    kind: Kind
    open_view: Callable[[], View]


BACKENDS = {"sway": Backend(SWAY, SwayView), "wlroots": Backend(SWAY, WlrootsView), "kwin": Backend(KWIN, KWinView)}


class WaylandCast:
    """Windows on one compositor; each is known by its app."""

    def __init__(self, screen: Compositor | GnomeShell, actor: ActorClient) -> None:
        self._actor = actor
        self.hands = hands_on(screen)

    def open(self, app: str, title: str) -> None:
        self._actor.open(app, app=app, title=title)

    def retitle(self, app: str, title: str) -> None:
        self._actor.retitle(app, title)

    def close(self, app: str) -> None:
        self._actor.close(app)


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> Backend:
    """Each in turn."""
    return BACKENDS[request.param]


@pytest.fixture
def wayland(backend: Backend, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Compositor]:
    """The compositor of the back-end, in which this process finds itself."""
    yield from entered(backend.kind, request, monkeypatch)


@pytest.fixture
def native(backend: Backend, wayland: Compositor) -> Iterator[WaylandDesktop]:
    desktop = WaylandDesktop(backend.open_view)
    yield desktop
    desktop.close()


@pytest.fixture
def cast(wayland: Compositor) -> Iterator[WaylandCast]:
    with ActorClient(wayland.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        yield WaylandCast(wayland, actor)
