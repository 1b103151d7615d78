"""Where the week is cut: nowhere else, and everywhere that a condition on the time changes."""

from hypothesis import given
from hypothesis import strategies as st

from classifiers.matcher import Not
from classifiers.moment_matcher import Moment, MomentMatcher, at_time, minute_of_week, on_weekday
from classifiers.week import FOR_EVER_MS, Week
from core.clock import MS_PER_DAY, MS_PER_MIN
from core.span import State

MATCHERS = (
    at_time(["08:00-12:00", "13:15-17:00"]), at_time(["22:00-06:00"]), at_time(["00:00-24:00"]),
    on_weekday(["Mon-Fri"]), on_weekday(["Sun"]), Not(at_time(["09:59-10:00"])), Not(on_weekday(["Wed"])),
)  # fmt: skip


@given(st.lists(st.sampled_from(MATCHERS), min_size=1, max_size=3), st.integers(0, 15 * MS_PER_DAY))
def test_within_a_stretch_nothing_changes(matchers: list[MomentMatcher], local_ms: int) -> None:
    """What holds at the minute that stands for it holds until its end, minute by minute."""
    stands_for, until_ms = Week(matchers).stretch(local_ms)

    assert local_ms < until_ms
    for matcher in matchers:
        expected = matcher.why(Moment(State.ACTIVE, 0, stands_for))
        for ms in range(local_ms, until_ms, MS_PER_MIN):
            assert matcher.why(Moment(State.ACTIVE, 0, minute_of_week(ms))) == expected


def test_a_stretch_ends_at_the_border_to_the_millisecond() -> None:
    """Friday 1 January 1971, local: noon, counted from a millisecond before."""
    noon = 365 * MS_PER_DAY + MS_PER_DAY // 2

    assert Week([at_time(["08:00-12:00"])]).stretch(noon - 1)[1] == noon
    assert Week([at_time(["08:00-12:00"])]).stretch(noon)[1] == noon + 20 * 60 * MS_PER_MIN


def test_without_conditions_on_the_time_nothing_is_cut() -> None:
    """One stretch for ever."""
    assert Week([]).stretch(0) == (0, FOR_EVER_MS)
