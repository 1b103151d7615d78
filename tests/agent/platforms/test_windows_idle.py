"""Idle time out of a counter of Windows that begins anew every 49.7 days."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.platforms.protocols import DesktopLost
from agent.platforms.windows_idle import AHEAD_MS, TICKS, IdleTicks, LastInput
from core.clock import MS_PER_DAY

gaps = st.integers(0, 120 * MS_PER_DAY)


def told(happenings: Iterable[tuple[int, bool]]) -> Iterable[tuple[int, int]]:
    """(idle as told, idle as it was) after each of (ms that pass, whether input comes then)."""
    ticks, now_ms, input_ms = IdleTicks(), 0, 0
    for passed, is_input in happenings:
        now_ms += passed
        input_ms = now_ms if is_input else input_ms
        yield ticks.idle_ms(input_ms % TICKS, now_ms), now_ms - input_ms


@given(st.integers(0, TICKS), st.lists(st.tuples(gaps, st.booleans())))
def test_idle_is_right_however_often_the_counter_begins_anew(start: int, happenings: list[tuple[int, bool]]) -> None:
    """With input at last, and with none for months."""
    for idle_ms, was_ms in told([(start, True), *happenings]):
        assert was_ms == idle_ms


@pytest.mark.parametrize(
    ("tick", "now_ms", "idle_ms"),
    [
        (1000, 4000, 3000),
        (TICKS - 1000, TICKS + 500, 1500),
        (5, 3 * TICKS + 25, 20),
        (0, 0, 0),
    ],
)
def test_idle_by_hand(tick: int, now_ms: int, idle_ms: int) -> None:
    """The counter wrapped between the input and now, once or often before, or not at all."""
    assert idle_ms == IdleTicks().idle_ms(tick, now_ms)


@given(st.integers(AHEAD_MS, 10 * TICKS), st.integers(0, AHEAD_MS), gaps)
def test_input_of_a_moment_to_come_is_input_of_now(now_ms: int, ahead_ms: int, passed_ms: int) -> None:
    """Programs date what they make up, and input comes between two questions: it is not 49 days old."""
    ticks = IdleTicks()
    tick = (now_ms + ahead_ms) % TICKS

    assert ticks.idle_ms(tick, now_ms) == 0
    assert ticks.idle_ms(tick, now_ms + passed_ms) == max(0, passed_ms - ahead_ms)


def test_it_is_not_asked_on_another_system() -> None:
    """The room can be imported anywhere, and says what it is for."""
    with pytest.raises(DesktopLost, match="GetLastInputInfo of user32 belongs to Windows"):
        LastInput()
