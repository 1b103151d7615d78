"""Both Wayland back-ends on a live headless sway: over its own line, and by what all wlroots compositors share."""

import gc
import os
import signal
import threading
from collections.abc import Iterator

import psutil
import pytest

from agent.platforms import sway_ipc, wayland_connection
from agent.platforms.protocols import DesktopLost
from agent.platforms.sway import SwayView
from agent.platforms.wayland import WaylandDesktop
from agent.platforms.wlroots import WlrootsView
from core.capability import Sense
from core.clock import steady_s
from core.sample import Window
from stage.actor_client import ActorClient
from stage.compositor import Compositor
from tests.agent.platforms.contract import FOR_EVER_S, DesktopContract
from tests.agent.platforms.wayland_cast import WaylandCast
from tests.desktop import await_sight, open_files, shows, shows_nothing

pytestmark = pytest.mark.desktops
CHURN_S = 20.0
AT_ONCE = 10
GONE_WITHIN_S = 2.0
"""A compositor learns of the end of a program a little after its parent."""
CHANGES = 2000
MIB = 1 << 20


@pytest.fixture
def cast(sway: Compositor) -> Iterator[WaylandCast]:
    cast = WaylandCast(sway)
    yield cast
    cast.leave()


@pytest.fixture(params=[SwayView, WlrootsView], ids=["ipc", "wlr"])
def native(request: pytest.FixtureRequest, sway: Compositor) -> Iterator[WaylandDesktop]:
    """Each back-end in turn."""
    desktop = WaylandDesktop(request.param)
    yield desktop
    desktop.close()


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
        cast.activate(app)
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
    cast.activate("claims")
    await_sight(native, shows("claims", "two"))


def test_the_last_window_leaves_nothing_in_front(cast: WaylandCast, native: WaylandDesktop) -> None:
    """Nor does an empty workspace show the window of the one before."""
    cast.open("claims", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    cast.command("workspace 2")
    await_sight(native, shows_nothing)
    cast.command("workspace 1")
    await_sight(native, shows("claims", "Fall 1"))

    cast.close("claims")
    await_sight(native, shows_nothing)


def test_an_x11_program_has_the_name_that_it_has_on_x11(
    sway: Compositor, cast: WaylandCast, native: WaylandDesktop
) -> None:
    """Windows of XWayland are seen beside those of Wayland, by their class."""
    with ActorClient(sway.environment()) as actor:
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
    typing_s = steady_s()
    cast.open("claims", "Fall 1")
    for _ in range(3):
        idle_ms = await_sight(native, lambda sight: (sight.idle_ms or 0) >= 1500).idle_ms
        assert idle_ms is not None
        assert idle_ms <= (steady_s() - typing_s) * 1000 + 1
        typing_s = steady_s()
        cast.type_a_key()
        idle_ms = native.look().idle_ms
        assert idle_ms is not None
        assert idle_ms <= (steady_s() - typing_s) * 1000 + 1


def test_a_compositor_that_goes_away_is_found_again(sway: Compositor, native: WaylandDesktop) -> None:
    """The loss ends a wait, is said in words, costs no beat, and is over when a new sway runs, with another socket."""
    native.look()
    files = open_files()
    for number in range(2):
        sway.kill()
        native.wait(FOR_EVER_S)
        for _ in range(3):
            with pytest.raises(DesktopLost, match="compositor cannot be reached"):
                native.look()
        assert not any(told.works for told in native.capabilities())
        waker = threading.Timer(0.05, native.wake)
        waker.start()
        native.wait(FOR_EVER_S)
        waker.join()

        sway.restart()
        cast = WaylandCast(sway)
        cast.open("claims", f"Fall {number}")
        await_sight(native, shows("claims", f"Fall {number}"))
        cast.leave()
        assert next(told.works for told in native.capabilities() if told.sense == Sense.WINDOW)

    assert files == open_files()


def test_a_compositor_that_goes_away_during_a_look_is_lost(sway: Compositor, native: WaylandDesktop) -> None:
    """Nobody waited: the look itself finds out."""
    native.look()
    sway.kill()

    with pytest.raises(DesktopLost, match="went away"):
        native.look()
    with pytest.raises(DesktopLost, match="cannot be reached"):
        native.look()


def test_a_compositor_that_hangs_is_lost_until_it_answers(
    sway: Compositor, cast: WaylandCast, native: WaylandDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A beat never hangs with it; late answers are no answers to later questions."""
    for module in (sway_ipc, wayland_connection):
        monkeypatch.setattr(module, "ANSWER_WITHIN_S", 0.2)
    cast.open("claims", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    os.kill(sway.pid, signal.SIGSTOP)
    try:
        for _ in range(3):
            with pytest.raises(DesktopLost, match="does not answer"):
                native.look()
            native.wait(0.01)
    finally:
        os.kill(sway.pid, signal.SIGCONT)

    native.wait(FOR_EVER_S)
    await_sight(native, shows("claims", "Fall 1"))
    cast.retitle("claims", "Fall 2")
    await_sight(native, shows("claims", "Fall 2"))


def test_windows_that_come_and_go_never_raise_and_never_outlive_themselves(
    cast: WaylandCast, native: WaylandDesktop
) -> None:
    """Twenty seconds of opening and closing while looking flat out."""
    over = threading.Event()
    seen: list[tuple[float, str]] = []
    ended_s: dict[str, float] = {}

    def churn() -> None:
        until = steady_s() + CHURN_S
        number = 0
        while steady_s() < until:
            cast.open(f"churn{number}", str(number))
            old = number - AT_ONCE
            if old >= 0:
                cast.close(f"churn{old}")
                ended_s[str(old)] = steady_s()
            number += 1
        for left in range(max(0, number - AT_ONCE), number):
            cast.close(f"churn{left}")
        over.set()

    churning = threading.Thread(target=churn)
    churning.start()
    while not over.is_set():
        began_s = steady_s()
        window = native.look().window
        if window is not None:
            seen.append((began_s, window.title))
    churning.join()

    assert len(ended_s) > 50
    assert len({title for _at, title in seen}) > 20
    late = [(at - ended_s[title], title) for at, title in seen if at > ended_s.get(title, at) + GONE_WITHIN_S]
    assert late == []
    await_sight(native, shows_nothing)


def test_a_long_day_leaves_nothing_behind(cast: WaylandCast, native: WaylandDesktop) -> None:
    """Two thousand titles take neither memory nor files."""
    cast.open("claims", "start")
    await_sight(native, shows("claims", "start"))

    def change(number: int) -> None:
        cast.retitle("claims", f"title {number}")
        await_sight(native, shows("claims", f"title {number}"))

    def footprint() -> tuple[int, int]:
        gc.collect()
        return open_files(), psutil.Process().memory_info().rss

    for number in range(CHANGES // 4):
        change(number)
    files, memory = footprint()
    for number in range(CHANGES):
        change(number)
    files_after, memory_after = footprint()

    assert files == files_after
    assert memory_after - memory < MIB
