"""A line to a D-Bus of a stage: asks services and waits for them; never starts a bus."""

import subprocess
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from core.clock import steady_s
from core.errors import MachineError
from stage.children import Children

READY_WITHIN_S = 60.0
LOOK_AFTER_S = 0.5
"""How soon it shows that a program that was waited for has ended."""


class BusLine:
    """One connection, for as long as the context lasts."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    def ask(self, service: str, path: str, interface: str, method: str, signature: str = "", *values: object) -> Any:
        """What it answers; raises MachineError where it refuses."""
        question = new_method_call(DBusAddress(path, service, interface), method, signature or None, values)
        answer = self._connection.send_and_get_reply(question, timeout=READY_WITHIN_S)
        if answer.header.message_type is not MessageType.method_return:
            raise MachineError(f"{service} refuses {method}: {answer.body}", "ask it by hand to see why")
        return answer.body

    def await_service(self, name: str, program: "subprocess.Popen[bytes]", children: Children) -> None:
        """Return once `name` is there; raises MachineError when `program`, which brings it, ends instead."""
        rule = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
        rule.add_arg_condition(0, name)
        self._connection.send_and_get_reply(message_bus.AddMatch(rule))
        until = steady_s() + READY_WITHIN_S
        with self._connection.filter(rule) as comings:
            while self._connection.send_and_get_reply(message_bus.NameHasOwner(name)).body != (True,):
                if program.poll() is not None or steady_s() > until:
                    raise MachineError(f"{name} did not come: {children.last_words()}", "run it by hand to see why")
                try:
                    self._connection.recv_until_filtered(comings, timeout=LOOK_AFTER_S)
                except TimeoutError:
                    continue
