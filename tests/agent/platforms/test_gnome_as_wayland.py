"""GNOME Shell in the tests that every Wayland back-end passes."""

from collections.abc import Iterator

import pytest

from agent.platforms.wayland import WaylandDesktop
from stage.actor_client import ActorClient
from stage.gnome import GnomeShell
from tests.agent.platforms import test_wayland
from tests.agent.platforms.test_wayland import (
    TestWaylandDesktop,
    logind,
    test_a_compositor_that_goes_away_during_a_look_is_lost,
    test_a_compositor_that_goes_away_is_found_again,
    test_a_compositor_that_hangs_is_lost_until_it_answers,
    test_a_lock_and_a_switch_of_users_are_seen_as_they_happen,
    test_a_title_behind_the_front_is_nobodys_business,
    test_an_x11_program_has_the_name_that_it_has_on_x11,
    test_every_change_of_focus_and_title_is_seen,
    test_going_to_sleep_ends_a_wait,
    test_idle_is_counted_from_the_last_input,
    test_the_last_window_leaves_nothing_in_front,
    test_two_windows_of_one_name_have_one_name,
    test_what_nobody_looks_at_ends_one_wait_only,
)
from tests.agent.platforms.test_wayland_rest import (
    test_no_title_is_kept_or_told_during_a_rest,
    test_rest_follows_rest_and_leaves_nothing_behind,
)
from tests.agent.platforms.wayland_cast import WaylandCast
from tests.desktop import QT_ON_WAYLAND
from tests.gnome_desktop import gnome, view

__all__ = [
    "TestWaylandDesktop",
    "gnome",
    "logind",
    "test_a_compositor_that_goes_away_during_a_look_is_lost",
    "test_a_compositor_that_goes_away_is_found_again",
    "test_a_compositor_that_hangs_is_lost_until_it_answers",
    "test_a_lock_and_a_switch_of_users_are_seen_as_they_happen",
    "test_a_title_behind_the_front_is_nobodys_business",
    "test_an_x11_program_has_the_name_that_it_has_on_x11",
    "test_every_change_of_focus_and_title_is_seen",
    "test_going_to_sleep_ends_a_wait",
    "test_idle_is_counted_from_the_last_input",
    "test_no_title_is_kept_or_told_during_a_rest",
    "test_rest_follows_rest_and_leaves_nothing_behind",
    "test_the_last_window_leaves_nothing_in_front",
    "test_two_windows_of_one_name_have_one_name",
    "test_what_nobody_looks_at_ends_one_wait_only",
    "view",
]
pytestmark = pytest.mark.desktops


@pytest.fixture
def wayland(gnome: GnomeShell) -> GnomeShell:
    return gnome


@pytest.fixture
def native(view: WaylandDesktop) -> WaylandDesktop:
    return view


@pytest.fixture
def cast(gnome: GnomeShell) -> Iterator[WaylandCast]:
    with ActorClient(gnome.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        yield WaylandCast(gnome, actor)


def test_none_of_them_is_left_out() -> None:
    """Whoever adds one for all adds it to the list above."""
    shared = {name for name in vars(test_wayland) if name.startswith(("test_", "Test"))}

    assert shared - set(__all__) == set()
