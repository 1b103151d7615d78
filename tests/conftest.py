"""What holds for every test: one time zone, one language, no real home, bus or sound; never a fixture of one room."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

TIME_ZONE = "Europe/Berlin"
"""Has summer time, so that a day taken for 24 hours or for a UTC day shows."""

settings.register_profile("ci", derandomize=True, max_examples=60, deadline=None, database=None)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session", autouse=True)
def _one_place() -> Iterator[None]:
    """The same local time and language on every machine, also for the programs that a test starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", TIME_ZONE)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.delenv("LANGUAGE", raising=False)  # Qt heeds it even so
        for bus in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
            patch.setenv(bus, "disabled:")  # the screen of whoever runs the tests may be locked
        patch.setenv("PULSE_SERVER", "unix:/nowhere/native")  # and whoever runs them may be in a call
        if "QT_QPA_PLATFORM" not in os.environ:
            patch.setenv("QT_QPA_PLATFORM", "offscreen")
        _follow_time_zone()
        yield
    _follow_time_zone()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands in for everything of the user; created by whoever writes there."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ENGINEROOM_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _servers_do_not_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-xlib keeps the event numbers of one X server's extensions for all, and another kind counts otherwise."""
    if (protocol := sys.modules.get("Xlib.protocol.display")) is not None:
        numbers = sys.modules["Xlib.protocol.event"].event_class
        monkeypatch.setattr(protocol.Display, "event_classes", numbers.copy())


def _follow_time_zone() -> None:
    """Windows keeps its zone elsewhere; the stage of Wine sees to it."""
    if sys.platform != "win32":
        time.tzset()
