"""The hours of a week as a heat map: the share of one kind in each; never draws."""

from dataclasses import dataclass
from datetime import date

from core.category import Kind
from core.clock import MS_PER_MIN
from core.wording import translate
from gui.presenters.durations import MIN_PER_HOUR, clock_time, narrow_hour, weekday
from gui.presenters.kind_names import name_of_kind
from gui.presenters.week import shown_days
from reports.week import Week

MEASURES = (Kind.KNOWLEDGE, Kind.IDLE, Kind.WORK)
LEAST_MS = 10 * MS_PER_MIN
"""Of less recorded time in an hour, a share says nothing."""
TOP_PER_CENT, TOP_HOURS, STEPS = 45, 8, 6
"""From this share of an hour, or these hours of a day on, a cell has the last of the steps; 0 has its own."""
EMPTY_FROM_H, EMPTY_TO_H = 8, 17


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One hour, or one day."""

    text: str
    step: int | None
    """0 to `STEPS`; None where there is too little to say."""
    says: str
    is_today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """Everything that a heat map shows."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[HeatCell, ...], ...]


def heat(week: Week, measure: Kind) -> Heat:
    hours = _hours(week)
    days = [of.day for of in shown_days(week)]
    return Heat(
        rows=tuple(weekday(day) for day in days),
        columns=tuple(narrow_hour(hour) for hour in hours),
        cells=tuple(tuple(_cell(week, measure, day, hour) for hour in hours) for day in days),
    )


def hour_at(week: Week, row: int, column: int) -> tuple[date, int]:
    """The day and the local hour in a cell."""
    return shown_days(week)[row].day, _hours(week)[column]


def _hours(week: Week) -> range:
    used = {hour for _day, hour in week.hours} or {EMPTY_FROM_H, EMPTY_TO_H - 1}
    return range(min(used), max(used) + 1)


def _cell(week: Week, measure: Kind, day: date, hour: int) -> HeatCell:
    by_kind = week.hours.get((day, hour), {})
    recorded_ms = sum(by_kind.values())
    at = f"{weekday(day)} {clock_time(hour * MIN_PER_HOUR)}"
    if recorded_ms < LEAST_MS:
        text = translate("Heat", "–") if recorded_ms else ""
        return HeatCell(text, None, translate("Heat", "{at}: less than ten minutes").format(at=at))
    share = round(100 * by_kind.get(measure, 0) / recorded_ms)
    says = translate("Heat", "{at}: {kind} {share} %").format(at=at, kind=name_of_kind(measure), share=share)
    return HeatCell(str(share), step_of(share / TOP_PER_CENT), says)


def step_of(part: float) -> int:
    """Of 0 the first step, of 1 and more the last."""
    return min(STEPS, 1 + int((STEPS - 1) * part)) if part > 0 else 0
