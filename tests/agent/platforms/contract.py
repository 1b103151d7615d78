"""What the agent relies on from every back-end; never looks at how one does it."""

import signal
import threading
from types import FrameType

import pytest

from agent.platforms.protocols import Desktop, DesktopLost
from core.capability import Sense
from core.sample import Sight
from core.span import NO_INPUT

FOR_EVER_S = 600.0
"""Longer than a test may take: a wait that is not ended fails by its time limit."""


class DesktopContract:
    """Tests for one back-end, which a subclass gives as the fixture `subject`."""

    @pytest.fixture
    def subject(self) -> Desktop:
        raise NotImplementedError

    def test_it_has_a_name(self, subject: Desktop) -> None:
        """Status and doctor can say which back-end this is."""
        assert subject.name

    def test_every_sense_is_spoken_of_once(self, subject: Desktop) -> None:
        """A person learns of each question whether it can be answered, and how or why not."""
        told = subject.capabilities()

        assert sorted(Sense) == sorted(capability.sense for capability in told)
        assert all(capability.how for capability in told)

    def test_a_look_agrees_with_what_is_claimed(self, subject: Desktop) -> None:
        """What does not work is never answered, and a desktop that cannot be seen says so in words."""
        works = {capability.sense: capability.works for capability in subject.capabilities()}
        sight = _look(subject)
        if isinstance(sight, str):
            assert sight
            assert not works[Sense.WINDOW]
            return
        assert sight.window is None or works[Sense.WINDOW]
        assert works[Sense.IDLE] == (sight.idle_ms is not None)
        assert works[Sense.CALL] or not sight.microphone
        assert works[Sense.INPUT] or sight.input == NO_INPUT
        _assert_readable(sight)

    def test_it_rests_whenever_it_is_told(self, subject: Desktop) -> None:
        """Before the first look, after it and again; the next look goes on as if nothing had been."""
        subject.rest()
        before = _look(subject)
        subject.rest()
        subject.rest()

        assert isinstance(_look(subject), str) == isinstance(before, str)

    def test_a_wait_ends_by_itself(self, subject: Desktop) -> None:
        """Nothing happens, and the beat goes on."""
        subject.wait(0.0)
        subject.wait(0.01)

    def test_a_wake_before_a_wait_ends_it(self, subject: Desktop) -> None:
        """A wake is not lost when nobody waits yet."""
        subject.wake()
        subject.wait(FOR_EVER_S)

    def test_a_wake_from_another_thread_ends_a_wait(self, subject: Desktop) -> None:
        """The socket's thread can get the agent's attention."""
        rung = threading.Event()

        def ring() -> None:
            rung.set()
            subject.wake()

        waker = threading.Timer(0.05, ring)
        waker.start()
        while not rung.is_set():
            subject.wait(FOR_EVER_S)
        waker.join()

    def test_a_wake_from_a_signal_handler_ends_a_wait(self, subject: Desktop) -> None:
        """SIGTERM ends a wait that is under way in the same thread."""
        rung: list[int] = []

        def on_alarm(number: int, frame: FrameType | None) -> None:
            rung.append(number)
            subject.wake()

        before = signal.signal(signal.SIGALRM, on_alarm)
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        try:
            while not rung:
                subject.wait(FOR_EVER_S)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

        assert rung == [signal.SIGALRM]

    def test_a_storm_of_wakes_never_blocks(self, subject: Desktop) -> None:
        """Waking is safe however often it is done before anybody listens."""
        for _ in range(5000):
            subject.wake()
        subject.wait(FOR_EVER_S)


def _look(subject: Desktop) -> Sight | str:
    """What it sees, or why it sees nothing."""
    try:
        return subject.look()
    except DesktopLost as lost:
        return str(lost)


def _assert_readable(sight: Sight) -> None:
    if sight.window is not None:
        assert sight.window.app
        assert len(sight.window.title) <= 512
        assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in sight.window.title)
