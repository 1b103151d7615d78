"""The stretches of the local week in which no condition on the time changes; never asks the time."""

from bisect import bisect_right
from collections.abc import Iterable

from classifiers.matcher import Not
from classifiers.moment_matcher import AtTime, MomentMatcher, OnWeekday, minute_of_week
from core.clock import MS_PER_MIN
from core.working_hours import DAYS, MINUTES_PER_DAY, MINUTES_PER_WEEK

FOR_EVER_MS = 10**18


class Week:
    """Cuts time where one of the conditions begins or ceases to hold."""

    def __init__(self, moments: Iterable[MomentMatcher]) -> None:
        of_day: set[int] = set()
        for moment in moments:
            of_day |= _borders(moment.excluded if isinstance(moment, Not) else moment)
        self._borders = [day * MINUTES_PER_DAY + minute for day in range(len(DAYS)) for minute in sorted(of_day)]

    def stretch(self, local_ms: int) -> tuple[int, int]:
        """(a minute of the week that stands for all of the stretch, its end) around ms since the local epoch."""
        if not self._borders:
            return 0, FOR_EVER_MS
        minute = minute_of_week(local_ms)
        number = bisect_right(self._borders, minute)
        ends = self._borders[number] if number < len(self._borders) else MINUTES_PER_WEEK + self._borders[0]
        return self._borders[number - 1], (local_ms // MS_PER_MIN + ends - minute) * MS_PER_MIN


def _borders(moment: MomentMatcher) -> set[int]:
    """Minutes of the day at which a condition may begin or cease to hold."""
    match moment:
        case AtTime():
            return {minute % MINUTES_PER_DAY for borders in moment.ranges for minute in borders}
        case OnWeekday():
            return {0}
        case _:
            return set()
