"""What is KWin's own: our script in it, who may speak for it, and the wrapper that starts it again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from jeepney import DBusAddress, new_method_call
from Xlib.display import Display

from agent.platforms.kwin import KWinView
from agent.platforms.message_bus import MessageBus
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland import WaylandDesktop
from core.clock import steady_s
from stage.actor_client import PROJECT, ActorClient
from stage.bus_line import BusLine
from stage.compositor import KWIN, KWIN_BY_WRAPPER, Compositor
from tests.agent.platforms.contract import FOR_EVER_S
from tests.agent.platforms.test_choose_desktop import choose
from tests.agent.platforms.wayland_cast import WaylandCast
from tests.desktop import QT_ON_WAYLAND, await_sight, entered, open_files, shows

pytestmark = pytest.mark.desktops
SCRIPTING = "org.kde.KWin", "/Scripting", "org.kde.kwin.Scripting"
WATCH_FOR_EVER = """
import signal
from agent.platforms.kwin import KWinView

view = KWinView()
print(view._script._name, flush=True)
signal.pause()
"""


@pytest.fixture
def bus(kwin: Compositor) -> Iterator[BusLine]:
    """The session bus of KWin."""
    with BusLine(kwin.environment()["DBUS_SESSION_BUS_ADDRESS"]) as line:
        yield line


@pytest.fixture
def desktop(kwin: Compositor) -> Iterator[WaylandDesktop]:
    with closing(WaylandDesktop(KWinView)) as native:
        yield native


@pytest.fixture
def cast(kwin: Compositor) -> Iterator[WaylandCast]:
    with ActorClient(kwin.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        yield WaylandCast(kwin, actor)


def view_of(desktop: WaylandDesktop) -> KWinView:
    assert isinstance(desktop._view, KWinView)
    return desktop._view


def is_loaded(bus: BusLine, name: str) -> bool:
    (answer,) = bus.ask(*SCRIPTING, "isScriptLoaded", "s", name)
    return bool(answer)


def test_the_script_goes_when_the_agent_goes(kwin: Compositor, bus: BusLine) -> None:
    """Neither KWin nor the folder of the session keeps anything of it."""
    before = set(kwin.folder.iterdir())
    files = open_files()
    view = KWinView()
    name = view._script._name
    while_open = is_loaded(bus, name)
    view.close()

    assert (while_open, is_loaded(bus, name)) == (True, False)
    assert set(kwin.folder.iterdir()) == before
    assert open_files() == files


def test_the_script_of_a_killed_agent_goes_when_the_next_one_starts(kwin: Compositor, bus: BusLine) -> None:
    """That of an agent which lives stays."""
    living = KWinView()
    killed = subprocess.Popen([sys.executable, "-c", WATCH_FOR_EVER], cwd=PROJECT, stdout=subprocess.PIPE, text=True)
    assert killed.stdout is not None
    name = killed.stdout.readline().strip()
    killed.kill()
    killed.communicate()
    left_behind = is_loaded(bus, name)
    following = KWinView()

    assert left_behind
    assert not is_loaded(bus, name)
    assert is_loaded(bus, living._script._name)
    assert sorted(path.stem for path in kwin.folder.glob("engineroom-*")) == sorted(
        view._script._name for view in (living, following)
    )
    living.close()
    following.close()


def test_nobody_else_on_the_bus_can_make_windows_up(bus: BusLine, desktop: WaylandDesktop) -> None:
    """Only KWin is believed; the others are answered all the same."""
    desktop.look()
    listener = view_of(desktop)._script._bus.unique_name
    forged = '{"title": "Very busy", "program": "claims", "pid": 1}'
    window = DBusAddress("/Engineroom", listener, "io.engineroom.Window")
    bus._connection.send(new_method_call(window, "Shown", "s", (forged,)))
    desktop.wait(0.2)

    assert desktop.look().window is None


def test_a_script_that_somebody_stops_is_missed_and_started_again(
    bus: BusLine, cast: WaylandCast, desktop: WaylandDesktop
) -> None:
    """The window that it told of last is not taken for what is in front for ever."""
    cast.open("claims", "Fall 1")
    await_sight(desktop, shows("claims", "Fall 1"))
    bus.ask(*SCRIPTING, "unloadScript", "s", view_of(desktop)._script._name)

    with pytest.raises(DesktopLost, match="our script in it was stopped"):
        desktop.look()
    await_sight(desktop, shows("claims", "Fall 1"))
    cast.retitle("claims", "Fall 2")
    await_sight(desktop, shows("claims", "Fall 2"))


def test_another_script_that_comes_and_goes_takes_nothing_away(cast: WaylandCast, desktop: WaylandDesktop) -> None:
    """People have scripts of their own, such as for tiling."""
    cast.open("claims", "Fall 1")
    for number in range(3):
        cast.hands.activate("claims")
        cast.retitle("claims", f"Fall {number}")
        await_sight(desktop, shows("claims", f"Fall {number}"))


def test_a_lost_line_to_the_bus_is_found_again(cast: WaylandCast, desktop: WaylandDesktop) -> None:
    """It ends a wait, is said in words, and costs no file."""
    cast.open("claims", "Fall 1")
    await_sight(desktop, shows("claims", "Fall 1"))
    files = open_files()
    view_of(desktop)._script._bus._connection.sock.shutdown(2)

    with pytest.raises(DesktopLost, match="session bus went away"):
        desktop.look()
    await_sight(desktop, shows("claims", "Fall 1"))
    assert open_files() == files
    view_of(desktop)._script._bus._connection.sock.shutdown(2)
    desktop.wait(FOR_EVER_S)
    await_sight(desktop, shows("claims", "Fall 1"))


def test_without_a_session_bus_it_says_so(kwin: Compositor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    files = open_files()

    with pytest.raises(DesktopLost, match="KWin cannot be reached: there is no D-Bus session bus"):
        KWinView()
    assert open_files() == files


def test_the_kwin_of_another_session_is_not_taken_for_this_one(
    kwin: Compositor, sway: Compositor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One person may be logged in twice, with one bus for both."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", kwin.environment()["DBUS_SESSION_BUS_ADDRESS"])

    with pytest.raises(DesktopLost, match="not the compositor of this Wayland display"):
        KWinView()


@pytest.mark.parametrize("title", ['"quoted" \\ {}', "Ärger – 試算表 🧾", "two\nlines\tand\x07more", "x" * 4000])
def test_every_title_comes_through(title: str, cast: WaylandCast, desktop: WaylandDesktop) -> None:
    """As on every other desktop: on one line, without control characters, not longer than anybody reads."""
    shown = "".join(char if char.isprintable() else " " for char in title)[:512]
    cast.open("claims", "Fall 1")
    cast.retitle("claims", title)

    await_sight(desktop, shows("claims", shown))


def test_a_program_without_a_name_is_called_after_its_file(cast: WaylandCast, desktop: WaylandDesktop) -> None:
    """By the process that KWin knows."""
    cast.open("", "Fall 1")

    sight = await_sight(desktop, lambda sight: sight.window is not None)
    assert sight.window is not None
    assert sight.window.app.startswith("python")


def test_a_program_that_calls_itself_something_else_is_seen_to(kwin: Compositor, desktop: WaylandDesktop) -> None:
    """As office programs do when a letter is opened; without another title, and without another window in front."""
    with ActorClient(kwin.environment()) as actor:
        xid = actor.open("a", app="StartCenter", title="Office").xid
        await_sight(desktop, shows("startcenter", "Office"))
        hand = Display(kwin.environment()["DISPLAY"])
        hand.create_resource_object("window", xid).set_wm_class("writer", "Writer")
        hand.sync()
        await_sight(desktop, shows("writer", "Office"))
        hand.close()


@pytest.fixture
def wrapped(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Compositor]:
    yield from entered(KWIN_BY_WRAPPER, request, monkeypatch)


def test_a_kwin_that_its_wrapper_starts_again_is_found_again(wrapped: Compositor) -> None:
    """As in every Plasma session: the wrapper keeps the socket, KWin is another process each time."""
    desktop = WaylandDesktop(KWinView)
    with closing(MessageBus("SESSION")) as bus:
        for number in range(2):
            with ActorClient(wrapped.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
                actor.open("a", app="claims", title=f"Fall {number}")
                await_sight(desktop, shows("claims", f"Fall {number}"))
            owner = bus.owner_of("org.kde.KWin")
            assert owner is not None
            crashed = bus.pid_of(owner)
            assert crashed is not None
            assert wrapped.pid != crashed
            os.kill(crashed, signal.SIGKILL)
            while not is_lost(desktop):
                desktop.wait(FOR_EVER_S)
            while is_lost(desktop):
                desktop.wait(0.1)
    desktop.close()


def is_lost(desktop: WaylandDesktop) -> bool:
    try:
        desktop.look()
    except DesktopLost:
        return True
    return False


@pytest.fixture
def lockable(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Compositor]:
    command = tuple(word for word in KWIN.command if word != "--no-lockscreen")
    yield from entered(replace(KWIN, command=command), request, monkeypatch)


def test_the_lock_of_plasma_is_seen_as_it_happens(lockable: Compositor) -> None:
    """The real one, which is part of KWin."""
    saver = "org.freedesktop.ScreenSaver"
    with closing(WaylandDesktop(KWinView)) as desktop:
        before = desktop.look().locked
        with BusLine(lockable.environment()["DBUS_SESSION_BUS_ADDRESS"]) as bus:
            bus.ask(saver, "/ScreenSaver", saver, "Lock")
        until = steady_s() + 30
        while not desktop.look().locked:
            assert steady_s() < until
            desktop.wait(FOR_EVER_S)

    assert not before


def test_it_is_chosen_on_kwin(kwin: Compositor) -> None:
    """Although XWayland offers a DISPLAY, and whatever the session calls itself."""
    environment = kwin.environment()
    assert environment["DISPLAY"]

    assert choose(environment)[:2] == ("kwin", True)
    assert choose({**environment, "XDG_CURRENT_DESKTOP": "KDE", "XDG_SESSION_TYPE": "tty"})[:2] == ("kwin", True)
