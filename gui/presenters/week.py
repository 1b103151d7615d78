"""Everything that the employee's week page shows; never shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.category import Kind
from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.period import EPOCH, OffsetAt
from core.wording import translate
from gui.presenters.axis import Axis, Tick, axis_over
from gui.presenters.durations import day_number, day_range, h_mm, h_mm_or_dash, per_cents, weekday
from gui.presenters.filtering import NO_FILTER, Filter, of_kind, of_page
from gui.presenters.kind_names import name_of_kind
from gui.presenters.lived_time import lived_at
from gui.presenters.picking import joined
from gui.presenters.strips import GAP, Block
from reports.shapes import Spread, Stretch, Total
from reports.week import PageTotal, Week, WeekDay

MOST_TICKS, MOST_LABELS = 13, 9
EMPTY_FROM_H, EMPTY_TO_H = 8, 17
"""The hours that an empty week shows, so that the place looks the same when it fills."""
WORKING_DAYS = 5
"""Shown also without anything in them; Saturday and Sunday only with."""
MOST_PAGES = 3
"""More are one row: the list ends where it says nothing more."""
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
    veiled: tuple[tuple[float, float], ...] = ()
    """The parts of the picture that do not fit what was asked for."""


@dataclass(frozen=True, slots=True)
class UsualRow:
    """One measure of a day in this week, beside the usual day."""

    name: str
    this_week: str
    usual: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page that was looked something up on, or all others."""

    name: str
    time: str
    bar: float
    """0 to 1, of the longest."""
    asks: Filter | None
    """What shows the spans behind it; None for the others."""


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
    pages: tuple[PageRow, ...]
    """Of knowledge; empty where nothing was looked up."""
    is_filtered: bool
    """Whether the numbers are only of what was asked for."""
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


def column_filters() -> tuple[Filter, ...]:
    """What shows the spans behind the number in each of `columns`."""
    others = " ".join(f"-{of_kind(kind).text}" for kind in (Kind.WORK, Kind.KNOWLEDGE, Kind.IDLE, GAP))
    return NO_FILTER, of_kind(Kind.WORK), of_kind(Kind.KNOWLEDGE), Filter(others), of_kind(Kind.IDLE), of_kind(GAP)


def shown_days(week: Week) -> tuple[WeekDay, ...]:
    """Monday to Friday, and of the days behind them those up to the last with anything recorded."""
    used = [place for place, day in enumerate(week.days, start=1) if day.strip]
    return week.days[: max([WORKING_DAYS, *used])]


def week_view(week: Week, offset_at: OffsetAt, today: date) -> WeekView:
    days = shown_days(week)
    axis = _axis([stretch for day in days for stretch in _local(day, day.strip, offset_at)])
    first, last = days[0].day, days[-1].day
    recorded_ms = sum(day.recorded_ms for day in days)
    shown = {stretch.kind for day in days for stretch in day.strip}
    is_filtered = any(day.matching is not None for day in days)
    lead = translate("Week", "{time} fit the filter") if is_filtered else translate("Week", "{time} recorded")
    lead_ms = recorded_ms or (sum(day.gap_ms for day in days) if is_filtered else 0)
    return WeekView(
        title=day_range(first, last, with_year=last.year != today.year),
        number=translate("Week", "Week {number}").format(number=first.isocalendar().week),
        lead=lead.format(time=h_mm(lead_ms)) if lead_ms else "",
        sentence=_sentence(week, days, is_filtered=is_filtered),
        ticks=axis.ticks,
        rows=(*(_row(day, axis, offset_at, today) for day in days), _sum(days)),
        usual=_usual_rows(week, [day for day in days if day.recorded_ms and day.day < today] or list(days)),
        pages=page_rows(week.pages),
        is_filtered=is_filtered,
        kinds=tuple(kind for kind in (*Kind, GAP) if kind in shown),
        is_current=first <= today < first + timedelta(weeks=1),
    )


def _local(of: WeekDay, stretches: Iterable[Stretch], offset_at: OffsetAt) -> list[Stretch]:
    """Stretches of a day in milliseconds since its midnight, by the clock on the wall where it was lived."""
    midnight_ms = (of.day - EPOCH).days * MS_PER_DAY
    lived = lived_at(of.offsets, offset_at)

    def shown(utc_ms: int) -> int:
        return utc_ms + lived(utc_ms) * MS_PER_MIN - midnight_ms

    return [Stretch(shown(one.start_ms), shown(one.end_ms - 1) + 1, one.kind) for one in stretches]


def _axis(stretches: Sequence[Stretch]) -> Axis:
    start_ms = min((one.start_ms for one in stretches), default=EMPTY_FROM_H * MS_PER_HOUR)
    end_ms = max((one.end_ms for one in stretches), default=EMPTY_TO_H * MS_PER_HOUR)
    return axis_over(start_ms, end_ms, lambda _ms: 0, most_ticks=MOST_TICKS, most_labels=MOST_LABELS)


def _row(day: WeekDay, axis: Axis, offset_at: OffsetAt, today: date) -> WeekRow:
    blocks = tuple(
        Block(axis.at(one.start_ms), axis.at(one.end_ms), one.kind) for one in _local(day, day.strip, offset_at)
    )
    return WeekRow(
        name=weekday(day.day),
        number=day_number(day.day),
        is_today=day.day == today,
        blocks=blocks,
        says=_in_words(day, today),
        cells=_cells(_by_kind(day.by_kind), day.gap_ms) if day.recorded_ms or (day.matching and day.gap_ms) else (),
        veiled=_veiled(day, axis, offset_at),
    )


def _veiled(day: WeekDay, axis: Axis, offset_at: OffsetAt) -> tuple[tuple[float, float], ...]:
    if day.matching is None:
        return ()
    kept = [Stretch(start_ms, end_ms, "") for start_ms, end_ms in joined(day.matching)]
    seen = [(axis.at(one.start_ms), axis.at(one.end_ms)) for one in _local(day, kept, offset_at)]
    return tuple(zip([0.0, *(end for _start, end in seen)], [*(start for start, _end in seen), 1.0], strict=True))


def _in_words(of: WeekDay, today: date) -> str:
    if of.by_kind:
        return ", ".join(f"{name_of_kind(total.key)} {h_mm(total.observed_ms)}" for total in of.by_kind)
    if of.gap_ms:
        return f"{name_of_kind(GAP)} {h_mm(of.gap_ms)}"
    if of.strip:
        return translate("Week", "Nothing fits the filter")
    if of.day > today:
        return translate("Week", "Still to come")
    return translate("Week", "Nothing recorded yet") if of.day == today else translate("Week", "Nothing recorded")


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


def page_rows(pages: Sequence[PageTotal]) -> tuple[PageRow, ...]:
    """The longest by name, the others as one; knowledge that was entered has no page."""
    shown = [page for page in pages if page.title]
    named, others = shown[:MOST_PAGES], shown[MOST_PAGES:]
    others_ms = sum(page.observed_ms for page in others)
    longest = max([others_ms, *(page.observed_ms for page in named)])
    rows = [PageRow(name=one.title, time=h_mm(one.observed_ms), bar=one.observed_ms / longest, asks=of_page(one.title))
            for one in named]  # fmt: skip
    if others:
        name = translate("Week", "All other pages")
        rows.append(PageRow(name=name, time=h_mm(others_ms), bar=others_ms / longest, asks=None))
    return tuple(rows)


def _sentence(week: Week, days: Sequence[WeekDay], *, is_filtered: bool) -> str:
    by_kind = _by_kind([total for day in days for total in day.by_kind])
    used = sum(1 for day in days if (day.recorded_ms if by_kind else is_filtered and day.gap_ms))
    if not used and is_filtered:
        return translate("Week", "Nothing in this week fits the filter.")
    if not used:
        return translate("Week", "Nothing recorded in this week.")
    said = translate("Week", " in 1 day") if used == 1 else translate("Week", " in {count} days").format(count=used)
    if not by_kind:
        return f"{said}."
    shares = dict(zip(by_kind, per_cents(list(by_kind.values())), strict=True))
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
