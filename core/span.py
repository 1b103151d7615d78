"""Spans, gaps and contexts: what the record is made of; never reads or writes it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from operator import itemgetter

import msgspec
from msgspec.structs import replace

_end = itemgetter(1)


class State(StrEnum):
    """What a span was; where several hold, the first in this order wins."""

    PRIVATE = "private"
    LOCKED = "locked"
    CALL = "call"
    IDLE = "idle"
    ACTIVE = "active"

    __hash__ = str.__hash__  # an enum's own costs as much as the rest of adding up a span


ATTENDED = frozenset({State.ACTIVE, State.CALL})
"""The states in which somebody was at the desk: the active part of a total."""


class GapReason(StrEnum):
    """Why nothing was observed."""

    PAUSED = "paused"
    SUSPENDED = "suspended"
    STOPPED = "stopped"
    CRASHED = "crashed"
    BLOCKED = "blocked"
    OFF_HOURS = "off-hours"
    CLOCK = "clock"


class Context(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """One distinct program and its title, as stored."""

    app: str
    title: str


class InputCount(msgspec.Struct, frozen=True, gc=False):
    """How often keys and buttons were pressed and wheels turned; never which."""

    total: int = 0
    injected: int = 0
    """How many of them software made up."""

    def __add__(self, other: "InputCount") -> "InputCount":
        return InputCount(self.total + other.total, self.injected + other.injected)


NO_INPUT = InputCount()
NOTHING_SHOWN = Context("", "")
"""The context of private time, and of a desktop with no window in front."""


class Span(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A half-open stretch [start, end) with one context and one state."""

    start_ms: int
    """UTC epoch milliseconds."""
    observed_ms: int
    context: Context
    state: State
    off_min: int
    """Minutes that local time was ahead of UTC."""
    source: str | None = None
    """Where an imported span came from; None for what the agent saw itself."""
    case: str | None = None
    """The token of the work item whose identifier the title showed; never the identifier."""
    input: InputCount = NO_INPUT
    """What was counted; nothing where nobody counts, and in whatever is read for a report."""

    def __post_init__(self) -> None:
        if self.observed_ms <= 0:
            raise ValueError(f"a span lasts at least one millisecond, not {self.observed_ms}")

    @property
    def end_ms(self) -> int:
        return self.start_ms + self.observed_ms


class Gap(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A half-open stretch [start, end) in which nothing was observed."""

    start_ms: int
    end_ms: int
    why: GapReason


def part(span: Span, start_ms: int, end_ms: int) -> Span | None:
    """The part of `span` inside [start_ms, end_ms), or None where they do not meet."""
    start, end = max(span.start_ms, start_ms), min(span.end_ms, end_ms)
    if start >= end:
        return None
    if end - start == span.observed_ms:
        return span
    return replace(span, start_ms=start, observed_ms=end - start, input=input_share(span, start, end))


def input_share(span: Span, start_ms: int, end_ms: int) -> InputCount:
    """What of the input in `span` falls to its part [start, end), by time; all parts add up to the whole."""
    if span.input == NO_INPUT:
        return NO_INPUT
    before, until = start_ms - span.start_ms, end_ms - span.start_ms
    by_hand, injected = (
        count * until // span.observed_ms - count * before // span.observed_ms
        for count in (span.input.total - span.input.injected, span.input.injected)
    )
    return InputCount(by_hand + injected, injected)


def clip_to_free(spans: Iterable[Span], taken: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """What remains of `spans` outside the `taken` stretches, which are ordered and do not overlap."""
    if not taken:
        return tuple(spans)
    free: list[Span] = []
    for span in spans:
        at_ms = span.start_ms
        for number in range(bisect_right(taken, at_ms, key=_end), len(taken)):
            taken_start, taken_end = taken[number]
            if taken_start >= span.end_ms:
                break
            before = part(span, at_ms, taken_start)
            free += [before] if before else []
            at_ms = taken_end
        rest = part(span, at_ms, span.end_ms)
        free += [rest] if rest else []
    return tuple(free)
