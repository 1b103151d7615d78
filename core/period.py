"""Local days and runs of them, as people count them; never asks which day it is."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.errors import UserError

EPOCH = date(1970, 1, 1)
LATEST_DAY_START = 6
OffsetAt = Callable[[int], int]
"""Minutes that local time is ahead of UTC at a UTC epoch ms."""


@dataclass(frozen=True, slots=True)
class DayStarts:
    """At which local hour days begin, and since which day; a change holds from the next day on."""

    changes: tuple[tuple[date, int], ...] = ((EPOCH, 0),)
    """(first day, hour 0 to 6), ordered; the first entry also holds for everything before it."""

    def hour_on(self, day: date) -> int:
        hour = self.changes[0][1]
        for since, new_hour in self.changes:
            if since > day:
                break
            hour = new_hour
        return hour

    def day_of(self, utc_ms: int, off_min: int) -> date:
        """The local day that an instant belongs to, by what a clock showed: its offset says no more.

        Where clocks go back across the hour at which days begin (Chatham, when it is 3), the time until that hour
        comes again belongs to the day before.
        """
        local_ms = utc_ms + off_min * MS_PER_MIN
        day = EPOCH + timedelta(days=local_ms // MS_PER_DAY)
        return day if local_ms >= self.local_start_ms(day) else day - timedelta(days=1)

    def day_of_hour(self, number: int) -> date:
        """The local day of a local hour, given as hours since the local epoch."""
        return self.day_of(number * MS_PER_HOUR, 0)

    def local_start_ms(self, day: date) -> int:
        """Start of `day` in ms since the local epoch: comparable with `utc_ms + off_min * 60000`."""
        return (day - EPOCH).days * MS_PER_DAY + self.hour_on(day) * MS_PER_HOUR

    def local_end_ms(self, day: date) -> int:
        return self.local_start_ms(day + timedelta(days=1))

    def bounds(self, day: date, offset_at: OffsetAt) -> tuple[int, int]:
        """[start, end) of `day` in UTC epoch ms where local time follows `offset_at`; 23 to 25 hours apart."""
        return (
            utc_of(self.local_start_ms(day), offset_at),
            utc_of(self.local_end_ms(day), offset_at),
        )

    def changed(self, hour: int, *, today: date) -> "DayStarts":
        """The same history with days that start at `hour` from the day after `today` on."""
        if self.changes[-1][1] == hour:
            return self
        first_day = today + timedelta(days=1)
        kept = tuple(change for change in self.changes if change[0] < first_day)
        return DayStarts((*kept, (first_day, hour)))


def utc_of(local_ms: int, offset_at: OffsetAt) -> int:
    """The first UTC instant at which clocks that follow `offset_at` show `local_ms` or later."""
    around = (offset_at(local_ms - MS_PER_DAY), offset_at(local_ms + MS_PER_DAY))
    candidates = sorted(local_ms - off * MS_PER_MIN for off in around)
    for utc_ms in candidates:
        if utc_ms + offset_at(utc_ms) * MS_PER_MIN == local_ms:
            return utc_ms
    # skipped by a change to summer time: the instant of the change
    skipped = range(candidates[0], candidates[-1], MS_PER_MIN)
    shown = bisect_left(skipped, local_ms, key=lambda utc_ms: utc_ms + offset_at(utc_ms) * MS_PER_MIN)
    return candidates[0] + shown * MS_PER_MIN


@dataclass(frozen=True, slots=True)
class Period:
    """Whole local days, first to last inclusive."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise UserError(
                f"The period ends on {self.last}, before it begins on {self.first}",
                "give the earlier day first",
            )

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=number)


def runs_of(days: Collection[date], longest: int | None = None) -> Iterator[Period]:
    """Each run of days that follow one another, in order; longer ones than `longest` days in parts."""
    ordered = sorted(days)
    begins = 0
    for number, day in enumerate(ordered, start=1):
        is_last = number == len(ordered) or ordered[number] - day > timedelta(days=1)
        if is_last or number - begins == longest:
            yield Period(ordered[begins], day)
            begins = number


PERIOD_WORDS = (
    "today",
    "yesterday",
    "this-week",
    "last-week",
    "this-month",
    "last-month",
    "this-year",
    "last-year",
)


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def last_weeks(today: date, weeks: int) -> Period:
    """So many whole weeks of days, ending today."""
    return Period(today - timedelta(days=7 * weeks - 1), today)


def month_of(day: date) -> Period:
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def year_of(day: date) -> Period:
    return Period(day.replace(month=1, day=1), day.replace(month=12, day=31))


def named_period(word: str, today: date) -> Period:
    """The period that one of `PERIOD_WORDS` means on `today`; raises UserError for another word."""
    of = {"week": week_of, "month": month_of, "year": year_of}
    if word == "today":
        return Period(today, today)
    if word == "yesterday":
        return Period(today - timedelta(days=1), today - timedelta(days=1))
    which, _dash, unit = word.partition("-")
    if which == "this" and unit in of:
        return of[unit](today)
    if which == "last" and unit in of:
        return of[unit](of[unit](today).first - timedelta(days=1))
    raise UserError(f"There is no period {word!r}", f"use one of {', '.join(PERIOD_WORDS)}")


def parse_day(text: str, today: date) -> date:
    """An ISO date, `today` or `yesterday`; raises UserError for anything else."""
    if text in {"today", "yesterday"}:
        return named_period(text, today).first
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise UserError(f"{text!r} is not a day", "write it as 2026-03-12, today or yesterday")
