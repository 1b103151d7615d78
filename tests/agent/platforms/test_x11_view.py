"""The view against a window manager that does what the test says."""

from collections.abc import Iterator
from typing import Any

import pytest
from Xlib import X, Xatom

from agent.platforms.x11 import X11Desktop
from core.capability import Sense
from core.sample import Window
from stage.xserver import XServer
from tests.agent.platforms.contract import FOR_EVER_S
from tests.agent.platforms.puppet import Puppet, puppet_on

OWN_EVENTS = X.PropertyChangeMask | X.StructureNotifyMask
LONG_TITLE = ("é" * 500_000).encode()


@pytest.fixture
def puppet(bare: XServer) -> Iterator[Puppet]:
    with puppet_on(bare.display) as puppet:
        yield puppet


@pytest.fixture
def view(bare: XServer, puppet: Puppet) -> Iterator[X11Desktop]:
    desktop = X11Desktop(bare.display)
    yield desktop
    desktop.close()


def seen(view: X11Desktop) -> Window | None:
    return view.look().window


def works(view: X11Desktop) -> bool:
    return next(told.works for told in view.capabilities() if told.sense == Sense.WINDOW)


@pytest.mark.parametrize(
    ("properties", "title"),
    [
        ({"_NET_WM_NAME": b"caf\xe9 \xff"}, "caf\ufffd \ufffd"),
        ({"_NET_WM_NAME": b"a\0b\x07c\x1b[31m\nd\0"}, "a b c [31m d"),
        ({"_NET_WM_NAME": LONG_TITLE}, "é" * 512),
        ({"_NET_WM_NAME": "Größe".encode(), "WM_NAME": b"old"}, "Größe"),
        ({"_NET_WM_NAME": b"", "WM_NAME": b"old"}, "old"),
        ({"WM_NAME": b"old"}, "old"),
        ({}, ""),
    ],
    ids=["not UTF-8", "control characters", "1 MB", "both", "empty new one", "only the old one", "none"],
)
def test_any_title_is_read_as_far_as_it_can_be(
    view: X11Desktop, puppet: Puppet, properties: dict[str, bytes], title: str
) -> None:
    """Whatever a program calls its window, the title is one readable line."""
    puppet.activate(puppet.window(WM_CLASS=b"xterm\0XTerm\0", **properties))

    assert Window(app="xterm", title=title) == seen(view)


@pytest.mark.parametrize(
    ("kind", "value", "title"),
    [("STRING", b"M\xfcller", "Müller"), ("COMPOUND_TEXT", b"M\xfcller \x1b-L\xb6", "Müller Ж")],
)
def test_an_old_title_is_read_by_its_type(
    view: X11Desktop, puppet: Puppet, kind: str, value: bytes, title: str
) -> None:
    """Old programs write WM_NAME in Latin-1, or in COMPOUND_TEXT where that is not enough."""
    window = puppet.window(WM_CLASS=b"emacs\0Emacs\0")
    puppet.write(window, "WM_NAME", puppet.atom(kind), value)
    puppet.activate(window)

    assert Window(app="emacs", title=title) == seen(view)


def test_numbers_for_text_and_text_for_numbers_are_no_answer(view: X11Desktop, puppet: Puppet) -> None:
    """Properties of the wrong kind count as missing."""
    window = puppet.window(_NET_WM_PID=b"1234")
    puppet.write(window, "_NET_WM_NAME", Xatom.CARDINAL, [1, 2])
    puppet.write(window, "WM_CLASS", Xatom.CARDINAL, [1, 2])
    puppet.activate(window)

    assert Window(app="unknown", title="") == seen(view)


def test_a_window_without_a_class_is_named_by_its_process(view: X11Desktop, puppet: Puppet) -> None:
    """Process 1 always runs; who may not know its file gets its name from the kernel."""
    window = puppet.window(WM_NAME=b"own")
    puppet.write(window, "_NET_WM_PID", Xatom.CARDINAL, [1])
    puppet.activate(window)
    window_in_front = seen(view)

    assert window_in_front is not None
    assert window_in_front.app not in {"", "unknown"}


def test_a_window_of_no_process_is_unknown(view: X11Desktop, puppet: Puppet) -> None:
    window = puppet.window(WM_NAME=b"ghost")
    puppet.write(window, "_NET_WM_PID", Xatom.CARDINAL, [0xFFFFFFFF])
    puppet.activate(window)

    assert Window(app="unknown", title="ghost") == seen(view)


def test_the_first_of_two_active_windows_counts(view: X11Desktop, puppet: Puppet) -> None:
    """xfwm4 stores two values, the second of which is no window."""
    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", WM_NAME=b"first")
    puppet.activate(window, 0x254FC1)

    assert Window(app="xterm", title="first") == seen(view)


@pytest.mark.parametrize("which", ["root", "check"])
def test_a_window_that_nobody_sees_is_not_in_front(view: X11Desktop, puppet: Puppet, which: str) -> None:
    """The root and the window manager's own window are listened to all the same afterwards."""
    puppet.activate(getattr(puppet, which))
    assert seen(view) is None

    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", WM_NAME=b"back")
    puppet.activate(window)
    view.wait(FOR_EVER_S)

    assert Window(app="xterm", title="back") == seen(view)


def test_a_dead_window_that_stays_active_is_no_window(view: X11Desktop, puppet: Puppet) -> None:
    """As openbox leaves it when the last window closes; its end alone ends a wait."""
    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", WM_NAME=b"last")
    puppet.activate(window)
    assert Window(app="xterm", title="last") == seen(view)

    puppet.destroy(window)
    view.wait(FOR_EVER_S)

    assert seen(view) is None
    assert seen(view) is None


def test_a_number_used_again_is_a_new_window(view: X11Desktop, puppet: Puppet) -> None:
    """X servers give the numbers of dead windows to new ones."""
    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", WM_NAME=b"old")
    puppet.activate(window)
    assert seen(view) is not None
    puppet.destroy(window)
    puppet.display.display.resource_ids.clear()
    puppet.display.display.last_resource_id = window.id & puppet.display.display.info.resource_id_mask

    successor = puppet.window(WM_CLASS=b"mousepad\0Mousepad\0", WM_NAME=b"new")
    puppet.activate(successor)

    assert window.id == successor.id
    assert Window(app="mousepad", title="new") == seen(view)
    puppet.write(successor, "WM_NAME", Xatom.STRING, b"newer")
    puppet.sync()
    view.wait(FOR_EVER_S)
    assert Window(app="mousepad", title="newer") == seen(view)


@pytest.mark.parametrize("moment", ["watch", "ask_attributes", "ask_property"])
def test_a_window_that_dies_while_it_is_read_is_no_window(
    view: X11Desktop, puppet: Puppet, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Whichever question it is that finds the window dead, the look goes on without it."""
    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", WM_NAME=b"doomed")
    puppet.activate(window)
    assert view._view is not None
    server = view._view.server
    genuine = getattr(server, moment)
    died: list[int] = []

    def deadly(number: int, *rest: Any) -> Any:
        result = genuine(number, *rest)
        if number == window.id and not died:
            server.events()  # sends what was asked so far
            puppet.destroy(window)
            died.append(number)
        return result

    monkeypatch.setattr(server, moment, deadly)

    assert seen(view) is None
    assert [window.id] == died


def test_a_window_left_behind_is_not_listened_to(view: X11Desktop, puppet: Puppet) -> None:
    """Thousands of windows in a day leave nothing behind on the server."""
    first, second = (puppet.window(WM_CLASS=b"xterm\0XTerm\0") for _ in range(2))
    puppet.activate(first)
    view.look()
    assert puppet.listeners(first) == OWN_EVENTS

    puppet.activate(second)
    view.look()

    assert puppet.listeners(first) == 0
    assert puppet.listeners(second) == OWN_EVENTS


def test_a_change_between_look_and_wait_ends_the_wait(view: X11Desktop, puppet: Puppet) -> None:
    """Nothing that happens while nobody waits is missed."""
    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", _NET_WM_NAME=b"before")
    puppet.activate(window)
    view.look()

    puppet.write(window, "_NET_WM_NAME", puppet.atom("UTF8_STRING"), b"after")
    puppet.sync()
    view.wait(FOR_EVER_S)

    assert Window(app="xterm", title="after") == seen(view)


def test_a_change_that_arrives_with_an_answer_ends_the_wait(
    view: X11Desktop, puppet: Puppet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A title that changes after it was read and before the look ends is read again."""
    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", _NET_WM_NAME=b"before")
    puppet.activate(window)
    assert view._view is not None
    server = view._view.server
    genuine = server.answers

    def late(*asked: Any) -> list[Any]:
        answered = genuine(*asked)
        if len(asked) > 2:
            puppet.write(window, "_NET_WM_NAME", puppet.atom("UTF8_STRING"), b"after")
            puppet.sync()
        return answered

    monkeypatch.setattr(server, "answers", late)
    assert Window(app="xterm", title="before") == seen(view)
    monkeypatch.setattr(server, "answers", genuine)

    view.wait(FOR_EVER_S)

    assert Window(app="xterm", title="after") == seen(view)


def test_what_another_program_makes_up_is_no_news(view: X11Desktop, puppet: Puppet) -> None:
    """A forged event of the window's end changes nothing."""
    from Xlib.protocol.event import DestroyNotify

    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", WM_NAME=b"alive")
    puppet.activate(window)
    view.look()
    window.send_event(DestroyNotify(event=window, window=window), event_mask=X.StructureNotifyMask)
    puppet.sync()

    assert view._view is not None
    assert not view._view.changed()
    assert Window(app="xterm", title="alive") == seen(view)


def test_a_window_manager_that_does_not_tell_is_named_as_the_reason(view: X11Desktop, puppet: Puppet) -> None:
    """What is in _NET_ACTIVE_WINDOW counts only where the window manager vouches for it."""
    window = puppet.window(WM_CLASS=b"xterm\0XTerm\0", WM_NAME=b"shown")
    puppet.activate(window)
    assert works(view)

    puppet.support("_NET_CLIENT_LIST")
    view.wait(FOR_EVER_S)
    assert not works(view)
    assert seen(view) is None

    puppet.support("_NET_CLIENT_LIST", "_NET_ACTIVE_WINDOW")
    view.wait(FOR_EVER_S)
    assert works(view)
    assert Window(app="xterm", title="shown") == seen(view)
