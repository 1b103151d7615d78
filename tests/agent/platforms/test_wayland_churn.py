"""Windows that come, go and change by the thousand, on every Wayland back-end, of Wayland and of X11."""

import pytest

from agent.platforms.wayland import WaylandDesktop
from stage.actor_client import ActorClient
from stage.compositor import Compositor
from tests.agent.platforms.churn import watch_ten_thousand_changes, watch_them_come_and_go
from tests.desktop import QT_ON_WAYLAND

pytestmark = pytest.mark.desktops


@pytest.mark.parametrize("program", ["stage.qt_actor", "stage.actor"], ids=["native", "x11"])
def test_windows_that_come_and_go_never_raise_and_never_outlive_themselves(
    program: str, wayland: Compositor, native: WaylandDesktop
) -> None:
    """Twenty seconds of opening and closing, as fast as they can, while looking flat out."""
    with ActorClient(wayland.environment(**QT_ON_WAYLAND), program) as actor:
        watch_them_come_and_go(actor, native)


def test_ten_thousand_changes_leave_nothing_behind(wayland: Compositor, native: WaylandDesktop) -> None:
    """Each is seen, and they take neither memory nor files."""
    with ActorClient(wayland.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        watch_ten_thousand_changes(actor, native)
