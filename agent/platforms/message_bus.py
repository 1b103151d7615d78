"""One connection to a D-Bus message bus, whose signals end a wait; never starts a service or knows what it means."""

from typing import Any, Literal

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, MessageFlag, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ANSWER_WITHIN_S = 1.0
"""The beat waits so long at most for one answer."""


class BusLost(Exception):
    """The bus is not there, or went away; `str()` says why in plain words."""


class MessageBus:
    """Asks services and hears their signals; every method raises BusLost once the bus is gone."""

    def __init__(self, which: Literal["SYSTEM", "SESSION"]) -> None:
        self._name = "session bus" if which == "SESSION" else "system bus"
        self._heard = False
        try:
            self._connection: DBusConnection = open_dbus_connection(which)
        except (OSError, KeyError, RuntimeError, ValueError, DBusErrorResponse) as error:
            raise BusLost(f"there is no D-Bus {self._name}") from error

    def fileno(self) -> int:
        number: int = self._connection.sock.fileno()
        return number

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
        question = new_method_call(address, method, signature or None, values)
        question.header.flags |= MessageFlag.no_auto_start
        return self._asked(question)

    def property_of(self, address: DBusAddress, name: str) -> Any:
        """The value of a property; None where there is none."""
        properties = DBusAddress(address.object_path, address.bus_name, "org.freedesktop.DBus.Properties")
        answer = self.ask(properties, "Get", "ss", address.interface, name)
        return None if answer is None else answer[0][1]

    def has(self, service: str) -> bool:
        """Whether `service` runs."""
        return self._asked(message_bus.NameHasOwner(service)) == (True,)

    def heard(self) -> bool:
        """Whether a signal came since the last call; never waits."""
        try:
            while True:
                self._note(self._connection.receive(timeout=0))
        except TimeoutError:
            heard, self._heard = self._heard, False
            return heard
        except OSError as error:
            raise self._lost(error) from error

    def close(self) -> None:
        self._connection.close()

    def _asked(self, question: Any) -> tuple[Any, ...] | None:
        """Signals that come before the answer are kept in mind."""
        connection = self._connection
        try:
            serial = next(connection.outgoing_serial)
            connection.send(question, serial=serial)
            while True:
                message = connection.receive(timeout=ANSWER_WITHIN_S)
                if message.header.fields.get(HeaderFields.reply_serial) == serial:
                    break
                self._note(message)
        except TimeoutError:
            return None
        except OSError as error:
            raise self._lost(error) from error
        return message.body if message.header.message_type is MessageType.method_return else None

    def _note(self, message: Any) -> None:
        self._heard |= message.header.message_type is MessageType.signal

    def _lost(self, error: OSError) -> BusLost:
        return BusLost(f"the D-Bus {self._name} went away ({error.strerror or error})")
