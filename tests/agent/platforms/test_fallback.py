"""The plain back-end on a real X server; it can be bound to one server in the life of a process."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from agent.platforms.fallback import PywinctlDesktop
from core.capability import Sense
from stage.actor_client import PROJECT, ActorClient
from stage.xserver import XServer
from tests.agent.platforms.buses import ScreenSaver
from tests.agent.platforms.contract import DesktopContract
from tests.desktop import await_sight, shows, shows_nothing

CHURNED_WINDOWS = 60
PROGRAM = os.path.realpath(sys.executable).rpartition("/")[2].lower()
"""What an actor's windows belong to: this back-end names programs by their process."""
OUTLIVE_THE_SERVER = """
from agent.platforms.fallback import PywinctlDesktop
from agent.platforms.protocols import DesktopLost

desktop = PywinctlDesktop()
desktop.look()
print("looked", flush=True)
input()
for _ in range(3):
    try:
        desktop.look()
    except DesktopLost as lost:
        print(lost)
"""


@pytest.fixture(scope="session")
def bound_screen() -> Iterator[XServer]:
    """The one server that pywinctl sees in this process."""
    with XServer() as screen:
        yield screen


@pytest.fixture
def plain(bound_screen: XServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PywinctlDesktop]:
    for name, value in bound_screen.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    desktop = PywinctlDesktop()
    yield desktop
    desktop.close()


@pytest.fixture
def cast(bound_screen: XServer) -> Iterator[ActorClient]:
    with ActorClient(bound_screen.environment()) as actor:
        yield actor


class TestPywinctlDesktop(DesktopContract):
    @pytest.fixture
    def subject(self, plain: PywinctlDesktop, cast: ActorClient) -> PywinctlDesktop:
        cast.open("a", app="Mousepad", title="notes")
        cast.await_front("a")
        return plain


def test_it_sees_the_window_in_front(plain: PywinctlDesktop, cast: ActorClient) -> None:
    """Title as shown, program by its process, nothing when the last window has died and openbox keeps it active."""
    for name in ("a", "b"):
        cast.open(name, app="Mousepad", title=f"{name} – Größe")
        cast.await_front(name)
        await_sight(plain, shows(PROGRAM, f"{name} – Größe"))
    for name in ("a", "b"):
        cast.close(name)

    await_sight(plain, shows_nothing)


def test_windows_that_die_under_it_are_no_windows(plain: PywinctlDesktop, cast: ActorClient) -> None:
    """No exception of the X server comes through."""

    def churn() -> None:
        for number in range(CHURNED_WINDOWS):
            cast.open(str(number), app="Churn", title=str(number))
            cast.close(str(number))

    churning = threading.Thread(target=churn)
    churning.start()
    while churning.is_alive():
        plain.look()
    churning.join()


def test_a_server_that_goes_away_is_lost_in_words() -> None:
    """Looking goes on to say so; it does not hang and does not end the process."""
    with XServer() as screen:
        watcher = subprocess.Popen(
            [sys.executable, "-c", OUTLIVE_THE_SERVER],
            cwd=PROJECT,
            env=screen.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert watcher.stdout is not None
        assert watcher.stdout.readline() == "looked\n"
        screen.kill()
        said, _errors = watcher.communicate("\n", timeout=60)

    assert watcher.returncode == 0
    assert said.count("pywinctl cannot see the desktop") == 3


def test_a_locked_session_is_noticed(plain: PywinctlDesktop, bus: str) -> None:
    """Somebody else's word on locks and calls is as good here as beside a native back-end."""
    saver = ScreenSaver(bus)
    asked = PywinctlDesktop()
    try:
        assert next(told.works for told in asked.capabilities() if told.sense == Sense.LOCK)
        assert not asked.look().locked
        saver.cover(is_covered=True)
        await_sight(asked, lambda sight: sight.locked)
    finally:
        asked.close()
        saver.go()
