"""What a person said, laid over what the rules said; never over private time, and never outside what was said."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from core.judge import Correction, Piece, Verdict
from core.span import Span, State, part


@dataclass(frozen=True, slots=True)
class Stretch:
    """Half-open [start, end) in which one correction holds, or none."""

    start_ms: int
    end_ms: int
    correction: Correction | None


class Corrections:
    """A person's corrections, settled: where several cover an instant, the one said last holds."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self.stretches = _settled(corrections)
        """Those in which one holds, in order."""
        self._ends = [stretch.end_ms for stretch in self.stretches]

    def across(self, span: Span) -> Iterator[Stretch]:
        """The stretches that `span` falls into; they cover it without hole or overlap."""
        at = span.start_ms
        for number in range(bisect_right(self._ends, at), len(self._ends)):
            stretch = self.stretches[number]
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


def corrected(pieces: Sequence[Piece], corrections: Sequence[Correction]) -> list[Piece]:
    """`pieces`, a day in order, cut where a correction begins and ends."""
    said = Corrections(corrections)
    result: list[Piece] = []
    done = 0
    for stretch in said.stretches:
        first = bisect_right(pieces, stretch.start_ms, lo=done, key=_end)
        behind = bisect_left(pieces, stretch.end_ms, lo=first, key=_start)
        result += pieces[done:first]
        for piece in pieces[first:behind]:
            result += _cut(piece, said)
        done = behind
    return [*result, *pieces[done:]]


def _cut(piece: Piece, said: Corrections) -> Iterator[Piece]:
    if piece.span.state is State.PRIVATE:
        yield piece
        return
    for stretch in said.across(piece.span):
        inside = part(piece.span, stretch.start_ms, stretch.end_ms)
        if inside is not None:
            yield Piece(inside, piece.verdict if stretch.correction is None else _verdict(stretch.correction))


def _verdict(correction: Correction) -> Verdict:
    because = f": {correction.why}" if correction.why else ""
    return Verdict(correction.category, None, f"corrected by {correction.who}{because}")


def _start(piece: Piece) -> int:
    return piece.span.start_ms


def _end(piece: Piece) -> int:
    return piece.span.end_ms


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
