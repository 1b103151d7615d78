"""The lanes of one day on one axis: categories, applications, windows; never draws."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from core.clock import MS_PER_HOUR
from core.judge import Piece
from core.period import OffsetAt
from core.span import ATTENDED, Gap
from gui.presenters.axis import Axis, Tick, axis_over
from gui.presenters.durations import h_mm, time_of_day
from gui.presenters.spans import app_name, category_name, reason_name
from gui.presenters.strips import GAP, Block, blocks_on
from reports.shapes import Day, Stretch

MOST_TICKS = 13
EMPTY_FROM_H, EMPTY_TO_H = 8, 17
"""The hours that an empty day shows, so that the place looks the same when it fills."""


@dataclass(frozen=True, slots=True)
class AppBlock:
    """Attended time in one app without interruption, as parts of the axis."""

    start: float
    end: float
    name: str


@dataclass(frozen=True, slots=True)
class Tip:
    """What is told about a stretch of the axis when somebody points at it."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Everything that the painted lanes show."""

    ticks: tuple[Tick, ...]
    start_ms: int = 0
    end_ms: int = 1
    """The ends of the axis."""
    categories: tuple[Block, ...] = ()
    apps: tuple[AppBlock, ...] = ()
    windows: tuple[float, ...] = ()
    """Where an attended window begins."""
    tips: tuple[Tip, ...] = ()
    now: float | None = None
    """Where the present is; None on other days."""


def lanes(day: Day, offset_at: OffsetAt, now_ms: int | None) -> Lanes:
    """`now_ms` is given for the day under way."""
    pieces, gaps = day.timeline.pieces, day.timeline.gaps
    if not pieces:
        hour = day.start_ms + EMPTY_FROM_H * MS_PER_HOUR, day.start_ms + EMPTY_TO_H * MS_PER_HOUR
        empty = _axis(*hour, offset_at)
        return Lanes(ticks=empty.ticks, start_ms=empty.start_ms, end_ms=empty.end_ms)
    last_ms = max([pieces[-1].span.end_ms, *(gap.end_ms for gap in gaps)])
    axis = _axis(pieces[0].span.start_ms, max(last_ms, now_ms or 0), offset_at)
    stretches = [Stretch(p.span.start_ms, p.span.end_ms, p.verdict.category.kind.value) for p in pieces]
    stretches += [Stretch(gap.start_ms, gap.end_ms, GAP) for gap in gaps]
    attended = [piece for piece in pieces if piece.span.state in ATTENDED]
    return Lanes(
        ticks=axis.ticks,
        start_ms=axis.start_ms,
        end_ms=axis.end_ms,
        categories=blocks_on(axis, stretches),
        apps=_apps(axis, attended),
        windows=_windows(axis, attended),
        tips=tuple(_tips(axis, pieces, gaps, offset_at)),
        now=axis.at(now_ms) if now_ms is not None else None,
    )


def _axis(start_ms: int, end_ms: int, offset_at: OffsetAt) -> Axis:
    return axis_over(start_ms, end_ms, offset_at, most_ticks=MOST_TICKS, most_labels=MOST_TICKS)


def _apps(axis: Axis, attended: Sequence[Piece]) -> tuple[AppBlock, ...]:
    found: list[tuple[int, int, str]] = []
    for piece in attended:
        start_ms, end_ms, app = piece.span.start_ms, piece.span.end_ms, piece.span.context.app
        if found and found[-1][2] == app and found[-1][1] == start_ms:
            found[-1] = found[-1][0], end_ms, app
        else:
            found.append((start_ms, end_ms, app))
    return tuple(AppBlock(axis.at(start_ms), axis.at(end_ms), app_name(app)) for start_ms, end_ms, app in found)


def _windows(axis: Axis, attended: Sequence[Piece]) -> tuple[float, ...]:
    begins = [piece.span.start_ms for piece in attended[:1]]
    begins += [
        later.span.start_ms
        for earlier, later in itertools.pairwise(attended)
        if earlier.span.context != later.span.context or earlier.span.end_ms != later.span.start_ms
    ]
    return tuple(axis.at(start_ms) for start_ms in begins)


def _tips(axis: Axis, pieces: Sequence[Piece], gaps: Sequence[Gap], offset_at: OffsetAt) -> list[Tip]:
    def tip(start_ms: int, end_ms: int, *lines: str) -> Tip:
        when = f"{time_of_day(start_ms, offset_at(start_ms))} – {time_of_day(end_ms, offset_at(end_ms))}"
        text = "\n".join([*(line for line in lines if line), f"{when} · {h_mm(end_ms - start_ms)}"])
        return Tip(axis.at(start_ms), axis.at(end_ms), text)

    found = [
        tip(
            piece.span.start_ms,
            piece.span.end_ms,
            app_name(piece.span.context.app),
            piece.span.context.title,
            category_name(piece.verdict.category),
        )
        for piece in pieces
    ]
    return found + [tip(gap.start_ms, gap.end_ms, reason_name(gap.why)) for gap in gaps]
