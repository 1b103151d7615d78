"""Whether this desktop has a tray that would show an icon; never shows one."""

import os
import sys
from contextlib import closing

from agent.platforms.protocols import DesktopLost

WATCHER = "org.kde.StatusNotifierWatcher"


def find_tray(display_name: str | None = None) -> str | None:
    """Which tray there is, in words; None where there is none.

    `display_name`: the X server to ask; the one that the environment names when None.
    """
    if sys.platform != "linux":
        return "the system's own"
    if _notifiers_are_shown():
        return "a panel that shows status notifiers"
    if (display_name or os.environ.get("DISPLAY")) and _x11_tray_is_there(display_name):
        return "an X11 system tray"
    return None


def _notifiers_are_shown() -> bool:
    """A watcher alone draws nothing: a panel must have registered."""
    from jeepney import DBusAddress

    from agent.platforms.message_bus import BusLost, MessageBus

    try:
        with closing(MessageBus("SESSION")) as bus:
            watcher = DBusAddress("/StatusNotifierWatcher", WATCHER, WATCHER)
            return bus.property_of(watcher, "IsStatusNotifierHostRegistered") is True
    except BusLost:
        return False


def _x11_tray_is_there(display_name: str | None) -> bool:
    from agent.platforms.x11_connection import Connection

    try:
        with closing(Connection(display_name)) as server:
            return server.owner_of(f"_NET_SYSTEM_TRAY_S{server.screen}") is not None
    except DesktopLost:
        return False
