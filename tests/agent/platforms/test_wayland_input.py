"""Input on Wayland is said to be beyond reach, on a live sway."""

import pytest

from agent.platforms.sway import SwayView
from agent.platforms.wayland import WaylandDesktop
from core.capability import INPUT_UNASKED, Capability, Sense
from core.span import NO_INPUT
from stage.compositor import Compositor

pytestmark = pytest.mark.desktops


def input_capability(*, count_input: bool) -> Capability:
    desktop = WaylandDesktop(SwayView, count_input=count_input)
    try:
        assert desktop.look().input == NO_INPUT
        return next(told for told in desktop.capabilities() if told.sense is Sense.INPUT)
    finally:
        desktop.close()


def test_counts_that_are_asked_for_are_said_to_be_missing(sway: Compositor) -> None:
    """The person learns why; who did not ask learns that nobody asked."""
    asked = input_capability(count_input=True)

    assert (asked.works, asked.unasked) == (False, False)
    assert asked.how == "Wayland tells no program of the input into others"
    assert input_capability(count_input=False) == INPUT_UNASKED
