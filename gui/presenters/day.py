"""Everything that the employee's day page shows; never shows it."""

from dataclasses import dataclass

from core.category import Kind
from core.clock import MS_PER_MIN
from core.period import OffsetAt
from core.wording import translate
from gui.presenters.agent_view import Agent, Glyph, glyph_of, head_of
from gui.presenters.day_totals import TotalRow, day_totals
from gui.presenters.durations import h_mm, long_day, per_cents
from gui.presenters.lanes import Lanes, lanes
from gui.presenters.selection import Selectable
from gui.presenters.spans import SpanRow, span_rows
from reports.shapes import Day

SHORTEST_FOR_A_RATE_MS = 10 * MS_PER_MIN
"""Of a few minutes nobody learns how many changes there are in an hour."""


@dataclass(frozen=True, slots=True)
class Empty:
    """What is said where nothing was recorded."""

    glyph: Glyph
    head: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """One day, ready to be shown."""

    title: str
    lead: str
    """The beginning of the sentence, which is set strong; empty on an empty day."""
    sentence: str
    """The rest of it."""
    lanes: Lanes
    rows: tuple[SpanRow, ...]
    totals: tuple[TotalRow, ...]
    kinds: tuple[str, ...]
    """What the legend explains."""
    selectable: Selectable
    is_today: bool
    empty: Empty | None
    """None on a day with something in it."""


def day_view(day: Day, agent: Agent, offset_at: OffsetAt, now_ms: int | None) -> DayView:
    """`now_ms` is given for the day under way."""
    empty = None if day.timeline.pieces else _empty(agent, is_today=now_ms is not None)
    shown = {total.key for total in day.by_kind} | ({"Gap"} if day.gap_ms else set())
    return DayView(
        title=long_day(day.timeline.day),
        lead="" if empty else translate("Day", "{time} recorded").format(time=h_mm(day.recorded_ms)),
        sentence="" if empty else _sentence(day),
        lanes=lanes(day, offset_at, now_ms),
        rows=span_rows(day.timeline, offset_at, day.corrections),
        totals=day_totals(day),
        kinds=tuple(kind for kind in (*Kind, "Gap") if kind in shown),
        selectable=Selectable(day.timeline, offset_at, day.corrections),
        is_today=now_ms is not None,
        empty=empty,
    )


def _empty(agent: Agent, *, is_today: bool) -> Empty:
    glyph = glyph_of(agent)
    if not is_today:
        return Empty(glyph, translate("Day", "Nothing recorded on this day"), "")
    text = (
        translate("Day", "Recording is on. Your first stretch appears here within a minute.")
        if glyph in {Glyph.RECORDING, Glyph.IDLE, Glyph.CALL}
        else head_of(agent)
    )
    return Empty(glyph, translate("Day", "Nothing recorded yet today"), text)


def _sentence(day: Day) -> str:
    ordered = [total.observed_ms for total in day.by_kind]
    shares = dict(zip((total.key for total in day.by_kind), per_cents(ordered), strict=True))
    work_ms = sum(total.observed_ms for total in day.by_kind if total.key == Kind.WORK)
    if sum(total.attended_ms for total in day.by_kind) < SHORTEST_FOR_A_RATE_MS:
        return translate("Day", ", {work} of it work ({share} %). Longest stretch {longest}.").format(
            work=h_mm(work_ms), share=shares.get(Kind.WORK, 0), longest=h_mm(day.longest_stretch_ms)
        )
    switches = round(day.switches_per_hour)
    changes = (
        translate("Day", "1 change of application an hour")
        if switches == 1
        else translate("Day", "{count} changes of application an hour").format(count=switches)
    )
    return translate("Day", ", {work} of it work ({share} %). Longest stretch {longest}, {changes}.").format(
        work=h_mm(work_ms), share=shares.get(Kind.WORK, 0), longest=h_mm(day.longest_stretch_ms), changes=changes
    )
