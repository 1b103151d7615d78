"""An agent whose session is lost or hidden, and another one that waits to record."""

from pathlib import Path

import pytest

from tests.agent.staged import StagedAgent, StagedClock, StagedDesktop
from tests.factories import NINE, a_sight


@pytest.fixture
def clock() -> StagedClock:
    return StagedClock()


@pytest.mark.parametrize(
    ("asked_at_ms", "until_ms"), [((20_000, 63_000), 70_000), ((20_000, 67_000), 67_000)], ids=["early", "in time"]
)
def test_a_lost_desktop_gives_way_after_a_minute(
    tmp_path: Path, clock: StagedClock, asked_at_ms: tuple[int, int], until_ms: int
) -> None:
    """Whoever asks before, or while something is seen, changes nothing; what was blocked is noted to the end."""
    agent: StagedAgent

    def lose(desktop: StagedDesktop) -> None:
        desktop.lost = "gone"

    def give_way(_desktop: StagedDesktop) -> None:
        agent.loop.give_way(to_one_in_front=False)

    acts = [(1000, give_way), (5000, lose), *((at_ms, give_way) for at_ms in asked_at_ms)]
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, acts))
    agent.run(70)

    assert [(gap.start_ms - NINE, gap.end_ms - NINE, gap.why) for gap in agent.stored()[1]] == [
        (3500, until_ms, "blocked")
    ]


@pytest.mark.parametrize(
    ("asked_at_ms", "to_one_in_front", "until_ms"),
    [(63_000, True, 70_000), (67_000, True, 67_000), (67_000, False, 70_000)],
    ids=["early", "in time", "to one that nobody sees"],
)
def test_a_hidden_session_gives_way_to_one_in_front(
    tmp_path: Path, clock: StagedClock, asked_at_ms: int, to_one_in_front: bool, until_ms: int
) -> None:
    """After a minute; what it saw before is recorded, and it may have its turn again."""
    agent: StagedAgent

    def hide(desktop: StagedDesktop) -> None:
        desktop.sight = a_sight(locked=True)

    def show(desktop: StagedDesktop) -> None:
        desktop.sight = a_sight()

    def give_way(_desktop: StagedDesktop) -> None:
        agent.loop.give_way(to_one_in_front=to_one_in_front)

    acts = [(1000, hide), (3000, show), (5000, hide), (asked_at_ms, give_way)]
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, acts))
    agent.run(70)

    assert agent.loop.gave_way == (until_ms < 70_000)
    last = agent.stored()[0][-1]
    assert (last.start_ms - NINE, last.end_ms - NINE, last.state) == (5000, until_ms, "locked")
