"""The line to a sound server that is not there, hangs, refuses or talks nonsense; real ones are asked elsewhere."""

import socket
import threading
from pathlib import Path

import pytest

from agent.platforms import pulse_connection
from agent.platforms.pulse_connection import SoundServer, SoundServerLost
from agent.platforms.pulse_wire import packed, taken, values_of

REPLY, ERROR = 2, 0


class ScriptedServer:
    """Answers the first commands with `replies`, then stays silent."""

    def __init__(self, path: Path, *replies: bytes | int) -> None:
        """A number is the command of a whole answer; bytes are sent as they are."""
        self.asked: list[list[object]] = []
        self._replies = list(replies)
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        try:
            line, _address = self._listener.accept()
        except OSError:
            return
        with line:
            buffer = bytearray()
            while received := line.recv(4096):
                buffer += received
                for body in taken(buffer):
                    asked = values_of(body)
                    self.asked.append(list(asked))
                    if self._replies:
                        reply = self._replies.pop(0)
                        tag = asked[1]
                        assert isinstance(tag, int)
                        line.sendall(packed(reply, tag) if isinstance(reply, int) else reply)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse_connection, "ANSWER_WITHIN_S", 0.2)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/native")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PULSE_COOKIE", raising=False)
    return tmp_path / "native"


def lost(place: Path, *replies: bytes | int) -> str:
    """Why a server with this script is lost while we come in."""
    server = ScriptedServer(place, *replies)
    try:
        with pytest.raises(SoundServerLost) as told:
            SoundServer()
    finally:
        server.close()
    return str(told.value)


def test_a_server_that_lets_us_in_is_asked_for_recordings_only(place: Path) -> None:
    """We say who we are and ask to hear of recording streams; nothing is played, opened or changed."""
    server = ScriptedServer(place, REPLY, REPLY, REPLY)
    connection = SoundServer()
    connection.close()
    server.close()

    auth, name, subscription = server.asked
    assert auth == [8, 0, 19, bytes(256)]
    assert name == [9, 1, {"application.name": "Engineroom"}]
    assert subscription == [35, 2, 8]


def test_a_cookie_lets_in_whoever_is_another_user(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked for where the server's own programs look."""
    cookie = bytes(range(256))
    (tmp_path / "cookie").write_bytes(cookie)
    monkeypatch.setenv("PULSE_COOKIE", str(tmp_path / "cookie"))
    server = ScriptedServer(place, REPLY, REPLY, REPLY)
    SoundServer().close()
    server.close()

    assert server.asked[0][3] == cookie


def test_a_server_that_hangs_refuses_or_talks_nonsense_is_lost(tmp_path: Path, place: Path) -> None:
    """In words, and within the time that a beat may wait."""
    assert lost(place) == "the sound server went away: it does not answer"
    place.unlink()
    assert lost(place, ERROR) == "the sound server went away: it does not let us in"
    place.unlink()
    assert lost(place, b"HTTP/1.1 400 Bad Request\r\n\r\n").startswith("the sound server went away: it sent a packet")
    place.unlink()
    assert lost(place, packed(REPLY, 0)[:-1] + b"?") == "the sound server went away: it does not answer"


@pytest.mark.parametrize("is_before", [True, False])
def test_events_beside_an_answer_are_kept_in_mind(place: Path, *, is_before: bool) -> None:
    """A stream that changes while another question is under way is not forgotten."""
    event, answer = packed(66, 0xFFFFFFFF, 2, 7), packed(REPLY, 2)
    server = ScriptedServer(place, REPLY, REPLY, event + answer if is_before else answer + event)
    connection = SoundServer()

    assert connection.heard()
    assert not connection.heard()
    connection.close()
    server.close()


def test_a_sound_server_on_another_machine_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what runs here is asked."""
    monkeypatch.setenv("PULSE_SERVER", "tcp:sound.example:4713")

    with pytest.raises(SoundServerLost, match="names one on another machine"):
        SoundServer()


def test_the_place_is_where_the_session_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the session, unless the environment says otherwise."""
    monkeypatch.delenv("PULSE_SERVER")
    monkeypatch.delenv("PULSE_RUNTIME_PATH", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "pulse").mkdir()
    server = ScriptedServer(tmp_path / "pulse" / "native", REPLY, REPLY, REPLY)

    SoundServer().close()
    server.close()
