"""The state of a sample."""

import itertools

import pytest

from core.span import State
from tests.factories import a_sample

THRESHOLD_MS = 300_000


@pytest.mark.parametrize(("private", "locked", "in_call", "idle"), list(itertools.product([True, False], repeat=4)))
def test_the_first_state_that_holds_wins(private: bool, locked: bool, in_call: bool, idle: bool) -> None:
    """Private before locked before call before idle before active, in all sixteen cases."""
    sample = a_sample(private=private, locked=locked, in_call=in_call, idle_ms=THRESHOLD_MS if idle else 0)
    holding = [private, locked, in_call, idle, True]

    assert sample.state(THRESHOLD_MS) == list(State)[holding.index(True)]


def test_idle_begins_at_the_threshold() -> None:
    """One millisecond less is active."""
    assert a_sample(idle_ms=THRESHOLD_MS - 1).state(THRESHOLD_MS) is State.ACTIVE
    assert a_sample(idle_ms=THRESHOLD_MS).state(THRESHOLD_MS) is State.IDLE
