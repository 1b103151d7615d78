"""What an X server sends, counted by device; the bytes made here by the tables of the X protocol."""

import random
import struct

from agent.platforms.x11_presses import BUFFER_BYTES, HIERARCHY_CHANGED, RAW_BUTTON_PRESS, RAW_KEY_PRESS, Presses

RAW_MOTION = 17
KEYBOARD, MOUSE = 6, 7


def raw_event(kind: int, source: int, *, detail: int = 38, axes: int = 0) -> bytes:
    """An event of XInput 2 with `axes` valuators: their mask, their values, and their raw values."""
    tail = struct.pack("=I", 3) + bytes(16 * axes) if axes else b""
    head = struct.pack("=BBHIHHIIHHI4x", 35, 131, 7, len(tail) // 4, kind, 3, 123456, detail, source, bool(axes), 0)
    assert len(head) == 32
    return head + tail


class Server:
    """Has these bytes ready, a piece at a time."""

    def __init__(self, sent: bytes, pieces: int | None = None) -> None:
        self.left = sent
        self._pieces = pieces
        self.buffer = memoryview(b"")

    def read_into(self, view: memoryview) -> int:
        self.buffer = view
        size = min(len(view), len(self.left), self._pieces or len(self.left))
        view[:size] = self.left[:size]
        self.left = self.left[size:]
        return size


def test_presses_are_counted_by_the_device_that_they_come_from() -> None:
    """Keys and buttons alike; a pointer that moves is none, and neither is what the server says of other things."""
    mapping_notify, error = bytes([34]) + bytes(31), bytes(32)
    sent = b"".join(
        [
            raw_event(RAW_KEY_PRESS, KEYBOARD),
            mapping_notify,
            raw_event(RAW_BUTTON_PRESS, MOUSE, axes=2),
            raw_event(RAW_MOTION, MOUSE, axes=2),
            error,
            raw_event(RAW_KEY_PRESS, KEYBOARD),
        ]
    )
    presses = Presses(Server(sent).read_into)

    assert presses.by_source() == {KEYBOARD: 2, MOUSE: 1}
    assert presses.by_source() == {}


def test_it_counts_the_same_however_the_bytes_arrive() -> None:
    """Ten thousand presses, in pieces of every size."""
    choice = random.Random(3)
    made = [(choice.choice((RAW_KEY_PRESS, RAW_BUTTON_PRESS)), choice.choice((KEYBOARD, MOUSE))) for _ in range(10_000)]
    sent = b"".join(raw_event(kind, source, axes=choice.randrange(3)) for kind, source in made)
    expected = {source: sum(each == source for _kind, each in made) for source in (KEYBOARD, MOUSE)}
    for pieces in (7, 33, 1000, BUFFER_BYTES - 1, len(sent)):
        presses = Presses(Server(sent, pieces).read_into)
        assert presses.by_source() == expected


def test_which_device_is_which_may_change() -> None:
    """It is to be asked at first, and whenever one comes or goes."""
    presses = Presses(Server(raw_event(RAW_KEY_PRESS, KEYBOARD) + raw_event(HIERARCHY_CHANGED, 0)).read_into)
    assert presses.devices_changed
    presses.devices_changed = False

    assert presses.by_source() == {KEYBOARD: 1}
    assert presses.devices_changed


def test_nothing_of_what_was_pressed_stays_behind() -> None:
    """The buffer is wiped; of an event that is not whole yet only its first bytes are kept until it is."""
    password = b"".join(raw_event(RAW_KEY_PRESS, KEYBOARD, detail=code) for code in (38, 39, 40, 41))
    server = Server(password + password[:20])
    presses = Presses(server.read_into)
    presses.by_source()
    assert presses._buffer.count(0) == BUFFER_BYTES - sum(byte != 0 for byte in password[:20])

    server.left = password[20:]
    assert presses.by_source() == {KEYBOARD: 4}
    assert presses._buffer.count(0) == BUFFER_BYTES
