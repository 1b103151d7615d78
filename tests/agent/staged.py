"""A clock and a desktop that follow a script, for tests of the loop; the record behind them is a real one."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from agent.heartbeat import Folding
from agent.loop import Keeping, Loop
from agent.mode import RECORDING, Mode
from agent.platforms.protocols import DesktopLost
from agent.recorder import Recorder
from agent.sampler import Sampler
from classifiers.judging import RuleJudge
from classifiers.redacting import RuleRedactor
from classifiers.ruleset import Ruleset
from core.capability import Capability, Sense
from core.clock import Reading
from core.period import DayStarts
from core.privacy import TitleLevel
from core.record_clock import RecordClock
from core.sample import Sight
from core.span import Gap, GapReason, Span
from core.working_hours import ALWAYS, WorkingHours
from storage.engine import open_for_reading, open_for_writing
from storage.reading import reading
from storage.record import Record
from tests.factories import NINE, a_sight


class StagedClock:
    """A clock whose hands the test moves."""

    def __init__(self, wall_ms: int = NINE, off_min: int = 60) -> None:
        self.now = Reading(awake_ms=1000, boot_ms=1000, wall_ms=wall_ms, off_min=off_min)

    def read(self) -> Reading:
        return self.now

    def pass_time(self, ms: int) -> None:
        self.now = replace(
            self.now, awake_ms=self.now.awake_ms + ms, boot_ms=self.now.boot_ms + ms, wall_ms=self.now.wall_ms + ms
        )

    def sleep(self, ms: int) -> None:
        """The machine is suspended for so long."""
        self.now = replace(self.now, boot_ms=self.now.boot_ms + ms, wall_ms=self.now.wall_ms + ms)

    def step(self, ms: int) -> None:
        """Somebody sets the wall clock."""
        self.now = replace(self.now, wall_ms=self.now.wall_ms + ms)


@dataclass
class StagedDesktop:
    """Shows `sight` until an act of the script, which runs when its time has come, changes it."""

    clock: StagedClock
    acts: list[tuple[int, Callable[["StagedDesktop"], None]]] = field(default_factory=list)
    """(ms of awake time since the start, what happens then), in order."""
    sight: Sight = field(default_factory=a_sight)
    lost: str | None = None
    name: str = "staged"

    def __post_init__(self) -> None:
        self._started_ms = self.clock.now.awake_ms
        self._woken = False
        self.looked = self.rested = 0

    def capabilities(self) -> tuple[Capability, ...]:
        works = {Sense.WINDOW, Sense.IDLE} if self.lost is None else set()
        return tuple(Capability(sense=sense, works=sense in works, how="the script") for sense in Sense)

    def look(self) -> Sight:
        if self.lost is not None:
            raise DesktopLost(self.lost)
        self.looked += 1
        return self.sight

    def wait(self, seconds: float) -> None:
        if self._woken:
            self._woken = False
            return
        passed = self.clock.now.awake_ms - self._started_ms
        until = passed + round(seconds * 1000)
        if self.acts and self.acts[0][0] <= until:
            at, act = self.acts.pop(0)
            self.clock.pass_time(max(0, at - passed))
            act(self)
            return
        self.clock.pass_time(until - passed)

    def wake(self) -> None:
        self._woken = True

    def rest(self) -> None:
        self.rested += 1

    def close(self) -> None:
        """Nothing to give back."""


class StagedAgent:
    """A loop over a staged desktop that writes to a real record."""

    def __init__(
        self, file: Path, desktop: StagedDesktop, *, mode: Mode = RECORDING, hours: WorkingHours = ALWAYS
    ) -> None:
        judge = RuleJudge(Ruleset())
        self._file = file
        self.engine = open_for_writing(file)
        self.record = Record(self.engine, judge)
        resumed = self.record.begin(desktop.clock.now.wall_ms)
        self.recorder = Recorder(self.record.write, Folding(idle_threshold_ms=60_000, day_starts=DayStarts()))
        self.recorder.avoid(resumed.taken)
        self.modes: list[Mode] = []
        self.steps = 0
        self.loop = Loop(
            desktop=desktop,
            sampler=Sampler(desktop, RuleRedactor((), TitleLevel.FULL, b""), hours),
            clock=desktop.clock,
            record_clock=RecordClock(resumed.until_ms),
            recorder=self.recorder,
            keeping=Keeping(
                go_back=self.record.go_back,
                keep_mode=self.modes.append,
                clock_stepped=self._note_step,
                last_stop=GapReason.STOPPED if resumed.was_clean else GapReason.CRASHED,
            ),
            mode=mode,
        )

    def run(self, seconds: float) -> None:
        self.loop.run(seconds)

    def stop(self) -> None:
        self.record.end()

    def stored(self) -> tuple[tuple[Span, ...], tuple[Gap, ...]]:
        """Every span and gap on disk."""
        engine = open_for_reading(self._file)
        try:
            with reading(engine) as reader:
                return reader.spans_of_local(0, 1 << 50), reader.gaps_between(0, 1 << 50)
        finally:
            engine.dispose()

    def _note_step(self) -> None:
        self.steps += 1


def shows(app: str, title: str = "Budget 2026", idle_ms: int = 0) -> Callable[[StagedDesktop], None]:
    """An act: this window is in front from now on."""

    def act(desktop: StagedDesktop) -> None:
        desktop.lost = None
        desktop.sight = a_sight(app=app, title=title, idle_ms=idle_ms)

    return act
