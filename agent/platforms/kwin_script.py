"""Our script inside KWin, which tells of the window in front over D-Bus; never commands KWin beyond loading it."""

from pathlib import Path
from typing import NoReturn

import msgspec
from jeepney import DBusAddress

from agent.platforms.message_bus import BusLost, MessageBus
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland_connection import Peer, runtime_folder

ANSWER_WITHIN_S = 5.0
"""A compositor that is silent for longer hangs."""
_SOURCE = Path(__file__).with_suffix(".js")
_KWIN = "org.kde.KWin"
_SCRIPTING = DBusAddress("/Scripting", _KWIN, "org.kde.kwin.Scripting")
_RUNNING_AT = ("/Scripting/Script{}", "/{}")
"""Where KWin 6 and KWin 5 put a script."""
_PATH, _INTERFACE = "/Engineroom", "io.engineroom.Window"
_FILE = "engineroom-kwin"


class Front(msgspec.Struct, frozen=True):
    """What KWin calls the window in front."""

    title: str
    program: str
    """Its class, or the id of its program; empty when it has none."""
    pid: int


class KWinScript:
    """Runs for as long as this lives; every method raises DesktopLost once KWin or the bus is gone."""

    def __init__(self, compositor: Peer) -> None:
        """`compositor`: whom the Wayland connection leads to, so that it is the same KWin."""
        self.closed = False
        self.changed = True
        """Whether the window in front is another one, or has another title, since this was last set back."""
        self.front: Front | None = None
        self._has_told = self._rests = False
        try:
            self._bus = MessageBus("SESSION", answer_within_s=ANSWER_WITHIN_S)
        except BusLost as lost:
            raise DesktopLost(f"KWin cannot be reached: {lost}") from lost
        try:
            self._kwin = self._owner_in(compositor)
            self._bus.serve(_PATH, _INTERFACE)
            self._name = _FILE + self._bus.unique_name.replace(":", "-")
            self._file = runtime_folder() / f"{self._name}.js"
            self._take_out_orphans()
            self._load()
        except BusLost as lost:
            self._bus.close()
            raise DesktopLost(f"KWin cannot be reached: {lost}") from lost
        except DesktopLost:
            self._bus.close()
            raise

    def fileno(self) -> int:
        return self._bus.fileno()

    def take(self) -> None:
        """Note what the script has told; never waits. During a rest nothing is noted."""
        try:
            calls = self._bus.calls()
        except BusLost as lost:
            self._lose(str(lost))
        for call in calls:
            if call.sender == self._kwin and not self._rests:  # else anybody on the bus could make windows up
                self._note(call.values)

    def rest(self) -> None:
        """Take the script out of KWin until the next `confirm`, and forget what it told."""
        if self._rests:
            return
        self._rests = True
        self.front, self.changed = None, False
        try:
            self._take_out(self._file)
        except BusLost as lost:
            self._lose(str(lost))
        self.take()

    def confirm(self) -> None:
        """Everything that KWin has done so far is known afterwards; ends a rest.

        Raises DesktopLost when it does not answer in time; the script goes on.
        """
        if self._rests:
            self._go_on()
            return
        try:
            answer = self._bus.ask(_SCRIPTING, "isScriptLoaded", "s", self._name)
            is_there = answer is not None or self._bus.owner_of(_KWIN) == self._kwin
        except BusLost as lost:
            self._lose(str(lost))
        if answer == (False,) or not is_there:
            self._lose("our script in it was stopped")
        if answer is None:
            raise DesktopLost("KWin does not answer")
        self.take()

    def close(self) -> None:
        """Leave nothing behind in KWin."""
        self.closed = True
        try:
            self._take_out(self._file)
        except BusLost:
            self._file.unlink(missing_ok=True)
        self._bus.close()

    def _go_on(self) -> None:
        self._has_told = self._rests = False
        try:
            self._load()
        except BusLost as lost:
            self._lose(str(lost))
        except DesktopLost:
            self._rests = True
            raise

    def _owner_in(self, compositor: Peer) -> str:
        """One person may have several sessions on one bus, and KWin in another one of them."""
        owner = self._bus.owner_of(_KWIN)
        pid = None if owner is None else self._bus.pid_of(owner)
        if owner is None or pid is None or compositor.pid not in {pid, _parent_of(pid)}:
            raise DesktopLost("KWin cannot be reached: it is not the compositor of this Wayland display")
        return owner

    def _load(self) -> None:
        source = _SOURCE.read_text(encoding="ascii")
        for mark, value in (("LISTENER", self._bus.unique_name), ("PATH", _PATH), ("INTERFACE", _INTERFACE)):
            source = source.replace(f"@{mark}@", value)
        try:
            self._file.write_text(source, encoding="ascii")
        except OSError as refusal:
            raise DesktopLost(f"KWin cannot be given our script: {refusal.strerror}") from refusal
        loaded = self._bus.ask(_SCRIPTING, "loadScript", "ss", str(self._file), self._name)
        if loaded is not None:
            self._run(loaded[0])
        if not self._has_told:
            self._take_out(self._file)
            raise DesktopLost("KWin does not run our script")

    def _run(self, number: int) -> None:
        for place in _RUNNING_AT:
            if self._bus.ask(DBusAddress(place.format(number), _KWIN, "org.kde.kwin.Script"), "run") is not None:
                break
        self.take()

    def _take_out_orphans(self) -> None:
        """Take out the scripts of agents that were killed: their names on the bus are gone, their files are not."""
        for file in self._file.parent.glob(f"{_FILE}-*.js"):
            name = file.stem.removeprefix(f"{_FILE}-")
            if self._bus.owner_of(f":{name}") in {None, self._bus.unique_name}:
                self._take_out(file)

    def _take_out(self, file: Path) -> None:
        self._bus.ask(_SCRIPTING, "unloadScript", "s", file.stem)
        file.unlink(missing_ok=True)

    def _note(self, values: tuple[object, ...]) -> None:
        try:
            (told,) = msgspec.convert(values, tuple[str])
            front = msgspec.json.decode(told, type=Front | None)
        except msgspec.MsgspecError as nonsense:
            self._lose(f"our script in it told what cannot be read: {nonsense}")
        self._has_told = True
        self.changed |= front != self.front
        self.front = front

    def _lose(self, reason: str) -> NoReturn:
        self.closed = True
        raise DesktopLost(f"KWin went away: {reason}")


def _parent_of(pid: int) -> int | None:
    """The wrapper that starts KWin again after a crash holds its Wayland socket."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return int(stat.rpartition(")")[2].split()[1])
