"""What logind tells of the person's session: whether it is locked or behind another one; never ends or locks one."""

import os
from typing import Any

from jeepney import DBusAddress

from agent.platforms.message_bus import MessageBus, Unanswered

_LOGIN = "org.freedesktop.login1"
_MANAGER = DBusAddress("/org/freedesktop/login1", _LOGIN, f"{_LOGIN}.Manager")
_PROPERTIES = "org.freedesktop.DBus.Properties"
_OF_CONCERN = ("PrepareForSleep", "SessionNew", "SessionRemoved")


class Logind:
    """Looks the session up at every change, because a process may outlive the one that it was started in."""

    name = "logind"

    def __init__(self) -> None:
        self.is_unsure = False
        self._told: tuple[str, bool] | None = None
        self._watched: set[str] = set()

    def watch(self, bus: MessageBus) -> None:
        bus.watch_owner(_LOGIN)
        for signal in _OF_CONCERN:
            bus.watch(sender=_LOGIN, interface=_MANAGER.interface, member=signal)

    def told(self, bus: MessageBus) -> tuple[str, bool] | None:
        try:
            session = self._session(bus)
        except Unanswered:
            self.is_unsure = True
            return self._told
        self.is_unsure = False
        self._told = None if session is None else (self.name, _is_hidden(session))
        return self._told

    def _session(self, bus: MessageBus) -> dict[str, Any] | None:
        """The session this process belongs to, or that of this person's display for one that belongs to none."""
        named = os.environ.get("XDG_SESSION_ID")
        for method, signature, value in (("GetSession", "s", named), ("GetSessionByPID", "u", os.getpid())):
            session = self._open_one(bus, bus.ask_in_time(_MANAGER, method, signature, value)) if value else None
            if session is not None:
                return session
        user = bus.ask_in_time(_MANAGER, "GetUser", "u", os.getuid())
        display = _read(bus, user[0], f"{_LOGIN}.User").get("Display", ("", "")) if user else ("", "")
        session = self._open_one(bus, display[1:]) if display[0] else None
        return None if session is None or _is_elsewhere(session) else session

    def _open_one(self, bus: MessageBus, place: tuple[str, ...] | None) -> dict[str, Any] | None:
        """What there is to know of a session, unless it is over; listened to before it is read."""
        if place is None:
            return None
        (path,) = place
        if path not in self._watched:
            bus.watch(sender=_LOGIN, interface=_PROPERTIES, path=path)
            self._watched.add(path)
        session = _read(bus, path, f"{_LOGIN}.Session")
        return session if session and session.get("State") != "closing" else None


def _read(bus: MessageBus, path: str, interface: str) -> dict[str, Any]:
    """Everything at once; nothing where it is gone."""
    answer = bus.ask_in_time(DBusAddress(path, _LOGIN, _PROPERTIES), "GetAll", "s", interface)
    return {} if answer is None else {name: value for name, (_signature, value) in answer[0].items()}


def _is_hidden(session: dict[str, Any]) -> bool:
    return session.get("LockedHint") is True or session.get("Active") is False


def _is_elsewhere(session: dict[str, Any]) -> bool:
    """Whether it is on another seat or X server than this process, as far as both are told."""
    seats = os.environ.get("XDG_SEAT"), session.get("Seat", ("",))[0]
    screens = os.environ.get("DISPLAY"), session.get("Display")
    return any(ours and theirs and ours.removesuffix(".0") != theirs for ours, theirs in (seats, screens))
