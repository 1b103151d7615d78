"""The record's clock against machines that sleep, stall and have their clocks set."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import Reading
from core.record_clock import REANCHOR_MS, STEP_MS, SUSPEND_MS, Moment, RecordClock
from core.span import Gap, GapReason
from tests.factories import NINE

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE


@dataclass
class Machine:
    """The clocks of a machine to which things happen."""

    awake_ms: int = 5_000
    boot_ms: int = 9_000
    wall_ms: int = NINE

    def live(self, ms: int = 0, *, asleep_ms: int = 0, set_by_ms: int = 0) -> Reading:
        """Let time pass awake, then asleep, while somebody sets the wall clock."""
        self.awake_ms += ms
        self.boot_ms += ms + asleep_ms
        self.wall_ms += ms + asleep_ms + set_by_ms
        return Reading(awake_ms=self.awake_ms, boot_ms=self.boot_ms, wall_ms=self.wall_ms, off_min=60)


@dataclass(frozen=True, kw_only=True)
class Step:
    """What happens between two readings."""

    ms: int
    asleep_ms: int
    set_by_ms: int
    observed: bool


@dataclass
class Run:
    """A record clock on a machine, with what the one said and the other showed."""

    machine: Machine = field(default_factory=Machine)
    clock: RecordClock = field(default_factory=RecordClock)

    def __post_init__(self) -> None:
        self.clock.advance(self.machine.live(), observed=False)

    def after(self, ms: int = 0, *, asleep_ms: int = 0, set_by_ms: int = 0, observed: bool = True) -> Moment:
        return self.clock.advance(self.machine.live(ms, asleep_ms=asleep_ms, set_by_ms=set_by_ms), observed=observed)

    def take(self, step: Step) -> Moment:
        return self.after(step.ms, asleep_ms=step.asleep_ms, set_by_ms=step.set_by_ms, observed=step.observed)


steps = st.builds(
    Step,
    ms=st.integers(0, 2 * HOUR),
    asleep_ms=st.one_of(st.just(0), st.integers(SUSPEND_MS, 20 * HOUR)),
    set_by_ms=st.one_of(
        st.just(0),
        st.integers(-STEP_MS, STEP_MS),  # slewed, not stepped
        st.integers(-3 * HOUR, 3 * HOUR),
        st.integers(-40 * HOUR, 40 * HOUR),
    ),
    observed=st.booleans(),
)
runs = st.lists(steps, max_size=12)


def test_without_trouble_the_record_follows_the_wall() -> None:
    """An ordinary day: no gap, no difference."""
    run = Run()

    for _ in range(5):
        moment = run.after(MINUTE)
        assert moment == Moment(ms=run.machine.wall_ms, off_min=60)


def test_a_record_never_starts_before_what_it_holds() -> None:
    """After a restart with a clock that is 5 minutes behind, the record goes on where it ended."""
    clock = RecordClock(recorded_until_ms=NINE + 5 * MINUTE)

    assert clock.advance(Machine().live(), observed=False).ms == NINE + 5 * MINUTE
    assert clock.ms == NINE + 5 * MINUTE


def test_a_step_back_costs_no_observed_time() -> None:
    """The clock is set back by an hour during a minute of work: the minute is recorded after the one before."""
    run = Run()
    run.after(MINUTE)

    moment = run.after(MINUTE, set_by_ms=-HOUR)

    assert moment == Moment(ms=NINE + 2 * MINUTE, off_min=60)


def test_a_step_back_is_given_back_while_nothing_is_observed() -> None:
    """An hour ahead of the wall, a pause of 40 minutes takes no time, and the next one takes what is left."""
    run = Run()
    run.after(MINUTE, set_by_ms=-HOUR)

    assert run.after(40 * MINUTE, observed=False).ms == NINE + MINUTE
    assert run.after(30 * MINUTE, observed=False).ms == NINE + 11 * MINUTE
    assert run.clock.ms == run.machine.wall_ms


def test_a_step_forward_is_a_clock_gap_behind_what_was_lived() -> None:
    """The minute before the step counts; the hour that the clock was set forward was not observed."""
    run = Run()

    moment = run.after(MINUTE, set_by_ms=HOUR)

    assert moment == Moment(
        ms=NINE + MINUTE + HOUR,
        off_min=60,
        gap=Gap(start_ms=NINE + MINUTE, end_ms=NINE + MINUTE + HOUR, why=GapReason.CLOCK),
    )


@pytest.mark.parametrize("observed", [True, False])
def test_a_suspended_machine_leaves_a_gap(observed: bool) -> None:
    """Suspend is the time that only the boot clock counted."""
    run = Run()

    moment = run.after(SECOND, asleep_ms=HOUR, observed=observed)

    assert moment.ms == run.machine.wall_ms
    assert moment.gap == Gap(start_ms=NINE, end_ms=NINE + HOUR + SECOND, why=GapReason.SUSPENDED)


def test_a_short_sleep_is_scheduling_noise() -> None:
    """Less than two seconds between two clock calls is no suspend."""
    run = Run()

    assert run.after(SECOND, asleep_ms=SUSPEND_MS - 1).gap is None


def test_a_suspended_machine_whose_clock_was_ahead_leaves_no_gap() -> None:
    """Where the whole sleep is given back, there is nothing to show."""
    run = Run()
    run.after(MINUTE, set_by_ms=-2 * HOUR)

    assert run.after(0, asleep_ms=HOUR) == Moment(ms=NINE + MINUTE, off_min=60)


def test_a_clock_that_was_a_day_wrong_is_followed_back_once() -> None:
    """Beyond twelve hours the record goes back, says so, and marks what it leaves."""
    run = Run()
    run.after(MINUTE, set_by_ms=24 * HOUR)
    wrong = run.clock.ms

    moment = run.after(MINUTE, set_by_ms=-24 * HOUR)

    assert moment == Moment(
        ms=NINE + 2 * MINUTE,
        off_min=60,
        gap=Gap(start_ms=NINE + 2 * MINUTE, end_ms=wrong + MINUTE, why=GapReason.CLOCK),
        reanchored=True,
    )
    assert run.after(MINUTE) == Moment(ms=NINE + 3 * MINUTE, off_min=60)


def test_a_record_from_a_wrong_year_does_not_hold_up_a_new_start() -> None:
    """Started with a record that ends far in the future, the clock goes back to the wall."""
    moment = RecordClock(recorded_until_ms=NINE + 13 * HOUR).advance(Machine().live(), observed=False)

    assert moment.reanchored
    assert moment.ms == NINE


@given(runs)
def test_the_record_never_runs_backwards_unless_it_says_so(happened: list[Step]) -> None:
    """Whatever is done to the clocks; and it only goes back from more than twelve hours ahead."""
    run = Run()

    for step in happened:
        before = run.clock.ms
        moment = run.take(step)
        assert moment.ms == run.clock.ms
        if moment.reanchored:
            lived = step.ms if step.observed and not step.asleep_ms else 0
            assert before + lived - run.machine.wall_ms > REANCHOR_MS
            assert moment.ms == run.machine.wall_ms
        else:
            assert moment.ms >= before
            assert moment.ms - run.machine.wall_ms <= REANCHOR_MS


@given(runs)
def test_observed_time_is_as_long_as_the_awake_clock_says(happened: list[Step]) -> None:
    """Neither slewing nor setting the wall clock changes a duration by a millisecond."""
    run = Run()

    for step in happened:
        before = run.clock.ms
        moment = run.take(step)
        if step.observed and not step.asleep_ms and not moment.reanchored:
            lived_until = moment.gap.start_ms if moment.gap else moment.ms
            assert lived_until - before == step.ms


@given(runs)
def test_unobserved_time_brings_the_record_back_to_the_wall(happened: list[Step]) -> None:
    """What the record is ahead shrinks by every stretch that nobody observed, down to nothing."""
    run = Run()

    for step in happened:
        before = run.clock.ms
        moment = run.take(step)
        if not moment.reanchored and (not step.observed or step.asleep_ms):
            assert moment.ms == max(before, run.machine.wall_ms)


@given(runs)
def test_a_gap_never_covers_what_was_observed(happened: list[Step]) -> None:
    """Gaps are not empty, begin where observation ended and end at the moment that tells of them."""
    run = Run()

    for step in happened:
        before = run.clock.ms
        moment = run.take(step)
        if moment.gap is not None and not moment.reanchored:
            lived = step.ms if step.observed and not step.asleep_ms else 0
            assert before + lived == moment.gap.start_ms < moment.gap.end_ms == moment.ms


@given(runs)
def test_the_record_is_never_behind_the_wall_by_more_than_a_slew(happened: list[Step]) -> None:
    """A clock set forward is followed at once."""
    run = Run()

    for step in happened:
        run.take(step)
        assert run.machine.wall_ms - run.clock.ms <= STEP_MS
