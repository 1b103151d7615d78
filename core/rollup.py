"""Splits judged pieces by local hour and day and sums them; never stores a total."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

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
    totals: defaultdict[tuple[int, int, str, Category, State], int] = defaultdict(int)
    for piece in pieces:
        span = piece.span
        off_min, left_ms = span.off_min, span.observed_ms
        number, passed_ms = divmod(span.start_ms + off_min * MS_PER_MIN, MS_PER_HOUR)
        app, category, state = span.context.app, piece.verdict.category, span.state
        while passed_ms + left_ms > MS_PER_HOUR:
            inside_ms = MS_PER_HOUR - passed_ms
            totals[number, off_min, app, category, state] += inside_ms
            number, passed_ms, left_ms = number + 1, 0, left_ms - inside_ms
        totals[number, off_min, app, category, state] += left_ms
    return {
        Bucket(Hour(number, off_min), app, category, state): observed_ms
        for (number, off_min, app, category, state), observed_ms in totals.items()
    }


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
