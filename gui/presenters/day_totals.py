"""The totals of a day or of a team as rows with shares; never sums up what reports have not summed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.category import Category, Kind
from core.wording import translate
from gui.presenters.durations import h_mm, per_cent, per_cents
from gui.presenters.filtering import NO_FILTER, Filter, of_category, of_kind
from gui.presenters.kind_names import name_of_kind
from gui.presenters.strips import GAP
from reports.shapes import Coverage, Day, Total


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalRow:
    """One line of a totals card."""

    name: str
    time: str
    kind: str = ""
    """Empty for a sum, and for an activity below its kind."""
    share: str = ""
    bar: float | None = None
    """0 to 1, of the longest; None where no bar is drawn."""
    strong: bool = False
    indent: bool = False
    rule_above: bool = False
    asks: Filter | None = None
    """What shows the spans behind it; None where there are none of its own."""


def day_totals(day: Day) -> tuple[TotalRow, ...]:
    """Kinds with their activities, the sum, gaps, and the time from first to last."""
    rows = list(kind_rows(day.by_kind, day.by_category))
    rows.append(_sum_row(day.recorded_ms))
    if day.gap_ms:
        name = translate("Totals", "Gap, unknown")
        rows.append(TotalRow(name=name, time=h_mm(day.gap_ms), kind=GAP, asks=of_kind(GAP)))
    whole = day.recorded_ms + day.gap_ms
    rows.append(TotalRow(name=translate("Totals", "First to last"), time=h_mm(whole), rule_above=True))
    return tuple(rows)


def bounds_note(coverage: Coverage) -> str:
    """Between what the shares lie, given that nobody knows what the unclassified time was; empty where all is known."""
    work, knowledge = coverage.work, coverage.knowledge
    if work is None or knowledge is None or not coverage.unclassified_ms:
        return ""
    return translate(
        "Totals",
        "With {unknown} unclassified, work is {work_low} to {work_high} of the time at the desk, "
        "knowledge {knowledge_low} to {knowledge_high}.",
    ).format(
        unknown=h_mm(coverage.unclassified_ms),
        work_low=per_cent(math.floor(100 * work.low)),
        work_high=per_cent(math.ceil(100 * work.high)),
        knowledge_low=per_cent(math.floor(100 * knowledge.low)),
        knowledge_high=per_cent(math.ceil(100 * knowledge.high)),
    )


def team_totals(totals: Sequence[Total]) -> tuple[TotalRow, ...]:
    recorded_ms = sum(total.observed_ms for total in totals)
    return (*kind_rows(totals), _sum_row(recorded_ms))


def kind_rows(by_kind: Sequence[Total], by_category: Sequence[Total] = ()) -> tuple[TotalRow, ...]:
    """One row for each kind with time, in the order of `Kind`, each above its activities."""
    ordered = sorted(by_kind, key=lambda total: list(Kind).index(Kind(total.key)))
    shares = per_cents([total.observed_ms for total in ordered])
    longest = max((total.observed_ms for total in ordered), default=0)
    rows: list[TotalRow] = []
    for total, share in zip(ordered, shares, strict=True):
        rows.append(
            TotalRow(
                name=name_of_kind(total.key),
                time=h_mm(total.observed_ms),
                kind=total.key,
                share=per_cent(share),
                bar=total.observed_ms / longest if longest else 0.0,
                strong=True,
                asks=of_kind(total.key),
            )
        )
        rows += _activities(total.key, by_category)
    return tuple(rows)


def _activities(kind: str, by_category: Sequence[Total]) -> list[TotalRow]:
    own = [(Category(total.key), total) for total in by_category if Category(total.key).kind == kind]
    return [
        TotalRow(name=category.activity, time=h_mm(total.observed_ms), indent=True, asks=of_category(category))
        for category, total in own
        if category.activity is not None
    ]


def _sum_row(recorded_ms: int) -> TotalRow:
    return TotalRow(
        name=translate("Totals", "Recorded"),
        time=h_mm(recorded_ms),
        share=per_cent(100) if recorded_ms else "",
        strong=True,
        rule_above=True,
        asks=NO_FILTER,
    )
