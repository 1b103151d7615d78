"""Outside the working hours nobody looks, from one minute to the next."""

from pathlib import Path

from agent.mode import Mode
from core.span import Gap, GapReason
from core.working_hours import parse_working_hours
from tests.agent.staged import StagedAgent, StagedClock, StagedDesktop, shows
from tests.factories import NINE, a_span

MINUTE = 60_000
MONDAY_FROM_TEN = parse_working_hours(("Mon 10:00-11:00",))
MONDAY_UNTIL_TEN = parse_working_hours(("Mon 08:00-10:00",))


def test_recording_begins_with_the_working_hours(tmp_path: Path) -> None:
    """What is in front before is never looked at: the desktop of the test would tell."""
    desktop = StagedDesktop(StagedClock(NINE + 59 * MINUTE), [(30_000, shows("secret")), (59_000, shows("mail"))])
    agent = StagedAgent(tmp_path / "record.db", desktop, hours=MONDAY_FROM_TEN)

    agent.run(90)

    spans, gaps = agent.stored()
    assert gaps == (Gap(start_ms=NINE + 59 * MINUTE, end_ms=NINE + 60 * MINUTE, why=GapReason.OFF_HOURS),)
    assert spans == (a_span(NINE + 60 * MINUTE, seconds=30, app="mail"),)
    assert b"secret" not in (tmp_path / "record.db").read_bytes() + (tmp_path / "record.db-wal").read_bytes()


def test_recording_ends_with_the_working_hours(tmp_path: Path) -> None:
    """To the minute, although the last sample was taken up to a beat before."""
    desktop = StagedDesktop(StagedClock(NINE + 59 * MINUTE + 1000), [(61_000, shows("secret"))])
    agent = StagedAgent(tmp_path / "record.db", desktop, hours=MONDAY_UNTIL_TEN)

    agent.run(120)

    spans, gaps = agent.stored()
    assert spans == (a_span(NINE + 59 * MINUTE + 1000, seconds=59),)
    assert gaps == (Gap(start_ms=NINE + 60 * MINUTE, end_ms=NINE + 61 * MINUTE + 1000, why=GapReason.OFF_HOURS),)
    assert b"secret" not in (tmp_path / "record.db-wal").read_bytes()


def test_an_idle_stretch_goes_on_to_the_end_of_the_hours(tmp_path: Path) -> None:
    """Time without input before the end is dated back as ever."""
    desktop = StagedDesktop(StagedClock(NINE + 59 * MINUTE))
    desktop.sight = type(desktop.sight)(window=desktop.sight.window, idle_ms=3_600_000)
    agent = StagedAgent(tmp_path / "record.db", desktop, hours=MONDAY_UNTIL_TEN)

    agent.run(70)

    spans, _gaps = agent.stored()
    assert [(span.state.value, span.end_ms) for span in spans] == [("idle", NINE + 60 * MINUTE)]


def test_a_pause_that_outlasts_the_hours_is_two_gaps(tmp_path: Path) -> None:
    """Each stretch has the reason that held then."""
    desktop = StagedDesktop(StagedClock(NINE + 59 * MINUTE))
    agent = StagedAgent(
        tmp_path / "record.db", desktop, hours=MONDAY_UNTIL_TEN, mode=Mode("paused", NINE + 61 * MINUTE)
    )

    agent.run(180)

    _spans, gaps = agent.stored()
    assert gaps == (
        Gap(start_ms=NINE + 59 * MINUTE, end_ms=NINE + 60 * MINUTE, why=GapReason.PAUSED),
        Gap(start_ms=NINE + 60 * MINUTE, end_ms=NINE + 62 * MINUTE, why=GapReason.OFF_HOURS),
    )


def test_sleep_into_the_time_off_is_sleep_until_the_machine_wakes(tmp_path: Path) -> None:
    """Nobody knows what the screen showed meanwhile: the last span ends before the sleep, not with the hours."""
    desktop = StagedDesktop(
        StagedClock(NINE + 59 * MINUTE + 50_000), [(7000, lambda staged: staged.clock.sleep(5 * MINUTE))]
    )
    agent = StagedAgent(tmp_path / "record.db", desktop, hours=MONDAY_UNTIL_TEN)

    agent.run(7 + 300 + 10)

    spans, gaps = agent.stored()
    asleep_ms = NINE + 59 * MINUTE + 57_000
    assert [span.end_ms for span in spans] == [asleep_ms - 2000]
    assert [(gap.start_ms, gap.end_ms, gap.why) for gap in gaps] == [
        (asleep_ms - 2000, asleep_ms + 5 * MINUTE, GapReason.SUSPENDED),
        (asleep_ms + 5 * MINUTE, asleep_ms + 5 * MINUTE + 10_000, GapReason.OFF_HOURS),
    ]


def test_the_agent_says_when_the_hours_begin(tmp_path: Path) -> None:
    """And nothing of the kind within them."""
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(StagedClock()), hours=MONDAY_FROM_TEN)
    agent.run(5)
    assert agent.loop.off_until_ms == NINE + 60 * MINUTE

    at_work = StagedAgent(tmp_path / "other.db", StagedDesktop(StagedClock()), hours=MONDAY_UNTIL_TEN)
    at_work.run(5)
    assert at_work.loop.off_until_ms is None
