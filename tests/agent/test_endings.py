"""How a process hears that it is to end."""

import os
import signal
from collections.abc import Iterator

import pytest

from agent.endings import Endings


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """As they were, for the tests behind this one."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, heed in before.items():
        signal.signal(number, heed)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_calls_what_stops_the_work(number: signal.Signals) -> None:
    """Once for each time it comes."""
    stopped: list[str] = []
    with Endings() as endings:
        endings.stop_by(lambda: stopped.append("work"))
        assert not endings.wait(0)
        os.kill(os.getpid(), number)

        assert endings.wait(10)
    assert stopped == ["work"]


def test_what_begins_after_the_signal_is_stopped_at_once() -> None:
    """A signal that came while nobody worked yet is not forgotten."""
    stopped: list[str] = []
    with Endings() as endings:
        os.kill(os.getpid(), signal.SIGTERM)
        assert endings.wait(10)
        endings.stop_by(lambda: stopped.append("work"))

    assert stopped == ["work"]
