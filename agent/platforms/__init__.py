"""One back-end for each desktop behind small protocols, and the one place that chooses; never stores anything."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from agent.platforms.names import ProcessNames
from agent.platforms.protocols import Desktop, DesktopLost
from core.errors import MachineError


def choose_desktop(*, count_input: bool = False, watch_calls: bool = True) -> Desktop:
    """The best back-end for the desktop that this process runs in; one that says why where nothing can be seen.

    Raises MachineError where there is no desktop at all.
    """
    find = _finder(count_input=count_input, watch_calls=watch_calls)
    try:
        return find()
    except DesktopLost as lost:
        return _second_choice(lost, find, watch_calls=watch_calls)


def is_in_front() -> bool:
    """Whether this session is certainly the one that its person sees, of several on one machine; asks no back-end."""
    if sys.platform == "win32":
        from agent.platforms.windows_session import this_session

        with suppress(DesktopLost):
            state = this_session()
            return state is not None and not state.hidden
    return False


def _finder(*, count_input: bool, watch_calls: bool) -> Callable[[], Desktop]:
    """What finds the native back-end, or raises DesktopLost."""
    if sys.platform == "win32":
        return partial(_windows_desktop, count_input=count_input, watch_calls=watch_calls)
    if sys.platform == "darwin":
        return partial(_macos_desktop, count_input=count_input, watch_calls=watch_calls)
    if _on_wayland():
        return partial(_wayland_desktop, count_input=count_input, watch_calls=watch_calls)
    if not os.environ.get("DISPLAY"):
        raise MachineError(
            "There is no display at all: neither DISPLAY nor WAYLAND_DISPLAY is set",
            "start Engineroom from within a desktop session",
        )
    return partial(_x11_desktop, count_input=count_input, watch_calls=watch_calls)


def _on_wayland() -> bool:
    session = os.environ.get("XDG_SESSION_TYPE", "").lower()
    return session == "wayland" or (session != "x11" and bool(os.environ.get("WAYLAND_DISPLAY")))


def _wayland_desktop(*, count_input: bool, watch_calls: bool) -> Desktop:
    """By the compositor's own tongue where we speak it, else by what many share.

    The DISPLAY of XWayland is left alone: it shows half the windows, which would be silently wrong.
    """
    from agent.platforms.gnome import GnomeView
    from agent.platforms.kwin import KWinView
    from agent.platforms.sway import SwayView
    from agent.platforms.wayland import WaylandDesktop
    from agent.platforms.wayland_connection import WaylandConnection
    from agent.platforms.wlroots import WlrootsView

    server = WaylandConnection()
    compositor = os.environ.get("XDG_CURRENT_DESKTOP") or ProcessNames().app_of(server.peer.pid)
    server.close()
    for view in (SwayView, KWinView, GnomeView, WlrootsView):
        with suppress(DesktopLost):
            return WaylandDesktop(view, count_input=count_input, watch_calls=watch_calls)
    raise DesktopLost(
        f"Wayland on {compositor}: the active window cannot be seen",
        "choose GNOME, Plasma, sway, another wlroots compositor, or an X11 (Xorg) session when you log in",
    )


def _x11_desktop(*, count_input: bool, watch_calls: bool) -> Desktop:
    from agent.platforms.x11 import X11Desktop

    return X11Desktop(count_input=count_input, watch_calls=watch_calls)


def _windows_desktop(*, count_input: bool, watch_calls: bool) -> Desktop:
    from agent.platforms.windows import WindowsDesktop

    return WindowsDesktop(count_input=count_input, watch_calls=watch_calls)


def _macos_desktop(*, count_input: bool, watch_calls: bool) -> Desktop:
    from agent.platforms.macos import MacDesktop

    return MacDesktop(count_input=count_input, watch_calls=watch_calls)


def _second_choice(lost: DesktopLost, find: Callable[[], Desktop], *, watch_calls: bool) -> Desktop:
    """By pywinctl where that sees the same desktop, or nothing until `find` succeeds."""
    from agent.platforms.fallback import PywinctlDesktop
    from agent.platforms.null import NullDesktop

    if not _on_wayland():
        with suppress(DesktopLost):
            return PywinctlDesktop(watch_calls=watch_calls)
    return NullDesktop(lost, find)
