"""The native back-end for Windows on live Wine, which lacks elevation, a lock screen and apps from the store."""

import threading

import pytest

from core.capability import Sense
from core.clock import steady_s
from core.sample import Window
from tests.agent.platforms.contract import FOR_EVER_S, DesktopContract
from tests.agent.platforms.windows_cast import HostedDesktop, WindowsCast
from tests.desktop import await_sight, shows, shows_nothing

pytestmark = pytest.mark.desktops
CALM_S = 0.5
CHOOSE = """
import sys
from agent.platforms import choose_desktop, fallback, windows
from agent.platforms.protocols import DesktopLost

def refuse(**_asked):
    raise DesktopLost("refused")

for room, name in (place.split(".") for place in sys.argv[1:]):
    setattr({"fallback": fallback, "windows": windows}[room], name, refuse)
desktop = choose_desktop()
print(desktop.name)
desktop.close()
"""
SLEEP = """
import time
from agent.platforms.windows_listener import SUSPEND, Listener
from core import told_sleep
from core.windows_clocks import awake_ns, boot_ns

RESUMED_BY_ITSELF = 18
told_sleep.LEAP_NS = 200_000_000
rings = []
listener = Listener(lambda: rings.append(1))
for told in (None, SUSPEND, RESUMED_BY_ITSELF):
    if told is not None:
        listener._sleep._called(None, told, None)
    awake, boot = awake_ns(), boot_ns()
    time.sleep(0.5)
    awake, boot = awake_ns() - awake, boot_ns() - boot
    print(len(rings), round((boot - awake) / 1e8))
listener.close()
"""
UNTOLD = """
from agent.platforms import windows_listener
from agent.platforms.windows_session import SessionState

real = windows_listener.native
refused = {"WTSRegisterSessionNotification": lambda *_: 0}
windows_listener.native = lambda library, name, *types: refused.get(name) or real(library, name, *types)
told = [None]
windows_listener.this_session = lambda: told[0]
listener = windows_listener.Listener(lambda: None)
for state in (None, SessionState(), SessionState(locked=True)):
    told[0] = state
    print(listener.capability().works, listener.hidden)
listener.close()
"""


@pytest.fixture
def native(windows_cast: WindowsCast) -> HostedDesktop:
    return windows_cast.host()


def await_calm(native: HostedDesktop) -> None:
    """Look until nothing more is told."""
    ended_at_once = True
    while ended_at_once:
        native.look()
        began_s = steady_s()
        native.wait(CALM_S)
        ended_at_once = steady_s() - began_s < CALM_S
    native.look()


class TestWindowsDesktop(DesktopContract):
    @pytest.fixture
    def subject(self, windows_cast: WindowsCast, native: HostedDesktop) -> HostedDesktop:
        windows_cast.program("claims").open("a", "Fall 1")
        await_sight(native, shows("claims", "Fall 1"))
        return native


class TestPywinctlOnWindows(DesktopContract):
    """The second choice; psutil, which names programs for it, fails under Wine."""

    @pytest.fixture
    def subject(self, windows_cast: WindowsCast) -> HostedDesktop:
        plain = windows_cast.host("pywinctl")
        windows_cast.program("claims").open("a", "Fall 1")
        await_sight(plain, lambda sight: sight.window is not None and sight.window.title == "Fall 1")
        return plain

    def test_it_asks_for_the_lock(self, subject: HostedDesktop) -> None:
        """For that, nothing has to be listened to."""
        assert next(told.works for told in subject.capabilities() if told.sense == Sense.LOCK)
        assert not subject.look().locked


@pytest.mark.parametrize(
    ("spoilt", "chosen"),
    [
        ([], "windows"),
        (["windows.WindowsDesktop"], "pywinctl"),
        (["windows.WindowsDesktop", "fallback.PywinctlDesktop"], "none"),
    ],
)
def test_the_best_back_end_that_starts_is_chosen(windows_cast: WindowsCast, spoilt: list[str], chosen: str) -> None:
    """The native one, or pywinctl, or the one that says why and looks again."""
    said = windows_cast.stage.ask_python("-c", CHOOSE, *spoilt)

    assert (said.returncode, said.stdout.split()) == (0, [chosen]), said.stderr


def test_sleep_rings_and_is_no_time_awake(windows_cast: WindowsCast) -> None:
    """So that the span under way ends there, also where Windows' clock goes on; Wine never sleeps: its call is played.

    Of three halves of a second, the one after it told of sleep is slept.
    """
    said = windows_cast.stage.ask_python("-c", SLEEP)

    assert (said.returncode, said.stdout.splitlines()) == (0, ["0 0", "1 5", "2 0"]), said.stderr


def test_a_lock_that_nobody_tells_of_is_asked_for(windows_cast: WindowsCast) -> None:
    """As where the service that tells of it is switched off; what that would say is played."""
    said = windows_cast.stage.ask_python("-c", UNTOLD)

    assert (said.returncode, said.stdout.splitlines()) == (0, ["False False", "True False", "True True"]), said.stderr


@pytest.mark.parametrize("kind", ["Progman", "WorkerW"])
def test_the_desktop_itself_is_no_window(windows_cast: WindowsCast, native: HostedDesktop, kind: str) -> None:
    """Nor is the one that comes back after the first one crashed."""
    claims = windows_cast.program("claims")
    claims.open("a", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    claims.do("name_kind", kind=kind)
    claims.open("desktop", "Program Manager", kind=kind)

    await_sight(native, shows_nothing)


def test_programs_of_windows_itself_are_seen(windows_cast: WindowsCast, native: HostedDesktop) -> None:
    """By their file and the title they show; nothing is in front when the last of them was ended."""
    stage = windows_cast.stage
    notepad = stage.run("notepad.exe")
    await_sight(native, shows("notepad", "Untitled - Notepad"))
    winver = stage.run("winver.exe")
    await_sight(native, shows("winver", "About Wine 8.0"))
    stage.end(winver)
    stage.end(notepad)

    await_sight(native, shows_nothing)


@pytest.mark.parametrize("tells", [False, True], ids=["by the second look", "told of changes"])
def test_every_change_of_focus_and_title_is_seen(windows_cast: WindowsCast, tells: bool) -> None:
    """Each ends a wait, and nothing else is made up in between; what is told is seen without a second look."""
    native = windows_cast.host(*["told-only"] * tells)
    seen: list[Window | None] = []

    def look_until(app: str, title: str) -> None:
        while not seen or seen[-1] != Window(app=app, title=title):
            native.wait(FOR_EVER_S)
            window = native.look().window
            seen.extend([window] if [window] != seen[-1:] else [])

    native.look()
    programs = {app: windows_cast.program(app) for app in ("claims", "mail")}
    for app, program in programs.items():
        if tells:
            program.do("tell")
        program.open("a", f"{app} opens")
        look_until(app, f"{app} opens")
    expected = [Window(app=app, title=f"{app} opens") for app in ("claims", "mail")]
    titles = {app: f"{app} opens" for app in programs}
    for number in range(30 if tells else 4):
        app = ("claims", "mail")[number % 2]
        programs[app].front("a")
        look_until(app, titles[app])
        expected.append(Window(app=app, title=titles[app]))
        titles[app] = f"Fall {number} – {app}"
        programs[app].retitle("a", titles[app])
        look_until(app, titles[app])
        expected.append(Window(app=app, title=titles[app]))

    assert expected == [window for window in seen if window is not None]


def test_names_of_things_inside_a_window_end_no_wait(windows_cast: WindowsCast, native: HostedDesktop) -> None:
    """A list that fills or a page that loads is nothing to look at again."""
    claims = windows_cast.program("claims")
    claims.do("tell")
    claims.open("a", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    await_calm(native)
    began_s = steady_s()
    claims.do("babble", window="a", times=100)
    native.wait(2.0)

    assert steady_s() - began_s >= 2.0


def test_nobody_looks_and_a_change_ends_one_wait(windows_cast: WindowsCast) -> None:
    """As in a pause: what changes is told, and is no reason to wake up again and again."""
    native = windows_cast.host("told-only")
    native.look()
    claims = windows_cast.program("claims")
    claims.do("tell")
    claims.open("a", "Fall 1")
    await_sight(native, shows("claims", "Fall 1"))
    await_calm(native)
    changing = threading.Timer(0.3, claims.retitle, ["a", "Fall 2"])
    changing.start()
    native.wait(FOR_EVER_S)
    changing.join()
    claims.retitle("a", "Fall 3")
    began_s = steady_s()
    native.wait(2.0)

    assert steady_s() - began_s >= 2.0
    await_sight(native, shows("claims", "Fall 3"))


def test_a_program_that_is_killed_leaves_no_window(windows_cast: WindowsCast, native: HostedDesktop) -> None:
    """No exception comes through, and nothing is seen of it afterwards."""
    for number in range(3):
        with windows_cast.doomed("claims") as claims:
            claims.open("a", f"Fall {number}")
            await_sight(native, shows("claims", f"Fall {number}"))

        await_sight(native, shows_nothing)
