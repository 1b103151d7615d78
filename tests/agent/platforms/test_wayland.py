"""Every Wayland back-end on its live headless compositor: sway's own line, what wlroots shares, and KWin."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.platforms import sway_ipc, wayland_connection
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland import WaylandDesktop
from core.capability import Sense
from core.clock import steady_s
from core.sample import Window
from stage.actor_client import ActorClient
from stage.compositor import Compositor
from tests.agent.platforms.buses import Logind, private_bus
from tests.agent.platforms.contract import FOR_EVER_S, DesktopContract
from tests.agent.platforms.wayland_cast import WaylandCast
from tests.desktop import QT_ON_WAYLAND, await_sight, open_files, shows, shows_nothing

pytestmark = pytest.mark.desktops


class TestWaylandDesktop(DesktopContract):
    @pytest.fixture
    def subject(self, cast: WaylandCast, native: WaylandDesktop) -> WaylandDesktop:
        cast.open("claims", "Fall 1")
        await_sight(native, shows("claims", "Fall 1"))
        return native


def test_every_change_of_focus_and_title_is_seen(cast: WaylandCast, native: WaylandDesktop) -> None:
    """Each ends a wait, and nothing else is made up in between."""
    seen: list[Window | None] = []

    def look_until(app: str, title: str) -> None:
        while not seen or seen[-1] != Window(app=app, title=title):
            native.wait(FOR_EVER_S)
            window = native.look().window
            seen.extend([window] if [window] != seen[-1:] else [])

    native.look()
    for app in ("claims", "mail"):
        cast.open(app, f"{app} opens")
        look_until(app, f"{app} opens")
    expected: list[Window | None] = [Window(app=app, title=f"{app} opens") for app in ("claims", "mail")]
    titles = {"claims": "claims opens", "mail": "mail opens"}
    for number in range(30):
        app = ("claims", "mail")[number % 2]
        cast.hands.activate(app)
        look_until(app, titles[app])
        expected.append(Window(app=app, title=titles[app]))
        titles[app] = f"Fall {number} – {app}"
        cast.retitle(app, titles[app])
        look_until(app, titles[app])
        expected.append(Window(app=app, title=titles[app]))

    assert expected == [window for window in seen if window is not None]


def test_a_title_behind_the_front_is_nobodys_business(cast: WaylandCast, native: WaylandDesktop) -> None:
    """It neither ends a wait nor shows."""
    for app in ("claims", "mail"):
        cast.open(app, "one")
        await_sight(native, shows(app, "one"))
    cast.retitle("claims", "two")
    native.wait(0.3)

    assert native._view is not None
    assert not native._view.changed()
    assert shows("mail", "one")(native.look())
    cast.hands.activate("claims")
    await_sight(native, shows("claims", "two"))


def test_what_nobody_looks_at_ends_one_wait_only(cast: WaylandCast, native: WaylandDesktop) -> None:
    """During a pause the agent waits and does not look: titles that change meanwhile must not keep it busy."""
    cast.open("claims", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    woken = threading.Event()

    def wake() -> None:
        woken.set()
        native.wake()

    cast.retitle("claims", "Fall 2")
    native.wait(FOR_EVER_S)
    waker = threading.Timer(0.3, wake)
    waker.start()
    cast.retitle("claims", "Fall 3")
    native.wait(FOR_EVER_S)
    was_woken = woken.is_set()
    waker.join()

    assert was_woken
    await_sight(native, shows("claims", "Fall 3"))
    cast.retitle("claims", "Fall 4")
    native.wait(FOR_EVER_S)
    await_sight(native, shows("claims", "Fall 4"))


def test_the_last_window_leaves_nothing_in_front(cast: WaylandCast, native: WaylandDesktop) -> None:
    """Nor does an empty workspace show the window of the one before."""
    cast.open("claims", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    cast.hands.clear()
    await_sight(native, shows_nothing)
    cast.hands.uncover()
    await_sight(native, shows("claims", "Fall 1"))

    cast.close("claims")
    await_sight(native, shows_nothing)


def test_two_windows_of_one_name_have_one_name(wayland: Compositor, cast: WaylandCast, native: WaylandDesktop) -> None:
    """Whatever the compositor adds to tell them apart is no part of their titles, on Wayland and on X11."""
    for number in range(2):
        cast.open(f"claims{number}", "Fall 1")
        await_sight(native, shows(f"claims{number}", "Fall 1"))
    with ActorClient(wayland.environment()) as actor:
        for number in range(2):
            actor.open(f"x{number}", app=f"Mail{number}", title="Inbox")
            await_sight(native, shows(f"mail{number}", "Inbox"))


def test_an_x11_program_has_the_name_that_it_has_on_x11(
    wayland: Compositor, cast: WaylandCast, native: WaylandDesktop
) -> None:
    """Windows of XWayland are seen beside those of Wayland, by their class."""
    with ActorClient(wayland.environment()) as actor:
        actor.open("a", app="Mousepad", title="notes")
        await_sight(native, shows("mousepad", "notes"))
        actor.retitle("a", "Ärger – notes")
        await_sight(native, shows("mousepad", "Ärger – notes"))
        cast.open("org.kde.kate", "letter")
        await_sight(native, shows("kate", "letter"))
        actor.close("a")
    assert shows("kate", "letter")(native.look())


def test_idle_is_counted_from_the_last_input(cast: WaylandCast, native: WaylandDesktop) -> None:
    """Never more than the time since the last key, and begun anew by the next."""
    cast.open("claims", "Fall 1")
    typing_s = steady_s()
    cast.hands.press_a_key()
    for _ in range(3):
        idle_ms = await_sight(native, lambda sight: (sight.idle_ms or 0) >= 1500).idle_ms
        assert idle_ms is not None
        assert idle_ms <= (steady_s() - typing_s) * 1000 + 1
        typing_s = steady_s()
        cast.hands.press_a_key()
        idle_ms = native.look().idle_ms
        assert idle_ms is not None
        assert idle_ms <= (steady_s() - typing_s) * 1000 + 1


@pytest.fixture
def logind(tmp_path: Path, wayland: Compositor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Logind]:
    """On a system bus of its own."""
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        service = Logind(address)
        yield service
        service.go()


@pytest.mark.parametrize(("what", "when_hidden"), [("LockedHint", True), ("Active", False)], ids=["lock", "switch"])
def test_a_lock_and_a_switch_of_users_are_seen_as_they_happen(
    what: str, *, when_hidden: bool, logind: Logind, cast: WaylandCast, native: WaylandDesktop
) -> None:
    """The window that stays in front behind them is not looked at by anybody."""
    cast.open("claims", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    lock = next(told for told in native.capabilities() if told.sense == Sense.LOCK)
    assert lock.works
    assert lock.how.startswith("told by logind of every change")

    for is_hidden in (True, False):
        logind.change(what, value=when_hidden == is_hidden)
        until = steady_s() + 30
        while native.look().locked != is_hidden:
            assert steady_s() < until
            native.wait(FOR_EVER_S)


def test_going_to_sleep_ends_a_wait(logind: Logind, cast: WaylandCast, native: WaylandDesktop) -> None:
    """So that the last sample is taken at that moment and not up to a beat before."""
    cast.open("claims", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    native.wait(0.3)
    native.look()

    logind.go_to_sleep()
    native.wait(FOR_EVER_S)


def test_a_compositor_that_goes_away_is_found_again(wayland: Compositor, native: WaylandDesktop) -> None:
    """The loss ends a wait, is said in words, costs no beat, and is over when a new one runs."""
    native.look()
    files = open_files()
    for number in range(2):
        wayland.kill()
        native.wait(FOR_EVER_S)
        for _ in range(3):
            with pytest.raises(DesktopLost, match="compositor cannot be reached"):
                native.look()
        seen = {told.sense for told in native.capabilities() if told.works}
        assert not seen & {Sense.WINDOW, Sense.IDLE}
        waker = threading.Timer(0.05, native.wake)
        waker.start()
        native.wait(FOR_EVER_S)
        waker.join()

        wayland.restart()
        with ActorClient(wayland.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
            actor.open("a", app="claims", title=f"Fall {number}")
            await_sight(native, shows("claims", f"Fall {number}"))
        assert next(told.works for told in native.capabilities() if told.sense == Sense.WINDOW)

    assert files == open_files()


def test_a_compositor_that_goes_away_during_a_look_is_lost(wayland: Compositor, native: WaylandDesktop) -> None:
    """Nobody waited: the look itself finds out."""
    native.look()
    wayland.kill()

    with pytest.raises(DesktopLost, match="went away"):
        native.look()
    with pytest.raises(DesktopLost, match="cannot be reached"):
        native.look()


def test_a_compositor_that_hangs_is_lost_until_it_answers(
    wayland: Compositor, cast: WaylandCast, native: WaylandDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A beat never hangs with it; late answers are no answers to later questions."""
    for module in (sway_ipc, wayland_connection):
        monkeypatch.setattr(module, "ANSWER_WITHIN_S", 0.2)
    cast.open("claims", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    os.kill(wayland.pid, signal.SIGSTOP)
    try:
        for _ in range(3):
            with pytest.raises(DesktopLost, match="does not answer"):
                native.look()
            native.wait(0.01)
    finally:
        os.kill(wayland.pid, signal.SIGCONT)

    native.wait(FOR_EVER_S)
    await_sight(native, shows("claims", "Fall 1"))
    cast.retitle("claims", "Fall 2")
    await_sight(native, shows("claims", "Fall 2"))
