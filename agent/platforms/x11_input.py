"""Counts input on one X server, over a line of its own that is emptied at each look; never reads what was pressed.

The hook stands in the server only between the first look and the next rest.
"""

from contextlib import closing

from agent.platforms.protocols import DesktopLost
from agent.platforms.x11_connection import Connection
from agent.platforms.x11_devices import demand_xinput, injecting_devices, tell_of_presses
from agent.platforms.x11_presses import Presses
from core.capability import Capability, Sense
from core.clock import steady_s
from core.span import NO_INPUT, InputCount

TRY_AGAIN_AFTER_S = 60.0
"""A server that could not tell is asked again after that long."""


class X11Input:
    """Keys, clicks and scrolls by XInput2; what comes from XTEST was made up by software."""

    def __init__(self, display_name: str | None = None) -> None:
        """`display_name`: the server that the environment names when None."""
        self._display_name = display_name
        self._server: Connection | None = None
        """None while nothing is hooked."""
        self._presses: Presses | None = None
        self._injecting: frozenset[int] = frozenset()
        self._fault: str | None = None
        """Why nothing can be counted, empty where it can; None while nobody has asked the server."""
        self._try_at_s = 0.0

    def capability(self) -> Capability:
        if self._fault is None:
            self._fault = self._found_fault()
        if self._fault:
            return Capability(sense=Sense.INPUT, works=False, how=self._fault)
        how = "X11, counted by XInput2; what XTEST makes up is told apart, what a device pretends is not"
        return Capability(sense=Sense.INPUT, works=True, how=how)

    def taken(self) -> InputCount:
        try:
            presses = self._hooked()
            if presses is None:
                return NO_INPUT
            counts = presses.by_source()
            if presses.devices_changed:
                self._injecting = self._find_injecting()
                presses.devices_changed = False
        except DesktopLost as lost:
            self._lose(lost)
            return NO_INPUT
        injected = sum(number for source, number in counts.items() if source in self._injecting)
        return InputCount(sum(counts.values()), injected)

    def rest(self) -> None:
        if self._server is not None:
            self._server.close()
        self._server = self._presses = None

    def close(self) -> None:
        self.rest()

    def _hooked(self) -> Presses | None:
        if self._server is None and steady_s() >= self._try_at_s:
            server = Connection(self._display_name)
            try:
                tell_of_presses(server, demand_xinput(server))
            except DesktopLost:
                server.close()
                raise
            self._server, self._presses, self._fault = server, Presses(server.read_into), ""
        return self._presses

    def _find_injecting(self) -> frozenset[int]:
        """On another line: an answer on this one would stand among the events."""
        with closing(Connection(self._display_name)) as asking:
            return injecting_devices(asking)

    def _found_fault(self) -> str:
        try:
            with closing(Connection(self._display_name)) as asking:
                demand_xinput(asking)
        except DesktopLost as lost:
            return str(lost)
        return ""

    def _lose(self, lost: DesktopLost) -> None:
        self.rest()
        self._fault, self._try_at_s = str(lost), steady_s() + TRY_AGAIN_AFTER_S
