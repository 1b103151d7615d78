"""Everything the day window and the popover show of one day; pure."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.judge import Piece
from core.span import ATTENDED
from reports.shapes import Absence, KindTotal, Timeline, Today, Total
from reports.timeline import gap_ms, strip

LONGEST_PAUSE_MS = MS_PER_MIN
"""A stretch in one app goes on over a shorter absence than this."""


class LongestStretch(NamedTuple):
    """From when to when, and how much of it was in the one app."""

    start_ms: int
    end_ms: int
    attended_ms: int


def longest_stretch(pieces: Sequence[Piece]) -> LongestStretch | None:
    """Longest attended time in one app, interrupted by nothing longer than `LONGEST_PAUSE_MS`."""
    longest: LongestStretch | None = None
    under_way: dict[str, LongestStretch] = {}
    for span in (piece.span for piece in pieces if piece.span.state in ATTENDED):
        before = under_way.get(span.context.app)
        if before is None or span.start_ms - before.end_ms > LONGEST_PAUSE_MS:
            before = LongestStretch(span.start_ms, span.start_ms, 0)
        reached = LongestStretch(before.start_ms, span.end_ms, before.attended_ms + span.observed_ms)
        under_way[span.context.app] = reached
        if longest is None or reached.attended_ms > longest.attended_ms:
            longest = reached
    return longest


def switches_per_hour(pieces: Sequence[Piece]) -> float:
    """Changes of app per attended hour; 0 where nobody was at the desk."""
    attended = [piece.span for piece in pieces if piece.span.state in ATTENDED]
    changes = sum(one.context.app != other.context.app for one, other in itertools.pairwise(attended))
    hours = sum(span.observed_ms for span in attended) / MS_PER_HOUR
    return changes / hours if hours else 0.0


def today(of: Timeline, by_kind: Sequence[Total], absences: Sequence[Absence] = ()) -> Today:
    """What the popover shows; `by_kind` are the day's totals, `absences` what of it is not explained."""
    latest = of.pieces[-1].verdict if of.pieces else None
    return Today(
        day=of.day.isoformat(),
        recorded_ms=sum(row.observed_ms for row in by_kind),
        kinds=[KindTotal(row.key, row.observed_ms, row.attended_ms) for row in by_kind],
        strip=strip(of),
        gap_count=len(of.gaps),
        gap_ms=gap_ms(of),
        unexplained_count=len(absences),
        unexplained_ms=sum(one.end_ms - one.start_ms for one in absences),
        unexplained_are_gaps=all(one.gap_ms for one in absences),
        now_category=latest.category.path if latest else None,
        now_why=latest.why if latest else "",
        now_app=of.pieces[-1].span.context.app if of.pieces else "",
        now_title=of.pieces[-1].span.context.title if of.pieces else "",
        now_since_ms=_since_ms(of.pieces) if of.pieces else None,
        now_until_ms=of.pieces[-1].span.end_ms if of.pieces else None,
    )


def _since_ms(pieces: Sequence[Piece]) -> int:
    """Where the run of pieces begins that show the last one's app and category without interruption."""
    later = pieces[-1]
    for piece in reversed(pieces[:-1]):
        shows_another = piece.span.context.app != later.span.context.app
        if shows_another or piece.verdict.category != later.verdict.category or piece.span.end_ms < later.span.start_ms:
            break
        later = piece
    return later.span.start_ms
