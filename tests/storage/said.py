"""Corrections to test with, and what they make of a history worked out the slow way; never checks anything."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import strategies as st

from core.category import Category
from core.judge import Correction
from core.span import Span, State
from storage.corrections import add_correction, undo_correction
from tests.factories import BERLIN_WINTER_MIN
from tests.storage.histories import HOUR, MINUTE, Slice, added_up
from tests.storage.records import LATER, Kept

PATHS = ("Work/Claims", "Knowledge/Wiki", "Personal", "Work/Phone")


def berlin(_utc_ms: int) -> int:
    return BERLIN_WINTER_MIN


def correct(kept: Kept, said: Correction) -> int:
    """Its id."""
    return kept.record.revise(lambda connection: add_correction(connection, said, berlin))[0]


def undo(kept: Kept, number: int, at_ms: int = LATER) -> None:
    kept.record.revise(lambda connection: undo_correction(connection, number, at_ms))


@st.composite
def statements(draw: st.DrawFn, spans: Sequence[Span]) -> Correction:
    """Somebody says what a stretch about one of `spans` was: a part of it, or more."""
    about = draw(st.sampled_from(spans))
    start_ms = about.start_ms + draw(st.integers(-2 * HOUR, about.observed_ms))
    return Correction(
        start_ms=start_ms,
        end_ms=start_ms + draw(st.one_of(st.integers(1, 5 * MINUTE), st.integers(1, 30 * HOUR))),
        category=Category(draw(st.sampled_from(PATHS))),
        who="anna",
        at_ms=LATER + draw(st.integers(0, 2)),
    )


def cut_at_borders(spans: Iterable[Span], said: Sequence[Correction]) -> Iterator[tuple[Span, Correction | None]]:
    """Every span in parts through which one correction holds, or none; `said` in the order in which it was said."""
    borders = sorted({border for one in said for border in (one.start_ms, one.end_ms)})
    for span in spans:
        edges = [span.start_ms, *(at for at in borders if span.start_ms < at < span.end_ms), span.end_ms]
        for start_ms, end_ms in pairwise(edges):
            holding = [one for one in said if one.start_ms <= start_ms and end_ms <= one.end_ms]
            cut = Span(
                start_ms=start_ms,
                observed_ms=end_ms - start_ms,
                context=span.context,
                state=span.state,
                off_min=span.off_min,
            )
            yield cut, max(holding, key=lambda one: (one.at_ms, said.index(one)), default=None)


def added_up_as_said(spans: Iterable[Span], said: Sequence[Correction], apps: dict[str, str]) -> Counter[Slice]:
    """As `added_up`, where what was said beats everything but private time."""
    totals: Counter[Slice] = Counter()
    for cut, holding in cut_at_borders(spans, said):
        for slice_, ms in added_up([cut], apps).items():
            corrected = holding is not None and cut.state is not State.PRIVATE
            totals[replace(slice_, category=holding.category.path) if corrected and holding else slice_] += ms
    return totals
