"""Everything that the employee's day page shows; never shows it."""

from dataclasses import dataclass
from datetime import date

from core.category import Kind
from core.period import OffsetAt
from core.span import State
from core.wording import translate
from gui.presenters.agent_view import Agent, Glyph, glyph_of, head_of
from gui.presenters.day_sentence import Said, sentence_of
from gui.presenters.day_totals import TotalRow, bounds_note, day_totals
from gui.presenters.durations import long_day, short_day
from gui.presenters.explaining import NOTHING_ASKED, Questions, questions
from gui.presenters.lanes import Drawable
from gui.presenters.lived_time import lived_at
from gui.presenters.meetings import NO_CALENDAR, MeetingsRead
from gui.presenters.moments import short_day_of_year
from gui.presenters.selection import Selectable
from gui.presenters.spans import SpanRow, span_rows
from gui.presenters.strips import CALL, GAP
from reports.coverage import coverage
from reports.shapes import Day
from reports.timeline import offsets


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
    short_title: str
    sentence: tuple[Said, ...]
    """Nothing on an empty day."""
    drawable: Drawable
    rows: tuple[SpanRow, ...]
    totals: tuple[TotalRow, ...]
    bounds: str
    """What the totals leave open; empty where nothing."""
    kinds: tuple[str, ...]
    """What the legend explains."""
    selectable: Selectable
    is_today: bool
    empty: Empty | None
    """None on a day with something in it."""
    questions: Questions = NOTHING_ASKED
    """What only the person can explain."""


def day_view(
    day: Day,
    agent: Agent,
    offset_at: OffsetAt,
    now_ms: int | None,
    calendar: MeetingsRead = NO_CALENDAR,
    today: date | None = None,
) -> DayView:
    """`now_ms` is given for the day under way; hours are those of the place where it was lived.

    Of another year than that of `today` it says which.
    """
    date_of = day.timeline.day
    is_of_another_year = today is not None and date_of.year != today.year
    offset_at = lived_at(offsets(day.timeline), offset_at)
    empty = None if day.timeline.pieces else _empty(agent, is_today=now_ms is not None)
    drawable = Drawable(day=day, offset_at=offset_at, now_ms=now_ms, calendar=calendar)
    drawable.all_lanes  # noqa: B018 - worked out here, where nobody waits for it
    shown = {total.key for total in day.by_kind} | ({GAP} if day.gap_ms else set())
    shown |= {CALL} if any(piece.span.state is State.CALL for piece in day.timeline.pieces) else set()
    return DayView(
        title=long_day(date_of, with_year=is_of_another_year),
        short_title=short_day_of_year(date_of) if is_of_another_year else short_day(date_of),
        sentence=sentence_of(day),
        drawable=drawable,
        rows=span_rows(day.timeline, offset_at, day.corrections),
        totals=day_totals(day),
        bounds=bounds_note(coverage(day.by_kind)),
        kinds=tuple(kind for kind in (*Kind, CALL, GAP) if kind in shown),
        selectable=Selectable(day.timeline, offset_at, day.corrections),
        is_today=now_ms is not None,
        empty=empty,
        questions=questions(day, offset_at, calendar),
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
