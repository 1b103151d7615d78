"""Pauses and when they end."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from agent.mode import PRIVATE, RECORDING, Mode, mode_from_text, pause_for
from core.period import EPOCH, DayStarts
from tests.factories import NINE

BERLIN = ZoneInfo("Europe/Berlin")


def offset_in_berlin(utc_ms: int) -> int:
    offset = datetime.fromtimestamp(utc_ms / 1000, tz=UTC).astimezone(BERLIN).utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // 60


@pytest.mark.parametrize(
    ("choice", "now_ms", "hour", "ends"),
    [
        ("15m", NINE, 0, "2026-03-02T09:15:00+01:00"),
        ("1h", NINE, 0, "2026-03-02T10:00:00+01:00"),
        ("tomorrow", NINE, 0, "2026-03-03T00:00:00+01:00"),
        ("tomorrow", NINE, 4, "2026-03-03T04:00:00+01:00"),
        # the night of 29 March 2026 has no hour from two to three
        ("tomorrow", 1_774_710_000_000, 3, "2026-03-29T03:00:00+02:00"),
    ],
)
def test_a_pause_ends_when_its_name_says(choice: str, now_ms: int, hour: int, ends: str) -> None:
    """`tomorrow` is the start of the next local day, on days of 23 hours too."""
    mode = pause_for(choice, now_ms, DayStarts(((EPOCH, hour),)), offset_in_berlin)

    assert mode == Mode("paused", int(datetime.fromisoformat(ends).timestamp() * 1000))


def test_a_mode_is_over_when_its_time_has_come() -> None:
    """Not a millisecond earlier."""
    pause = Mode("paused", 1000)

    assert [pause.at(999), pause.at(1000)] == [pause, RECORDING]


@pytest.mark.parametrize("mode", [RECORDING, PRIVATE, Mode("paused", 12), Mode("paused", None)])
def test_a_mode_survives_being_written_down(mode: Mode) -> None:
    """A pause outlives a restart of the agent."""
    assert mode_from_text(mode.as_text()) == mode


def test_a_record_without_a_mode_is_recorded() -> None:
    """The first start has nothing to read."""
    assert mode_from_text(None) == RECORDING
