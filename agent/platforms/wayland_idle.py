"""How long nobody has touched keyboard and mouse, as a Wayland compositor tells it; never sees any input itself.

The compositor says that there was no input for a second, and that there is input again; in between the time is counted.
"""

from agent.platforms.wayland_connection import WaylandConnection
from agent.platforms.wayland_wire import Arguments
from core.capability import Capability, Sense
from core.clock import MS_PER_S, steady_s

FELL_IDLE_AFTER_MS = 1000
"""Shorter would wake the agent at every pause in typing."""
_SEAT, _EXT, _KDE = "wl_seat", "ext_idle_notifier_v1", "org_kde_kwin_idle"
_EXT_HEEDING_INHIBITORS, _EXT_INPUT_ONLY = 1, 2
_KDE_GET_TIMEOUT = 0
_IDLED, _RESUMED = 0, 1
_HEEDS_INHIBITORS = "; a program that keeps the screen awake, such as a video, counts as input"


class IdleWatch:
    """Counts from the last input on the first seat; from its own start where there was none since."""

    def __init__(self, server: WaylandConnection) -> None:
        self.how = ""
        """The protocol that tells it; empty where the compositor offers none."""
        self._is_idle = False
        self._input_s = steady_s()
        """While idle, when the last input was; else when the first one after idle was."""
        self._fault = ""
        if _SEAT not in server.globals:
            self._fault = "this Wayland compositor has neither keyboard nor mouse"
        elif _EXT in server.globals:
            self._ask_ext(server)
        elif _KDE in server.globals:
            self._ask_kde(server)
        else:
            self._fault = "this Wayland compositor offers neither ext-idle-notify nor the older KDE protocol"

    def capability(self) -> Capability:
        if self.how:
            return Capability(sense=Sense.IDLE, works=True, how=self.how)
        return Capability(
            sense=Sense.IDLE,
            works=False,
            how=self._fault,
            remedy="install a newer release of the compositor, or choose an X11 (Xorg) session when you log in",
        )

    def idle_ms(self) -> int | None:
        """Milliseconds since the last input; None where the compositor does not tell.

        While somebody types, only the first input after idle is known: the others came within the last second.
        """
        if not self.how:
            return None
        since_ms = round((steady_s() - self._input_s) * MS_PER_S)
        return since_ms if self._is_idle or since_ms < FELL_IDLE_AFTER_MS else 0

    def _ask_ext(self, server: WaylandConnection) -> None:
        input_only = server.globals[_EXT].version >= 2
        notifier, seat = server.bind(_EXT, 2, _ignored), server.bind(_SEAT, 1, _ignored)
        opcode = _EXT_INPUT_ONLY if input_only else _EXT_HEEDING_INHIBITORS
        server.request(notifier, opcode, server.new_object(self._on_idle), FELL_IDLE_AFTER_MS, seat)
        self.how = "Wayland, told by ext-idle-notify" + ("" if input_only else _HEEDS_INHIBITORS)

    def _ask_kde(self, server: WaylandConnection) -> None:
        notifier, seat = server.bind(_KDE, 1, _ignored), server.bind(_SEAT, 1, _ignored)
        server.request(notifier, _KDE_GET_TIMEOUT, server.new_object(self._on_idle), seat, FELL_IDLE_AFTER_MS)
        self.how = "Wayland, told by the older KDE idle protocol" + _HEEDS_INHIBITORS

    def _on_idle(self, opcode: int, _arguments: Arguments) -> None:
        if opcode == _IDLED:
            self._is_idle = True
            self._input_s = steady_s() - FELL_IDLE_AFTER_MS / MS_PER_S
        elif opcode == _RESUMED:
            self._is_idle = False
            self._input_s = steady_s()


def _ignored(_opcode: int, _arguments: Arguments) -> None:
    """What a seat can do is nobody's business here."""
