"""One connection to a real bus, with services that answer, refuse, fall silent and go."""

import select
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from jeepney import DBusAddress

from agent.platforms import message_bus
from agent.platforms.message_bus import BusLost, MessageBus
from tests.agent.platforms.buses import GNOME, ScreenSaver, Services, private_bus
from tests.desktop import open_files

SAVER = DBusAddress("/org/gnome/ScreenSaver", GNOME, GNOME)


@pytest.fixture
def line(bus: str) -> Iterator[MessageBus]:
    with closing(MessageBus("SESSION")) as connected:
        yield connected


def test_services_answer_refuse_or_are_not_there(bus: str, line: MessageBus) -> None:
    """Nobody is started by a question."""
    absent = line.ask(SAVER, "GetActive"), line.has(GNOME), line.property_of(SAVER, "Name")
    saver = ScreenSaver(bus)
    saver.properties["/org/gnome/ScreenSaver", GNOME, "Name"] = "s", "shield"

    assert absent == (None, False, None)
    assert line.has(GNOME)
    assert line.ask(SAVER, "GetActive") == (False,)
    assert line.ask(SAVER, "NoSuchThing") is None
    assert line.property_of(SAVER, "Name") == "shield"
    saver.go()


def test_signals_are_heard_once_even_before_an_answer(bus: str, line: MessageBus) -> None:
    """One that overtakes an answer is not lost."""
    line.watch(interface=GNOME, member="ActiveChanged")
    saver = ScreenSaver(bus)
    line.heard()
    before = line.heard()
    saver.cover(is_covered=True)
    assert select.select([line], [], [], 30)[0]
    line.ask(SAVER, "GetActive")

    assert (before, line.heard(), line.heard()) == (False, True, False)
    saver.go()


def test_a_service_that_hangs_holds_nobody_up(bus: str, line: MessageBus, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a moment it counts as one that says nothing, and its late answer is nobody's."""
    monkeypatch.setattr(message_bus, "ANSWER_WITHIN_S", 0.2)
    saver = Services(bus, GNOME)
    saver._sending.acquire()
    silent = line.ask(SAVER, "GetActive")
    saver.answers["/org/gnome/ScreenSaver", GNOME, "GetActive"] = "b", (True,)
    saver._sending.release()
    monkeypatch.setattr(message_bus, "ANSWER_WITHIN_S", 30)

    assert silent is None
    assert line.ask(SAVER, "GetActive") == (True,)
    saver.go()


@pytest.mark.parametrize("address", ["disabled:", "unix:path=/nowhere/bus", "tcp:host=localhost,port=1", ""])
def test_where_there_is_no_bus_it_says_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment says."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    files = open_files()

    with pytest.raises(BusLost, match="there is no D-Bus session bus"):
        MessageBus("SESSION")
    assert open_files() == files


def test_without_the_variable_there_is_no_session_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a session over SSH."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)

    with pytest.raises(BusLost):
        MessageBus("SESSION")


def test_a_bus_that_goes_away_is_told_by_every_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by the one whether anything was heard."""
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        line, other = MessageBus("SYSTEM"), MessageBus("SYSTEM")
    with closing(line), pytest.raises(BusLost, match="system bus went away"):
        line.heard()
    with closing(other), pytest.raises(BusLost, match="system bus went away"):
        other.has(GNOME)
