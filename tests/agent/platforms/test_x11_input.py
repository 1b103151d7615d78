"""Input counted on a live X server, in a window of another one that stands in for its keyboard and mouse."""

import subprocess
import threading
from collections.abc import Iterator

import pytest

from agent.platforms import x11_devices, x11_input
from agent.platforms.x11 import X11Desktop
from agent.platforms.x11_input import X11Input
from core.capability import Sense
from core.clock import steady_s
from core.span import NO_INPUT, InputCount
from stage.nested import NestedXServer
from stage.xserver import XServer
from tests.agent.platforms.contract import DesktopContract
from tests.desktop import open_files

COUNTED_WITHIN_S = 10.0


@pytest.fixture(scope="module")
def outer() -> Iterator[XServer]:
    with XServer(window_manager=None) as screen:
        yield screen


@pytest.fixture
def inner(outer: XServer) -> Iterator[NestedXServer]:
    with NestedXServer(outer) as screen:
        xdotool(outer, "mousemove", "640", "400")
        yield screen


@pytest.fixture
def counting(inner: NestedXServer) -> Iterator[X11Input]:
    counting = X11Input(inner.display)
    yield counting
    counting.close()


class TestX11DesktopThatCounts(DesktopContract):
    @pytest.fixture
    def subject(self, inner: NestedXServer) -> Iterator[X11Desktop]:
        desktop = X11Desktop(inner.display, count_input=True)
        yield desktop
        desktop.close()

    def test_a_look_brings_what_was_counted(self, subject: X11Desktop, inner: NestedXServer) -> None:
        """And says so among what it can tell."""
        subject.look()
        xdotool(inner, "key", "a")
        until, found = steady_s() + COUNTED_WITHIN_S, NO_INPUT
        while found == NO_INPUT:
            assert steady_s() < until
            found = subject.look().input

        assert found == InputCount(1, 1)
        assert next(told for told in subject.capabilities() if told.sense is Sense.INPUT).works


def xdotool(screen: XServer | NestedXServer, *words: str) -> None:
    subprocess.run(["xdotool", *words], env=screen.environment(), check=True, timeout=20)


def await_count(counting: X11Input, total: int) -> InputCount:
    """What was counted until there are so many; xdotool returns before an inner screen has heard."""
    until, found = steady_s() + COUNTED_WITHIN_S, NO_INPUT
    while found.total < total:
        assert steady_s() < until, f"only {found}"
        found += counting.taken()
    return found


def test_keys_clicks_and_scrolls_of_hardware_are_counted(
    outer: XServer, inner: NestedXServer, counting: X11Input
) -> None:
    """Twelve keys, three clicks, two notches of the wheel; none of them made up by software."""
    assert counting.taken() == NO_INPUT
    xdotool(outer, "type", "twelve keys.")
    xdotool(outer, "click", "1", "click", "2", "click", "3", "click", "4", "click", "5")

    assert await_count(counting, 17) == InputCount(17, 0)
    assert counting.taken() == NO_INPUT


def test_what_software_makes_up_is_told_apart(outer: XServer, inner: NestedXServer, counting: X11Input) -> None:
    """XTEST on the screen itself, beside keys that are pressed."""
    counting.taken()
    xdotool(inner, "type", "made up")
    xdotool(inner, "click", "1")
    xdotool(outer, "key", "a", "key", "b")

    assert await_count(counting, 10) == InputCount(10, 8)


def test_a_pointer_that_moves_is_no_count(outer: XServer, inner: NestedXServer, counting: X11Input) -> None:
    """Whether a hand moves it, XTEST does, or a program warps it."""
    counting.taken()
    for screen in (outer, inner):
        for x in range(100, 600, 50):
            xdotool(screen, "mousemove", str(x), "300")
    xdotool(outer, "key", "a")

    assert await_count(counting, 1) == InputCount(1, 0)


def test_a_device_that_comes_later_is_told_apart(inner: NestedXServer, counting: X11Input) -> None:
    """A second pair of pointer and keyboard has XTEST devices of its own, with other numbers."""
    counting.taken()
    subprocess.run(["xinput", "create-master", "second"], env=inner.environment(), check=True, timeout=20)
    xdotool(inner, "key", "a")
    await_count(counting, 1)
    before = counting._injecting
    subprocess.run(["xinput", "remove-master", "second pointer"], env=inner.environment(), check=True, timeout=20)
    until = steady_s() + COUNTED_WITHIN_S
    while counting._injecting == before:
        assert steady_s() < until
        counting.taken()

    assert (len(before), len(counting._injecting)) == (4, 2)


def test_nothing_is_hooked_before_the_first_look_and_during_a_rest(
    outer: XServer, inner: NestedXServer, counting: X11Input
) -> None:
    """No line to the server, no thread, and nothing that was pressed meanwhile is known afterwards."""
    files, threads = open_files(), threading.active_count()
    assert counting.capability().works
    assert open_files() == files
    counting.taken()
    assert open_files() == files + 1
    xdotool(inner, "key", "a")
    counting.rest()
    counting.rest()
    assert open_files() == files
    xdotool(inner, "key", "b")

    assert counting.taken() == NO_INPUT
    xdotool(inner, "key", "c")
    assert await_count(counting, 1) == InputCount(1, 1)
    assert threading.active_count() == threads


def test_the_count_goes_on_when_the_server_is_back(
    outer: XServer, inner: NestedXServer, counting: X11Input, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its loss is no error here: the window's own back-end says so."""
    monkeypatch.setattr(x11_input, "TRY_AGAIN_AFTER_S", 0.0)
    files = open_files()
    counting.taken()
    inner.kill()
    for _ in range(3):
        assert counting.taken() == NO_INPUT
    capability = counting.capability()
    assert not capability.works
    assert "X server" in capability.how
    assert open_files() == files
    inner.restart()
    counting.taken()
    xdotool(inner, "key", "a")

    assert await_count(counting, 1) == InputCount(1, 1)
    assert counting.capability().works


def test_a_server_that_is_too_old_says_so(inner: NestedXServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """In plain words; one from before 2011 does not say from which device a press comes."""
    monkeypatch.setattr(x11_devices, "OLDEST", (3, 0))
    counting = X11Input(inner.display)
    assert counting.taken() == NO_INPUT
    capability = counting.capability()

    assert (capability.sense, capability.works) == (Sense.INPUT, False)
    assert "lacks XInput 2" in capability.how
