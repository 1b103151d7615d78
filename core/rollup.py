"""Splits judged pieces by local hour and day and sums them; never stores a total."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import msgspec

from core.category import Category
from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.judge import Piece
from core.period import DayStarts
from core.span import Span, State, part


class Hour(msgspec.Struct, frozen=True, order=True, cache_hash=True, gc=False):
    """One local hour: `floor((utc_ms + off_min * 60000) / 3600000)`, with the offset that made it local."""

    number: int
    off_min: int

    @property
    def start_ms(self) -> int:
        """UTC epoch ms."""
        return self.number * MS_PER_HOUR - self.off_min * MS_PER_MIN

    @property
    def end_ms(self) -> int:
        return self.start_ms + MS_PER_HOUR


class Bucket(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """What one total is a total of."""

    hour: Hour
    app: str
    category: Category
    state: State


Portion: TypeAlias = tuple[str, Category, State]
"""What time of one hour was: program, category, state."""


def hour_of(utc_ms: int, off_min: int) -> Hour:
    return Hour((utc_ms + off_min * MS_PER_MIN) // MS_PER_HOUR, off_min)


def hours_of(span: Span) -> tuple[Hour, ...]:
    """Every local hour that `span` touches, in order."""
    off_ms = span.off_min * MS_PER_MIN
    first, last = (span.start_ms + off_ms) // MS_PER_HOUR, (span.end_ms - 1 + off_ms) // MS_PER_HOUR
    if first == last:
        return (Hour(first, span.off_min),)
    return tuple(Hour(number, span.off_min) for number in range(first, last + 1))


def roll(pieces: Iterable[Piece]) -> dict[Bucket, int]:
    """Observed milliseconds by bucket; the sum over all buckets is the sum over all pieces."""
    return {
        Bucket(Hour(number, off_min), app, category, state): observed_ms
        for (number, off_min), found in by_hour(pieces).items()
        for (app, category, state), observed_ms in found.items()
    }


def by_hour(pieces: Iterable[Piece]) -> dict[tuple[int, int], dict[Portion, int]]:
    """Observed milliseconds by (number, off_min) of the local hour and what they were."""
    totals: defaultdict[tuple[int, int], defaultdict[Portion, int]] = defaultdict(lambda: defaultdict(int))
    off_min, start_ms, end_ms = 0, 0, 0  # of the hour that the last piece ended in, local
    inside: defaultdict[Portion, int] = defaultdict(int)
    for piece in pieces:
        span = piece.span
        left_ms, portion = span.observed_ms, (span.context.app, piece.verdict.category, span.state)
        at_ms = span.start_ms + span.off_min * MS_PER_MIN
        while True:
            if not (start_ms <= at_ms < end_ms and span.off_min == off_min):
                off_min, start_ms = span.off_min, at_ms - at_ms % MS_PER_HOUR
                end_ms, inside = start_ms + MS_PER_HOUR, totals[start_ms // MS_PER_HOUR, off_min]
            if at_ms + left_ms <= end_ms:
                inside[portion] += left_ms
                break
            inside[portion] += end_ms - at_ms
            at_ms, left_ms = end_ms, left_ms - (end_ms - at_ms)
    return {hour: dict(found) for hour, found in totals.items()}


class OnDay:
    """Cuts spans at the borders of one local day."""

    def __init__(self, day: date, starts: DayStarts) -> None:
        self._start_ms, self._end_ms = starts.local_start_ms(day), starts.local_end_ms(day)

    def __call__(self, span: Span) -> Span | None:
        """The part of `span` on that day, by the offset it was seen with; None where it has none."""
        off_ms = span.off_min * MS_PER_MIN
        local_ms = span.start_ms + off_ms
        if self._start_ms <= local_ms and local_ms + span.observed_ms <= self._end_ms:
            return span
        return part(span, self._start_ms - off_ms, self._end_ms - off_ms)
