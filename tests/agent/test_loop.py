"""The beat over a scripted desktop and clock, down to what stands on disk."""

import threading
from itertools import pairwise
from pathlib import Path

import pytest

from agent.loop import Loop
from agent.mode import PRIVATE, RECORDING, Mode
from core.errors import MachineError
from core.span import GapReason
from storage.record import Batch
from tests.agent.staged import StagedAgent, StagedClock, StagedDesktop, shows
from tests.factories import NINE

HOUR_MS = 3_600_000


def outline(agent: StagedAgent) -> tuple[list[tuple[int, int, str, str]], list[tuple[int, int, str]]]:
    """Spans and gaps on disk, in ms since nine o'clock."""
    spans, gaps = agent.stored()
    return (
        [(s.start_ms - NINE, s.end_ms - NINE, s.context.app, s.state.value) for s in spans],
        [(gap.start_ms - NINE, gap.end_ms - NINE, gap.why.value) for gap in gaps],
    )


@pytest.fixture
def clock() -> StagedClock:
    return StagedClock()


def test_what_was_seen_stands_on_disk_when_the_loop_ends(tmp_path: Path, clock: StagedClock) -> None:
    """A switch at 1.2 s is recorded at 1.2 s although beats come every 2.5 seconds."""
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, [(1200, shows("mail"))]))

    agent.run(5)

    assert outline(agent) == ([(0, 1200, "libreoffice-calc", "active"), (1200, 5000, "mail", "active")], [])


def test_a_pause_is_a_gap_and_looks_at_nothing(tmp_path: Path, clock: StagedClock) -> None:
    """Time paused is never idle and never work; it ends by itself."""
    agent: StagedAgent

    def pause(_desktop: StagedDesktop) -> None:
        agent.loop.change_mode(Mode("paused", NINE + 10_000))

    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, [(3000, pause)]))
    agent.run(12)

    spans, gaps = outline(agent)
    assert spans == [(0, 3000, "libreoffice-calc", "active"), (10_000, 12_000, "libreoffice-calc", "active")]
    assert gaps == [(3000, 10_000, "paused")]
    assert agent.modes == [Mode("paused", NINE + 10_000), RECORDING]


def test_private_time_is_recorded_without_a_context(tmp_path: Path, clock: StagedClock) -> None:
    """That time passed, and nothing else."""
    agent: StagedAgent

    def private(_desktop: StagedDesktop) -> None:
        agent.loop.change_mode(PRIVATE)

    def resume(_desktop: StagedDesktop) -> None:
        agent.loop.change_mode(RECORDING)

    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, [(2000, private), (6000, resume)]))
    agent.run(8)

    spans, gaps = outline(agent)
    assert spans == [
        (0, 2000, "libreoffice-calc", "active"),
        (2000, 6000, "", "private"),
        (6000, 8000, "libreoffice-calc", "active"),
    ]
    assert gaps == []


def test_a_lost_desktop_is_a_blocked_gap(tmp_path: Path, clock: StagedClock) -> None:
    """Whatever cannot be seen is not recorded, and the agent goes on when it can be seen again."""

    def lose(desktop: StagedDesktop) -> None:
        desktop.lost = "the display server is gone"

    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, [(3000, lose), (7000, shows("mail"))]))
    agent.run(9)

    spans, gaps = outline(agent)
    assert spans == [(0, 2500, "libreoffice-calc", "active"), (7000, 9000, "mail", "active")]
    assert gaps == [(2500, 7000, "blocked")]


def test_sleep_ends_the_span_under_way(tmp_path: Path, clock: StagedClock) -> None:
    """The gap across a suspend begins where the desktop was last seen."""
    desktop = StagedDesktop(clock, [(3000, lambda staged: staged.clock.sleep(HOUR_MS))])
    agent = StagedAgent(tmp_path / "record.db", desktop)
    agent.run(HOUR_MS / 1000 + 5)

    spans, gaps = outline(agent)
    assert spans[0] == (0, 2500, "libreoffice-calc", "active")
    assert gaps == [(2500, 3000 + HOUR_MS, "suspended")]
    assert spans[1][0] == 3000 + HOUR_MS


def test_a_desktop_that_tells_of_sleep_has_the_span_end_at_that_moment(tmp_path: Path, clock: StagedClock) -> None:
    """The wait that it ends is followed by a last look; nothing of the span is lost to the gap."""
    sleeps = [(3700, lambda _staged: None), (3700, lambda staged: staged.clock.sleep(HOUR_MS))]
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, sleeps))
    agent.run(HOUR_MS / 1000 + 5)

    spans, gaps = outline(agent)
    assert spans[0] == (0, 3700, "libreoffice-calc", "active")
    assert gaps == [(3700, 3700 + HOUR_MS, "suspended")]


def test_a_clock_set_back_an_hour_loses_and_overwrites_nothing(tmp_path: Path, clock: StagedClock) -> None:
    """The record goes on monotonically, and a later pause gives the hour back."""
    agent: StagedAgent

    def pause(_desktop: StagedDesktop) -> None:
        agent.loop.change_mode(Mode("paused", None))

    def resume(_desktop: StagedDesktop) -> None:
        agent.loop.change_mode(RECORDING)

    acts = [(3000, lambda staged: staged.clock.step(-HOUR_MS)), (10_000, pause), (20_000, resume)]
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, acts))
    agent.run(25)

    spans, gaps = outline(agent)
    assert spans == [(0, 10_000, "libreoffice-calc", "active"), (10_000, 15_000, "libreoffice-calc", "active")]
    assert gaps == []


def test_a_clock_set_forward_is_a_clock_gap(tmp_path: Path, clock: StagedClock) -> None:
    """The hours that a step skipped were not observed, and whoever plans by the clock is told."""
    agent = StagedAgent(
        tmp_path / "record.db", StagedDesktop(clock, [(3000, lambda staged: staged.clock.step(HOUR_MS))])
    )
    agent.run(5)

    spans, gaps = outline(agent)
    assert spans == [
        (0, 2500, "libreoffice-calc", "active"),
        (3000 + HOUR_MS, 5000 + HOUR_MS, "libreoffice-calc", "active"),
    ]
    assert gaps == [(3000, 3000 + HOUR_MS, "clock")]
    assert agent.steps == 1


def test_a_clock_set_a_day_ahead_and_back_overwrites_nothing(tmp_path: Path, clock: StagedClock) -> None:
    """Back in the true time, new spans take only what is free."""
    day = 24 * HOUR_MS
    acts = [(3000, lambda staged: staged.clock.step(day)), (8000, lambda staged: staged.clock.step(-day))]
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, acts))
    agent.run(12)

    spans, _gaps = agent.stored()
    total = sum(span.observed_ms for span in spans)
    assert total >= 12_000 - 2 * 2500
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(spans))
    assert [span for span in spans if span.start_ms >= NINE + day]
    assert [span for span in spans if NINE + 3000 <= span.start_ms < NINE + day]


def test_a_restart_after_a_wrong_clock_goes_on_in_the_true_time(tmp_path: Path, clock: StagedClock) -> None:
    """What the wrong clock recorded ahead is not taken for the end of the record."""
    ahead = 13 * HOUR_MS
    acts = [(3000, lambda staged: staged.clock.step(ahead)), (8000, lambda staged: staged.clock.step(-ahead))]
    first = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, acts))
    first.run(12)
    first.stop()
    clock.pass_time(2 * HOUR_MS)
    restarted_ms = clock.now.wall_ms
    second = StagedAgent(tmp_path / "record.db", StagedDesktop(clock))
    second.run(5)

    spans, _gaps = second.stored()
    assert [span.observed_ms for span in spans if span.start_ms == restarted_ms] == [5000]


def test_the_time_between_two_agents_is_stopped_or_crashed(tmp_path: Path, clock: StagedClock) -> None:
    """An orderly stop and a crash are told apart."""
    file = tmp_path / "record.db"
    first = StagedAgent(file, StagedDesktop(clock))
    first.run(2)
    first.stop()
    clock.pass_time(10_000)
    second = StagedAgent(file, StagedDesktop(clock))
    second.run(2)
    second.engine.dispose()
    clock.pass_time(10_000)
    third = StagedAgent(file, StagedDesktop(clock))
    third.run(2)

    _spans, gaps = outline(third)
    assert gaps == [(2000, 12_000, "stopped"), (14_000, 24_000, "crashed")]


def test_nothing_is_lost_while_the_disk_refuses(tmp_path: Path, clock: StagedClock) -> None:
    """What cannot be written waits in memory, the person is warned, and it is written when the disk obliges."""
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, [(20_000, shows("mail"))]))
    write, refusals = agent.record.write, 2

    def refuse_at_first(batch: Batch) -> None:
        nonlocal refusals
        if refusals:
            refusals -= 1
            raise MachineError("the disk is full", "make room")
        write(batch)

    agent.recorder._write = refuse_at_first
    warnings = []
    original_save = agent.recorder.save

    def save() -> None:
        original_save()
        warnings.append(agent.recorder.warning)

    agent.recorder.save = save  # type: ignore[method-assign]  # to watch, not to replace
    agent.run(50)

    spans, _gaps = outline(agent)
    assert spans == [(0, 20_000, "libreoffice-calc", "active"), (20_000, 50_000, "mail", "active")]
    assert warnings[:3] == [None, *["the disk is full — make room"] * 2]
    assert warnings[-1] is None


def test_a_failure_of_asked_work_reaches_who_asked(tmp_path: Path, clock: StagedClock) -> None:
    """Work handed to the loop fails in the thread that asked, and the loop goes on."""
    desktop = StagedDesktop(clock)
    agent = StagedAgent(tmp_path / "record.db", desktop)
    failure: list[BaseException] = []

    def ask(loop: Loop) -> None:
        def refuse() -> None:
            raise MachineError("no", "why")

        try:
            loop.call(refuse)
        except MachineError as error:
            failure.append(error)

    asking = threading.Thread(target=ask, args=(agent.loop,))
    desktop.acts = [(1000, lambda _staged: asking.start()), (1000, lambda _staged: asking.join(0.2))]
    agent.run(4)
    asking.join(5)

    assert [str(error) for error in failure] == ["no — why"]
    assert outline(agent)[0] == [(0, 4000, "libreoffice-calc", "active")]


def test_gap_reasons_follow_each_other(tmp_path: Path, clock: StagedClock) -> None:
    """A desktop lost during a pause is two gaps, the first keeping its reason."""
    agent: StagedAgent

    def lose(desktop: StagedDesktop) -> None:
        desktop.lost = "gone"

    def pause(_desktop: StagedDesktop) -> None:
        agent.loop.change_mode(Mode("paused", NINE + 5000))

    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, [(2000, pause), (3000, lose)]))
    agent.run(8)

    assert outline(agent)[1] == [(2000, 5000, GapReason.PAUSED.value), (5000, 8000, GapReason.BLOCKED.value)]
