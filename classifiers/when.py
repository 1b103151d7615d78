"""The moments at which a rule can have an effect, as one set; never sees a span."""

from collections.abc import Sequence
from dataclasses import dataclass

from classifiers.matcher import Not
from classifiers.moment_matcher import AtTime, IdleOver, InState, MomentMatcher, OnWeekday
from classifiers.rule import Rule
from core.span import ATTENDED, State
from core.working_hours import DAYS, MINUTES_PER_DAY, MINUTES_PER_WEEK

NEVER_MS = 10**15
_RECORDED = frozenset(State) - {State.PRIVATE}
_ALWAYS = (1 << MINUTES_PER_WEEK) - 1
_WHOLE_DAY = (1 << MINUTES_PER_DAY) - 1


@dataclass(frozen=True, slots=True)
class When:
    """States, minutes of the week, and lengths of the idle stretch."""

    states: frozenset[State]
    minutes: int
    """One bit for each minute of the week."""
    idle_over_ms: int
    idle_up_to_ms: int

    @property
    def is_never(self) -> bool:
        return not self.states or not self.minutes

    def covers(self, other: "When") -> bool:
        """Whether this holds at every moment at which `other` does."""
        if not other.states <= self.states or other.minutes & ~self.minutes:
            return False
        if State.IDLE not in other.states:
            return True
        return self.idle_over_ms <= other.idle_over_ms and self.idle_up_to_ms >= other.idle_up_to_ms


def when_category(rule: Rule) -> When:
    """The moments at which a rule may give its category."""
    return _when(rule.moments, _RECORDED if rule.sees_absence else ATTENDED)


def when_keeping(rule: Rule) -> When:
    """The moments at which a rule may keep idle time active."""
    return _when(rule.moments, frozenset({State.IDLE}))


def when_writing(rule: Rule) -> When:
    """The moments at which a rule may change what is stored."""
    return _when(rule.moments, _RECORDED)


def _when(moments: Sequence[MomentMatcher], states: frozenset[State]) -> When:
    minutes, over_ms, up_to_ms = _ALWAYS, -1, NEVER_MS
    for moment in moments:
        matcher, wanted = (moment.excluded, False) if isinstance(moment, Not) else (moment, True)
        match matcher:
            case InState():
                named = frozenset(matcher.states)
                states = states & named if wanted else states - named
            case AtTime() | OnWeekday():
                held = _minutes(matcher)
                minutes &= held if wanted else ~held
            case IdleOver() if wanted:
                states, over_ms = states & {State.IDLE}, max(over_ms, matcher.limit_ms)
            case IdleOver():
                up_to_ms = min(up_to_ms, matcher.limit_ms)
            case _:
                pass
    if over_ms >= up_to_ms:
        states = states - {State.IDLE}
    return When(states, minutes, over_ms, up_to_ms)


def _minutes(matcher: AtTime | OnWeekday) -> int:
    if isinstance(matcher, OnWeekday):
        return sum(_WHOLE_DAY << day * MINUTES_PER_DAY for day in matcher.days)
    of_day = 0
    for start, end in matcher.ranges:
        held = (1 << end) - (1 << start) if start < end else _WHOLE_DAY ^ ((1 << start) - (1 << end))
        of_day |= held
    return sum(of_day << day * MINUTES_PER_DAY for day in range(len(DAYS)))
