"""Makes spans of events, as this desk would have recorded them: masked, and split where a day begins; pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from core.case_token import is_case_token
from core.clock import MS_PER_MIN
from core.explanation import ENTERED
from core.period import DayStarts, OffsetAt
from core.redactor import Kept, Redactor
from core.sample import Window
from core.span import Span, State
from core.working_hours import WorkingHours
from interchange.event import Event, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On which terms this desk takes spans in."""

    redactor: Redactor
    """What the rules leave of a window."""
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
    mask = _Mask(terms.redactor)
    calendar = _Calendar(terms)
    for event in events:
        if event.source == ENTERED:
            tally.entered += 1
            continue
        if event.end_ms > terms.until_ms:
            tally.in_future += 1
        kept = mask.of(event)
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
                    context=kept.context,
                    state=State.PRIVATE if kept.private else event.state,
                    off_min=page.off_min,
                    source=event.source,
                    case=kept.case,
                )
            start_ms = end_ms


class _Mask:
    """What may be stored of each distinct window; private windows keep nothing but their time."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor
        self._known: dict[tuple[str, str], Kept] = {}

    def of(self, event: Event) -> Kept:
        if event.state is State.PRIVATE:
            return Kept(private=True)
        try:
            kept = self._known[event.app, event.title]
        except KeyError:
            kept = self._redactor(Window(app=event.app, title=event.title))
            self._known[event.app, event.title] = kept
        if event.case is None or kept.private or kept.case or not is_case_token(event.case):
            return kept
        return replace(kept, case=event.case)


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
