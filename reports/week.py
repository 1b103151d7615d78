"""Weeks and calendars for the person who lived them: days, hours, and the usual day beside them; pure."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.category import Kind
from core.judge import Piece
from core.period import DayStarts, Period
from core.rollup import Bucket, roll
from core.span import Gap
from reports.shapes import Before, Spread, Stretch, Timeline, Total, Usual
from reports.timeline import gap_ms, offsets, strip
from reports.totals import total

WEEKS_OF_USUAL = 4
FEWEST_DAYS_OF_USUAL = 5
"""Of fewer days nobody can say what is usual."""
Matches = Callable[[Piece | Gap], bool]
Ms = Mapping[str, int]
"""Milliseconds by kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """One day of a week."""

    day: date
    strip: tuple[Stretch, ...]
    by_kind: tuple[Total, ...]
    recorded_ms: int
    gap_ms: int
    matching: tuple[tuple[int, int], ...] | None = None
    """What of it was asked for, UTC epoch ms, and all that the numbers are of; None where everything was."""
    offsets: tuple[tuple[int, int], ...] = ()
    """Since when local time was how many minutes ahead of UTC where it was lived."""


@dataclass(frozen=True, slots=True)
class PageTotal:
    """Time in one kind with one title in front, whatever the window."""

    title: str
    """The app where there is none."""
    observed_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Everything the week window shows."""

    days: tuple[WeekDay, ...]
    """Monday to Sunday, also those with nothing recorded."""
    hours: Mapping[tuple[date, int], Ms]
    """By day and local hour of the day."""
    usual: Usual | None
    """None where too few days were recorded before, or where only a part of the week was asked for."""
    timezone: str
    ruleset: str
    pages: tuple[PageTotal, ...] = ()
    """Of `Knowledge`, the longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Everything that a month or a year shows."""

    period: Period
    by_day: Mapping[date, Ms]
    """Only days with anything recorded."""


def week_day(of: Timeline, starts: DayStarts, matches: Matches | None = None) -> WeekDay:
    """The picture of a whole day, and the numbers of what matches."""
    kept = of if matches is None else _kept(of, matches)
    portions = roll(kept.pieces).items()
    stretches = [(piece.span.start_ms, piece.span.end_ms) for piece in kept.pieces]
    stretches += [(gap.start_ms, gap.end_ms) for gap in kept.gaps]
    return WeekDay(
        day=of.day,
        strip=tuple(strip(of)),
        by_kind=total(portions, "kind", starts),
        recorded_ms=sum(observed_ms for _bucket, observed_ms in portions),
        gap_ms=gap_ms(kept),
        matching=None if matches is None else tuple(sorted(stretches)),
        offsets=offsets(of),
    )


def pages_of(pieces: Iterable[Piece], kind: Kind) -> tuple[PageTotal, ...]:
    """Time of one kind by title, the longest first."""
    found: defaultdict[str, int] = defaultdict(int)
    for piece in pieces:
        if piece.verdict.category.kind is kind:
            found[piece.span.context.title or piece.span.context.app] += piece.span.observed_ms
    return tuple(PageTotal(*one) for one in sorted(found.items(), key=lambda one: (-one[1], one[0])))


def matching_pieces(timelines: Iterable[Timeline], matches: Matches | None) -> list[Piece]:
    """Those of several days in order; all of them for None."""
    return [piece for of in timelines for piece in of.pieces if matches is None or matches(piece)]


def _kept(of: Timeline, matches: Matches) -> Timeline:
    return Timeline(day=of.day, pieces=tuple(filter(matches, of.pieces)), gaps=tuple(filter(matches, of.gaps)))


def days_of(portions: Iterable[tuple[Bucket, int]], starts: DayStarts) -> dict[date, dict[str, int]]:
    """Observed milliseconds by kind of each day."""
    found: defaultdict[date, dict[str, int]] = defaultdict(dict)
    for bucket, observed_ms in portions:
        by_kind, kind = found[starts.day_of_hour(bucket.hour.number)], bucket.category.kind.value
        by_kind[kind] = by_kind.get(kind, 0) + observed_ms
    return dict(found)


def hours_of_week(portions: Iterable[tuple[Bucket, int]], starts: DayStarts) -> dict[tuple[date, int], dict[str, int]]:
    """Observed milliseconds by kind of each local hour; an hour that was lived twice counts once, with both."""
    found: dict[tuple[date, int], dict[str, int]] = {}
    for bucket, observed_ms in portions:
        at = starts.day_of_hour(bucket.hour.number), bucket.hour.number % 24
        by_kind = found.setdefault(at, {})
        kind = bucket.category.kind.value
        by_kind[kind] = by_kind.get(kind, 0) + observed_ms
    return found


def usual(portions: Iterable[tuple[Bucket, int]], starts: DayStarts) -> Usual | None:
    """What the days that these are portions of have in common."""
    days = list(days_of(portions, starts).values())
    if len(days) < FEWEST_DAYS_OF_USUAL:
        return None
    recorded = [sum(day.values()) for day in days]
    whole_ms = sum(recorded)
    return Usual(
        days=len(days),
        recorded=_spread(recorded),
        by_kind={kind: _spread([day.get(kind, 0) for day in days]) for kind in Kind},
        shares={kind: sum(day.get(kind, 0) for day in days) / whole_ms for kind in Kind},
    )


def weeks_before(portions: Iterable[tuple[Bucket, int]], starts: DayStarts, weeks: Period) -> Before:
    """What is usual in `weeks`, of which these are the portions."""
    known = list(portions)
    days = {starts.day_of_hour(bucket.hour.number) for bucket, _observed_ms in known}
    first_week = Period(weeks.first, weeks.first + timedelta(days=6))
    return Before(usual=usual(known, starts), is_whole=any(day in first_week for day in days))


def _spread(values: Sequence[int]) -> Spread:
    return Spread(*statistics.quantiles(values, n=4, method="inclusive"))
