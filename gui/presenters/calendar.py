"""A month or a year as heat maps of its days; never draws."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from core.category import Kind
from core.clock import MS_PER_HOUR
from core.period import Period, month_of
from core.wording import translate
from gui.presenters.durations import NOTHING, h_mm, month_name, short_day, weekday, weekday_initial
from gui.presenters.heat import TOP_HOURS, Heat, HeatCell, step_of
from gui.presenters.kind_names import name_of_kind
from gui.presenters.local_formats import local_formats
from reports.week import Calendar, Ms

DAYS_IN_WEEK = 7


class Measure(Enum):
    """What the cells of a calendar show."""

    RECORDED = "recorded"
    WORK = Kind.WORK
    KNOWLEDGE = Kind.KNOWLEDGE

    def of(self, by_kind: Ms) -> int:
        """Milliseconds of one day."""
        return sum(by_kind.values()) if self is Measure.RECORDED else by_kind.get(str(self.value), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """One month, ready to be shown."""

    name: str
    first: date
    has_today: bool
    heat: Heat


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """A month or a year, ready to be shown."""

    title: str
    lead: str
    sentence: str
    months: tuple[MonthView, ...]
    is_current: bool


def measure_names() -> tuple[str, ...]:
    """In the order of `Measure`."""
    return translate("Calendar", "Recorded"), name_of_kind(Kind.WORK), name_of_kind(Kind.KNOWLEDGE)


def calendar_view(calendar: Calendar, measure: Measure, today: date) -> CalendarView:
    """Cells of a single month have room for a figure; those of a year for the day's number alone."""
    first = calendar.period.first
    months = tuple(_months(calendar.period))
    with_figures = len(months) == 1
    recorded_ms = sum(sum(by_kind.values()) for by_kind in calendar.by_day.values())
    return CalendarView(
        title=f"{month_name(first)} {first.year}" if with_figures else str(first.year),
        lead=translate("Calendar", "{time} recorded").format(time=h_mm(recorded_ms)) if recorded_ms else "",
        sentence=_sentence(calendar, recorded_ms),
        months=tuple(
            MonthView(
                name=month_name(month.first),
                first=month.first,
                has_today=today in month,
                heat=_heat(calendar, measure, month, today, with_figures=with_figures),
            )
            for month in months
        ),
        is_current=today in calendar.period,
    )


def day_at(month: date, row: int, column: int) -> date:
    """The day in a cell of the month that begins on `month`, which may lie outside of it."""
    return month + timedelta(days=row * DAYS_IN_WEEK + column - _days_before(month))


def cell_of(day: date) -> tuple[int, int]:
    """Row and column of a day in its month."""
    month = day.replace(day=1)
    return divmod((day - month).days + _days_before(month), DAYS_IN_WEEK)


def _days_before(month: date) -> int:
    """In the week with which the month begins, from the day that weeks begin with here."""
    return (month.weekday() - local_formats().first_weekday) % DAYS_IN_WEEK


def _months(period: Period) -> Iterator[Period]:
    day = period.first
    while day <= period.last:
        month = month_of(day)
        yield month
        day = month.last + timedelta(days=1)


def _heat(calendar: Calendar, measure: Measure, month: Period, today: date, *, with_figures: bool) -> Heat:
    weeks = (month.last.day + _days_before(month.first) + DAYS_IN_WEEK - 1) // DAYS_IN_WEEK
    days = [[day_at(month.first, row, column) for column in range(DAYS_IN_WEEK)] for row in range(weeks)]
    return Heat(
        rows=tuple(_number_of(week) for week in days),
        columns=tuple(weekday(day) if with_figures else weekday_initial(day) for day in days[0]),
        cells=tuple(
            tuple(
                replace(_cell(calendar, measure, month, day, with_figures=with_figures), is_today=day == today)
                for day in week
            )
            for week in days
        ),
    )


def _number_of(week: list[date]) -> str:
    """Of the week that most of its days belong to."""
    return str(week[DAYS_IN_WEEK // 2].isocalendar().week)


def _cell(calendar: Calendar, measure: Measure, month: Period, day: date, *, with_figures: bool) -> HeatCell:
    if day not in month:
        return HeatCell("", None, "")
    by_kind = calendar.by_day.get(day, {})
    ms = measure.of(by_kind)
    figure = h_mm(ms) if by_kind else NOTHING
    text = f"{day.day}\n{figure}" if with_figures else str(day.day)
    says = figure if by_kind else translate("Calendar", "nothing recorded")
    step = step_of(ms / (TOP_HOURS * MS_PER_HOUR)) if by_kind else None
    return HeatCell(text, step, f"{short_day(day)}: {says}")


def _sentence(calendar: Calendar, recorded_ms: int) -> str:
    days = len(calendar.by_day)
    if not days:
        return translate("Calendar", "Nothing recorded in this time.")
    said = (
        translate("Calendar", " on 1 day")
        if days == 1
        else translate("Calendar", " on {count} days").format(count=days)
    )
    work_ms = sum(Measure.WORK.of(by_kind) for by_kind in calendar.by_day.values())
    return said + translate("Calendar", ", {work} of it work ({share} %), {mean} a day.").format(
        work=h_mm(work_ms), share=round(100 * work_ms / recorded_ms), mean=h_mm(recorded_ms // days)
    )
