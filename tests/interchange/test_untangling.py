"""Overlapping, doubled and disordered events into a line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.span import State
from interchange.event import Event, Tally
from interchange.untangling import parts, untangled
from tests.interchange.told import an_event

HORIZON = 60
events = st.builds(
    lambda start, length, app: Event(start, start + length, app, "", State.ACTIVE, None, ""),
    st.integers(0, 40),
    st.integers(-3, 20),
    st.sampled_from("abc"),
)


@st.composite
def stretches(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Ordered, not overlapping, sometimes touching."""
    found, at = [], draw(st.integers(0, 20))
    for length, pause in draw(st.lists(st.tuples(st.integers(1, 15), st.integers(0, 9)), max_size=5)):
        found.append((at, at + length))
        at += length + pause
    return found


def holder(told: list[Event], ms: int) -> Event | None:
    """Whose a millisecond is: of the latest start, then of the longest, then of the first in the file."""
    begun = [(event.start_ms, event.end_ms, -place, event) for place, event in enumerate(told) if event.start_ms <= ms]
    lasting = [one for one in begun if one[1] > one[0]]
    latest = max(lasting)[3] if lasting else None
    return latest if latest is not None and ms < latest.end_ms else None


@given(st.lists(events, max_size=8))
def test_every_millisecond_belongs_to_the_event_that_started_last(told: list[Event]) -> None:
    """Worked out millisecond by millisecond; the result is in order and nothing overlaps."""
    line = untangled(told, Tally())

    first_told = list(dict.fromkeys(told))
    for ms in range(HORIZON):
        held = [event for event in line if event.start_ms <= ms < event.end_ms]
        expected = holder(first_told, ms)
        assert [event.app for event in held] == ([expected.app] if expected else [])
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(line))


@given(st.lists(events, max_size=8))
def test_untangling_twice_changes_nothing(told: list[Event]) -> None:
    """What is a line already has nothing to count."""
    line = untangled(told, Tally())
    again = Tally()

    assert untangled(line, again) == line
    assert again == Tally(read=len(line))


def test_each_fault_is_counted() -> None:
    """One of each kind among two sound events."""
    tally = Tally()
    told = [
        an_event(0, 60),
        an_event(0, 60),  # twice
        an_event(50, 90),  # begins before the first ends
        an_event(100, 100),  # of no length
        an_event(120, 110),  # ends before it begins
        an_event(300, 310),
        an_event(200, 210),  # out of order
    ]

    line = untangled(told, tally)

    assert line == [an_event(0, 50), an_event(50, 90), an_event(200, 210), an_event(300, 310)]
    assert tally == Tally(read=7, negative=1, zero_length=1, out_of_order=1, duplicate=1, overlapping=1)


@pytest.mark.parametrize(("order", "steps_back"), [([0, 1, 2, 3], 0), ([3, 2, 1, 0], 0), ([3, 2, 0, 1], 1)])
def test_a_file_that_begins_with_the_newest_is_in_order(order: list[int], steps_back: int) -> None:
    """So ActivityWatch exports them; only steps against the file's own direction count."""
    tally = Tally()
    untangled([an_event(60 * minute, 60 * minute + 1) for minute in order], tally)

    assert tally.out_of_order == steps_back


def test_an_event_that_was_saved_while_it_grew_counts_with_its_last_length() -> None:
    """Whatever order its states stand in."""
    grown = [an_event(0, 30), an_event(0, 90), an_event(0, 60)]

    assert untangled(grown, Tally()) == [an_event(0, 90)]


@given(st.lists(events, max_size=8), stretches())
def test_parts_are_inside_or_outside_and_nothing_is_lost(told: list[Event], inside: list[tuple[int, int]]) -> None:
    """Each millisecond of each event comes back once, with the right answer."""
    line = untangled(told, Tally())
    covered = {ms for start, end in inside for ms in range(start, end)}

    found = [(ms, part.app, is_in) for part, is_in in parts(line, inside) for ms in range(part.start_ms, part.end_ms)]

    assert found == [(ms, event.app, ms in covered) for event in line for ms in range(event.start_ms, event.end_ms)]
