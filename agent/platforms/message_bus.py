"""One connection to a D-Bus message bus, whose messages end a wait; never starts a service or knows what it means."""

from typing import Any, Literal, NamedTuple

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    MessageFlag,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ANSWER_WITHIN_S = 1.0
"""The beat waits so long at most for one answer."""


class BusLost(Exception):
    """The bus is not there, or went away; `str()` says why in plain words."""


class Unanswered(Exception):
    """A service did not answer in time: that is not a no."""


class Call(NamedTuple):
    """What somebody called here."""

    sender: str
    """The unique name of who did."""
    method: str
    values: tuple[Any, ...]


class MessageBus:
    """Asks services and hears their signals and calls; every method raises BusLost once the bus is gone."""

    def __init__(self, which: Literal["SYSTEM", "SESSION"], *, answer_within_s: float = ANSWER_WITHIN_S) -> None:
        self.answer_within_s = answer_within_s
        self._name = "session bus" if which == "SESSION" else "system bus"
        self._heard = self._was_late = False
        self._served: tuple[str, str] | None = None
        self._calls: list[Call] = []
        try:
            self._connection: DBusConnection = open_dbus_connection(which)
        except (OSError, KeyError, RuntimeError, ValueError, DBusErrorResponse) as error:
            raise BusLost(f"there is no D-Bus {self._name}") from error

    def fileno(self) -> int:
        number: int = self._connection.sock.fileno()
        return number

    @property
    def unique_name(self) -> str:
        """What others call us; given to nobody else for as long as the bus runs."""
        name: str = self._connection.unique_name
        return name

    def serve(self, path: str, interface: str) -> None:
        """Take calls of this interface and answer each with nothing; all others are refused."""
        self._served = path, interface

    def calls(self) -> list[Call]:
        """What was called since the last time, in order; never waits."""
        self._hear()
        calls, self._calls = self._calls, []
        return calls

    def watch(self, **of: str) -> None:
        """Hear signals that fit `of`, as in a match rule of D-Bus."""
        self._asked(message_bus.AddMatch(MatchRule(type="signal", **of)))

    def watch_owner(self, service: str) -> None:
        """Hear when `service` comes or goes."""
        rule = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
        rule.add_arg_condition(0, service)
        self._asked(message_bus.AddMatch(rule))

    def ask(self, address: DBusAddress, method: str, signature: str = "", *values: object) -> tuple[Any, ...] | None:
        """What a service answers; None where it is not there or says no."""
        return self._asked(_question(address, method, signature, values))

    def ask_in_time(
        self, address: DBusAddress, method: str, signature: str = "", *values: object
    ) -> tuple[Any, ...] | None:
        """As `ask`, for those to whom silence is not a no: raises Unanswered."""
        return self._in_time(_question(address, method, signature, values))

    def property_of(self, address: DBusAddress, name: str) -> Any:
        """The value of a property; None where there is none."""
        properties = DBusAddress(address.object_path, address.bus_name, "org.freedesktop.DBus.Properties")
        answer = self.ask(properties, "Get", "ss", address.interface, name)
        return None if answer is None else answer[0][1]

    def has(self, service: str) -> bool:
        """Whether `service` runs."""
        return self._asked(message_bus.NameHasOwner(service)) == (True,)

    def owner_of(self, service: str) -> str | None:
        """The unique name of whoever is `service`; None where it does not run."""
        answer = self._asked(message_bus.GetNameOwner(service))
        return str(answer[0]) if answer else None

    def pid_of(self, name: str) -> int | None:
        """The process behind a name; None where there is none or the bus does not know."""
        answer = self._asked(message_bus.GetConnectionUnixProcessID(name))
        return int(answer[0]) if answer else None

    def heard(self) -> bool:
        """Whether a signal came since the last call; never waits."""
        self._hear()
        heard, self._heard = self._heard, False
        return heard

    def answered_late(self) -> bool:
        """Whether a service answered since the last call that had been given up: it no longer hangs; never waits."""
        self._hear()
        was_late, self._was_late = self._was_late, False
        return was_late

    def close(self) -> None:
        self._connection.close()

    def _hear(self) -> None:
        try:
            while True:
                self._note(self._connection.receive(timeout=0))
        except TimeoutError:
            return
        except OSError as error:
            raise self._lost(error) from error

    def _asked(self, question: Any) -> tuple[Any, ...] | None:
        try:
            return self._in_time(question)
        except Unanswered:
            return None

    def _in_time(self, question: Any) -> tuple[Any, ...] | None:
        """Signals and calls that come before the answer are kept in mind."""
        connection = self._connection
        try:
            serial = next(connection.outgoing_serial)
            connection.send(question, serial=serial)
            while True:
                message = connection.receive(timeout=self.answer_within_s)
                if message.header.fields.get(HeaderFields.reply_serial) == serial:
                    break
                self._note(message)
        except TimeoutError as silence:
            raise Unanswered(f"no answer within {self.answer_within_s:g} s") from silence
        except OSError as error:
            raise self._lost(error) from error
        return message.body if message.header.message_type is MessageType.method_return else None

    def _note(self, message: Any) -> None:
        self._heard |= message.header.message_type is MessageType.signal
        self._was_late |= HeaderFields.reply_serial in message.header.fields
        if message.header.message_type is MessageType.method_call:
            self._take_call(message)

    def _take_call(self, message: Any) -> None:
        fields = message.header.fields
        is_served = self._served == (fields[HeaderFields.path], fields.get(HeaderFields.interface))
        if is_served:
            self._calls.append(Call(fields[HeaderFields.sender], fields[HeaderFields.member], message.body))
        if not message.header.flags & MessageFlag.no_reply_expected:
            refusal = "org.freedesktop.DBus.Error.UnknownMethod"
            self._connection.send(new_method_return(message) if is_served else new_error(message, refusal))

    def _lost(self, error: OSError) -> BusLost:
        return BusLost(f"the D-Bus {self._name} went away ({error.strerror or error})")


def _question(address: DBusAddress, method: str, signature: str, values: tuple[object, ...]) -> Any:
    question = new_method_call(address, method, signature or None, values)
    question.header.flags |= MessageFlag.no_auto_start
    return question
