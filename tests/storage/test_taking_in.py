"""Spans that come from elsewhere: what is recorded already holds, and nothing is taken in twice."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from core.clock import MS_PER_HOUR
from core.span import Context, Span, State
from tests.factories import NINE, a_span
from tests.storage.records import Kept, kept_in

MINUTE = 60_000


@st.composite
def lines(draw: st.DrawFn, source: str | None) -> list[Span]:
    """Spans in order, without overlap, some milliseconds long and apart."""
    found, at = [], NINE + draw(st.integers(0, 20))
    for length, pause in draw(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 20)), max_size=6)):
        found.append(a_span(at, seconds=length / 1000, app=draw(st.sampled_from(("calc", "mail"))), source=source))
        at += length + pause
    return found


def stored(kept: Kept) -> dict[int, tuple[str, str | None]]:
    """(app, source) of each millisecond that some span covers; fails where two cover it."""
    query = (
        "SELECT start_ms, observed_ms, app.name, source.name FROM span JOIN context USING (ctx_id)"
        " JOIN app USING (app_id) LEFT JOIN source USING (source_id)"
    )
    found: dict[int, tuple[str, str | None]] = {}
    for start, observed, app, source in kept.rows(query):
        for ms in range(start, start + observed):
            assert ms not in found
            found[ms] = app, source
    return found


def each_ms(spans: list[Span]) -> dict[int, tuple[str, str | None]]:
    return {ms: (of.context.app, of.source) for of in spans for ms in range(of.start_ms, of.end_ms)}


@given(lines(None), lines("csv:a"), lines("csv:b"))
def test_whoever_was_there_first_holds(native: list[Span], first: list[Span], second: list[Span]) -> None:
    """Millisecond by millisecond, and taking it in again changes not a byte of what is stored."""
    with tempfile.TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*native)
        kept.record.take_in(first)
        kept.record.take_in(second)
        before = kept.dump()

        assert stored(kept) == each_ms(second) | each_ms(first) | each_ms(native)
        assert kept.record.take_in(first) == kept.record.take_in(second) == ()
        assert kept.dump() == before


def test_what_was_free_is_told_and_carries_its_source(kept: Kept) -> None:
    """The stretch around what is recorded already."""
    kept.write(a_span(NINE + 2 * MINUTE, seconds=60))

    foreign = a_span(NINE, seconds=300, app="mail", source="activitywatch:pc1")
    free = kept.record.take_in([foreign])

    assert free == (
        replace(foreign, observed_ms=2 * MINUTE),
        replace(foreign, start_ms=NINE + 3 * MINUTE, observed_ms=2 * MINUTE),
    )
    assert kept.rows("SELECT name, count(*) FROM span LEFT JOIN source USING (source_id) GROUP BY name ORDER BY 2") == [
        (None, 1),
        ("activitywatch:pc1", 2),
    ]


def test_a_span_that_began_a_day_before_is_seen(kept: Kept) -> None:
    """As long as any may be: thirty hours."""
    kept.write(replace(a_span(NINE, state=State.LOCKED), observed_ms=30 * MS_PER_HOUR))

    end = NINE + 30 * MS_PER_HOUR
    assert kept.record.take_in([a_span(end - 1000, seconds=2, source="csv:a")]) == (
        a_span(end, seconds=1, source="csv:a"),
    )


def test_hours_are_marked_with_what_is_written_into_them(kept: Kept) -> None:
    """And no others: an hour that was covered keeps its stored totals."""
    kept.write(a_span(NINE, seconds=3600))
    kept.build()

    kept.record.take_in([a_span(NINE, seconds=3600, source="csv:a"), a_span(NINE + MS_PER_HOUR, source="csv:a")])

    nine_in_berlin = (NINE + MS_PER_HOUR) // MS_PER_HOUR
    assert kept.rows("SELECT hour, off_min FROM hour_dirty") == [(nine_in_berlin + 1, 60)]


def test_new_contexts_are_judged_and_known_ones_found(kept: Kept) -> None:
    """Half of them stored before by another writer."""
    spans = [a_span(NINE + n, seconds=0.001, app="calc", title=f"Sheet {n}") for n in range(1000)]
    kept.write(*(replace(of, start_ms=of.start_ms - MINUTE) for of in spans[::2]))
    fresh = kept.judged_by(kept.judge)

    assert len(fresh.record.take_in(spans)) == len(spans)
    assert kept.rows("SELECT count(*), count(DISTINCT title), min(rule_id), max(rule_id) FROM context") == [
        (len(spans), len(spans), "calc", "calc")
    ]
    assert kept.rows(
        f"SELECT count(*) FROM span JOIN context USING (ctx_id) WHERE start_ms >= {NINE}"
        f" AND title = 'Sheet ' || (start_ms - {NINE})"
    ) == [(len(spans),)]
    assert kept.rows("SELECT path FROM context JOIN category ON cat_id = default_cat_id GROUP BY path") == [
        ("Work/Claims",)
    ]


def test_a_batch_is_taken_in_whole_or_not_at_all(kept: Kept) -> None:
    """One that is longer than any day can be is a fault, and takes the whole batch with it."""
    before = kept.dump()
    too_long = Span(
        start_ms=NINE + MINUTE,
        observed_ms=31 * MS_PER_HOUR,
        context=Context("calc", "x"),
        state=State.ACTIVE,
        off_min=60,
        source="csv:a",
    )
    with pytest.raises(IntegrityError):
        kept.record.take_in([a_span(NINE, app="never seen", source="csv:a"), too_long])

    assert kept.dump() == before
    assert len(kept.record.take_in([a_span(NINE, app="never seen", source="csv:a")])) == 1
