"""One back-end for each desktop behind small protocols, and the one place that chooses; never stores anything."""

import os
import sys
from contextlib import suppress

from agent.platforms.names import ProcessNames
from agent.platforms.protocols import Desktop, DesktopLost
from core.errors import MachineError


def choose_desktop() -> Desktop:
    """The best back-end for the desktop that this process runs in; one that says why where nothing can be seen.

    Raises MachineError where there is no desktop at all.
    """
    if sys.platform in {"win32", "darwin"}:
        return _plain_desktop("no desktop can be seen", "log in to a desktop and start Engineroom there")
    if _on_wayland():
        return _wayland_desktop()
    if not os.environ.get("DISPLAY"):
        raise MachineError(
            "There is no display at all: neither DISPLAY nor WAYLAND_DISPLAY is set",
            "start Engineroom from within a desktop session",
        )
    return _x11_desktop()


def _on_wayland() -> bool:
    session = os.environ.get("XDG_SESSION_TYPE", "").lower()
    return session == "wayland" or (session != "x11" and bool(os.environ.get("WAYLAND_DISPLAY")))


def _wayland_desktop() -> Desktop:
    """By the compositor's own tongue where we speak it, else by what many share.

    The DISPLAY of XWayland is left alone: it shows half the windows, which would be silently wrong.
    """
    from agent.platforms.sway import SwayView
    from agent.platforms.wayland import WaylandDesktop
    from agent.platforms.wayland_connection import WaylandConnection
    from agent.platforms.wlroots import WlrootsView

    try:
        server = WaylandConnection()
    except DesktopLost as lost:
        return _no_desktop(str(lost), "start Engineroom from within a desktop session that is running")
    compositor = os.environ.get("XDG_CURRENT_DESKTOP") or ProcessNames().app_of(server.peer.pid)
    server.close()
    for view in (SwayView, WlrootsView):
        with suppress(DesktopLost):
            return WaylandDesktop(view)
    return _no_desktop(
        f"Wayland on {compositor}: the active window cannot be seen",
        "choose sway, another wlroots compositor, or an X11 (Xorg) session when you log in",
    )


def _x11_desktop() -> Desktop:
    from agent.platforms.x11 import X11Desktop

    try:
        return X11Desktop()
    except DesktopLost as lost:
        return _plain_desktop(str(lost), "start Engineroom from within a desktop session that is running")


def _plain_desktop(reason: str, remedy: str) -> Desktop:
    """pywinctl, or nothing with the reason why not."""
    from agent.platforms.fallback import PywinctlDesktop

    try:
        return PywinctlDesktop()
    except DesktopLost:
        return _no_desktop(reason, remedy)


def _no_desktop(reason: str, remedy: str) -> Desktop:
    from agent.platforms.null import NullDesktop

    return NullDesktop(reason, remedy)
