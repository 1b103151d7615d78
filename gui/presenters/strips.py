"""Stretches of one kind on an axis, and what each pixel column of them shows; never draws."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.period import OffsetAt
from gui.presenters.axis import Axis, Tick, axis_over
from reports.shapes import Stretch

GAP, CALL = "Gap", "Call"
"""What is painted beside the kinds: nothing observed, and a call under way."""
MOST_TICKS, MOST_LABELS = 13, 6


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of a kind, as parts of the axis."""

    start: float
    end: float
    kind: str
    """A `Kind`, `Gap` or `Call`."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring pixel columns [first, last) that show the same kind."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Everything that a painted strip shows."""

    blocks: tuple[Block, ...]
    ticks: tuple[Tick, ...]
    says: str
    """The same in words, for those who cannot see it."""


NO_STRIP = Strip(blocks=(), ticks=(), says="")


def strip_of(stretches: Sequence[Stretch], offset_at: OffsetAt, says: str) -> Strip:
    """A strip zoomed to `stretches`, which are in order."""
    if not stretches:
        return NO_STRIP
    start_ms, end_ms = stretches[0].start_ms, stretches[-1].end_ms
    axis = axis_over(start_ms, end_ms, offset_at, most_ticks=MOST_TICKS, most_labels=MOST_LABELS, short=True)
    return Strip(blocks=blocks_on(axis, stretches), ticks=axis.ticks, says=says)


def blocks_on(axis: Axis, stretches: Iterable[Stretch]) -> tuple[Block, ...]:
    return tuple(Block(axis.at(one.start_ms), axis.at(one.end_ms), one.kind) for one in stretches)


def runs(blocks: Iterable[Block], columns: int) -> tuple[Run, ...]:
    """What `columns` pixels show: in each the kind that covers most of it, so that short stretches hide no long one."""
    covers: list[dict[str, float]] = [{} for _ in range(columns)]
    for block in blocks:
        start, end = block.start * columns, block.end * columns
        for column in range(int(start), min(columns, math.ceil(end))):
            covered = min(end, column + 1) - max(start, column)
            covers[column][block.kind] = covers[column].get(block.kind, 0.0) + covered
    found: list[Run] = []
    for column, cover in enumerate(covers):
        if not cover:
            continue
        kind = max(cover, key=lambda name: cover[name])
        if found and found[-1].last == column and found[-1].kind == kind:
            found[-1] = Run(found[-1].first, column + 1, kind)
        else:
            found.append(Run(column, column + 1, kind))
    return tuple(found)
