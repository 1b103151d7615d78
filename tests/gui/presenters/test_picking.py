import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.presenters.picking import Picked, Steps, joined, meets

EDGES = (0, 10, 15, 40, 100)
STEPS = Steps(EDGES)


@pytest.mark.parametrize(
    ("from_ms", "to_ms", "picked"),
    [
        (2, 38, Picked(0, 40)),
        (38, 2, Picked(0, 40, forward=False)),
        (11, 16, Picked(10, 15)),
        (44, 52, Picked(40, 100)),
        (-50, 500, Picked(0, 100)),
    ],
    ids=["drag", "drag back", "short steps", "inside one step", "beyond both ends"],
)
def test_a_drag_snaps_to_the_nearest_edges(from_ms: int, to_ms: int, picked: Picked) -> None:
    """A drag that is nearest to one edge alone picks the step that it is in."""
    assert STEPS.between(from_ms, to_ms) == picked


def test_keys_walk_from_step_to_step() -> None:
    """From the first or the last one where nothing is picked, and no further than both ends."""
    assert STEPS.moved(None, 1) == Picked(0, 10)
    assert STEPS.moved(None, -1) == Picked(40, 100)
    assert STEPS.moved(Picked(10, 15), 1) == Picked(15, 40)
    assert STEPS.moved(Picked(10, 15), -1) == Picked(0, 10)
    assert STEPS.moved(Picked(40, 100), 1) == Picked(40, 100)


def test_shift_extends_and_takes_back_again() -> None:
    """The step that it began with stays, on whichever side the moving end is."""
    walked: list[Picked | None] = [Picked(10, 15)]
    walked.extend(STEPS.moved(walked[-1], by, extend=True) for by in (1, -1, -1, 1))

    assert walked[1:] == [Picked(10, 40), Picked(10, 15), Picked(0, 15, forward=False), Picked(10, 15)]


def test_a_click_with_shift_reaches_to_there() -> None:
    """And picks a step like any other click where nothing was picked."""
    assert STEPS.reached(Picked(10, 15), 50) == Picked(10, 100)
    assert STEPS.reached(Picked(10, 40), 5) == Picked(0, 15, forward=False)
    assert STEPS.reached(None, 12) == Picked(10, 15)


def test_on_an_empty_day_nothing_can_be_picked() -> None:
    """By no way."""
    empty = Steps(())

    assert (empty.at(5), empty.between(1, 9), empty.moved(None, 1), empty.reached(None, 3)) == (None,) * 4


@given(
    st.lists(st.integers(0, 1000), min_size=2, unique=True).map(sorted), st.integers(-10, 1010), st.integers(-10, 1010)
)
def test_whatever_is_picked_reaches_from_edge_to_edge(edges: list[int], one: int, other: int) -> None:
    """And is never empty."""
    steps = Steps(edges)
    dragged = steps.between(one, other)
    for picked in (dragged, steps.at(one), steps.moved(dragged, 1, extend=True), steps.moved(dragged, -1)):
        assert picked is not None
        assert picked.start_ms < picked.end_ms
        assert {picked.start_ms, picked.end_ms} <= set(edges)


def test_stretches_that_meet_are_one() -> None:
    """In order, whatever order they come in."""
    assert joined([(20, 30), (0, 10), (10, 15), (25, 28)]) == ((0, 15), (20, 30))


def test_stretches_that_only_touch_share_no_time() -> None:
    """As a piece and the one after it."""
    assert not meets([(0, 10)], [(10, 20)])
    assert meets([(0, 10), (30, 40)], [(39, 50)])
