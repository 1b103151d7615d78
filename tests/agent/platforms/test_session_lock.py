"""Locked and hidden sessions on a real D-Bus, with services that play logind and screen savers."""

import select
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agent.platforms import session_lock
from agent.platforms.session_lock import SessionLock
from agent.platforms.x11 import X11Desktop
from core.clock import steady_s
from stage.xserver import XServer
from tests.agent.platforms.buses import GNOME, Logind, ScreenSaver, await_locked, private_bus
from tests.agent.platforms.contract import FOR_EVER_S


@pytest.fixture
def logind(bus: str) -> Iterator[Logind]:
    service = Logind(bus)
    yield service
    service.go()


@pytest.fixture
def lock() -> Iterator[SessionLock]:
    """To be asked for after the bus."""
    listening = SessionLock()
    yield listening
    listening.close()


def test_logind_tells_that_the_screen_is_locked(logind: Logind, lock: SessionLock) -> None:
    """And that it is open again, each as it happens."""
    assert lock.capability().works
    assert lock.capability().how.startswith("told by logind of every change")
    assert lock.locked() is False

    logind.change("LockedHint", value=True)
    await_locked(lock, expected=True)
    logind.change("LockedHint", value=False)
    await_locked(lock, expected=False)


def test_a_session_behind_another_persons_counts_as_locked(logind: Logind, lock: SessionLock) -> None:
    """Who switched users does not work here meanwhile."""
    await_locked(lock, expected=False)
    logind.change("Active", value=False)
    await_locked(lock, expected=True)
    logind.change("Active", value=True)
    await_locked(lock, expected=False)


@pytest.mark.parametrize(
    "name",
    [
        GNOME,
        "org.freedesktop.ScreenSaver",
        "org.cinnamon.ScreenSaver",
        "org.mate.ScreenSaver",
        "org.xfce.ScreenSaver",
    ],
)
def test_screen_savers_tell_it_too(name: str, bus: str, lock: SessionLock) -> None:
    """Also one that starts after the agent; one that goes away while it covers the screen covers nothing any more."""
    assert lock.locked() is False
    assert not lock.capability().works
    saver = ScreenSaver(bus, name)
    saver.cover(is_covered=True)
    await_locked(lock, expected=True)
    assert lock.capability().how == f"told by {name} of every change"
    saver.cover(is_covered=False)
    await_locked(lock, expected=False)
    saver.cover(is_covered=True)
    await_locked(lock, expected=True)
    saver.go()
    await_locked(lock, expected=False)


def test_where_only_logind_tells_it_says_what_goes_unnoticed(bus: str, logind: Logind, lock: SessionLock) -> None:
    """Lockers of sway and bare X11 tell nobody; where a screen saver runs, there is nothing to add."""
    alone = lock.capability()
    saver = ScreenSaver(bus)
    saver.cover(is_covered=True)
    await_locked(lock, expected=True)
    beside = lock.capability()
    saver.go()

    assert "a locker that does not tell it, such as swaylock or i3lock, goes unnoticed" in alone.how
    assert "xss-lock" in alone.remedy
    assert (beside.how, beside.remedy) == (f"told by logind and {GNOME} of every change", "")


def test_silence_is_no_answer(logind: Logind, lock: SessionLock) -> None:
    """A logind that hangs has not unlocked the screen: what it said stands until it says something else."""
    logind.change("LockedHint", value=True)
    await_locked(lock, expected=True)
    logind.withheld = {"GetAll"}
    logind.change("LockedHint", value=False)
    assert select.select(lock.filenos(), [], [], 30)[0]
    hanging = lock.locked(), lock.capability().works
    logind.withheld = set()

    assert hanging == (True, True)
    assert lock.locked() is False


def test_a_late_answer_has_it_asked_again(logind: Logind, lock: SessionLock) -> None:
    """It ends a wait, so that nothing typed at the lock is counted until the next beat."""
    assert lock.locked() is False
    lock.changed()
    logind.withheld = {"GetAll"}
    logind.change("LockedHint", value=True)
    assert select.select(lock.filenos(), [], [], 30)[0]
    assert lock.locked() is False
    assert not lock.changed()
    logind.release()

    assert select.select(lock.filenos(), [], [], 30)[0]
    assert lock.changed()
    assert lock.locked() is True


def test_a_screen_saver_that_hangs_hides_no_other(bus: str, lock: SessionLock) -> None:
    """What it said last stands, and what the others say is heard."""
    hanging, other = ScreenSaver(bus), ScreenSaver(bus, "org.xfce.ScreenSaver")
    lock.locked()
    hanging.withheld = {"GetActive"}
    other.cover(is_covered=True)
    await_locked(lock, expected=True)
    other.cover(is_covered=False)
    await_locked(lock, expected=False)
    hanging.cover(is_covered=True)
    hanging.release()
    await_locked(lock, expected=True)
    hanging.withheld = {"GetActive"}
    other.cover(is_covered=True)
    other.cover(is_covered=False)
    assert lock.locked() is True

    hanging.go()
    await_locked(lock, expected=False)
    other.go()


def test_nothing_is_asked_while_nothing_changes(logind: Logind, lock: SessionLock) -> None:
    """The beat costs nothing."""
    lock.locked()
    until = len(logind.asked)
    for _ in range(10):
        assert lock.locked() is False

    assert len(logind.asked) == until
    assert not lock.changed()


def test_going_to_sleep_ends_a_wait(logind: Logind, lock: SessionLock) -> None:
    """So that the last sample is taken at that moment and not up to a beat before."""
    lock.locked()
    lock.changed()
    logind.go_to_sleep()

    assert select.select(lock.filenos(), [], [], 30)[0]
    assert lock.changed()


def test_without_a_bus_it_says_so_and_looks_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steady: Callable[[float], None]
) -> None:
    """Not at every beat: after a minute. When the bus goes away, nothing is locked any more."""
    for variable in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(variable, f"unix:path={tmp_path / 'bus'}")
    lock = SessionLock()
    absent = lock.locked(), lock.capability().works, lock.filenos()
    with private_bus(tmp_path) as address:
        service = Logind(address)
        service.change("LockedHint", value=True)
        too_soon = lock.locked()
        steady(61)
        later = lock.locked()
    while lock.filenos():
        select.select(lock.filenos(), [], [], 30)
        lock.changed()
    service.go()

    assert absent == (False, False, [])
    assert (too_soon, later) == (False, True)
    assert lock.locked() is False
    lock.close()


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Lets the time of the module under test pass."""
    passed = [0.0]
    monkeypatch.setattr(session_lock, "steady_s", lambda: 1000.0 + passed[0])

    def let_pass(seconds: float) -> None:
        passed[0] += seconds

    return let_pass


def test_the_back_end_for_x11_wakes_up_and_sees_it(openbox: XServer, logind: Logind) -> None:
    """A look after the lock shows a locked desktop, without waiting for the next beat."""
    desktop = X11Desktop(openbox.display)
    assert desktop.look().locked is False
    desktop.wait(0)
    desktop.look()

    logind.change("LockedHint", value=True)
    until = steady_s() + 30
    while not desktop.look().locked:
        assert steady_s() < until
        desktop.wait(FOR_EVER_S)

    desktop.close()
