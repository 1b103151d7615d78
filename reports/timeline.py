"""Pieces and gaps of one local day; pure, never reads the record."""

import itertools
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from core.judge import Piece
from core.period import DayStarts
from core.rollup import OnDay
from core.span import Gap, GapReason
from reports.shapes import Stretch, Timeline

GAP = "Gap"


def timeline(
    day: date, pieces: Iterable[Piece], noted: Sequence[Gap], starts: DayStarts, until_ms: int | None = None
) -> Timeline:
    """The pieces of `day`, cut at its borders, and what was not observed between the first and the last of them.

    `until_ms` is now: in a day under way, a gap that was noted after the last piece is still going on and counts.
    """
    on_day = OnDay(day, starts)
    own = tuple(cut for piece in pieces if (cut := _inside(piece, on_day)) is not None)
    if not own:
        return Timeline(day=day, pieces=(), gaps=())
    end_ms = own[-1].span.end_ms
    if until_ms is not None and starts.day_of(until_ms, own[-1].span.off_min) == day:
        for gap in noted:
            if gap.start_ms <= end_ms:
                end_ms = max(end_ms, min(gap.end_ms, until_ms))
    return Timeline(day=day, pieces=own, gaps=_gaps(own, noted, end_ms))


def offsets(of: Timeline) -> tuple[tuple[int, int], ...]:
    """Since when local time was how many minutes ahead of UTC: at the first piece, at each change, and at the last."""
    seen = [(piece.span.start_ms, piece.span.off_min) for piece in of.pieces]
    changes = (later for earlier, later in itertools.pairwise(seen) if earlier[1] != later[1])
    return (*seen[:1], *changes, *seen[-1:])


def gap_ms(of: Timeline) -> int:
    return sum(gap.end_ms - gap.start_ms for gap in of.gaps)


def strip(of: Timeline) -> list[Stretch]:
    """Pieces and gaps in order, neighbours of one kind joined."""
    parts = [Stretch(p.span.start_ms, p.span.end_ms, p.verdict.category.kind.value) for p in of.pieces]
    parts += [Stretch(gap.start_ms, gap.end_ms, GAP) for gap in of.gaps]
    joined: list[Stretch] = []
    for stretch in sorted(parts, key=lambda stretch: stretch.start_ms):
        last = joined[-1] if joined else None
        if last and last.kind == stretch.kind and stretch.start_ms == last.end_ms:
            joined[-1] = Stretch(last.start_ms, stretch.end_ms, last.kind)
        else:
            joined.append(stretch)
    return joined


def _inside(piece: Piece, on_day: OnDay) -> Piece | None:
    inside = on_day(piece.span)
    if inside is None:
        return None
    return piece if inside is piece.span else replace(piece, span=inside)


def _gaps(pieces: Sequence[Piece], noted: Sequence[Gap], end_ms: int) -> tuple[Gap, ...]:
    found: list[Gap] = []
    seen_until = pieces[0].span.end_ms
    for start_ms, after_ms in [(p.span.start_ms, p.span.end_ms) for p in pieces[1:]] + [(end_ms, end_ms)]:
        if start_ms > seen_until:
            found += _explained(seen_until, start_ms, noted)
        seen_until = max(seen_until, after_ms)
    return tuple(found)


def _explained(start_ms: int, end_ms: int, noted: Sequence[Gap]) -> list[Gap]:
    """[start, end) cut where the noted reason changes; of two notes the later one explains."""
    cuts = {start_ms, end_ms}
    for gap in noted:
        cuts |= {edge for edge in (gap.start_ms, gap.end_ms) if start_ms < edge < end_ms}
    edges = sorted(cuts)
    found: list[Gap] = []
    for left, right in itertools.pairwise(edges):
        reasons = [gap.why for gap in noted if gap.start_ms <= left and gap.end_ms >= right]
        why = reasons[-1] if reasons else GapReason.STOPPED
        if found and found[-1].why is why:
            found[-1] = replace(found[-1], end_ms=right)
        else:
            found.append(Gap(start_ms=left, end_ms=right, why=why))
    return found
