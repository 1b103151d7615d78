"""Stretches of a day that only the person can explain: gaps, and long time without input; pure, and asks nobody.

What is private is never asked about, nor what was not to be recorded, nor the time before the first and after the last
thing that was seen of a day.
"""

import itertools
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from core.category import IDLE
from core.clock import MS_PER_MIN
from core.explanation import Explanation
from core.judge import Piece
from core.span import Gap, GapReason, State
from reports.shapes import Absence, NumberedExplanation, Precedent, Reason, Timeline

SHORTEST_IDLE_MS = 15 * MS_PER_MIN
SHORTEST_GAP_MS = 5 * MS_PER_MIN
NOT_ASKED = frozenset({GapReason.OFF_HOURS, GapReason.CLOCK})
"""Nobody was to be recorded, or there was no such time."""


class _Part(NamedTuple):
    start_ms: int
    end_ms: int
    reason: Reason | None
    """None where somebody was seen, or nobody may ask."""


def absences(of: Timeline, explained: Iterable[NumberedExplanation]) -> tuple[Absence, ...]:
    """In order; `explained` is what was said of the day already."""
    said = [(one.said.start_ms, one.said.end_ms) for one in explained]
    parts = [_of_piece(piece) for piece in of.pieces] + [_of_gap(gap) for gap in of.gaps]
    found = [part for whole in sorted(parts, key=_start_ms) for part in _without(whole, said)]
    seen = [number for number, part in enumerate(found) if part.reason is None]
    between = found[seen[0] : seen[-1]] if seen else []
    return tuple(absence for run in _runs(between) if (absence := _absence(run)) is not None)


class Earlier(NamedTuple):
    """A day before, and what was said of it."""

    day: date
    start_ms: int
    said: Sequence[Explanation]


def precedent(start_ms: int, end_ms: int, day_start_ms: int, earlier: Sequence[Earlier]) -> Precedent | None:
    """What was said of the same time of day, on the latest of the `earlier` days on which anything was.

    They are in order, the latest first; of several stretches it is the one that shares most of [start, end).
    """
    for before in earlier:
        ahead_ms = day_start_ms - before.start_ms
        shared = [
            (min(end_ms, one.end_ms + ahead_ms) - max(start_ms, one.start_ms + ahead_ms), one) for one in before.said
        ]
        longest_ms, best = max(shared, key=lambda pair: pair[0], default=(0, None))
        if best is not None and longest_ms > 0:
            return Precedent(before.day, best)
    return None


def _start_ms(part: _Part) -> int:
    return part.start_ms


def _of_piece(piece: Piece) -> _Part:
    span = piece.span
    is_away = span.state in {State.IDLE, State.LOCKED} and piece.verdict.category == IDLE
    return _Part(span.start_ms, span.end_ms, span.state if is_away else None)


def _of_gap(gap: Gap) -> _Part:
    return _Part(gap.start_ms, gap.end_ms, None if gap.why in NOT_ASKED else gap.why)


def _without(part: _Part, said: Sequence[tuple[int, int]]) -> list[_Part]:
    """`part` in parts: what was explained counts as seen."""
    cuts = {part.start_ms, part.end_ms}
    cuts |= {edge for one in said for edge in one if part.start_ms < edge < part.end_ms}
    edges = sorted(cuts)
    return [
        _Part(start_ms, end_ms, None if any(s <= start_ms and end_ms <= e for s, e in said) else part.reason)
        for start_ms, end_ms in itertools.pairwise(edges)
    ]


def _runs(parts: Iterable[_Part]) -> list[list[_Part]]:
    """Neighbours that one absence is made of."""
    runs: list[list[_Part]] = [[]]
    for part in parts:
        if part.reason is None:
            runs.append([])
        else:
            runs[-1].append(part)
    return [run for run in runs if run]


def _absence(run: Sequence[_Part]) -> Absence | None:
    """None where it is too short to be asked about."""
    lengths: dict[Reason, int] = {}
    for part in run:
        if part.reason is not None:
            lengths[part.reason] = lengths.get(part.reason, 0) + part.end_ms - part.start_ms
    gap_ms = sum(length_ms for reason, length_ms in lengths.items() if isinstance(reason, GapReason))
    if gap_ms < SHORTEST_GAP_MS and sum(lengths.values()) < SHORTEST_IDLE_MS:
        return None
    return Absence(
        start_ms=run[0].start_ms,
        end_ms=run[-1].end_ms,
        gap_ms=gap_ms,
        why=tuple(sorted(lengths, key=lambda reason: -lengths[reason])),
    )
