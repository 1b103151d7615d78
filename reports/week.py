"""Weeks and calendars for the person who lived them: days, hours, and the usual day beside them; pure."""

import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.category import Kind
from core.period import DayStarts, Period
from core.rollup import Bucket
from reports.shapes import Stretch, Total

WEEKS_OF_USUAL = 4
FEWEST_DAYS_OF_USUAL = 5
"""Of fewer days nobody can say what is usual."""
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


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle one of all days, and the quartiles around it; milliseconds of a day."""

    low_ms: float
    middle_ms: float
    high_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """The days with anything recorded among those before the week."""

    days: int
    recorded: Spread
    by_kind: Mapping[str, Spread]
    shares: Mapping[str, float]
    """Of all their recorded time, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Everything the week window shows."""

    days: tuple[WeekDay, ...]
    """Monday to Sunday, also those with nothing recorded."""
    hours: Mapping[tuple[date, int], Ms]
    """By day and local hour of the day."""
    usual: Usual | None
    """None where too few days were recorded before."""
    timezone: str
    ruleset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Everything that a month or a year shows."""

    period: Period
    by_day: Mapping[date, Ms]
    """Only days with anything recorded."""


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


def _spread(values: Sequence[int]) -> Spread:
    return Spread(*statistics.quantiles(values, n=4, method="inclusive"))
