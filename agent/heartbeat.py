"""The rule by which samples become spans: pure, it never asks the time and never stores."""

from collections.abc import Callable
from datetime import date

import msgspec
from msgspec.structs import replace

from core.clock import MS_PER_MIN
from core.period import DayStarts
from core.sample import Sample
from core.span import NO_INPUT, NOTHING_SHOWN, Context, Gap, GapReason, InputCount, Span, State, part

PULSE_MS = 10_000
"""Four beats: samples further apart do not extend a span, because nobody looked in between."""


UNCOUNTED = frozenset({State.PRIVATE, State.LOCKED})
"""What is typed meanwhile is not even counted."""


class OpenSpan(msgspec.Struct, frozen=True, kw_only=True):
    """The span under way; unlike a `Span` it may still be of no length."""

    start_ms: int
    end_ms: int
    context: Context
    state: State
    off_min: int
    case: str | None = None
    input: InputCount = NO_INPUT

    def closed(self) -> tuple[Span, ...]:
        """This stretch as a span; nothing where no time has passed."""
        if self.end_ms <= self.start_ms:
            return ()
        span = Span(
            start_ms=self.start_ms,
            observed_ms=self.end_ms - self.start_ms,
            context=self.context,
            state=self.state,
            off_min=self.off_min,
            case=self.case,
            input=self.input,
        )
        return (span,)


class Tail(msgspec.Struct, frozen=True, kw_only=True):
    """The end of the record that a later sample may still change."""

    closed: tuple[Span, ...] = ()
    open: OpenSpan | None = None

    def spans(self) -> tuple[Span, ...]:
        return self.closed + (self.open.closed() if self.open else ())

    @property
    def end_ms(self) -> int | None:
        """Until when somebody looked; None when nothing is under way."""
        return self.open.end_ms if self.open else None

    def ended(self) -> "Tail":
        """The same spans with none under way."""
        return Tail(closed=self.spans())


class Folding(msgspec.Struct, frozen=True, kw_only=True):
    """What the rule depends on."""

    idle_threshold_ms: int
    day_starts: DayStarts

    def day(self, ms: int, off_min: int) -> date:
        return self.day_starts.day_of(ms, off_min)


def beat(tail: Tail, sample: Sample, by: Folding) -> tuple[Tail, Gap | None]:
    """The tail after `sample`, and the gap before it where nobody had looked for longer than `PULSE_MS`."""
    gap = None
    if tail.open and sample.at_ms - tail.open.end_ms > PULSE_MS:
        gap = Gap(start_ms=tail.open.end_ms, end_ms=sample.at_ms, why=GapReason.STOPPED)
        tail = tail.ended()
    tail = _lived_until(tail, sample, by)
    if sample.state(by.idle_threshold_ms) is State.IDLE:
        tail = _idle_since(tail, sample.at_ms - sample.idle_ms)
    return _seen(tail, sample, by), gap


def settled(tail: Tail, by: Folding) -> tuple[tuple[Span, ...], Tail]:
    """(spans that no later sample can change any more, the rest)."""
    if tail.open is None:
        return tail.closed, Tail()
    horizon_ms = tail.open.end_ms - by.idle_threshold_ms - PULSE_MS
    old = tuple(span for span in tail.closed if span.end_ms <= horizon_ms)
    return old, replace(tail, closed=tail.closed[len(old) :])


def _lived_until(tail: Tail, sample: Sample, by: Folding) -> Tail:
    """Time and input since the last sample belong to what was seen then, split where a day began or input returned."""
    if tail.open is None:
        return tail
    before_ms, was_idle = tail.open.end_ms, tail.open.state is State.IDLE
    tail = replace(tail, open=replace(tail.open, end_ms=sample.at_ms))
    if was_idle and sample.idle_ms < by.idle_threshold_ms:
        returned_ms = max(before_ms, sample.at_ms - sample.idle_ms)
        tail = _cut(tail, returned_ms, lambda rest: replace(rest, state=State.ACTIVE))
    today = by.day(sample.at_ms, sample.off_min)
    if by.day(before_ms, sample.off_min) != today:
        midnight_ms = by.day_starts.local_start_ms(today) - sample.off_min * MS_PER_MIN
        tail = _cut(tail, midnight_ms, lambda rest: rest)
    return _with_input(tail, sample.input)


def _with_input(tail: Tail, counted: InputCount) -> Tail:
    """What is typed into a lock is a password, and private time has nothing to tell."""
    if tail.open is None or tail.open.state in UNCOUNTED or counted == NO_INPUT:
        return tail
    return replace(tail, open=replace(tail.open, input=tail.open.input + counted))


def _cut(tail: Tail, at_ms: int, change: Callable[[OpenSpan], OpenSpan]) -> Tail:
    """Close the open span, with the input in it, at `at_ms` and go on with its rest, as `change` makes it."""
    if tail.open is None or not tail.open.start_ms <= at_ms <= tail.open.end_ms:
        return tail
    done = replace(tail.open, end_ms=at_ms).closed()
    rest = replace(tail.open, start_ms=at_ms, input=NO_INPUT if done else tail.open.input)
    return Tail(closed=tail.closed + done, open=change(rest))


def _idle_since(tail: Tail, since_ms: int) -> Tail:
    """Date idle back to the last input: whatever was active after `since_ms` was idle."""
    closed: list[Span] = []
    for span in tail.closed:
        if span.state is not State.ACTIVE or span.end_ms <= since_ms:
            closed.append(span)
            continue
        before = part(span, span.start_ms, since_ms)
        after = part(span, since_ms, span.end_ms)
        closed += [replace(before, input=span.input)] if before else []
        closed += [replace(after, state=State.IDLE, input=NO_INPUT if before else span.input)] if after else []
    tail = replace(tail, closed=tuple(closed))
    if tail.open is None or tail.open.state is not State.ACTIVE:
        return tail
    cut_ms = max(since_ms, tail.open.start_ms)
    return _cut(tail, cut_ms, lambda rest: replace(rest, state=State.IDLE))


def _seen(tail: Tail, sample: Sample, by: Folding) -> Tail:
    """Go on with what the sample shows: in the same span where nothing changed, else in a new one."""
    state = sample.state(by.idle_threshold_ms)
    context, case = (NOTHING_SHOWN, None) if state is State.PRIVATE else (sample.context, sample.case)
    now = OpenSpan(
        start_ms=sample.at_ms, end_ms=sample.at_ms, context=context, state=state, off_min=sample.off_min, case=case
    )
    if tail.open is None:
        return replace(tail, open=now)
    if not tail.open.closed() and state not in UNCOUNTED:  # the first input after idle brought another window
        now = replace(now, input=tail.open.input)
    before = (tail.open.context, tail.open.state, tail.open.off_min, tail.open.case)
    return tail if before == (context, state, sample.off_min, case) else Tail(closed=tail.spans(), open=now)
