"""The native back-end on real X servers with real window managers and windows."""

import threading
from collections.abc import Iterator

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.ext import screensaver

from agent.platforms.x11 import X11Desktop
from core.capability import Sense
from core.clock import now_ms, steady_s
from core.sample import Window
from stage.actor_client import ActorClient
from stage.xserver import XServer
from tests.agent.platforms.churn import leaves_nothing_behind
from tests.agent.platforms.contract import FOR_EVER_S, DesktopContract
from tests.desktop import await_sight, shows, shows_nothing

CHURN_S = 3.0
CHANGES = 2000


class TestX11Desktop(DesktopContract):
    """Under each window manager in turn."""

    @pytest.fixture
    def subject(self, cast: ActorClient, native: X11Desktop) -> X11Desktop:
        cast.open("a", app="Mousepad", title="notes")
        cast.activate("a")
        return native


@pytest.fixture(params=["openbox", "xfwm4"])
def managed(request: pytest.FixtureRequest) -> XServer:
    """A screen under each window manager in turn."""
    screen: XServer = request.getfixturevalue(request.param)
    return screen


@pytest.fixture
def cast(managed: XServer) -> Iterator[ActorClient]:
    with ActorClient(managed.environment()) as actor:
        yield actor


@pytest.fixture
def native(managed: XServer) -> Iterator[X11Desktop]:
    desktop = X11Desktop(managed.display)
    yield desktop
    desktop.close()


def told(actor: ActorClient) -> list[Window]:
    """What was in front, one after the other, as the windows themselves were told by the X server."""
    return [
        Window(app=truth.app.lower(), title=truth.title)
        for truth in actor.truths
        if truth.in_front and truth.saw in {"focus", "title"}
    ]


def test_it_sees_what_the_windows_themselves_saw(cast: ActorClient, native: X11Desktop) -> None:
    """Sixty changes of focus and title: none is missed, none is made up, and between two windows there is no third."""
    seen: list[Window | None] = []

    def look_until_told() -> None:
        while seen[-1:] != told(cast)[-1:]:
            native.wait(FOR_EVER_S)
            window = native.look().window
            if window is not None or seen:
                seen.extend([window] if [window] != seen[-1:] else [])

    for name in ("Mousepad", "Claims", "Mail"):
        cast.open(name, app=name, title=f"{name} opens")
        cast.activate(name)
        look_until_told()
    for number in range(30):
        name = ("Mousepad", "Claims", "Mail")[number % 3]
        cast.activate(name)
        look_until_told()
        cast.retitle(name, f"Fall {number} – {name}")
        look_until_told()

    assert len(seen) >= 60
    assert told(cast) == seen


def test_the_last_window_leaves_nothing_in_front(cast: ActorClient, native: X11Desktop) -> None:
    """Also under openbox, which goes on calling it the active one."""
    cast.open("a", app="Mousepad", title="notes")
    cast.activate("a")
    await_sight(native, shows("mousepad", "notes"))

    cast.close("a")
    native.wait(FOR_EVER_S)
    await_sight(native, shows_nothing)

    cast.open("b", app="Mousepad", title="next")
    cast.activate("b")
    await_sight(native, shows("mousepad", "next"))


def test_a_window_that_hides_itself_is_not_in_front(managed: XServer, cast: ActorClient, native: X11Desktop) -> None:
    """A program that closes into the tray keeps its window, which openbox goes on calling the active one."""
    xid = cast.open("a", app="Chat", title="talk").xid
    cast.activate("a")
    await_sight(native, shows("chat", "talk"))
    hand = Display(managed.display)
    window = hand.create_resource_object("window", xid)

    window.unmap()
    hand.sync()
    await_sight(native, shows_nothing)

    window.map()
    hand.sync()
    await_sight(native, shows("chat", "talk"))
    hand.close()


def test_windows_that_come_and_go_never_raise_and_never_outlive_themselves(
    cast: ActorClient, native: X11Desktop
) -> None:
    """Seconds of opening and closing while looking flat out: no exception, and no window seen after its end."""
    seen: list[tuple[int, str]] = []
    over = threading.Event()

    def churn() -> None:
        until = steady_s() + CHURN_S
        number = 0
        while steady_s() < until:
            cast.open(str(number), app="Churn", title=str(number))
            if number:
                cast.close(str(number - 1))
            number += 1
        over.set()

    churning = threading.Thread(target=churn)
    churning.start()
    while not over.is_set():
        began_ms = now_ms()
        window = native.look().window
        if window is not None:
            seen.append((began_ms, window.title))
    churning.join()

    ended_ms = {truth.title: truth.at_ms for truth in cast.truths if truth.saw == "closed"}
    assert len(ended_ms) > 50
    assert len({title for _at, title in seen}) > 20
    assert [(at, title) for at, title in seen if at > ended_ms.get(title, at)] == []


def test_a_long_day_leaves_nothing_behind(openbox: XServer, actor: ActorClient, desktop: X11Desktop) -> None:
    """Two thousand changes of focus and title take neither memory nor files."""
    for name in ("a", "b"):
        actor.open(name, app="Mousepad", title="start")
        actor.await_front(name)

    def change(number: int) -> None:
        name = "ab"[number % 2]
        if number % 4 < 2:
            actor.activate(name)
        actor.retitle(name, f"title {number}")
        desktop.wait(0.0)
        desktop.look()
        actor.truths[:-4] = []

    leaves_nothing_behind(change, CHANGES)


def test_idle_time_is_that_of_the_server(openbox: XServer, actor: ActorClient, desktop: X11Desktop) -> None:
    """Bracketed by what another client is told before and after, and begun anew by a key."""
    oracle = Display(openbox.display)

    def idle_ms() -> int:
        told_ms: int = screensaver.query_info(oracle.screen().root).idle
        return told_ms

    actor.open("a", app="Mousepad", title="notes")
    actor.await_front("a")
    before_ms, sight, after_ms = idle_ms(), desktop.look(), idle_ms()
    assert sight.idle_ms is not None
    assert before_ms <= sight.idle_ms <= after_ms

    while idle_ms() < 300:
        desktop.wait(0.1)
    pressed_s = steady_s()
    actor.press("a")
    actor.await_key()
    idle = desktop.look().idle_ms
    assert idle is not None
    assert idle <= (steady_s() - pressed_s) * 1000 + 1
    oracle.close()


def test_a_server_without_the_extension_does_not_tell_idle() -> None:
    """As XWayland: the sense is missing, said in words, and the windows are seen all the same."""
    with XServer(without=["MIT-SCREEN-SAVER"]) as screen, ActorClient(screen.environment()) as actor:
        desktop = X11Desktop(screen.display)
        actor.open("a", app="Mousepad", title="notes")

        assert await_sight(desktop, shows("mousepad", "notes")).idle_ms is None
        told = next(told for told in desktop.capabilities() if told.sense == Sense.IDLE)
        assert not told.works
        assert "XScreenSaver" in told.how
        desktop.close()


def test_without_a_window_manager_it_says_so_and_goes_on_when_one_comes(bare: XServer) -> None:
    """No window is made up; a manager that starts, dies and is replaced is noticed each time."""
    desktop = X11Desktop(bare.display)

    def window_works() -> bool:
        return next(told.works for told in desktop.capabilities() if told.sense == Sense.WINDOW)

    def await_works(expected: bool) -> None:
        while window_works() != expected:
            desktop.wait(FOR_EVER_S)

    assert not window_works()
    assert desktop.look().window is None
    with ActorClient(bare.environment()) as actor:
        actor.open("a", app="Mousepad", title="notes")
        for _ in range(2):
            manager = bare.run("openbox", "--sm-disable")
            await_works(expected=True)
            actor.activate("a")
            await_sight(desktop, shows("mousepad", "notes"))
            bare.end(manager)
            await_works(expected=False)
            assert desktop.look().window is None
    desktop.close()


def test_what_nobody_looks_at_ends_one_wait_only(actor: ActorClient, desktop: X11Desktop) -> None:
    """During a pause the agent waits and does not look: titles that change meanwhile must not keep it busy."""
    actor.open("a", app="Mousepad", title="notes")
    actor.await_front("a")
    await_sight(desktop, shows("mousepad", "notes"))
    actor.retitle("a", "more notes")

    desktop.wait(FOR_EVER_S)
    asleep_since = steady_s()
    desktop.wait(0.2)
    slept = steady_s() - asleep_since
    actor.retitle("a", "other notes")

    assert slept >= 0.2
    await_sight(desktop, shows("mousepad", "other notes"))


@pytest.fixture
def hand(openbox: XServer) -> Iterator[Display]:
    """Somebody who can have the screen saver begin and end."""
    display = Display(openbox.display)
    yield display
    display.close()


@pytest.mark.parametrize(
    ("blanking", "has_locker", "kind"),
    [
        (X.PreferBlanking, False, screensaver.KindBlanked),
        (X.DontPreferBlanking, False, screensaver.KindInternal),
        (X.PreferBlanking, True, screensaver.KindExternal),
    ],
)
def test_a_covered_screen_is_locked_where_a_locker_covers_it(
    blanking: int, kind: int, hand: Display, desktop: X11Desktop, *, has_locker: bool
) -> None:
    """As xss-lock does it; one that the server itself blanks keeps nobody out, who may listen to a call before it."""
    root = hand.screen().root
    if has_locker:
        root.screensaver_set_attributes(0, 0, 1, 1, 0)
    hand.set_screen_saver(600, 600, blanking, X.AllowExposures)
    hand.force_screen_saver(X.ScreenSaverActive)
    told = root.screensaver_query_info()

    assert (told.state, told.kind) == (screensaver.StateOn, kind)
    assert desktop.look().locked is has_locker
    hand.force_screen_saver(X.ScreenSaverReset)
    hand.sync()
    assert not desktop.look().locked
