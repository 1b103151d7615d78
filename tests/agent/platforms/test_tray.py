"""Trays of real X servers and of panels on a real D-Bus."""

import pytest

from agent.platforms.tray import WATCHER, find_tray
from stage.xserver import XServer
from tests.agent.platforms.buses import Services


@pytest.mark.parametrize(("tray", "expected"), [(True, "an X11 system tray"), (False, None)])
def test_a_tray_of_the_x_server_is_found(tray: bool, expected: str | None, bus: str) -> None:
    """By who serves its selection."""
    with XServer(window_manager="openbox", tray=tray) as screen:
        assert find_tray(screen.display) == expected


@pytest.mark.parametrize(("registered", "expected"), [(True, "a panel that shows status notifiers"), (False, None)])
def test_a_panel_on_the_bus_is_found(
    registered: bool, expected: str | None, bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A watcher without a panel draws no icon."""
    monkeypatch.delenv("DISPLAY", raising=False)
    watcher = Services(bus, WATCHER)
    watcher.properties["/StatusNotifierWatcher", WATCHER, "IsStatusNotifierHostRegistered"] = "b", registered

    assert find_tray() == expected
    watcher.go()


def test_without_display_and_bus_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a server that does not answer has none either."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    monkeypatch.delenv("DISPLAY", raising=False)

    assert find_tray() is None
    assert find_tray(":94031") is None
