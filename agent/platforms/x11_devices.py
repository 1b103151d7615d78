"""The input devices of one X server by XInput 2: their names, and the order to tell of presses; never counts any."""

import struct
from typing import Any

from Xlib.ext import xinput
from Xlib.protocol import rq

from agent.platforms.protocols import DesktopLost
from agent.platforms.x11_connection import Connection
from agent.platforms.x11_presses import HIERARCHY_CHANGED, RAW_BUTTON_PRESS, RAW_KEY_PRESS

OLDEST, WANTED = (2, 1), (2, 2)
"""Versions of XInput: from 2.1 on, an event names the device that it comes from, and menus do not hide it."""
_INFO = struct.Struct("=HHHHHBx")
_CLASS = struct.Struct("=HH")
_PRESSES = 1 << RAW_KEY_PRESS | 1 << RAW_BUTTON_PRESS


def demand_xinput(server: Connection) -> int:
    """The number under which the server knows XInput 2; raises DesktopLost where it has none."""
    opcode = server.extension(xinput.extname)
    if opcode is not None:
        (version,) = server.answers(
            server.ask(xinput.XIQueryVersion, opcode=opcode, major_version=WANTED[0], minor_version=WANTED[1])
        )
        if version is not None and (version.major_version, version.minor_version) >= OLDEST:
            return opcode
    raise DesktopLost(f"the X server {server.name} lacks XInput 2")


def tell_of_presses(server: Connection, opcode: int) -> None:
    """Have the server send every press of every keyboard and pointer, and whenever a device comes or goes.

    Nothing else: what moves is not asked for.
    """
    masks = [(xinput.AllDevices, 1 << HIERARCHY_CHANGED), (xinput.AllMasterDevices, _PRESSES)]
    server.tell(xinput.XISelectEvents, opcode=opcode, window=server.root, masks=masks)


def injecting_devices(server: Connection) -> frozenset[int]:
    """The devices behind which there is software: what XTEST makes up comes from devices of its own."""
    asked = server.ask(_QueryDevices, opcode=demand_xinput(server), deviceid=xinput.AllDevices)
    (found,) = server.answers(asked)
    return frozenset(number for number, name in found.devices if name.endswith(("XTEST pointer", "XTEST keyboard")))


class _Device:
    """Number and name of one device; its keys and axes, with where they stand, are skipped."""

    structcode = None

    def parse_binary(self, data: bytes, _display: object) -> tuple[tuple[int, str], bytes]:
        number, _use, _attachment, classes, length, _enabled = _INFO.unpack_from(data)
        name = data[_INFO.size : _INFO.size + length].decode("utf-8", "replace")
        data = data[_INFO.size + length + -length % 4 :]
        for _class in range(classes):
            _kind, units = _CLASS.unpack_from(data)
            data = data[4 * units :]
        return (number, name), data


class _QueryDevices(rq.ReplyRequest):  # type: ignore[misc]  # python-xlib has no types
    """As python-xlib's own, without what it reads beside the names."""

    _request: Any = xinput.XIQueryDevice._request  # noqa: SLF001 - that is how python-xlib's classes share a layout
    _reply: Any = rq.Struct(
        rq.ReplyCode(),
        rq.Pad(1),
        rq.Card16("sequence_number"),
        rq.ReplyLength(),
        rq.LengthOf("devices", 2),
        rq.Pad(22),
        rq.List("devices", _Device()),
    )
