"""Windows that come, go and change by the thousand on a live GNOME Shell, of Wayland and of X11."""

from contextlib import closing

import pytest

from agent.platforms.gnome import GnomeView
from agent.platforms.wayland import WaylandDesktop
from stage.actor_client import ActorClient
from stage.gnome import GnomeShell
from tests.agent.platforms.churn import watch_ten_thousand_changes, watch_them_come_and_go
from tests.desktop import QT_ON_WAYLAND
from tests.gnome_desktop import gnome, native_gnome, view

__all__ = ["gnome", "native_gnome", "view"]
pytestmark = pytest.mark.desktops


def test_windows_of_wayland_that_come_and_go_never_raise_and_never_outlive_themselves(native_gnome: GnomeShell) -> None:
    """Twenty seconds of opening and closing, as fast as they can, while looking flat out; the Shell goes on as well."""
    with (
        closing(WaylandDesktop(GnomeView)) as desktop,
        ActorClient(native_gnome.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor,
    ):
        watch_them_come_and_go(actor, desktop)

    assert native_gnome.evaluate("1 + 1") == 2


def test_windows_of_x11_that_come_and_go_never_raise_and_never_outlive_themselves(
    gnome: GnomeShell, view: WaylandDesktop
) -> None:
    """Likewise."""
    with ActorClient(gnome.environment()) as actor:
        watch_them_come_and_go(actor, view)

    assert gnome.evaluate("1 + 1") == 2


def test_ten_thousand_changes_leave_nothing_behind(gnome: GnomeShell, view: WaylandDesktop) -> None:
    """Each is seen, and they take neither memory nor files."""
    with ActorClient(gnome.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        watch_ten_thousand_changes(actor, view)
