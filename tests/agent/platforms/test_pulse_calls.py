"""Who holds a microphone, as a real PulseAudio tells."""

import select
from collections.abc import Iterator

import pytest

from agent.platforms.pulse_calls import PulseCalls
from agent.platforms.pulse_connection import SoundServer
from agent.platforms.pulse_wire import CONTROL, HEADER, packed
from core.capability import Sense
from stage.sound import Sound
from tests.agent.platforms.listening import ListeningContract, await_holders


class TestPulseAudio(ListeningContract):
    @pytest.fixture
    def sound(self) -> Iterator[Sound]:
        with Sound("pulseaudio") as sound:
            yield sound


CREATE_RECORD_STREAM, CORK_RECORD_STREAM = 5, 58
_HELD_BACK_STREAM = bytes.fromhex(
    "61 03 01 0000ac44  6d 01 00  4c ffffffff  74 6d6963726f70686f6e65 00"  # 44.1 kHz, one channel, `microphone`
    "4c ffffffff  31  4c ffffffff  30303030303030 3030"  # any length, corked, any fragment, and no other wish
)
_ITS_END = bytes.fromhex("4c ffffffff  30  3030")


def test_a_stream_that_is_held_back_holds_no_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program may keep one ready for the next call; it holds the microphone from when it lets it run."""
    with Sound("pulseaudio") as sound:
        monkeypatch.setenv("PULSE_SERVER", sound.address)
        calls, phone = PulseCalls(), SoundServer()
        stream = asked(phone, _HELD_BACK_STREAM + properties({"application.process.binary": "phone"}) + _ITS_END)
        assert sound.recorders() == 1
        assert calls.holders() == frozenset()
        told = asked(phone, b"L" + stream[0].to_bytes(4) + b"0", CORK_RECORD_STREAM)
        assert told == []
        assert await_holders(calls, bool) >= {"phone"}
        phone.close()
        calls.close()


def asked(server: SoundServer, arguments: bytes, command: int = CREATE_RECORD_STREAM) -> list[int]:
    """The numbers that a server answers to a command whose arguments are packed already."""
    tag = 77
    body = packed(command, tag)[HEADER.size :] + arguments
    server._socket.sendall(HEADER.pack(len(body), CONTROL, 0, 0, 0) + body)
    while True:
        select.select([server], [], [])
        for told in server._told():
            if told[:2] == [2, tag]:
                return [value for value in told[2:] if isinstance(value, int)]


def properties(of: dict[str, str]) -> bytes:
    return packed(0, 0, of)[HEADER.size + 10 :]


def test_without_a_sound_server_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do about it; nobody is in a call then."""
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/native")
    calls = PulseCalls()
    capability = calls.capability()

    assert (capability.sense, capability.works) == (Sense.CALL, False)
    assert "no sound server can be reached: No such file or directory" in capability.how
    assert "pipewire-pulse" in capability.remedy
    assert calls.holders() == frozenset()
    assert calls.filenos() == []
    assert not calls.changed()
    calls.close()
