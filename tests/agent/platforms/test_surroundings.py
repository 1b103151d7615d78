"""What every back-end on Linux has beside the window."""

import socket
from pathlib import Path

import pytest

from agent.platforms.surroundings import Surroundings
from core.capability import Sense
from tests.factories import a_sight


def test_where_nobody_asks_for_calls_no_sound_server_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None is even connected to, and that is said as what the settings want."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/native")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "disabled:")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(f"{tmp_path}/native")
        door.listen()
        door.setblocking(False)
        surroundings = Surroundings(watch_calls=False)
        _lock, call = surroundings.capabilities()
        sight = surroundings.completed(a_sight())
        surroundings.rest()
        changed, filenos = surroundings.changed(), surroundings.filenos()
        surroundings.close()

        with pytest.raises(BlockingIOError):
            door.accept()
    assert (call.sense, call.works, call.unasked, call.remedy) == (Sense.CALL, False, True, "")
    assert "the setting `call_apps` names no program" in call.how
    assert sight.microphone == frozenset()
    assert (changed, filenos) == (False, [])
