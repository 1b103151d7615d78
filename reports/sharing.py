"""Which of a person's totals may leave this computer; pure, writes nothing."""

from collections.abc import Container
from typing import Annotated, Literal

import msgspec

from core.category import Category, Kind
from reports.shapes import Report

OTHER = "Other"
Seconds = Annotated[int, msgspec.Meta(ge=0, le=200_000)]
"""Of one local day, the longest of which a traveller has."""


class SharedDay(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One day of one person: seconds by category and coverage; no titles, apps, spans or input counts."""

    day: str
    """ISO date, local."""
    recorded_s: Seconds
    not_recorded_s: Seconds
    """Gaps and private time together, without a reason."""
    seconds: dict[str, Seconds]
    """By category; adds up to `recorded_s`."""


class SharedTotals(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that one desk shares."""

    format: Literal["engineroom-totals-1"] = "engineroom-totals-1"
    person: str
    device: str
    """A short name of the computer, so that two desks of one person add up."""
    written_ms: int
    """UTC epoch ms."""
    timezone: str
    idle_threshold_s: int
    ruleset: str
    days: list[SharedDay]


def shared_day(by_category: Report, named: Container[str], detail: str) -> SharedDay:
    """The row of one day that may leave the desk; `detail` is `category` or `kind`.

    Only categories in `named`, those of the organisation's rules, keep their activity; the others become
    `<kind>/Other`. Private time joins what was not recorded.
    """
    seconds_ms: dict[str, int] = {}
    private_ms = 0
    for row in by_category.rows:
        category = Category(row.key)
        if category.kind is Kind.PRIVATE:
            private_ms += row.observed_ms
            continue
        name = _public_name(category, named, detail)
        seconds_ms[name] = seconds_ms.get(name, 0) + row.observed_ms
    seconds = {name: round(ms / 1000) for name, ms in sorted(seconds_ms.items())}
    return SharedDay(
        day=by_category.period.first.isoformat(),
        recorded_s=sum(seconds.values()),
        not_recorded_s=round((by_category.gap_ms + private_ms) / 1000),
        seconds=seconds,
    )


def _public_name(category: Category, named: Container[str], detail: str) -> str:
    if detail == "kind" or category.activity is None:
        return category.kind.value
    return category.path if category.path in named else f"{category.kind.value}/{OTHER}"
