"""What Windows tells beside the window, on live Wine: lock, microphone, input and idle."""

import pytest

from agent.platforms.windows_listener import WM_SESSION_CHANGE
from agent.platforms.windows_messages import TITLE
from agent.platforms.windows_microphone import NOT_PACKAGED, STARTED, STOPPED, STORE
from agent.platforms.windows_session import CONSOLE_CONNECT, CONSOLE_DISCONNECT, LOCK, UNLOCK
from core.capability import Capability, Sense
from core.clock import now_ms, steady_s
from core.span import NO_INPUT, InputCount
from stage.hands import Hands
from tests.agent.platforms.contract import FOR_EVER_S
from tests.agent.platforms.windows_cast import HostedDesktop, Program, WindowsCast
from tests.desktop import SEEN_WITHIN_S, await_sight, shows

pytestmark = pytest.mark.desktops
_100NS_SINCE_1601 = 11_644_473_600_000 * 10_000
NOTE_USE = f"""
import sys, winreg
store, name, started, stopped = sys.argv[1:]
with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, store + chr(92) + name) as key:
    winreg.SetValueEx(key, {STARTED!r}, 0, winreg.REG_QWORD, int(started))
    winreg.SetValueEx(key, {STOPPED!r}, 0, winreg.REG_QWORD, int(stopped))
"""


@pytest.fixture
def native(windows_cast: WindowsCast) -> HostedDesktop:
    return windows_cast.host()


@pytest.fixture
def counting(windows_cast: WindowsCast) -> HostedDesktop:
    return windows_cast.host("count-input")


@pytest.fixture
def claims(windows_cast: WindowsCast) -> Program:
    program = windows_cast.program("claims")
    program.open("a", "Fall 1")
    return program


@pytest.fixture
def hands(windows_cast: WindowsCast) -> Hands:
    return Hands(windows_cast.stage.environment())


def told(desktop: HostedDesktop, sense: Sense) -> Capability:
    return next(capability for capability in desktop.capabilities() if capability.sense == sense)


def test_a_session_that_locks_or_goes_behind_another_is_hidden(native: HostedDesktop, claims: Program) -> None:
    """Each message ends a wait; unlocking does not bring back a session that somebody switched away from."""
    assert told(native, Sense.LOCK).works
    native.look()
    native.wait(0.0)
    seen = []
    for reason in (LOCK, CONSOLE_DISCONNECT, UNLOCK, CONSOLE_CONNECT):
        native.look()
        claims.do("post", title=TITLE, message=WM_SESSION_CHANGE, word=reason)
        native.wait(FOR_EVER_S)
        seen.append(native.look().locked)

    assert seen == [True, True, True, False]


def test_who_holds_the_microphone_is_read_from_the_register(windows_cast: WindowsCast, native: HostedDesktop) -> None:
    """Programs and packages whose use has no end; who gave it back, or held it when the power went, holds nothing."""
    assert not told(native, Sense.CALL).works
    assert native.look().microphone == frozenset()
    now = now_ms() * 10_000 + _100NS_SINCE_1601

    def note(name: str, started: int, stopped: int) -> None:
        noted = windows_cast.stage.ask_python("-c", NOTE_USE, STORE, name, str(started), str(stopped))
        assert noted.returncode == 0, noted.stderr

    zoom = rf"{NOT_PACKAGED}\C:#Users#Ännchen#Zoom#bin#Zoom.exe"
    note(zoom, now, 0)
    note("MSTeams_8wekyb3d8bbwe", now, now + 1)
    note(rf"{NOT_PACKAGED}\C:#old#skype.exe", 1, 0)

    assert told(native, Sense.CALL).works
    assert native.look().microphone == {"zoom"}
    note(zoom, now, now + 1)
    note("Microsoft.SkypeApp_kzf8qxf38zg5c", now, 0)
    assert native.look().microphone == {"microsoft.skypeapp", "skypeapp"}
    note("Microsoft.SkypeApp_kzf8qxf38zg5c", now, now + 1)


def counted(desktop: HostedDesktop, until: int) -> InputCount:
    """The sum of what is counted from now on, once it is `until`, and that nothing more comes."""
    total = injected = 0
    deadline_s = steady_s() + SEEN_WITHIN_S
    while total < until and steady_s() < deadline_s:
        desktop.wait(0.1)
        took = desktop.look().input
        total, injected = total + took.total, injected + took.injected
    desktop.wait(0.2)
    rest = desktop.look().input
    return InputCount(total + rest.total, injected + rest.injected)


def test_what_software_makes_up_is_told_from_what_hands_do(
    counting: HostedDesktop, claims: Program, hands: Hands
) -> None:
    """Keys, buttons and wheels go down so often; a pointer that moves counts nothing."""
    assert told(counting, Sense.INPUT).works
    await_sight(counting, shows("claims", "Fall 1"))
    hands.press("z", "y", "x")
    hands.click(300, 300)
    hands.click(300, 300, button=4)
    assert counted(counting, 5) == InputCount(5, 0)

    claims.do("type", times=4)
    assert counted(counting, 8) == InputCount(8, 8)


def test_nothing_is_counted_while_nobody_may_look(counting: HostedDesktop, claims: Program, hands: Hands) -> None:
    """Nor is it found out afterwards what happened in a pause."""
    await_sight(counting, shows("claims", "Fall 1"))
    hands.press("z")
    counting.rest()
    hands.press("z", "y", "x")
    assert counting.look().input == NO_INPUT
    hands.press("z")
    assert counted(counting, 1) == InputCount(1, 0)


def test_hooks_that_windows_took_out_are_put_in_again(counting: HostedDesktop, claims: Program, hands: Hands) -> None:
    """Windows does not say so: they are renewed from time to time."""
    await_sight(counting, shows("claims", "Fall 1"))
    counting.lose_hooks()
    hands.press("z")
    counting.look()
    hands.press("z", "y")

    assert counted(counting, 2) == InputCount(2, 0)


def test_input_that_nobody_asked_for_is_not_hooked(native: HostedDesktop, claims: Program, hands: Hands) -> None:
    """Off means that there is no hook."""
    await_sight(native, shows("claims", "Fall 1"))
    hands.press("z", "y", "x")
    native.wait(0.3)

    assert native.look().input == NO_INPUT
    assert told(native, Sense.INPUT).unasked


def test_idle_begins_anew_with_each_input(native: HostedDesktop, claims: Program, hands: Hands) -> None:
    """Never more than the time since the last key."""
    await_sight(native, shows("claims", "Fall 1"))
    for _ in range(3):
        typing_s = steady_s()
        hands.press("z")
        await_sight(native, lambda sight: (sight.idle_ms or 0) < 500)
        idle_ms = await_sight(native, lambda sight: (sight.idle_ms or 0) >= 700).idle_ms
        assert idle_ms is not None
        assert idle_ms <= (steady_s() - typing_s) * 1000 + 50
