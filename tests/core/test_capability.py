"""What a person reads of the senses of a desktop."""

import pytest

from core.capability import Capability, Sense, with_idle_estimated

WINDOW = Capability(sense=Sense.WINDOW, works=True, how="told")
BLIND = Capability(sense=Sense.WINDOW, works=False, how="no window manager")
IDLE = Capability(sense=Sense.IDLE, works=True, how="measured")
NO_IDLE = Capability(sense=Sense.IDLE, works=False, how="this X server lacks the extension", remedy="choose another")


@pytest.mark.parametrize(("threshold_s", "long"), [(300, "5 min"), (90, "90 s")])
def test_where_input_is_not_seen_it_says_what_counts_as_idle(threshold_s: int, long: str) -> None:
    """The reason and the remedy stay."""
    window, idle = with_idle_estimated([WINDOW, NO_IDLE], threshold_s)
    said = f"; input is not seen, so no change of window or title for {long} counts as idle"

    assert window == WINDOW
    assert (idle.works, idle.how, idle.remedy) == (False, NO_IDLE.how + said, NO_IDLE.remedy)


@pytest.mark.parametrize("told", [(WINDOW, IDLE), (BLIND, NO_IDLE)], ids=["measured", "nothing seen"])
def test_nothing_is_said_of_an_estimate_that_nobody_makes(told: tuple[Capability, ...]) -> None:
    """Where idle time is measured, or no window is seen to change."""
    assert with_idle_estimated(told, 300) == told
