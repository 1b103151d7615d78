"""Everything that the employee's week page shows; never shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.category import Kind
from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.period import EPOCH, OffsetAt
from core.wording import translate
from gui.presenters.axis import Axis, Tick, axis_over
from gui.presenters.durations import day_range, h_mm, h_mm_or_dash, per_cents, weekday
from gui.presenters.kind_names import name_of_kind
from gui.presenters.strips import GAP, Block
from reports.shapes import Stretch, Total
from reports.week import Spread, Week, WeekDay

MOST_TICKS, MOST_LABELS = 13, 9
EMPTY_FROM_H, EMPTY_TO_H = 8, 17
"""The hours that an empty week shows, so that the place looks the same when it fills."""
WORKING_DAYS = 5
"""Shown also without anything in them; Saturday and Sunday only with."""
OTHER = (Kind.PERSONAL, Kind.UNCLASSIFIED, Kind.PRIVATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One day, or the whole week in its last row, which has no picture."""

    name: str
    number: str
    is_today: bool
    blocks: tuple[Block, ...]
    says: str
    """The picture in words."""
    cells: tuple[str, ...]
    """As `columns` names them; empty on a day with nothing recorded."""


@dataclass(frozen=True, slots=True)
class UsualRow:
    """One measure of a day in this week, beside the usual day."""

    name: str
    this_week: str
    usual: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """One week, ready to be shown."""

    title: str
    number: str
    lead: str
    sentence: str
    ticks: tuple[Tick, ...]
    rows: tuple[WeekRow, ...]
    usual: tuple[UsualRow, ...]
    """Empty where too little is known of the weeks before."""
    kinds: tuple[str, ...]
    is_current: bool


def columns() -> tuple[str, ...]:
    """What the numbers of a row are."""
    return (
        translate("Week", "Recorded"),
        name_of_kind(Kind.WORK),
        name_of_kind(Kind.KNOWLEDGE),
        translate("Week", "Other"),
        name_of_kind(Kind.IDLE),
        name_of_kind(GAP),
    )


def shown_days(week: Week) -> tuple[WeekDay, ...]:
    """Monday to Friday, and of the days behind them those up to the last with anything recorded."""
    used = [place for place, day in enumerate(week.days, start=1) if day.recorded_ms]
    return week.days[: max([WORKING_DAYS, *used])]


def week_view(week: Week, offset_at: OffsetAt, today: date) -> WeekView:
    days = shown_days(week)
    axis = _axis([stretch for day in days for stretch in _local(day, offset_at)])
    first, last = days[0].day, days[-1].day
    recorded_ms = sum(day.recorded_ms for day in days)
    shown = {stretch.kind for day in days for stretch in day.strip}
    return WeekView(
        title=day_range(first, last),
        number=translate("Week", "Week {number}").format(number=first.isocalendar().week),
        lead=translate("Week", "{time} recorded").format(time=h_mm(recorded_ms)) if recorded_ms else "",
        sentence=_sentence(week, days),
        ticks=axis.ticks,
        rows=(*(_row(day, axis, offset_at, today) for day in days), _sum(days)),
        usual=_usual_rows(week, [day for day in days if day.recorded_ms and day.day < today] or list(days)),
        kinds=tuple(kind for kind in (*Kind, GAP) if kind in shown),
        is_current=first <= today < first + timedelta(weeks=1),
    )


def _local(day: WeekDay, offset_at: OffsetAt) -> list[Stretch]:
    """The day's strip in milliseconds since its midnight, by the clock on the wall."""
    midnight_ms = (day.day - EPOCH).days * MS_PER_DAY

    def shown(utc_ms: int) -> int:
        return utc_ms + offset_at(utc_ms) * MS_PER_MIN - midnight_ms

    return [Stretch(shown(one.start_ms), shown(one.end_ms), one.kind) for one in day.strip]


def _axis(stretches: Sequence[Stretch]) -> Axis:
    start_ms = min((one.start_ms for one in stretches), default=EMPTY_FROM_H * MS_PER_HOUR)
    end_ms = max((one.end_ms for one in stretches), default=EMPTY_TO_H * MS_PER_HOUR)
    return axis_over(start_ms, end_ms, lambda _ms: 0, most_ticks=MOST_TICKS, most_labels=MOST_LABELS)


def _row(day: WeekDay, axis: Axis, offset_at: OffsetAt, today: date) -> WeekRow:
    blocks = tuple(Block(axis.at(one.start_ms), axis.at(one.end_ms), one.kind) for one in _local(day, offset_at))
    says = ", ".join(f"{name_of_kind(total.key)} {h_mm(total.observed_ms)}" for total in day.by_kind)
    return WeekRow(
        name=weekday(day.day),
        number=str(day.day.day),
        is_today=day.day == today,
        blocks=blocks,
        says=says or _nothing(day.day, today),
        cells=_cells(_by_kind(day.by_kind), day.gap_ms) if day.recorded_ms else (),
    )


def _nothing(day: date, today: date) -> str:
    if day > today:
        return translate("Week", "Still to come")
    return translate("Week", "Nothing recorded yet") if day == today else translate("Week", "Nothing recorded")


def _sum(days: Sequence[WeekDay]) -> WeekRow:
    by_kind = _by_kind([total for day in days for total in day.by_kind])
    return WeekRow(
        name=translate("Week", "Week"),
        number="",
        is_today=False,
        blocks=(),
        says="",
        cells=_cells(by_kind, sum(day.gap_ms for day in days)),
    )


def _cells(by_kind: dict[str, int], gap_ms: int) -> tuple[str, ...]:
    other_ms = sum(by_kind.get(kind, 0) for kind in OTHER)
    parts = by_kind.get(Kind.WORK, 0), by_kind.get(Kind.KNOWLEDGE, 0), other_ms, by_kind.get(Kind.IDLE, 0), gap_ms
    return h_mm_or_dash(sum(by_kind.values())), *map(h_mm_or_dash, parts)


def _by_kind(totals: Sequence[Total]) -> dict[str, int]:
    found: dict[str, int] = {}
    for total in totals:
        found[total.key] = found.get(total.key, 0) + total.observed_ms
    return found


def _sentence(week: Week, days: Sequence[WeekDay]) -> str:
    used = sum(1 for day in days if day.recorded_ms)
    if not used:
        return translate("Week", "Nothing recorded in this week.")
    by_kind = _by_kind([total for day in days for total in day.by_kind])
    shares = dict(zip(by_kind, per_cents(list(by_kind.values())), strict=True))
    said = translate("Week", " in 1 day") if used == 1 else translate("Week", " in {count} days").format(count=used)
    said += translate("Week", ", {work} of it work ({share} %).").format(
        work=h_mm(by_kind.get(Kind.WORK, 0)), share=shares.get(Kind.WORK, 0)
    )
    knowledge = shares.get(Kind.KNOWLEDGE, 0)
    if week.usual is None:
        return said + translate("Week", " Knowledge takes {share} %.").format(share=knowledge)
    return said + translate("Week", " Knowledge takes {share} %, your usual share is {usual} %.").format(
        share=knowledge, usual=round(100 * week.usual.shares[Kind.KNOWLEDGE])
    )


def _usual_rows(week: Week, days: Sequence[WeekDay]) -> tuple[UsualRow, ...]:
    used = [day for day in days if day.recorded_ms]
    if week.usual is None or not used:
        return ()
    by_kind = _by_kind([total for day in used for total in day.by_kind])
    kinds = (Kind.WORK, Kind.KNOWLEDGE, Kind.IDLE)
    return (
        _usual_row(columns()[0], sum(by_kind.values()) / len(used), week.usual.recorded),
        *(_usual_row(name_of_kind(kind), by_kind.get(kind, 0) / len(used), week.usual.by_kind[kind]) for kind in kinds),
    )


def _usual_row(name: str, ms: float, spread: Spread) -> UsualRow:
    if ms < spread.low_ms:
        verdict = translate("Week", "less")
    elif ms > spread.high_ms:
        verdict = translate("Week", "more")
    else:
        verdict = translate("Week", "about the same")
    return UsualRow(name, h_mm_or_dash(round(ms)), h_mm_or_dash(round(spread.middle_ms)), verdict)
