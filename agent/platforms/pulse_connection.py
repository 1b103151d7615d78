"""One connection to a sound server, by PulseAudio's native protocol, which PipeWire serves too; never moves sound."""

import os
import select
import socket
import struct
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NoReturn

from agent.platforms.local_line import open_line, reason, take_arrived
from agent.platforms.pulse_wire import Value, packed, taken, values_of
from core.clock import steady_s

ANSWER_WITHIN_S = 1.0
"""The beat waits so long at most for one answer."""
VERSION = 19
"""Of the protocol, from 2010: the first in which a recording stream says that it is held back."""
COOKIE_BYTES = 256
_REPLY, _AUTH, _SET_CLIENT_NAME, _SUBSCRIBE, _SUBSCRIBE_EVENT = 2, 8, 9, 35, 66
_RECORDING_STREAMS = 8
"""The bit of the subscription mask."""
_NO_TAG = 0xFFFFFFFF
_WHO = struct.Struct("=iII")


class SoundServerLost(Exception):
    """No sound server answers; `str()` says why in plain words."""


class SoundServer:
    """Asks, and hears of recording streams that come, change and go.

    Every method raises SoundServerLost once the server is gone.
    """

    def __init__(self) -> None:
        self._unread = bytearray()
        self._tags = count()
        self._heard = False
        self._socket = _connected()
        try:
            if self.ask(_AUTH, VERSION, _cookie()) is None:
                self._lose("it does not let us in")
            self.ask(_SET_CLIENT_NAME, {"application.name": "Engineroom"})
            self.ask(_SUBSCRIBE, _RECORDING_STREAMS)
        except SoundServerLost:
            self.close()
            raise

    def fileno(self) -> int:
        return self._socket.fileno()

    def ask(self, command: int, *arguments: Value) -> list[Value] | None:
        """What the server answers; None where it says no."""
        tag = next(self._tags)
        until = steady_s() + ANSWER_WITHIN_S
        try:
            self._socket.sendmsg([packed(command, tag, *arguments)], [_who_we_are()])
        except OSError as gone:
            self._lose(reason(gone))
        while True:
            for told in self._told():
                if told[1:2] == [tag]:
                    return told[2:] if told[0] == _REPLY else None
            if not select.select([self._socket], [], [], max(0.0, until - steady_s()))[0]:
                self._lose("it does not answer")

    def heard(self) -> bool:
        """Whether anything happened to a recording stream since the last call; never waits."""
        self._told()
        heard, self._heard = self._heard, False
        return heard

    def close(self) -> None:
        self._socket.close()

    def _told(self) -> list[list[Value]]:
        """What has arrived, but for events, which are kept in mind."""
        try:
            take_arrived(self._socket, self._unread)
        except OSError as gone:
            self._lose(reason(gone))
        try:
            told = [values_of(body) for body in taken(self._unread)]
        except ValueError as nonsense:
            self._lose(f"it sent {nonsense}")
        events = [each for each in told if each[:2] == [_SUBSCRIBE_EVENT, _NO_TAG]]
        self._heard |= bool(events)
        return [each for each in told if each not in events]

    def _lose(self, why: str) -> NoReturn:
        self.close()
        raise SoundServerLost(f"the sound server went away: {why}")


def _connected() -> socket.socket:
    """A socket to the first of the places at which somebody listens."""
    refusals = []
    for path in _places():
        try:
            return open_line(path)
        except OSError as refusal:
            refusals.append(reason(refusal))
    why = refusals[0] if refusals else "PULSE_SERVER names one on another machine"
    raise SoundServerLost(f"no sound server can be reached: {why}")


def _places() -> Sequence[Path]:
    """Where a sound server of this person may listen."""
    named = os.environ.get("PULSE_SERVER")
    if named:
        local = (each.rpartition("}")[2].removeprefix("unix:") for each in named.split())
        return [Path(path) for path in local if path.startswith("/")]
    own = os.environ.get("PULSE_RUNTIME_PATH") or Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "pulse")
    return [Path(own, "native"), Path("/run/pulse/native")]


def _who_we_are() -> tuple[int, int, bytes]:
    """What the kernel vouches for; a server lets in whoever is the same user."""
    return socket.SOL_SOCKET, socket.SCM_CREDENTIALS, _WHO.pack(os.getpid(), os.getuid(), os.getgid())


def _cookie() -> bytes:
    """What lets in whoever is not known by being the same user; zeros, which are no secret, where there is none."""
    home = os.environ.get("HOME", "/nowhere")
    places = (os.environ.get("PULSE_COOKIE"), f"{home}/.config/pulse/cookie", f"{home}/.pulse-cookie")
    for place in filter(None, places):
        with suppress(OSError):
            cookie = Path(place).read_bytes()
            if len(cookie) == COOKIE_BYTES:
                return cookie
    return bytes(COOKIE_BYTES)
