"""Which correction holds at which time; never changes a span."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from core.judge import Correction
from core.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open [start, end) in which one correction holds, or none."""

    start_ms: int
    end_ms: int
    correction: Correction | None


class Corrections:
    """A person's corrections, settled: where several cover an instant, the one said last holds."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self._stretches = _settled(corrections)
        self._ends = [stretch.end_ms for stretch in self._stretches]

    def across(self, span: Span) -> Iterator[Stretch]:
        """The stretches that `span` falls into; they cover it without hole or overlap."""
        at = span.start_ms
        for number in range(bisect_right(self._ends, at), len(self._ends)):
            stretch = self._stretches[number]
            if stretch.start_ms >= span.end_ms:
                break
            if at < stretch.start_ms:
                yield Stretch(at, stretch.start_ms, None)
                at = stretch.start_ms
            end = min(stretch.end_ms, span.end_ms)
            yield Stretch(at, end, stretch.correction)
            at = end
        if at < span.end_ms:
            yield Stretch(at, span.end_ms, None)


def _settled(corrections: Sequence[Correction]) -> list[Stretch]:
    """Stretches that do not overlap, in order, of the correction that holds in each."""
    borders = sorted({border for said in corrections for border in (said.start_ms, said.end_ms)})
    waiting = sorted(enumerate(corrections), key=lambda numbered: -numbered[1].start_ms)
    held: list[tuple[int, int, Correction]] = []
    settled: list[Stretch] = []
    for start, end in pairwise(borders):
        while waiting and waiting[-1][1].start_ms <= start:
            number, said = waiting.pop()
            heappush(held, (-said.at_ms, -number, said))
        while held and held[0][2].end_ms <= start:
            heappop(held)
        if not held:
            continue
        holds = held[0][2]
        goes_on = bool(settled) and settled[-1].correction is holds
        settled.append(Stretch(settled.pop().start_ms if goes_on else start, end, holds))
    return settled
