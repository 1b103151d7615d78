"""A private D-Bus with services that say what a test has them say; never the bus of whoever runs it."""

import os
import select
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from agent.platforms.session_lock import SessionLock
from core.clock import steady_s

SESSION = "/org/freedesktop/login1/session/_37"
USER = "/org/freedesktop/login1/user/_1000"
LOGIN = "org.freedesktop.login1"
GNOME = "org.gnome.ScreenSaver"


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """The address of a bus daemon that lives as long as this."""
    address = f"unix:path={folder / 'bus'}"
    reading, writing = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"]
    daemon = subprocess.Popen([*command, f"--print-address={writing}"], pass_fds=[writing])
    os.close(writing)
    with os.fdopen(reading) as told:
        assert told.readline()
    try:
        yield address
    finally:
        daemon.terminate()
        daemon.wait()


class Services:
    """Answers method calls with `answers`, by (path, interface, member), and properties with `properties`."""

    def __init__(self, address: str, *names: str) -> None:
        self._connection = open_dbus_connection(address)
        self._sending = threading.Lock()
        self.answers: dict[tuple[str, str, str], tuple[str, tuple[Any, ...]]] = {}
        self.properties: dict[tuple[str, str, str], tuple[str, Any]] = {}
        self.asked: list[tuple[str, str, tuple[Any, ...]]] = []
        self.withheld: set[str] = set()
        """Members that get no answer until `release`."""
        self._owed: list[Any] = []
        for name in names:
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def tell(self, path: str, interface: str, member: str, signature: str, *values: Any) -> None:
        """Emit a signal."""
        with self._sending:
            self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature, values))

    def release(self) -> None:
        """Give the answers that were withheld, late, and those from now on at once."""
        self.withheld.clear()
        with self._sending:
            while self._owed:
                self._connection.send(self._owed.pop(0))

    def go(self) -> None:
        """Leave the bus."""
        self._connection.sock.shutdown(2)
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is MessageType.method_call:
                reply = self._reply(message)
                with self._sending:
                    if message.header.fields[HeaderFields.member] in self.withheld:
                        self._owed.append(reply)
                    else:
                        self._connection.send(reply)

    def _reply(self, message: Any) -> Any:
        fields = message.header.fields
        path, interface, member = (
            fields[key] for key in (HeaderFields.path, HeaderFields.interface, HeaderFields.member)
        )
        self.asked.append((path, member, message.body))
        if member == "Get" and (path, *message.body) in self.properties:
            return new_method_return(message, "v", (self.properties[path, *message.body],))
        if member == "GetAll" and (found := self._all_of(path, *message.body)):
            return new_method_return(message, "a{sv}", (found,))
        if (path, interface, member) in self.answers:
            return new_method_return(message, *self.answers[path, interface, member])
        return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")

    def _all_of(self, path: str, interface: str) -> dict[str, tuple[str, Any]]:
        known = list(self.properties.items())
        return {name: value for (where, of, name), value in known if (where, of) == (path, interface)}


class Logind(Services):
    """logind with one session."""

    def __init__(self, address: str) -> None:
        super().__init__(address, LOGIN)
        manager = "/org/freedesktop/login1", f"{LOGIN}.Manager"
        self.answers[*manager, "GetSessionByPID"] = "o", (SESSION,)
        self._set("LockedHint", value=False)
        self._set("Active", value=True)

    def change(self, name: str, *, value: bool, session: str = SESSION) -> None:
        """Set a property of a session, and tell."""
        self._set(name, value=value, session=session)
        told: tuple[Any, ...] = f"{LOGIN}.Session", {name: ("b", value)}, []
        self.tell(session, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", *told)

    def log_in(self, number: str, session: str, **properties: tuple[str, Any]) -> None:
        """Another session of this person begins, and is the one of their display."""
        manager = "/org/freedesktop/login1", f"{LOGIN}.Manager"
        self.answers[*manager, "GetUser"] = "o", (USER,)
        self.properties[USER, f"{LOGIN}.User", "Display"] = "(so)", (number, session)
        for name, value in {"LockedHint": ("b", False), "Active": ("b", True), **properties}.items():
            self.properties[session, f"{LOGIN}.Session", name] = value
        self.tell(*manager, "SessionNew", "so", number, session)

    def go_to_sleep(self) -> None:
        self.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", True)

    def _set(self, name: str, *, value: bool, session: str = SESSION) -> None:
        self.properties[session, f"{LOGIN}.Session", name] = "b", value


class ScreenSaver(Services):
    """The screen saver of one desktop."""

    def __init__(self, address: str, name: str = GNOME) -> None:
        super().__init__(address, name)
        self._place = "/" + name.replace(".", "/"), name
        self.answers[*self._place, "GetActive"] = "b", (False,)

    def cover(self, *, is_covered: bool) -> None:
        self.answers[*self._place, "GetActive"] = "b", (is_covered,)
        self.tell(*self._place, "ActiveChanged", "b", is_covered)


def await_locked(lock: SessionLock, expected: bool) -> None:
    """Wait as a back-end does, until the answer is the expected one."""
    until = steady_s() + 30
    while lock.locked() is not expected:
        assert steady_s() < until
        if not lock.changed():
            select.select(lock.filenos(), [], [], max(0.0, until - steady_s()))


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """One private bus, which this process takes for both the system's and the session's."""
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
        yield address
