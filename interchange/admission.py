"""Makes spans of events, as this desk would have recorded them: masked, and split where a day begins; pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from core.clock import MS_PER_MIN
from core.period import DayStarts, OffsetAt
from core.privacy import TitleLevel, context_of, is_private
from core.sample import Window
from core.span import NOTHING_SHOWN, Context, Span, State
from core.working_hours import WorkingHours
from interchange.event import Event, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On which terms this desk takes spans in."""

    titles: TitleLevel
    day_starts: DayStarts
    first_day: date
    """Of earlier days only totals are kept."""
    working_hours: WorkingHours
    """Outside of them nothing may be recorded, by whomever."""
    until_ms: int
    """What lies behind it is still to come, or still being recorded; UTC epoch ms."""
    offset_at: OffsetAt
    """Local time, for files that do not tell it."""


def admitted(events: Iterable[Event], terms: Terms, tally: Tally) -> Iterator[Span]:
    """The spans that `events` become, which are in order and without overlap."""
    mask = _Mask(terms.titles)
    calendar = _Calendar(terms)
    for event in events:
        if event.end_ms > terms.until_ms:
            tally.in_future += 1
        context, state = mask.of(event)
        start_ms, last_ms = event.start_ms, min(event.end_ms, terms.until_ms)
        while start_ms < last_ms:
            page = calendar.at(start_ms, event.off_min)
            end_ms = min(last_ms, page.until_ms)
            if page.is_off_hours:
                tally.off_hours += 1
            elif page.day < terms.first_day:
                tally.too_old += 1
            else:
                yield Span(
                    start_ms=start_ms,
                    observed_ms=end_ms - start_ms,
                    context=context,
                    state=state,
                    off_min=page.off_min,
                    source=event.source,
                )
            start_ms = end_ms


class _Mask:
    """What may be stored of each distinct window; private windows keep nothing but their time."""

    def __init__(self, level: TitleLevel) -> None:
        self._level = level
        self._known: dict[tuple[str, str], Context | None] = {}
        """None for private windows."""

    def of(self, event: Event) -> tuple[Context, State]:
        if event.state is State.PRIVATE:
            return NOTHING_SHOWN, State.PRIVATE
        try:
            context = self._known[event.app, event.title]
        except KeyError:
            window = Window(app=event.app, title=event.title)
            context = None if is_private(window) else context_of(window, self._level)
            self._known[event.app, event.title] = context
        return (NOTHING_SHOWN, State.PRIVATE) if context is None else (context, event.state)


class _Page(NamedTuple):
    """A part of a local day in which neither clocks nor working hours change."""

    day: date
    off_min: int
    is_off_hours: bool
    until_ms: int


class _Calendar:
    """Where in local time an instant lies; most events lie on the page of the one before."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._asked: int | None = None
        self._from_ms = 0
        self._page = _Page(date.min, 0, is_off_hours=False, until_ms=0)

    def at(self, utc_ms: int, off_min: int | None) -> _Page:
        """The page of an instant; by this machine's zone where `off_min` is None."""
        if off_min != self._asked or not self._from_ms <= utc_ms < self._page.until_ms:
            self._asked, self._from_ms = off_min, utc_ms
            self._page = self._turned_to(utc_ms, off_min)
        return self._page

    def _turned_to(self, utc_ms: int, asked: int | None) -> _Page:
        starts, hours = self._terms.day_starts, self._terms.working_hours
        off_min = self._terms.offset_at(utc_ms) if asked is None else asked
        day = starts.day_of(utc_ms, off_min)
        until_ms = starts.local_start_ms(day + timedelta(days=1)) - off_min * MS_PER_MIN
        until_ms = min(until_ms, hours.next_change_ms(utc_ms, off_min) or until_ms)
        if asked is None:
            until_ms = self._change_before(until_ms, utc_ms, off_min)
        return _Page(day, off_min, is_off_hours=not hours.include(utc_ms, off_min), until_ms=until_ms)

    def _change_before(self, end_ms: int, start_ms: int, off_min: int) -> int:
        """The full minute in (start, end) at which clocks are changed; `end_ms` where they are not."""
        offset_at = self._terms.offset_at
        if offset_at(end_ms - 1) == off_min:
            return end_ms
        minutes = range(start_ms - start_ms % MS_PER_MIN + MS_PER_MIN, end_ms, MS_PER_MIN)
        changed = bisect_left(minutes, True, key=lambda at_ms: offset_at(at_ms) != off_min)
        return minutes[changed] if changed < len(minutes) else end_ms
