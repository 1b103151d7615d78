"""Conditions on a moment: state, idle time, time of day, weekday; never sees a program or a title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from classifiers.lengths import in_words
from classifiers.matcher import Matcher, Subject, any_of
from core.clock import MS_PER_MIN
from core.span import State
from core.working_hours import DAYS, MINUTES_PER_DAY, MINUTES_PER_WEEK

_TIME = re.compile(r"(\d\d):([0-5]\d)-(\d\d):([0-5]\d)")
_DAYS = re.compile(r"(\w+)(?:-(\w+))?")
_WEEKDAY_OF_EPOCH = DAYS.index("Thu")


class Moment(NamedTuple):
    """What a condition on the moment may look at."""

    state: State
    idle_ms: int
    """Length of the whole idle stretch around the moment; 0 where somebody is at the desk."""
    minute: int
    """Local minutes since Monday 0:00."""


MomentMatcher: TypeAlias = Matcher[Moment]


@dataclass(frozen=True, slots=True)
class InState:
    """The span is in one of these states."""

    states: tuple[State, ...]
    subject = Subject.MOMENT
    key = "state"

    @property
    def written(self) -> tuple[str, ...]:
        return tuple(state.value for state in self.states)

    def why(self, seen: Moment) -> str | None:
        return f"state is {seen.state.value}" if seen.state in self.states else None

    def missed(self) -> str:
        return f"state is not {any_of(self.written)}"


@dataclass(frozen=True, slots=True)
class IdleOver:
    """The idle stretch is longer than this."""

    limit_ms: int
    subject = Subject.MOMENT
    key = "idle_over"

    @property
    def written(self) -> tuple[str, ...]:
        return (in_words(self.limit_ms),)

    def why(self, seen: Moment) -> str | None:
        return f"idle for more than {in_words(self.limit_ms)}" if seen.idle_ms > self.limit_ms else None

    def missed(self) -> str:
        return f"not idle for more than {in_words(self.limit_ms)}"


@dataclass(frozen=True, slots=True)
class AtTime:
    """It is one of these times of day; each may go on past midnight."""

    written: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]
    """[start, end) in minutes of the day; one that passes midnight ends before it starts."""
    subject = Subject.MOMENT
    key = "time"

    def why(self, seen: Moment) -> str | None:
        minute = seen.minute % MINUTES_PER_DAY
        for word, (start, end) in zip(self.written, self.ranges, strict=True):
            if (start <= minute < end) if start < end else (minute >= start or minute < end):
                return f"time is within {word}"
        return None

    def missed(self) -> str:
        return f"time is not within {any_of(self.written)}"


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """It is one of these days."""

    written: tuple[str, ...]
    days: frozenset[int]
    """0 is Monday."""
    subject = Subject.MOMENT
    key = "weekday"

    def why(self, seen: Moment) -> str | None:
        day = seen.minute // MINUTES_PER_DAY
        return f"it is {DAYS[day]}" if day in self.days else None

    def missed(self) -> str:
        return f"weekday is not {any_of(self.written)}"


def at_time(written: Sequence[str]) -> AtTime:
    """Raises ValueError for a word that is not of the form `08:00-12:00`."""
    return AtTime(tuple(written), tuple(_range(word) for word in written))


def on_weekday(written: Sequence[str]) -> OnWeekday:
    """Raises ValueError for a word that is not of the form `Sat` or `Mon-Fri`."""
    return OnWeekday(tuple(written), frozenset(day for word in written for day in _days(word)))


def minute_of_week(local_ms: int) -> int:
    """Of milliseconds since the local epoch."""
    return (local_ms // MS_PER_MIN + _WEEKDAY_OF_EPOCH * MINUTES_PER_DAY) % MINUTES_PER_WEEK


def _range(word: str) -> tuple[int, int]:
    found = _TIME.fullmatch(word)
    if found is None:
        raise ValueError(f"{word!r} is not of the form '08:00-12:00'")
    start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    if start >= MINUTES_PER_DAY or end > MINUTES_PER_DAY:
        raise ValueError(f"{word!r} is not within a day of 24 hours")
    if start == end:
        raise ValueError(f"{word!r} ends when it begins")
    return start, end


def _days(word: str) -> Sequence[int]:
    found = _DAYS.fullmatch(word)
    if found is None:
        raise ValueError(f"{word!r} is not of the form 'Sat' or 'Mon-Fri'")
    first, last = _day(found[1]), _day(found[2] or found[1])
    return [day % len(DAYS) for day in range(first, first + (last - first) % len(DAYS) + 1)]


def _day(word: str) -> int:
    if word.capitalize() not in DAYS:
        raise ValueError(f"{word!r} is not a day: they are {', '.join(DAYS)}")
    return DAYS.index(word.capitalize())
