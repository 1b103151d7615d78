"""Whatever is done to the clocks of a machine, and however often its agent dies: what was recorded stays as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from agent.loop import BEAT_S
from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.span import Span
from tests.agent.staged import StagedAgent, StagedClock, StagedDesktop, shows
from tests.storage.invariants import violations

DAY = 24 * MS_PER_HOUR
BEAT_MS = round(BEAT_S * 1000)
Happening = tuple[str, int]
"""(what is done, by how many milliseconds); of `look` and `show` the number says which program."""


@dataclass
class History:
    """Agents that follow each other on one record and one machine, and what stood on disk meanwhile."""

    file: Path
    clock: StagedClock = field(default_factory=StagedClock)
    seen: list[tuple[Span, ...]] = field(default_factory=list)
    awake_ms: int = 0
    jumps: int = 0
    """After each of them, and at each start, up to a beat was not observed."""

    def live(self, happenings: list[tuple[int, Happening]], *, stops: bool) -> None:
        """One agent, from its start to its end; each happening comes so many milliseconds after the one before."""
        acts, at_ms = [], 0
        for after_ms, happening in happenings:
            at_ms += after_ms
            acts.append((at_ms, self._act(happening)))
        desktop = StagedDesktop(self.clock, acts)
        agent = StagedAgent(self.file, desktop)
        began_ms = self.clock.now.awake_ms
        self._agent = agent
        slept_ms = sum(by for _after, (what, by) in happenings if what == "sleep")
        agent.run((at_ms + slept_ms + 10_000) / 1000)
        self.awake_ms += self.clock.now.awake_ms - began_ms
        self.seen.append(agent.stored()[0])
        if stops:
            agent.stop()
        else:
            agent.engine.dispose()

    def _act(self, happening: Happening) -> Callable[[StagedDesktop], None]:
        what, by = happening

        def act(desktop: StagedDesktop) -> None:
            self.seen.append(self._agent.stored()[0])
            match what:
                case "step":
                    self.clock.step(by)
                case "sleep":
                    self.clock.sleep(by)
                case _:
                    shows(f"program {by}")(desktop)
            self.jumps += what in {"step", "sleep"}

        return act


def lives(*steps_ms: int) -> st.SearchStrategy[list[tuple[list[tuple[int, Happening]], bool, int]]]:
    """(what happens to each agent, whether it stops in order, how long nobody records then)."""
    happening = st.one_of(
        st.tuples(st.just("show"), st.integers(0, 3)),
        st.tuples(st.just("step"), st.sampled_from(steps_ms)),
        st.tuples(st.just("sleep"), st.sampled_from((500, 3000, 20 * MS_PER_MIN, 3 * MS_PER_HOUR))),
    )
    life = st.lists(st.tuples(st.integers(0, 90_000), happening), max_size=6)
    return st.lists(st.tuples(life, st.booleans(), st.integers(0, 2 * MS_PER_HOUR)), min_size=1, max_size=3)


def kept_histories(told: list[tuple[list[tuple[int, Happening]], bool, int]], folder: str) -> History:
    history = History(Path(folder) / "record.db")
    for happenings, stops, pause_ms in told:
        history.live(happenings, stops=stops)
        history.clock.pass_time(pause_ms)
    with closing(sqlite3.connect(history.file)) as raw:
        assert violations(raw) == []
    return history


@given(lives(-1500, -MS_PER_HOUR, -DAY, DAY - 45_000, DAY))
def test_no_span_is_ever_overwritten(told: list[tuple[list[tuple[int, Happening]], bool, int]]) -> None:
    """Set by hours and days, back into time that is recorded already, and past restarts: each span only ever grows."""
    with TemporaryDirectory() as folder:
        history = kept_histories(told, folder)
        last = {span.start_ms: span for span in history.seen[-1]}

    for earlier in history.seen:
        for span in earlier:
            assert last[span.start_ms].context == span.context
            assert last[span.start_ms].end_ms >= span.end_ms


@given(lives(-1500, 1500, -2 * MS_PER_HOUR, -MS_PER_HOUR, MS_PER_HOUR))
def test_what_was_lived_is_recorded(told: list[tuple[list[tuple[int, Happening]], bool, int]]) -> None:
    """All time that somebody was awake, but for the beat in which a clock jumped or the machine slept."""
    with TemporaryDirectory() as folder:
        history = kept_histories(told, folder)
        observed_ms = sum(span.observed_ms for span in history.seen[-1])

    assert history.awake_ms - (history.jumps * BEAT_MS) <= observed_ms <= history.awake_ms
