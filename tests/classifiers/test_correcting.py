"""Which correction holds when, checked millisecond by millisecond."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from classifiers.correcting import Corrections, corrected
from core.judge import Correction, Piece
from core.span import State, part
from tests.factories import a_correction, a_piece, a_span

MS = st.integers(0, 40)
CORRECTIONS = st.lists(
    st.builds(
        lambda start, length, at, who: a_correction(start, seconds=length / 1000, at_ms=at, who=who),
        MS,
        st.integers(0, 20),
        st.integers(0, 3),
        st.sampled_from(["anna", "berta"]),
    ),
    max_size=6,
)


def holding_at(corrections: Sequence[Correction], at_ms: int) -> Correction | None:
    """The second opinion: the last one said among those that cover the millisecond, the later in the list of equals."""
    holds: Correction | None = None
    for said in corrections:
        if said.start_ms <= at_ms < said.end_ms and (holds is None or said.at_ms >= holds.at_ms):
            holds = said
    return holds


@given(CORRECTIONS, MS, st.integers(1, 60))
def test_each_millisecond_is_under_the_correction_said_last(
    corrections: list[Correction], start_ms: int, length_ms: int
) -> None:
    """The stretches tile the span, and each belongs to the right correction."""
    span = a_span(start_ms, seconds=length_ms / 1000)

    stretches = list(Corrections(corrections).across(span))

    by_ms = [stretch.correction for stretch in stretches for _ in range(stretch.start_ms, stretch.end_ms)]
    assert by_ms == [holding_at(corrections, at) for at in range(span.start_ms, span.end_ms)]
    assert all(part(span, stretch.start_ms, stretch.end_ms) is not None for stretch in stretches)
    assert stretches[0].start_ms == span.start_ms


@given(CORRECTIONS)
def test_neighbouring_stretches_differ(corrections: list[Correction]) -> None:
    """A span is cut only where what holds changes."""
    held = [stretch.correction for stretch in Corrections(corrections).across(a_span(0, seconds=0.07))]

    assert all(one is not other for one, other in pairwise(held))


@given(CORRECTIONS, st.lists(st.tuples(st.integers(0, 5), st.integers(1, 12), st.sampled_from(State)), max_size=6))
def test_pieces_are_cut_as_each_millisecond_demands(
    corrections: list[Correction], told: list[tuple[int, int, State]]
) -> None:
    """Whatever was said is laid over whatever was judged, except over private time."""
    pieces: list[Piece] = []
    at = 0
    for gap, length, state in told:
        pieces.append(a_piece(a_span(at + gap, seconds=length / 1000, state=state)))
        at += gap + length

    result = corrected(pieces, corrections)

    assert by_ms(result) == {
        at: (state, (None if state is State.PRIVATE else said_at(corrections, at)) or why)
        for at, (state, why) in by_ms(pieces).items()
    }


def said_at(corrections: Sequence[Correction], at_ms: int) -> str | None:
    said = holding_at(corrections, at_ms)
    return None if said is None else f"corrected by {said.who}"


def by_ms(pieces: Sequence[Piece]) -> dict[int, tuple[State, str]]:
    return {
        at: (piece.span.state, piece.verdict.why)
        for piece in pieces
        for at in range(piece.span.start_ms, piece.span.end_ms)
    }
