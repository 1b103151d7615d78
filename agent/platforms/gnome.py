"""What GNOME Shell shows: the window in front by our own extension, idle time by Mutter; never commands it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager

from jeepney import DBusAddress

from agent.platforms.gnome_shell import EXTENSIONS, SHELL, SILENT, Fault, fault_of_extension
from agent.platforms.message_bus import BusLost, MessageBus
from agent.platforms.names import ProcessNames, clean_title
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland_connection import Peer, WaylandConnection
from core.capability import Capability, Sense
from core.sample import Sight, Window

_FRONT = DBusAddress("/org/engineroom/WindowInFront", SHELL, "org.engineroom.WindowInFront")
_IDLE = DBusAddress(
    "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor", "org.gnome.Mutter.IdleMonitor"
)


class GnomeView:
    """Window and idle time of one GNOME Shell; where our extension is missing it says so, and hears when it comes."""

    name = "gnome"

    def __init__(self) -> None:
        """Raises DesktopLost where no compositor answers, or another one than GNOME Shell."""
        with ExitStack() as opened:
            self._server = opened.enter_context(closing(WaylandConnection()))
            self._bus = _bus_of(self._server.peer)
            opened.pop_all()
        self._processes = ProcessNames()
        self._bus_is_lost = False
        self._window: Window | None = None
        self._has_news = True
        self._is_known = False
        """Whether `_window` is what was in front when it was last asked."""
        self._is_sound = False
        """Whether the extension is the one that we know, and did its work when it was last asked."""

    @property
    def closed(self) -> bool:
        return self._server.closed or self._bus_is_lost

    def filenos(self) -> Sequence[int]:
        return (self._server.fileno(), self._bus.fileno())

    def changed(self) -> bool:
        self._server.take()
        with self._while_on_the_bus():
            answers_again = self._bus.answered_late()
            self._has_news |= self._bus.heard() or answers_again
        return self._has_news

    def look(self) -> Sight:
        is_stale = self.changed() or not self._is_known
        with self._while_on_the_bus():
            if is_stale:
                self._has_news = self._is_known = False
                self._read_window()
            return Sight(window=self._window, idle_ms=self._idle_ms())

    def rest(self) -> None:
        """The extension tells that something changed, and what it is only when asked."""
        self._window, self._is_known = None, False

    def capabilities(self) -> tuple[Capability, Capability]:
        with self._while_on_the_bus():
            fault = fault_of_extension(self._bus)
            tells_idle = fault != SILENT and self._bus.ask(_IDLE, "GetIdletime") is not None
        return _window_capability(fault), _idle_capability(works=tells_idle)

    def close(self) -> None:
        self._bus.close()
        self._server.close()

    def _read_window(self) -> None:
        told = self._bus.ask(_FRONT, "Get") if self._is_sound else None
        if told is None:
            self._demand_sound()
            told = self._bus.ask(_FRONT, "Get")
        if told is None:
            raise DesktopLost(str(SILENT))
        is_there, app, title, pid, _client = told
        app = self._processes.app_known_as(app, pid)
        self._window = Window(app=app, title=clean_title(title)) if is_there else None
        self._is_known = True

    def _demand_sound(self) -> None:
        """Raises DesktopLost, in the words of the fault."""
        self._is_sound = False
        fault = fault_of_extension(self._bus)
        if fault is not None:
            raise DesktopLost(str(fault))
        self._is_sound = True

    def _idle_ms(self) -> int:
        answer = self._bus.ask(_IDLE, "GetIdletime")
        if answer is None:
            raise DesktopLost(str(SILENT))
        idle_ms: int = answer[0]
        return idle_ms

    @contextmanager
    def _while_on_the_bus(self) -> Iterator[None]:
        try:
            yield
        except BusLost as lost:
            self._bus_is_lost = True
            raise DesktopLost(str(lost)) from lost


def _bus_of(compositor: Peer) -> MessageBus:
    """Listening already. Another compositor may run in a window of GNOME Shell, on the same bus."""
    try:
        bus = MessageBus("SESSION")
    except BusLost as lost:
        raise DesktopLost(str(lost)) from lost
    try:
        bus.watch(sender=SHELL, interface=_FRONT.interface, path=_FRONT.object_path)
        bus.watch(sender=SHELL, interface=EXTENSIONS.interface, member="ExtensionStateChanged")
        shell_pid = bus.pid_of(SHELL)
    except BusLost as lost:
        bus.close()
        raise DesktopLost(str(lost)) from lost
    if shell_pid != compositor.pid:
        bus.close()
        raise DesktopLost("GNOME Shell does not draw this screen")
    return bus


def _window_capability(fault: Fault | None) -> Capability:
    if fault is not None:
        return Capability(sense=Sense.WINDOW, works=False, how=fault.how, remedy=fault.remedy)
    how = "GNOME Shell, told by Engineroom's extension of every change"
    return Capability(sense=Sense.WINDOW, works=True, how=how)


def _idle_capability(*, works: bool) -> Capability:
    if not works:
        return Capability(sense=Sense.IDLE, works=False, how=SILENT.how, remedy=SILENT.remedy)
    return Capability(sense=Sense.IDLE, works=True, how="GNOME Shell, measured by Mutter's idle monitor")
