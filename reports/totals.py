"""The one function that every total comes out of; never reads the record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.category import Category
from core.period import DayStarts
from core.rollup import Hour
from core.span import ATTENDED, State
from reports.shapes import Total


@dataclass(frozen=True, slots=True)
class Portion:
    """Some observed time of one hour, whether it came from a rollup or from spans."""

    hour: Hour
    app: str
    """Empty where the source does not tell apps apart."""
    category: Category
    state: State
    observed_ms: int


GROUPINGS = ("kind", "category", "app", "hour", "day")


def total(portions: Iterable[Portion], by: str, starts: DayStarts) -> tuple[Total, ...]:
    """Sums by one of `GROUPINGS`: by key for hours and days, else longest first and then by key."""
    key = _key(by, starts)
    observed: dict[str, int] = {}
    attended: dict[str, int] = {}
    for portion in portions:
        name = key(portion)
        observed[name] = observed.get(name, 0) + portion.observed_ms
        attended[name] = attended.get(name, 0) + (portion.observed_ms if portion.state in ATTENDED else 0)
    rows = (Total(key=name, observed_ms=ms, attended_ms=attended[name]) for name, ms in observed.items())
    if by in {"hour", "day"}:
        return tuple(sorted(rows, key=lambda row: row.key))
    return tuple(sorted(rows, key=lambda row: (-row.observed_ms, row.key)))


def _key(by: str, starts: DayStarts) -> Callable[[Portion], str]:
    if by == "kind":
        return lambda portion: portion.category.kind.value
    if by == "category":
        return lambda portion: portion.category.path
    if by == "app":
        return lambda portion: portion.app
    if by == "day":
        return lambda portion: starts.day_of_hour(portion.hour.number).isoformat()
    return lambda portion: f"{portion.hour.number % 24:02}"
