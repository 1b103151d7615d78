"""Spans and their parts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.span import NO_INPUT, InputCount, Span, clip_to_free, part
from tests.factories import NINE, a_span

spans = st.builds(lambda start, length: a_span(start, seconds=length / 1000), st.integers(0, 60), st.integers(1, 30))


@st.composite
def stretches(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Ordered, not overlapping, sometimes touching."""
    found, at = [], draw(st.integers(0, 20))
    for length, pause in draw(st.lists(st.tuples(st.integers(1, 15), st.integers(0, 15)), max_size=5)):
        found.append((at, at + length))
        at += length + pause
    return found


def milliseconds(span: Span) -> set[int]:
    return set(range(span.start_ms, span.end_ms))


@pytest.mark.parametrize("length_ms", [0, -1])
def test_a_span_lasts_at_least_a_millisecond(length_ms: int) -> None:
    """An empty span is an error of ours and not a row."""
    with pytest.raises(ValueError, match="at least one millisecond"):
        a_span(seconds=length_ms / 1000)


def test_a_part_keeps_everything_but_its_borders() -> None:
    """Context, state, offset and source go with every part."""
    whole = a_span(seconds=60, source="import")

    assert part(whole, NINE + 10_000, NINE + 90_000) == a_span(NINE + 10_000, seconds=50, source="import")
    assert part(whole, NINE - 1, NINE + 60_000) == whole


@pytest.mark.parametrize(("start", "end"), [(-5_000, 0), (60_000, 70_000), (30_000, 30_000), (40_000, 20_000)])
def test_a_part_of_nothing_is_none(start: int, end: int) -> None:
    """Half-open stretches that only touch do not meet."""
    assert part(a_span(seconds=60), NINE + start, NINE + end) is None


def test_what_is_taken_is_cut_out_of_a_span() -> None:
    """A taken stretch in the middle leaves two parts."""
    taken = [(NINE - 1_000, NINE + 10_000), (NINE + 30_000, NINE + 40_000)]

    assert clip_to_free([a_span(seconds=60)], taken) == (
        a_span(NINE + 10_000, seconds=20),
        a_span(NINE + 40_000, seconds=20),
    )


def test_a_span_that_is_taken_whole_is_gone() -> None:
    """Native wins over imported, to the last millisecond."""
    assert clip_to_free([a_span(seconds=60)], [(NINE, NINE + 60_000)]) == ()


@given(st.lists(spans, max_size=4), stretches())
def test_what_remains_is_exactly_what_is_free(given_spans: list[Span], taken: list[tuple[int, int]]) -> None:
    """Millisecond by millisecond, and in the order of the spans."""
    occupied = {ms for start, end in taken for ms in range(start, end)}

    for span in given_spans:
        remaining = clip_to_free([span], taken)
        covered = [ms for rest in remaining for ms in range(rest.start_ms, rest.end_ms)]
        assert covered == sorted(milliseconds(span) - occupied)
    assert clip_to_free(given_spans, taken) == tuple(
        rest for span in given_spans for rest in clip_to_free([span], taken)
    )


@given(st.integers(0, 50), st.integers(0, 50), st.lists(st.integers(1, 59_999), max_size=5))
def test_the_input_of_all_parts_is_that_of_the_whole(by_hand: int, injected: int, cuts: list[int]) -> None:
    """However often a span is cut, no press is lost and none is counted twice."""
    whole = a_span(seconds=60, counted=InputCount(by_hand + injected, injected))
    edges = sorted({0, 60_000, *cuts})
    parts = [part(whole, NINE + start, NINE + end) for start, end in pairwise(edges)]
    counted = [cut.input for cut in parts if cut is not None]

    assert sum(counted, NO_INPUT) == whole.input
    assert all(0 <= count.injected <= count.total for count in counted)
