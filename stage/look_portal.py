"""Plays the desktop portal that tells programs of light, dark and high contrast; knows no other setting."""

import threading
from types import TracebackType
from typing import Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

SERVICE, PATH, SETTINGS = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
APPEARANCE = "org.freedesktop.appearance"
LISTEN_AGAIN_S = 0.05


class LookPortal:
    """Entered as a context, it is there; `set` changes what the person prefers, and says so to every program."""

    def __init__(self, address: str) -> None:
        """`address` is that of a bus on which nobody else is the portal."""
        self._connection = open_dbus_connection(address)
        self._values = {"color-scheme": 0, "contrast": 0}
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._answering = threading.Thread(target=self._answer_all, daemon=True)

    def __enter__(self) -> Self:
        self._connection.send_and_get_reply(message_bus.RequestName(SERVICE))
        self._answering.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._answering.join()
        self._connection.close()

    def set(self, name: str, value: int) -> None:
        """`color-scheme`: 1 is dark, 2 light, 0 neither; `contrast`: 1 is high."""
        with self._lock:
            self._values[name] = value
        emitter = DBusAddress(PATH, SERVICE, SETTINGS)
        self._connection.send(new_signal(emitter, "SettingChanged", "ssv", (APPEARANCE, name, ("u", value))))

    def _answer_all(self) -> None:
        while not self._ended.is_set():
            try:
                asked = self._connection.receive(timeout=LISTEN_AGAIN_S)
            except TimeoutError:
                continue
            if asked.header.message_type is MessageType.method_call:
                self._answer(asked)

    def _answer(self, asked: Message) -> None:
        method = asked.header.fields[HeaderFields.member]
        with self._lock:
            values = {name: ("u", value) for name, value in self._values.items()}
        if method == "ReadAll":
            self._connection.send(new_method_return(asked, "a{sa{sv}}", ({APPEARANCE: values},)))
        elif method in {"Read", "ReadOne"}:
            value = values.get(asked.body[1], ("u", 0))
            self._connection.send(new_method_return(asked, "v", (value if method == "ReadOne" else ("v", value),)))
        else:
            self._connection.send(new_method_return(asked))
