"""What a supervisor sees of the totals that people shared; pure, sorted by name, never a rank."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.category import Category, Kind
from core.clock import MS_PER_DAY
from reports.shapes import Total
from reports.sharing import SharedDay, SharedTotals

OLD_AFTER_MS = 3 * MS_PER_DAY
"""Over a weekend nobody writes: a file of Friday is not old on Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDay:
    """One person on one day."""

    person: str
    day: date
    recorded_ms: int
    kinds: tuple[Total, ...]
    gap_ms: int
    """Gaps and private time together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTotal:
    """All people on one day."""

    day: date
    kinds: tuple[Total, ...]
    recorded_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A person whose totals are old, missing or cannot be read."""

    person: str
    last_day: date | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """Everything the supervisor's page shows."""

    rows: tuple[PersonDay, ...]
    by_day: tuple[DayTotal, ...]
    totals: tuple[Total, ...]
    stale: tuple[Stale, ...]


def team_page(
    shared: Sequence[SharedTotals], expected: Iterable[str], unreadable: Iterable[Stale], now_ms: int
) -> TeamPage:
    """The page over all files; `expected` are the people who should have shared."""
    by_person_day: dict[tuple[str, date], list[SharedDay]] = {}
    for totals in shared:
        for day in totals.days:
            by_person_day.setdefault((totals.person, date.fromisoformat(day.day)), []).append(day)
    rows = tuple(_person_day(person, day, days) for (person, day), days in sorted(by_person_day.items()))
    days = sorted({row.day for row in rows})
    return TeamPage(
        rows=rows,
        by_day=tuple(_day_total(day, [row for row in rows if row.day == day]) for day in days),
        totals=_summed(total for row in rows for total in row.kinds),
        stale=tuple(sorted([*_stale(shared, expected, now_ms), *unreadable], key=lambda stale: stale.person)),
    )


def _person_day(person: str, day: date, days: Sequence[SharedDay]) -> PersonDay:
    kinds = _summed(_kind_total(path, seconds) for one in days for path, seconds in one.seconds.items())
    return PersonDay(
        person=person,
        day=day,
        recorded_ms=sum(one.recorded_s for one in days) * 1000,
        kinds=kinds,
        gap_ms=sum(one.not_recorded_s for one in days) * 1000,
    )


def _day_total(day: date, rows: Sequence[PersonDay]) -> DayTotal:
    kinds = _summed(total for row in rows for total in row.kinds)
    return DayTotal(day=day, kinds=kinds, recorded_ms=sum(row.recorded_ms for row in rows))


def _kind_total(path: str, seconds: int) -> Total:
    kind = Category(path).kind
    return Total(key=kind.value, observed_ms=seconds * 1000, attended_ms=0 if kind is Kind.IDLE else seconds * 1000)


def _summed(totals: Iterable[Total]) -> tuple[Total, ...]:
    """By kind, in the order of `Kind`."""
    observed = dict.fromkeys(Kind, 0)
    attended = dict.fromkeys(Kind, 0)
    for one in totals:
        observed[Kind(one.key)] += one.observed_ms
        attended[Kind(one.key)] += one.attended_ms
    return tuple(
        Total(key=kind.value, observed_ms=observed[kind], attended_ms=attended[kind]) for kind in Kind if observed[kind]
    )


def _stale(shared: Sequence[SharedTotals], expected: Iterable[str], now_ms: int) -> list[Stale]:
    newest: dict[str, SharedTotals] = {}
    for totals in shared:
        if totals.person not in newest or newest[totals.person].written_ms < totals.written_ms:
            newest[totals.person] = totals
    old = [
        Stale(
            person=person,
            last_day=max((date.fromisoformat(day.day) for day in totals.days), default=None),
            why=f"last shared {(now_ms - totals.written_ms) // MS_PER_DAY} days ago",
        )
        for person, totals in newest.items()
        if now_ms - totals.written_ms > OLD_AFTER_MS
    ]
    missing = [
        Stale(person=person, last_day=None, why="nothing shared yet") for person in expected if person not in newest
    ]
    return old + missing
