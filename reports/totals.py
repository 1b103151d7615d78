"""The one function that every total comes out of; never reads the record."""

from collections.abc import Callable, Iterable

from core.period import DayStarts
from core.rollup import Bucket
from core.span import ATTENDED
from reports.shapes import Total

GROUPINGS = ("kind", "category", "app", "hour", "day")


def total(portions: Iterable[tuple[Bucket, int]], by: str, starts: DayStarts) -> tuple[Total, ...]:
    """Sums of milliseconds by one of `GROUPINGS`: by key for hours and days, else longest first and then by key."""
    key = _key(by, starts)
    observed: dict[str, int] = {}
    attended: dict[str, int] = {}
    for bucket, observed_ms in portions:
        name = key(bucket)
        observed[name] = observed.get(name, 0) + observed_ms
        attended[name] = attended.get(name, 0) + (observed_ms if bucket.state in ATTENDED else 0)
    rows = (Total(key=name, observed_ms=ms, attended_ms=attended[name]) for name, ms in observed.items())
    if by in {"hour", "day"}:
        return tuple(sorted(rows, key=lambda row: row.key))
    return tuple(sorted(rows, key=lambda row: (-row.observed_ms, row.key)))


def _key(by: str, starts: DayStarts) -> Callable[[Bucket], str]:
    if by == "kind":
        return lambda bucket: bucket.category.kind.value
    if by == "category":
        return lambda bucket: bucket.category.path
    if by == "app":
        return lambda bucket: bucket.app
    if by == "day":
        return lambda bucket: starts.day_of_hour(bucket.hour.number).isoformat()
    return lambda bucket: f"{bucket.hour.number % 24:02}"
