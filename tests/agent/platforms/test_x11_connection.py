"""What the back-end does when the X server errs, hangs, refuses or goes away."""

import os
import signal
import socket
import struct
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from Xlib.display import Display
from Xlib.ext import randr
from Xlib.protocol import request

from agent.platforms import x11_connection
from agent.platforms.protocols import DesktopLost
from agent.platforms.x11 import X11Desktop
from agent.platforms.x11_connection import Connection
from core.capability import Sense
from stage.actor_client import ActorClient
from stage.xserver import XServer
from tests.agent.platforms.contract import FOR_EVER_S
from tests.desktop import await_sight, open_files, shows


@pytest.fixture
def spoilt(openbox: XServer) -> Iterator[None]:
    """Another client in this process has let python-xlib spoil its shared table of errors."""
    stock = Display(openbox.display)
    assert stock.display.error_classes[2] is randr.BadRRModeError
    yield
    stock.close()


def bad_value(wire: Any) -> None:
    """BadValue: no bell is that loud."""
    request.Bell(display=wire, percent=127)


def bad_mode(wire: Any) -> None:
    """An error of the RANDR extension: there is no such mode."""
    wire.set_extension_major(randr.extname, request.QueryExtension(display=wire, name=randr.extname).major_opcode)
    randr.DestroyMode(display=wire, opcode=wire.get_extension_major(randr.extname), mode=0xDEAD)


@pytest.mark.usefixtures("spoilt")
@pytest.mark.parametrize("provoke", [bad_value, bad_mode])
def test_an_error_of_any_kind_does_not_end_the_reader(desktop: X11Desktop, actor: ActorClient, provoke: Any) -> None:
    """python-xlib 0.33 registers classes that are no X errors; here they are not used."""
    assert desktop._view is not None
    provoke(desktop._view.server._wire)
    desktop.look()

    actor.open("a", app="Mousepad", title="notes")

    await_sight(desktop, shows("mousepad", "notes"))


def test_a_server_that_goes_away_is_found_again(openbox: XServer, desktop: X11Desktop) -> None:
    """The loss ends a wait, is said in words, costs no beat, and is over when the server is back."""
    desktop.look()
    files = open_files()
    for _ in range(3):
        openbox.kill()
        desktop.wait(FOR_EVER_S)
        for _ in range(5):
            with pytest.raises(DesktopLost, match="X server cannot be reached"):
                desktop.look()
        assert not any(told.works for told in desktop.capabilities())
        waker = threading.Timer(0.05, desktop.wake)
        waker.start()
        desktop.wait(FOR_EVER_S)
        waker.join()

        openbox.restart()
        with ActorClient(openbox.environment()) as actor:
            actor.open("a", app="Mousepad", title="notes")
            await_sight(desktop, shows("mousepad", "notes"))
        assert next(told.works for told in desktop.capabilities() if told.sense == Sense.WINDOW)

    assert files == open_files()


def test_a_server_that_goes_away_during_a_look_is_lost(openbox: XServer, desktop: X11Desktop) -> None:
    """Nobody waited: the look itself finds out."""
    desktop.look()
    openbox.kill()

    with pytest.raises(DesktopLost, match="went away"):
        desktop.look()
    with pytest.raises(DesktopLost, match="cannot be reached"):
        desktop.look()


def test_a_server_that_hangs_is_lost_until_it_answers(
    openbox: XServer, desktop: X11Desktop, actor: ActorClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A beat never hangs with it; late answers are no answers to later questions."""
    monkeypatch.setattr(x11_connection, "ANSWER_WITHIN_S", 0.2)
    actor.open("a", app="Mousepad", title="notes")
    await_sight(desktop, shows("mousepad", "notes"))
    os.kill(openbox.pid, signal.SIGSTOP)
    try:
        for _ in range(3):
            with pytest.raises(DesktopLost, match="does not answer"):
                desktop.look()
            desktop.wait(0.01)
    finally:
        os.kill(openbox.pid, signal.SIGCONT)

    desktop.wait(FOR_EVER_S)
    desktop.look()
    actor.retitle("a", "more notes")
    await_sight(desktop, shows("mousepad", "more notes"))


@pytest.mark.parametrize("name", [":4242", "unix/:4242", "nonsense", ""])
def test_a_server_that_is_not_there_is_lost_in_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No exception of a library, and no file left open."""
    monkeypatch.setenv("DISPLAY", name)
    files = open_files()

    with pytest.raises(DesktopLost, match=r"X server cannot be reached: ."):
        Connection()

    assert files == open_files()


def test_a_server_that_refuses_is_lost_with_its_words() -> None:
    """As when the cookie in .Xauthority is an old one; no file is left open."""
    reason = b"Authorization required"
    with socket.create_server(("localhost", 0)) as door:

        def refuse() -> None:
            visitor, _address = door.accept()
            with visitor:
                visitor.recv(4096)
                padding = -len(reason) % 4
                header = struct.pack("=BBHHH", 0, len(reason), 11, 0, (len(reason) + padding) // 4)
                visitor.sendall(header + reason + bytes(padding))

        refusing = threading.Thread(target=refuse)
        refusing.start()
        files = open_files()
        with pytest.raises(DesktopLost, match="cannot be reached: Authorization required"):
            Connection(f"localhost:{door.getsockname()[1] - 6000}")
        refusing.join()

        assert files == open_files()


def test_many_questions_outlive_the_counter_of_the_protocol(openbox: XServer) -> None:
    """Requests are counted in 16 bits; nothing goes wrong when the count begins anew."""
    server = Connection(openbox.display)
    asked = 0
    while asked < 70_000:
        answered = server.answers(*(server.ask_attributes(server.root) for _ in range(500)))
        asked += len(answered)
        assert None not in [answer and answer.map_state for answer in answered]

    server.close()
