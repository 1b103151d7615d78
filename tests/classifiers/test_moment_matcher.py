"""What each condition on the moment looks for, and what may be written for it."""

import pytest

from classifiers.matcher import Not
from classifiers.moment_matcher import IdleOver, InState, Moment, MomentMatcher, at_time, minute_of_week, on_weekday
from core.clock import MS_PER_MIN
from core.span import State
from tests.factories import BERLIN_WINTER_MIN, NINE

ABSENT = InState((State.IDLE, State.LOCKED))
OFFICE = at_time(["08:00-12:00", "13:00-17:00"])
NIGHT = at_time(["22:00-06:00"])
WEEKEND = on_weekday(["Sat-Mon"])


def at(hour: int, minute: int = 0, *, day: int = 0, state: State = State.ACTIVE, idle_ms: int = 0) -> Moment:
    return Moment(state, idle_ms, day * 1440 + hour * 60 + minute)


@pytest.mark.parametrize(
    ("matcher", "moment", "why"),
    [
        (ABSENT, at(9, state=State.LOCKED), "state is locked"),
        (ABSENT, at(9, state=State.CALL), None),
        (IdleOver(60_000), at(9, state=State.IDLE, idle_ms=60_001), "idle for more than 1 min"),
        (IdleOver(60_000), at(9, state=State.IDLE, idle_ms=60_000), None),
        (OFFICE, at(8), "time is within 08:00-12:00"),
        (OFFICE, at(11, 59), "time is within 08:00-12:00"),
        (OFFICE, at(12), None),
        (OFFICE, at(16, 30, day=6), "time is within 13:00-17:00"),
        (NIGHT, at(22), "time is within 22:00-06:00"),
        (NIGHT, at(5, 59), "time is within 22:00-06:00"),
        (NIGHT, at(6), None),
        (NIGHT, at(21, 59), None),
        (at_time(["00:00-24:00"]), at(23, 59), "time is within 00:00-24:00"),
        (WEEKEND, at(0, day=5), "it is Sat"),
        (WEEKEND, at(23, 59, day=0), "it is Mon"),
        (WEEKEND, at(0, day=1), None),
        (on_weekday(["tue", "Thu"]), at(9, day=3), "it is Thu"),
        (Not(WEEKEND), at(9, day=1), 'weekday is not "Sat-Mon"'),
        (Not(WEEKEND), at(9, day=6), None),
    ],
)
def test_a_condition_says_why_it_is_met_or_nothing(matcher: MomentMatcher, moment: Moment, why: str | None) -> None:
    """An end is the first minute that is no longer meant."""
    assert why == matcher.why(moment)


@pytest.mark.parametrize(
    ("matcher", "missed"),
    [
        (ABSENT, 'state is not "idle" or "locked"'),
        (IdleOver(90_000), "not idle for more than 1 min 30 s"),
        (OFFICE, 'time is not within "08:00-12:00" or "13:00-17:00"'),
        (WEEKEND, 'weekday is not "Sat-Mon"'),
        (Not(NIGHT), 'it excludes time = "22:00-06:00"'),
    ],
)
def test_a_condition_says_what_was_wanting(matcher: MomentMatcher, missed: str) -> None:
    """Whoever asks why a rule did not match reads it in these words."""
    assert missed == matcher.missed()


@pytest.mark.parametrize("written", ["8:00-12:00", "08:00", "08:00-12:60", "25:00-26:00", "24:00-08:00", "08:00-08:00"])
def test_what_is_no_time_of_day_is_refused(written: str) -> None:
    """The word is named."""
    with pytest.raises(ValueError, match=written):
        at_time([written])


@pytest.mark.parametrize("written", ["Monday", "Mon-", "Mon to Fri", "", "8"])
def test_what_is_no_weekday_is_refused(written: str) -> None:
    """The days that there are are named, or the form."""
    with pytest.raises(ValueError, match=r"they are Mon, Tue|of the form 'Sat' or 'Mon-Fri'"):
        on_weekday([written])


def test_the_week_begins_on_monday() -> None:
    """Monday 2 March 2026, nine o'clock in Berlin."""
    assert minute_of_week(NINE + BERLIN_WINTER_MIN * MS_PER_MIN) == 9 * 60
