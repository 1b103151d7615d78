"""Everything the day window and the popover show of one day; pure."""

import itertools
from collections.abc import Sequence

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.judge import Piece
from core.span import ATTENDED
from reports.shapes import KindTotal, Timeline, Today, Total
from reports.timeline import gap_ms, strip

LONGEST_PAUSE_MS = MS_PER_MIN
"""A stretch in one app goes on over a shorter absence than this."""


def longest_stretch_ms(pieces: Sequence[Piece]) -> int:
    """Longest attended time in one app, interrupted by nothing longer than `LONGEST_PAUSE_MS`."""
    longest = 0
    under_way: dict[str, tuple[int, int]] = {}
    for span in (piece.span for piece in pieces if piece.span.state in ATTENDED):
        attended_ms, ended_ms = under_way.get(span.context.app, (0, span.start_ms))
        if span.start_ms - ended_ms > LONGEST_PAUSE_MS:
            attended_ms = 0
        under_way[span.context.app] = attended_ms + span.observed_ms, span.end_ms
        longest = max(longest, attended_ms + span.observed_ms)
    return longest


def switches_per_hour(pieces: Sequence[Piece]) -> float:
    """Changes of app per attended hour; 0 where nobody was at the desk."""
    attended = [piece.span for piece in pieces if piece.span.state in ATTENDED]
    changes = sum(one.context.app != other.context.app for one, other in itertools.pairwise(attended))
    hours = sum(span.observed_ms for span in attended) / MS_PER_HOUR
    return changes / hours if hours else 0.0


def today(of: Timeline, by_kind: Sequence[Total]) -> Today:
    """What the popover shows; `by_kind` are the day's totals."""
    latest = of.pieces[-1].verdict if of.pieces else None
    return Today(
        day=of.day.isoformat(),
        recorded_ms=sum(row.observed_ms for row in by_kind),
        kinds=[KindTotal(row.key, row.observed_ms, row.attended_ms) for row in by_kind],
        strip=strip(of),
        gap_count=len(of.gaps),
        gap_ms=gap_ms(of),
        now_category=latest.category.path if latest else None,
        now_why=latest.why if latest else "",
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
