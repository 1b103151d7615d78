"""Splits judged pieces by local hour and day and sums them; never stores a total."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from core.category import Category
from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.judge import Piece
from core.period import DayStarts
from core.span import Span, State, part


class Hour(msgspec.Struct, frozen=True, order=True, cache_hash=True):
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


class Bucket(msgspec.Struct, frozen=True, cache_hash=True):
    """What one total is a total of."""

    hour: Hour
    app: str
    category: Category
    state: State


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
    totals: dict[Bucket, int] = {}
    for piece in pieces:
        for hour in hours_of(piece.span):
            inside = part(piece.span, hour.start_ms, hour.end_ms)
            if inside is None:
                continue
            bucket = Bucket(hour, inside.context.app, piece.verdict.category, inside.state)
            totals[bucket] = totals.get(bucket, 0) + inside.observed_ms
    return totals


def unobserved_ms(spans: Sequence[Span]) -> int:
    """Time between the first and the last observation that no span covers; `spans` are ordered, without overlap."""
    if not spans:
        return 0
    return spans[-1].end_ms - spans[0].start_ms - sum(span.observed_ms for span in spans)


def on_day(span: Span, day: date, starts: DayStarts) -> Span | None:
    """The part of `span` on one local day, by the offset it was seen with; None where it has none."""
    off_ms = span.off_min * MS_PER_MIN
    return part(span, starts.local_start_ms(day) - off_ms, starts.local_end_ms(day) - off_ms)
