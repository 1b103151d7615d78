"""The windows follow what the person prefers at the desktop while they are open: light, dark, high contrast."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.tokens import load_tokens
from stage.at_work import AgentAtWork
from stage.hands import Hands
from stage.look_portal import LookPortal
from stage.xserver import XServer
from tests.end_to_end.test_putting_right import await_, corner_of, inks_at

SIDEBAR = (4, 300)
"""Where nothing stands on the ground of the navigation."""
DARK, LIGHT = 1, 2


@pytest.fixture
def bus_screen() -> Iterator[XServer]:
    with XServer(window_manager="openbox", tray=True, session_bus=True) as server:
        yield server


@pytest.fixture
def portal(bus_screen: XServer) -> Iterator[LookPortal]:
    with LookPortal(bus_screen.environment()["DBUS_SESSION_BUS_ADDRESS"]) as one:
        yield one


@pytest.fixture
def desk(bus_screen: XServer, home: Path, portal: LookPortal) -> Iterator[AgentAtWork]:
    at_work = AgentAtWork(bus_screen.environment(QT_QPA_PLATFORM="xcb", XDG_CURRENT_DESKTOP="GNOME"), home)
    yield at_work
    at_work.close()


def test_an_open_window_follows_the_desktop(desk: AgentAtWork, bus_screen: XServer, portal: LookPortal) -> None:
    """Into the dark, into high contrast with the system's own colours, and back into the light."""
    desk.accept_notice()
    desk.start_tray("--show", "day")
    window = Hands(desk.environment).await_window("Engineroom — ")
    left, top = corner_of(bus_screen, window)
    place = left + SIDEBAR[0], top + SIDEBAR[1]
    light, dark = (colours.surface.sidebar for colours in (load_tokens().light, load_tokens().dark))

    def ground() -> set[str]:
        return inks_at(bus_screen, place, 4)

    await_(lambda: ground() == {light})
    portal.set("color-scheme", DARK)
    await_(lambda: ground() == {dark})
    portal.set("contrast", 1)
    await_(lambda: not ground() & {light, dark})
    portal.set("contrast", 0)
    portal.set("color-scheme", LIGHT)
    await_(lambda: ground() == {light})
