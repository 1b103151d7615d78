"""To which span the input belongs that was counted, from the sample to the row on disk."""

import sqlite3
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from agent.heartbeat import Folding, Tail, beat, settled
from agent.mode import PRIVATE, RECORDING, Mode
from core.clock import MS_PER_HOUR
from core.period import DayStarts
from core.sample import Sample
from core.span import InputCount, Span
from core.working_hours import parse_working_hours
from tests.agent.staged import StagedAgent, StagedClock, StagedDesktop
from tests.factories import NINE, a_sample, a_sight

THRESHOLD_MS = 60_000
BY = Folding(idle_threshold_ms=THRESHOLD_MS, day_starts=DayStarts())


def counts(samples: list[Sample]) -> list[tuple[str, str, int, int]]:
    """(app, state, all input, that of software) of the spans that these samples make."""
    return [(s.context.app, s.state.value, s.input.total, s.input.injected) for s in folded(samples)]


def folded(samples: list[Sample]) -> list[Span]:
    tail, done = Tail(), list[Span]()
    for sample in samples:
        tail, _gap = beat(tail, sample, BY)
        old, tail = settled(tail, BY)
        done += old
    return [*done, *tail.spans()]


def test_input_belongs_to_the_window_that_was_in_front_before_the_sample() -> None:
    """What was counted up to a sample was typed into what was seen before; the first sample follows nothing."""
    samples = [
        a_sample(NINE, app="calc", counted=InputCount(99, 9)),
        a_sample(NINE + 2000, app="calc", counted=InputCount(7, 1)),
        a_sample(NINE + 3000, app="mail", counted=InputCount(4, 4)),
        a_sample(NINE + 5000, app="mail", counted=InputCount(2, 0)),
    ]

    assert counts(samples) == [("calc", "active", 11, 5), ("mail", "active", 2, 0)]


def test_idle_has_no_input() -> None:
    """What was counted before stays with the active part when idle is dated back."""
    samples = [a_sample(NINE + s * 1000, app="calc", counted=InputCount(1)) for s in range(5)]
    samples += [a_sample(NINE + s * 1000, app="calc", idle_ms=(s - 4) * 1000) for s in range(5, 70)]
    samples.append(a_sample(NINE + 70_000, app="calc", idle_ms=300, counted=InputCount(3)))

    assert counts(samples) == [("calc", "active", 4, 0), ("calc", "idle", 0, 0), ("calc", "active", 3, 0)]


def test_the_key_that_ends_idle_is_not_lost_when_it_brings_another_window() -> None:
    """The window before had no active time left that it could belong to."""
    samples = [a_sample(NINE + s * 1000, app="calc", idle_ms=THRESHOLD_MS + s * 1000) for s in range(5)]
    samples.append(a_sample(NINE + 5000, app="mail", counted=InputCount(1)))
    samples.append(a_sample(NINE + 6000, app="mail"))

    assert counts(samples) == [("calc", "idle", 0, 0), ("mail", "active", 1, 0)]


def test_passwords_are_not_even_counted() -> None:
    """What is typed while the screen is locked, or in private time, leaves no number."""
    typed = InputCount(12)
    samples = [
        a_sample(NINE, app="calc"),
        a_sample(NINE + 1000, app="calc", locked=True),
        a_sample(NINE + 2000, app="calc", locked=True, counted=typed),
        a_sample(NINE + 3000, app="calc", counted=typed),
        a_sample(NINE + 4000, private=True),
        a_sample(NINE + 5000, private=True, counted=typed),
        a_sample(NINE + 6000, app="calc", counted=typed),
        a_sample(NINE + 7000, app="calc", counted=InputCount(2)),
    ]

    assert [total for _app, _state, total, _injected in counts(samples)] == [0, 0, 0, 0, 2]


a_step = st.tuples(
    st.integers(1, 9_000),
    st.sampled_from(["calc", "mail"]),
    st.booleans(),
    st.integers(0, 2 * THRESHOLD_MS),
    st.integers(0, 50),
)


@given(st.lists(a_step, min_size=1, max_size=40))
def test_no_input_is_lost_or_made_up(steps: list[tuple[int, str, bool, int, int]]) -> None:
    """However windows, calls and idle follow each other, also across midnight."""
    at_ms, samples = NINE + 15 * MS_PER_HOUR - 60_000, []
    for passed_ms, app, in_call, idle_ms, number in steps:
        at_ms += passed_ms
        counted = InputCount(number, number // 2)
        samples.append(a_sample(at_ms, app=app, in_call=in_call, idle_ms=idle_ms, counted=counted))
    samples.append(a_sample(at_ms + 1, app="calc", in_call=True))
    samples.append(a_sample(at_ms + 2, app="calc", in_call=True))
    spans = folded(samples)

    assert sum(span.input.total for span in spans) == sum(sample.input.total for sample in samples[1:])
    assert sum(span.input.injected for span in spans) == sum(sample.input.injected for sample in samples[1:])


def stored(file: Path) -> list[tuple[int, int]]:
    """(all input, that of software) of every row, read past all of our own code."""
    connection = sqlite3.connect(file)
    try:
        return connection.execute("SELECT input_count, injected_count FROM span ORDER BY start_ms").fetchall()
    finally:
        connection.close()


def test_counts_reach_the_disk_and_grow_there(tmp_path: Path) -> None:
    """A span that is saved while it goes on has all of its input in the end: what each look after the first counted."""
    desktop = StagedDesktop(StagedClock(), sight=a_sight(counted=InputCount(3, 1)))
    agent = StagedAgent(tmp_path / "record.db", desktop)
    agent.run(100)
    agent.stop()

    after_the_first = desktop.looked - 1
    assert after_the_first >= 100 / 2.5
    assert stored(tmp_path / "record.db") == [(3 * after_the_first, after_the_first)]


def test_nobody_counts_in_a_pause_in_private_time_and_outside_the_working_hours(tmp_path: Path) -> None:
    """The back-end is told to rest at each of their beats, and at no other."""
    for name, mode, hours, rests in (
        ("recording", RECORDING, (), False),
        ("paused", Mode("paused"), (), True),
        ("private", PRIVATE, (), True),
        ("off", RECORDING, ("Tue 09:00-10:00",), True),
    ):
        desktop = StagedDesktop(StagedClock())
        agent = StagedAgent(tmp_path / f"{name}.db", desktop, mode=mode, hours=parse_working_hours(hours))
        agent.run(10)
        agent.stop()
        assert (desktop.rested > 0) is rests


def test_the_end_of_the_working_hours_counts_nothing_twice(tmp_path: Path) -> None:
    """The last sample goes on to the minute; what was counted at it does not."""
    desktop = StagedDesktop(StagedClock(NINE - 1000), sight=a_sight(counted=InputCount(5)))
    agent = StagedAgent(tmp_path / "record.db", desktop, hours=parse_working_hours(("Mon 08:00-09:00",)))
    agent.run(60)
    agent.stop()

    assert stored(tmp_path / "record.db") == [(0, 0)]
