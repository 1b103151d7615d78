"""Who holds a microphone, as the sound server of a Linux session tells; never hears a sound.

Each recording stream that comes, changes or goes ends a wait, and only then is the server asked.
"""

from collections.abc import Mapping

from agent.platforms.names import clean_app, clean_app_id
from agent.platforms.pulse_connection import SoundServer, SoundServerLost
from agent.platforms.pulse_wire import Value
from core.capability import Capability, Sense
from core.clock import steady_s

BACK_WITHIN_S = 1.0
"""A sound server that goes away is looked for after that long: most are started again at once."""
TRY_AGAIN_AFTER_S = 10.0
"""One that was not there is looked for again after that long."""
_GET_SERVER_INFO, _GET_SOURCE_INFO, _GET_SOURCE_OUTPUT_INFO_LIST = 20, 23, 32
_STREAM_FIELDS = 13
"""How many values describe one recording stream in the version of the protocol that we ask for."""
_SOURCE, _PROPERTIES, _HELD_BACK = 4, 11, 12
"""Which of them say where it records from, who it is, and whether it waits."""
_MONITOR_OF = 8
"""Which value of a source says of which loudspeaker it is the echo."""
_NONE = 0xFFFFFFFF


class PulseCalls:
    """The recording streams of PulseAudio, or of PipeWire in its place."""

    def __init__(self) -> None:
        self._server: SoundServer | None = None
        self._fault = ""
        self._kind = ""
        self._try_at_s = 0.0
        self._is_stale = False
        self._holders: frozenset[str] = frozenset()
        self._has_told = False
        """Whether the server that is connected has said who holds a microphone."""

    def capability(self) -> Capability:
        """Without asking who holds a microphone."""
        try:
            self._connected()
        except SoundServerLost as lost:
            self._lose(lost)
        if self._server is None:
            return Capability(
                sense=Sense.CALL,
                works=False,
                how=f"nobody tells who holds the microphone: {self._fault}",
                remedy="start PipeWire with pipewire-pulse, or PulseAudio; Engineroom finds it by itself",
            )
        return Capability(sense=Sense.CALL, works=True, how=f"told by {self._kind} of every change")

    def holders(self) -> frozenset[str]:
        """Every name of each program that takes sound from a microphone now."""
        self._refresh()
        return self._holders

    def changed(self) -> bool:
        """Whether `holders` may have another answer; never waits. The loss of the server counts, once."""
        try:
            self._is_stale |= self._server is not None and self._server.heard()
        except SoundServerLost as lost:
            self._lose(lost)
            return True
        return self._is_stale

    def rest(self) -> None:
        """Forget who holds a microphone, and ask nobody before the next `holders`."""
        self._holders, self._is_stale = frozenset(), self._server is not None

    def filenos(self) -> list[int]:
        """What to wait for beside everything else."""
        return [] if self._server is None else [self._server.fileno()]

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _refresh(self) -> None:
        try:
            server = self._connected()
            if server is not None and (server.heard() or self._is_stale):
                self._is_stale = False
                self._holders = _holders(server)
                self._has_told = True
        except SoundServerLost as lost:
            self._lose(lost)

    def _connected(self) -> SoundServer | None:
        if self._server is None and steady_s() >= self._try_at_s:
            self._try_at_s = steady_s() + TRY_AGAIN_AFTER_S
            self._server, self._is_stale = SoundServer(), True
            self._kind = _kind(self._server)
        return self._server

    def _lose(self, lost: SoundServerLost) -> None:
        """A call outlives a server that is started again: who held a microphone does so until the next try fails."""
        if self._has_told:
            self._try_at_s = steady_s() + BACK_WITHIN_S
        else:
            self._holders = frozenset()
        self.close()
        self._fault = str(lost)
        self._is_stale = self._has_told = False


def _kind(server: SoundServer) -> str:
    """What the server calls itself: `pulseaudio`, or `PulseAudio (on PipeWire 1.4.2)`."""
    told = server.ask(_GET_SERVER_INFO)
    return "PipeWire" if told and "PipeWire" in str(told[0]) else "PulseAudio"


def _holders(server: SoundServer) -> frozenset[str]:
    told = server.ask(_GET_SOURCE_OUTPUT_INFO_LIST) or []
    starts = range(0, len(told) - _STREAM_FIELDS + 1, _STREAM_FIELDS)
    streams = [told[start : start + _STREAM_FIELDS] for start in starts]
    running = [stream for stream in streams if stream[_HELD_BACK] is False]
    microphones = {source for source in {stream[_SOURCE] for stream in running} if _is_microphone(server, source)}
    return frozenset(name for stream in running if stream[_SOURCE] in microphones for name in _names(stream))


def _is_microphone(server: SoundServer, source: Value) -> bool:
    """Whether what it gives comes from outside, and is not what the loudspeakers play."""
    told = server.ask(_GET_SOURCE_INFO, source, None) if isinstance(source, int) else None
    return told is not None and told[_MONITOR_OF : _MONITOR_OF + 1] == [_NONE]


def _names(stream: list[Value]) -> set[str]:
    """Every name of the program behind a stream."""
    told = stream[_PROPERTIES]
    if not isinstance(told, Mapping):
        return set()
    shown = (clean_app(told.get(name, "")) for name in ("application.process.binary", "application.name"))
    return {*shown, clean_app_id(told.get("application.id", ""))} - {""}
