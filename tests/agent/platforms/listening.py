"""What PulseAudio and PipeWire in its place are both asked in tests; never looks at how the answer is found."""

import select
import threading
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from agent.platforms import pulse_calls
from agent.platforms.pulse_calls import PulseCalls
from agent.platforms.pulse_connection import SoundServer
from agent.platforms.pulse_wire import Value
from agent.platforms.surroundings import Surroundings
from core.capability import Sense
from core.clock import steady_s
from stage.sound import LOUDSPEAKERS, Sound
from tests.agent.platforms.contract import FOR_EVER_S
from tests.factories import a_sight

HELD_WITHIN_S = 20.0


def await_holders(calls: PulseCalls, fulfilled: Callable[[frozenset[str]], bool]) -> frozenset[str]:
    """The first answer that is `fulfilled`, asked whenever the server tells of a change."""
    until = steady_s() + HELD_WITHIN_S
    while not fulfilled(holders := calls.holders()):
        assert steady_s() < until, f"still {holders}"
        select.select(calls.filenos(), [], [], 1.0)
    return holders


class ListeningContract:
    """Tests for one sound server, which a subclass gives as the fixture `sound`."""

    @pytest.fixture
    def sound(self) -> Sound:
        raise NotImplementedError

    @pytest.fixture
    def calls(self, sound: Sound, monkeypatch: pytest.MonkeyPatch) -> Iterator[PulseCalls]:
        monkeypatch.setenv("PULSE_SERVER", sound.address)
        monkeypatch.setattr(pulse_calls, "BACK_WITHIN_S", 0.0)
        monkeypatch.setattr(pulse_calls, "TRY_AGAIN_AFTER_S", 0.0)
        calls = PulseCalls()
        yield calls
        calls.close()

    def test_it_says_who_tells(self, calls: PulseCalls) -> None:
        """By its own name, and that nobody is asked again and again."""
        capability = calls.capability()

        assert (capability.sense, capability.works) == (Sense.CALL, True)
        assert "of every change" in capability.how

    def test_who_takes_sound_from_the_microphone_holds_it(self, sound: Sound, calls: PulseCalls) -> None:
        """By the name of its file and the one that it shows; until it lets go."""
        assert calls.holders() == frozenset()
        recorder = sound.record("Zoom.exe", name="ZOOM VoiceEngine")
        assert await_holders(calls, bool) == {"zoom", "zoom voiceengine"}
        sound.hush(recorder)
        assert await_holders(calls, lambda holders: not holders) == frozenset()

    def test_several_hold_it_at_once(self, sound: Sound, calls: PulseCalls) -> None:
        """One that lets go leaves the other."""
        first, _second = sound.record("teams-for-linux", name="Teams"), sound.record("audacity", name="Audacity")
        await_holders(calls, lambda holders: {"teams-for-linux", "audacity"} <= holders)
        sound.hush(first)
        assert await_holders(calls, lambda holders: "teams-for-linux" not in holders) == {"audacity"}

    def test_what_the_loudspeakers_play_is_no_microphone(self, sound: Sound, calls: PulseCalls) -> None:
        """A recording of the screen with its sound is not a call."""
        sound.record("firefox", name="Firefox", source=f"{LOUDSPEAKERS}.monitor")
        sound.record("zoom", name="Zoom")
        await_holders(calls, lambda _holders: sound.recorders() == 2)

        assert await_holders(calls, lambda holders: "zoom" in holders) == {"zoom"}

    def test_a_change_ends_a_wait(self, sound: Sound, calls: PulseCalls) -> None:
        """Nothing is asked while nothing changes."""
        calls.holders()
        assert not calls.changed()
        sound.record("zoom")
        assert select.select(calls.filenos(), [], [], FOR_EVER_S)[0]
        await_holders(calls, bool)

    def test_a_server_that_goes_away_is_found_again(self, sound: Sound, calls: PulseCalls) -> None:
        """Nobody holds a microphone of a server that is gone, and the next one is asked anew."""
        sound.record("zoom")
        await_holders(calls, bool)
        sound.kill()
        assert select.select(calls.filenos(), [], [], FOR_EVER_S)[0]
        assert calls.changed()
        assert not calls.changed()
        assert calls.holders() == frozenset()
        gone = calls.capability()
        assert not gone.works
        assert "no sound server can be reached" in gone.how

        sound.restart()
        assert calls.capability().works
        sound.record("zoom")
        assert await_holders(calls, bool)

    def test_a_call_outlives_a_server_that_is_started_again(
        self, sound: Sound, calls: PulseCalls, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Who held the microphone holds it until the server was looked for and not found."""
        monkeypatch.setattr(pulse_calls, "BACK_WITHIN_S", FOR_EVER_S)
        sound.record("zoom", name="Zoom")
        await_holders(calls, bool)
        sound.kill()
        assert select.select(calls.filenos(), [], [], FOR_EVER_S)[0]
        assert calls.changed()

        assert not calls.capability().works
        assert calls.holders() == {"zoom"}

    def test_nobody_is_asked_who_holds_it_during_a_rest(
        self, sound: Sound, calls: PulseCalls, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Neither when a recording begins nor when a person asks how things stand; who held it is forgotten."""
        sound.record("zoom", name="Zoom")
        await_holders(calls, bool)
        asked: list[int] = []
        genuine = SoundServer.ask

        def noted(server: SoundServer, command: int, *arguments: Value) -> list[Value] | None:
            asked.append(command)
            return genuine(server, command, *arguments)

        monkeypatch.setattr(SoundServer, "ask", noted)
        calls.rest()
        sound.record("audacity", name="Audacity")
        assert select.select(calls.filenos(), [], [], FOR_EVER_S)[0]
        assert calls.changed()
        assert calls.capability().works
        calls.rest()
        assert asked == []
        assert not calls._holders

        assert await_holders(calls, lambda holders: len(holders) > 1) == {"zoom", "audacity"}

    @pytest.mark.usefixtures("calls")
    def test_a_look_is_completed_by_it(self, sound: Sound) -> None:
        """Every back-end on Linux has it from its surroundings, and a call ends their waits."""
        with closing(Surroundings()) as surroundings:
            assert surroundings.completed(a_sight()).microphone == frozenset()
            begun = threading.Timer(0.05, lambda: sound.record("zoom"))
            begun.start()
            until = steady_s() + HELD_WITHIN_S
            while "zoom" not in surroundings.completed(a_sight()).microphone:
                assert steady_s() < until
                heard_meanwhile = surroundings.changed()
                assert heard_meanwhile or select.select(surroundings.filenos(), [], [], HELD_WITHIN_S)[0]
            begun.join()
