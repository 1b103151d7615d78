"""Reads the meetings of a day from an iCalendar file (RFC 5545), whatever recurs among them; never keeps or writes any.

What lasts whole days, was cancelled, or does not take its time up explains nobody's absence, and is left out; so is
what comes again more often than once a day, which would never be worked out to its end.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.clock import MS_PER_DAY, MS_PER_S
from core.errors import UserError
from core.period import OffsetAt, utc_of

if TYPE_CHECKING:
    from icalendar import Calendar

LARGEST_BYTES = 20_000_000
LONGEST_TITLE = 120
DAYS_REMEMBERED = 8
_AGAIN = frozenset({"RRULE", "RDATE", "RECURRENCE-ID"})
"""What an event has that comes again, or takes the place of one that does."""
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_TIMES_OF_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
EARLIEST_SERIES = 1900
"""The year before which no series begins."""
_ODD = (ValueError, KeyError, TypeError, AttributeError, OverflowError)
"""What the libraries raise where an event makes no sense."""
_REMEDY = "export your calendar again as an .ics file, and choose that"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, as the calendar has it."""

    start_ms: int
    """UTC epoch ms."""
    end_ms: int
    title: str


class MeetingFile:
    """One calendar file, read as a whole; the libraries behind it are loaded with the first one."""

    def __init__(self, path: Path, offset_at: OffsetAt) -> None:
        """`offset_at` is for meetings that name no zone.

        Raises UserError where the file cannot be read, or is no calendar.
        """
        self._path = path
        self._offset_at = offset_at
        self._once: list[Meeting] = []
        self._series = _parsed(path)
        """What comes again and again, to be worked out day by day."""
        for calendar in self._series:
            self._take_out_single(calendar)
        self._known: dict[tuple[int, int], tuple[Meeting, ...]] = {}

    def between(self, start_ms: int, end_ms: int) -> tuple[Meeting, ...]:
        """The meetings that touch [start, end), in order; remembered for some such stretches."""
        if (start_ms, end_ms) not in self._known:
            if len(self._known) >= DAYS_REMEMBERED:
                self._known.clear()
            found = [*self._once, *self._recurring(start_ms, end_ms)]
            inside = {one for one in found if one.start_ms < end_ms and one.end_ms > start_ms}
            self._known[start_ms, end_ms] = tuple(sorted(inside, key=lambda one: (one.start_ms, one.end_ms, one.title)))
        return self._known[start_ms, end_ms]

    def _take_out_single(self, calendar: "Calendar") -> None:
        """Most meetings are there once: what is known of them needs little room, and no working out."""
        again = {str(part.get("UID", "")) for part in calendar.subcomponents if not _AGAIN.isdisjoint(part)}
        kept = []
        for part in calendar.subcomponents:
            if part.name != "VEVENT" or str(part.get("UID", "")) in again:
                kept.append(part)
                continue
            with suppress(*_ODD):  # one that makes no sense hides no other
                self._once += _meetings([part], self._offset_at)
        calendar.subcomponents = kept

    def _recurring(self, start_ms: int, end_ms: int) -> list[Meeting]:
        import recurring_ical_events

        day = timedelta(days=1)  # what names no zone may lie that far off
        first, last = (datetime.fromtimestamp(ms // MS_PER_S, UTC) for ms in (start_ms, end_ms))
        try:
            events = [
                event
                for calendar in self._series
                for event in recurring_ical_events.of(calendar, skip_bad_series=True).between(first - day, last + day)
            ]
            return list(_meetings(events, self._offset_at))
        except _ODD as error:
            raise UserError(f"{self._path.name} has events that make no sense: {error}", _REMEDY) from error


def _parsed(path: Path) -> "list[Calendar]":
    from icalendar import Calendar

    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UserError(f"{path.name} is larger than {LARGEST_BYTES // 1_000_000} MB", _REMEDY)
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}", "choose the calendar file again") from error
    try:
        found = [one for one in Calendar.from_ical(data, multiple=True) if one.name == "VCALENDAR"]
    except (ValueError, KeyError, IndexError) as error:
        raise UserError(f"{path.name} is no calendar", _REMEDY) from error
    if not found:
        raise UserError(f"{path.name} is no calendar", _REMEDY)
    for calendar in found:
        calendar.subcomponents = [part for part in calendar.subcomponents if part.name != "VEVENT" or _is_sound(part)]
    return found


def _is_sound(event: Any) -> bool:
    """Whether it says when it begins in a way that can be read, and when it comes again in one that can be followed."""
    from icalendar import vDDDTypes

    begins = event.get("DTSTART")
    if not isinstance(begins, vDDDTypes) or not isinstance(begins.dt, date):
        return False
    rules = event.get("RRULE", ())
    listed = rules if isinstance(rules, list) else [rules] if rules else []
    return not listed or (begins.dt.year >= EARLIEST_SERIES and all(map(_can_be_followed, listed)))


def _can_be_followed(rule: Any) -> bool:
    """Whether `rule` of a series comes once a day at most, and goes on at all."""
    from icalendar import vRecur

    if not isinstance(rule, vRecur):
        return False
    [frequency, *others], steps = rule.get("FREQ") or [""], rule.get("INTERVAL", [1])
    at_most_daily = not others and frequency in _FREQUENCIES and all(len(rule.get(by, ())) < 2 for by in _TIMES_OF_DAY)
    return at_most_daily and all(step >= 1 for step in steps)


def _meetings(events: Iterable[Any], offset_at: OffsetAt) -> Iterator[Meeting]:
    for event in events:
        start, end = event.start, event.end
        is_timed = isinstance(start, datetime) and isinstance(end, datetime)
        words = {str(event.get(name, "")).upper() for name in ("STATUS", "TRANSP")}
        if not is_timed or words & {"CANCELLED", "TRANSPARENT"}:
            continue
        start_ms, end_ms = _utc_ms(start, offset_at), _utc_ms(end, offset_at)
        if 0 < end_ms - start_ms < MS_PER_DAY:
            yield Meeting(start_ms, end_ms, _one_line(str(event.get("SUMMARY", ""))))


def _utc_ms(moment: datetime, offset_at: OffsetAt) -> int:
    if moment.tzinfo is not None:
        return round(moment.timestamp() * MS_PER_S)
    return utc_of(round(moment.replace(tzinfo=UTC).timestamp() * MS_PER_S), offset_at)


def _one_line(title: str) -> str:
    """Without what a terminal or a label would obey instead of showing it."""
    return " ".join("".join(one if one.isprintable() else " " for one in title).split())[:LONGEST_TITLE]
