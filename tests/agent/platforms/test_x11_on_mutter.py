"""The native back-end under GNOME's own window manager, and under a storm of windows; the rest is in `test_x11`."""

from collections.abc import Iterator

import pytest

from agent.platforms.x11 import X11Desktop
from stage.actor_client import ActorClient
from stage.xserver import XServer
from tests.agent.platforms.churn import watch_ten_thousand_changes, watch_them_come_and_go
from tests.agent.platforms.contract import DesktopContract
from tests.agent.platforms.test_x11 import (
    cast,
    native,
    test_it_sees_what_the_windows_themselves_saw,
    test_the_last_window_leaves_nothing_in_front,
)
from tests.desktop import await_sight, shows

__all__ = [
    "cast",
    "native",
    "test_it_sees_what_the_windows_themselves_saw",
    "test_the_last_window_leaves_nothing_in_front",
]
pytestmark = pytest.mark.desktops


@pytest.fixture
def managed(request: pytest.FixtureRequest) -> Iterator[XServer]:
    request.node.user_properties.append(("desktop", "x11"))
    with XServer(window_manager="mutter") as screen:
        yield screen


class TestX11DesktopOnMutter(DesktopContract):
    @pytest.fixture
    def subject(self, cast: ActorClient, native: X11Desktop) -> X11Desktop:
        cast.open("a", app="Mousepad", title="notes")
        cast.activate("a")
        await_sight(native, shows("mousepad", "notes"))
        return native


def test_windows_that_come_and_go_never_raise_and_never_outlive_themselves(
    cast: ActorClient, native: X11Desktop
) -> None:
    """Twenty seconds of opening and closing, as fast as they can, while looking flat out."""
    watch_them_come_and_go(cast, native)


def test_ten_thousand_changes_leave_nothing_behind(cast: ActorClient, native: X11Desktop) -> None:
    """Each is seen, and they take neither memory nor files."""
    watch_ten_thousand_changes(cast, native)
