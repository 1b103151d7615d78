"""One connection to a real bus, with services that answer, refuse, fall silent and go."""

import os
import select
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from jeepney import DBusAddress

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


def test_calls_are_taken_answered_and_refused(bus: str, line: MessageBus) -> None:
    """Those for what is served here, also such as overtake an answer; every caller gets a word."""
    line.serve("/here", "org.example.Here")
    caller = MessageBus("SESSION")
    asked: list[tuple[object, ...] | None] = []
    here = DBusAddress("/here", line.unique_name, "org.example.Here")
    elsewhere = DBusAddress("/elsewhere", line.unique_name, "org.example.Here")

    def ask() -> None:
        asked.append(caller.ask(here, "Tell", "s", "one"))
        asked.append(caller.ask(elsewhere, "Tell", "s", "two"))
        asked.append(caller.ask(here, "Say", "si", "three", 3))

    asking = threading.Thread(target=ask)
    asking.start()
    assert select.select([line], [], [], 30)[0]
    assert line.has(caller.unique_name)
    calls = line.calls()
    while asking.is_alive():
        calls += line.calls()
    asking.join()

    assert calls == [(caller.unique_name, "Tell", ("one",)), (caller.unique_name, "Say", ("three", 3))]
    assert asked == [(), None, ()]
    assert line.calls() == []
    caller.close()


def test_it_is_known_who_is_behind_a_name(bus: str, line: MessageBus) -> None:
    """By the unique name and the process; nobody where nobody is."""
    before = line.owner_of(GNOME), line.pid_of(GNOME)
    saver = ScreenSaver(bus)

    assert before == (None, None)
    assert line.owner_of(GNOME) == saver._connection.unique_name
    assert line.pid_of(GNOME) == os.getpid()
    saver.go()


def test_a_service_that_hangs_holds_nobody_up(bus: str, line: MessageBus) -> None:
    """After a moment it counts as one that says nothing, and its late answer is nobody's."""
    line.answer_within_s = 0.2
    saver = Services(bus, GNOME)
    saver._sending.acquire()
    silent = line.ask(SAVER, "GetActive")
    saver.answers["/org/gnome/ScreenSaver", GNOME, "GetActive"] = "b", (True,)
    saver._sending.release()
    line.answer_within_s = 30

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
