"""Presses a key in KWin by its protocol for that; needs nothing of ours, and never runs in our own Python.

Run by a plain user with the system's Python: KWin hears nobody whose program file it cannot read.
"""

import os
import socket
import struct
from pathlib import Path

INTERFACE = b"org_kde_kwin_fake_input\0"
DISPLAY, REGISTRY, KEYBOARD, CALLBACK = 1, 2, 3, 4
SYNC, GET_REGISTRY, BIND, AUTHENTICATE, KEY = 0, 1, 0, 0, 10
KEY_A = 30
"""As the kernel counts keys."""


def request(target: int, opcode: int, *arguments: int | bytes) -> bytes:
    body = b"".join(
        struct.pack("=I", each)
        if isinstance(each, int)
        else struct.pack("=I", len(each)) + each + bytes(-len(each) % 4)
        for each in arguments
    )
    return struct.pack("=IHH", target, opcode, 8 + len(body)) + body


def heard_until(line: socket.socket, expected: bytes) -> bytes:
    heard = b""
    while expected not in heard:
        received = line.recv(65536)
        if not received:
            raise SystemExit("KWin hung up")
        heard += received
    return heard


def number_of_fake_input(line: socket.socket) -> int:
    """The name of the global, out of the announcements of all."""
    line.sendall(request(DISPLAY, GET_REGISTRY, REGISTRY))
    announced = heard_until(line, INTERFACE)
    at = announced.index(INTERFACE) - 8
    (number,) = struct.unpack_from("=I", announced, at)
    return int(number)


if __name__ == "__main__":
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as wayland:
        wayland.settimeout(10)
        wayland.connect(str(Path(os.environ["XDG_RUNTIME_DIR"], os.environ["WAYLAND_DISPLAY"])))
        number = number_of_fake_input(wayland)
        wayland.sendall(request(REGISTRY, BIND, number, INTERFACE, 4, KEYBOARD))
        wayland.sendall(request(KEYBOARD, AUTHENTICATE, b"stage\0", b"to type\0"))
        for pressed in (1, 0):
            wayland.sendall(request(KEYBOARD, KEY, KEY_A, pressed))
        wayland.sendall(request(DISPLAY, SYNC, CALLBACK))
        heard_until(wayland, struct.pack("=IHH", CALLBACK, 0, 12))
