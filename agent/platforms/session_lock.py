"""Whether the person's session is locked or hidden behind another one, as Linux tells it; never locks anything.

logind tells it, and so do screen savers on the session's bus. Each change ends a wait, and so does going to sleep.
"""

from collections.abc import Callable
from typing import Any, Literal, Protocol

from jeepney import DBusAddress

from agent.platforms.logind import Logind
from agent.platforms.message_bus import BusLost, MessageBus, Unanswered
from core.capability import Capability, Sense
from core.clock import steady_s

TRY_AGAIN_AFTER_S = 60.0
"""A bus that was not there is looked for again after that long."""
_SAVERS = (
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
"""Services that tell whether they cover the screen: GetActive, ActiveChanged; some answer at any path."""
_MAY_MISS = "; a locker that does not tell it, such as swaylock or i3lock, goes unnoticed"
_HAVE_IT_TOLD = "on X11, have xss-lock start the locker; on Wayland, have a script set logind's LockedHint around it"


class _Teller(Protocol):
    """One source on one bus."""

    is_unsure: bool
    """Whether somebody did not answer in time when asked last: what was told before still stands then."""

    def watch(self, bus: MessageBus) -> None:
        """Have the bus tell of changes."""
        ...

    def told(self, bus: MessageBus) -> tuple[str, bool] | None:
        """(who says so, whether the session is locked or hidden); None where nobody says anything."""
        ...


class _ScreenSavers:
    """What locks the screen of most desktops."""

    def __init__(self) -> None:
        self.is_unsure = False
        self._answers: dict[str, tuple[Any, ...] | None] = {}

    def watch(self, bus: MessageBus) -> None:
        for service, _path in _SAVERS:
            bus.watch(interface=service, member="ActiveChanged")
            bus.watch_owner(service)

    def told(self, bus: MessageBus) -> tuple[str, bool] | None:
        self.is_unsure = False
        for service, path in _SAVERS:
            try:
                self._answers[service] = bus.ask_in_time(DBusAddress(path, service, service), "GetActive")
            except Unanswered:
                self.is_unsure = True
        told = [(service, answer[0] is True) for service, answer in self._answers.items() if answer is not None]
        return max(told, key=lambda each: each[1], default=None)


class _Source:
    """One teller with its bus, which may come and go; asked again after a change, or an answer that did not come."""

    def __init__(self, which: Literal["SYSTEM", "SESSION"], make: Callable[[], _Teller]) -> None:
        self._which: Literal["SYSTEM", "SESSION"] = which
        self._make = make
        self._teller = make()
        self._bus: MessageBus | None = None
        self._try_at_s = 0.0
        self._is_stale = False
        self.told: tuple[str, bool] | None = None

    def refresh(self) -> None:
        try:
            self._connect()
            if self._bus is not None and (self._has_news(self._bus) or self._is_stale or self._teller.is_unsure):
                self._is_stale = False
                self.told = self._teller.told(self._bus)
        except BusLost:
            self._lose()

    def changed(self) -> bool:
        """Whether it may tell something else than before; never waits. The loss of the bus counts, once."""
        try:
            self._is_stale |= self._bus is not None and self._has_news(self._bus)
        except BusLost:
            self._lose()
            return True
        return self._is_stale

    def filenos(self) -> list[int]:
        return [] if self._bus is None else [self._bus.fileno()]

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    @staticmethod
    def _has_news(bus: MessageBus) -> bool:
        """A service that answers late can be asked again."""
        answers_again = bus.answered_late()
        return bus.heard() or answers_again

    def _connect(self) -> None:
        if self._bus is None and steady_s() >= self._try_at_s:
            self._try_at_s = steady_s() + TRY_AGAIN_AFTER_S
            self._bus, self._teller, self._is_stale = MessageBus(self._which), self._make(), True
            self._teller.watch(self._bus)

    def _lose(self) -> None:
        self.close()
        self.told = None
        self._is_stale = False


class SessionLock:
    """Listens to everybody who knows of it."""

    def __init__(self) -> None:
        self._sources = (_Source("SYSTEM", Logind), _Source("SESSION", _ScreenSavers))

    def locked(self) -> bool:
        """Whether nobody can see this session now, as far as anybody tells."""
        return any(is_locked for _who, is_locked in self._told())

    def capability(self) -> Capability:
        tellers = [who for who, _is_locked in self._told()]
        if not tellers:
            return Capability(
                sense=Sense.LOCK,
                works=False,
                how="neither logind nor a screen saver tells when the screen is locked",
                remedy="use the screen lock of your desktop; others tell nobody",
            )
        how = f"told by {' and '.join(tellers)} of every change"
        if tellers == [Logind.name]:
            return Capability(sense=Sense.LOCK, works=True, how=f"{how}{_MAY_MISS}", remedy=_HAVE_IT_TOLD)
        return Capability(sense=Sense.LOCK, works=True, how=how)

    def changed(self) -> bool:
        """Whether `locked` may have another answer; never waits."""
        return sum(source.changed() for source in self._sources) > 0  # every one of them hears

    def filenos(self) -> list[int]:
        """What to wait for beside everything else."""
        return [number for source in self._sources for number in source.filenos()]

    def close(self) -> None:
        for source in self._sources:
            source.close()

    def _told(self) -> list[tuple[str, bool]]:
        for source in self._sources:
            source.refresh()
        return [source.told for source in self._sources if source.told is not None]
