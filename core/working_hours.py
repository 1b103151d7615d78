"""The hours of the week in which samples may be taken; never asks the time and never takes one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.clock import MS_PER_DAY, MS_PER_MIN

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MINUTES_PER_DAY = MS_PER_DAY // MS_PER_MIN
MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY
_WEEKDAY_OF_EPOCH = DAYS.index("Thu")
_LINE = re.compile(r"(?P<first>\w+)(?:-(?P<last>\w+))? (?P<start>\d\d):(?P<past>\d\d)-(?P<end>\d\d):(?P<until>\d\d)")


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Stretches of the local week; always, where there are none."""

    stretches: tuple[tuple[int, int], ...] = ()
    """[start, end) in minutes since Monday 0:00; one that goes on into the next day may end behind the week."""

    def include(self, utc_ms: int, off_min: int) -> bool:
        return not self.stretches or self._include(_minute_of_week(utc_ms, off_min))

    def next_change_ms(self, utc_ms: int, off_min: int) -> int | None:
        """When they begin or end next if clocks go on as they do now, UTC epoch ms; None where they never do."""
        minute = _minute_of_week(utc_ms, off_min)
        now = self._include(minute)
        for ahead in sorted((edge - minute) % MINUTES_PER_WEEK or MINUTES_PER_WEEK for edge in self._edges()):
            if self._include((minute + ahead) % MINUTES_PER_WEEK) is not now:
                return (utc_ms // MS_PER_MIN + ahead) * MS_PER_MIN
        return None

    def _include(self, minute: int) -> bool:
        return any(start <= at < end for start, end in self.stretches for at in (minute, minute + MINUTES_PER_WEEK))

    def _edges(self) -> set[int]:
        return {edge for stretch in self.stretches for edge in stretch}


ALWAYS = WorkingHours()


def parse_working_hours(lines: Sequence[str]) -> WorkingHours:
    """Lines such as `Mon-Fri 07:00-19:00` or `Sat 22:00-02:00`.

    Raises ValueError, with the number of the line and what is wrong with it.
    """
    stretches: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        try:
            stretches += _stretches(line)
        except ValueError as error:
            raise ValueError(number, str(error)) from error
    return WorkingHours(tuple(stretches))


def _stretches(line: str) -> list[tuple[int, int]]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"{line!r} is not of the form 'Mon-Fri 07:00-19:00'")
    first, last = _day(found["first"]), _day(found["last"] or found["first"])
    start, end = _minute(found["start"], found["past"]), _minute(found["end"], found["until"])
    if start == end:
        raise ValueError(f"{line!r} ends when it begins")
    length = (end - start) % MINUTES_PER_DAY or MINUTES_PER_DAY
    days = range(first, first + (last - first) % 7 + 1)
    return [(day % 7 * MINUTES_PER_DAY + start, day % 7 * MINUTES_PER_DAY + start + length) for day in days]


def _day(word: str) -> int:
    if word not in DAYS:
        raise ValueError(f"{word!r} is not a day: they are {', '.join(DAYS)}")
    return DAYS.index(word)


def _minute(hour: str, minute: str) -> int:
    at = int(hour) * 60 + int(minute)
    if at > MINUTES_PER_DAY or int(minute) >= 60:
        raise ValueError(f"'{hour}:{minute}' is not a time of day")
    return at


def _minute_of_week(utc_ms: int, off_min: int) -> int:
    return (utc_ms // MS_PER_MIN + off_min + _WEEKDAY_OF_EPOCH * MINUTES_PER_DAY) % MINUTES_PER_WEEK
