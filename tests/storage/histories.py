"""Random histories of a desk, and what they add up to worked out the slow way; never uses the code under test."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from core.span import Context, Span, State
from tests.factories import NINE
from tests.storage.records import OFFICE

MINUTE = 60_000
HOUR = 3_600_000
OFFSETS = (60, 120, 345, -300, 630, 660)
"""Berlin in winter and summer, Kathmandu, New York, Lord Howe in winter and summer."""
APPS = (*OFFICE, "unheard-of")
LONGEST_MS = 30 * HOUR

_lengths = st.one_of(st.integers(1, 2 * MINUTE), st.integers(1, 3 * HOUR), st.integers(HOUR, LONGEST_MS))
_pauses = st.one_of(st.just(0), st.integers(0, 10 * MINUTE), st.integers(0, 20 * HOUR))


@st.composite
def histories(draw: st.DrawFn, most: int = 14) -> list[Span]:
    """Spans in order that do not overlap, over some days, by somebody who may travel."""
    spans: list[Span] = []
    at_ms, off_min = NINE + draw(st.integers(-20 * HOUR, 20 * HOUR)), 60
    for _ in range(draw(st.integers(1, most))):
        at_ms += draw(_pauses)
        off_min = draw(st.sampled_from((off_min, off_min, off_min, *OFFSETS)))
        spans.append(
            Span(
                start_ms=at_ms,
                observed_ms=draw(_lengths),
                context=Context(draw(st.sampled_from(APPS)), "A title"),
                state=draw(st.sampled_from(State)),
                off_min=off_min,
            )
        )
        at_ms = spans[-1].end_ms
    return spans


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a span within one local hour."""

    day: date
    hour: int
    """Of the clock on the wall, 0 to 23."""
    off_min: int
    app: str
    category: str
    state: State


def category_of(span: Span, apps: dict[str, str]) -> str:
    """What `RuleJudge` promises: state decides first, then the app's rule."""
    by_state = {State.PRIVATE: "Private", State.LOCKED: "Idle", State.IDLE: "Idle"}
    return by_state.get(span.state) or apps.get(span.context.app, "Unclassified")


def added_up(spans: Iterable[Span], apps: dict[str, str], day_start_hour: int = 0) -> Counter[Slice]:
    """Milliseconds by slice, walked hour by hour on a calendar."""
    totals: Counter[Slice] = Counter()
    for span in spans:
        zone = timezone(timedelta(minutes=span.off_min))
        at = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=span.start_ms)
        end = at + timedelta(milliseconds=span.observed_ms)
        while at < end:
            local = at.astimezone(zone)
            next_hour = (local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)).astimezone(UTC)
            until = min(next_hour, end)
            slice_ = Slice(
                day=(local - timedelta(hours=day_start_hour)).date(),
                hour=local.hour,
                off_min=span.off_min,
                app=span.context.app,
                category=category_of(span, apps),
                state=span.state,
            )
            totals[slice_] += round((until - at) / timedelta(milliseconds=1))
            at = until
    return totals
