"""What sway shows: windows of Wayland and X11 programs over its own line, idle time over Wayland; never commands it."""

from collections.abc import Sequence
from contextlib import ExitStack, closing

from agent.platforms.names import ProcessNames, clean_title
from agent.platforms.protocols import DesktopLost
from agent.platforms.sway_ipc import Change, Node, SwayLine
from agent.platforms.wayland_connection import WaylandConnection
from agent.platforms.wayland_idle import IdleWatch
from core.capability import Capability, Sense
from core.sample import Sight, Window

_OF_NO_CONCERN = frozenset({"mark", "urgent"})


class SwayView:
    """Window and idle time of one sway."""

    name = "sway"

    def __init__(self) -> None:
        """Raises DesktopLost where no compositor answers, or another one than sway."""
        with ExitStack() as opened:
            self._server = opened.enter_context(closing(WaylandConnection()))
            self._line: SwayLine | None = opened.enter_context(closing(SwayLine(self._server.peer)))
            """None during a rest: no line, no news; sway knows no way to be told less."""
            self._idle = IdleWatch(self._server)
            opened.pop_all()
        self._processes = ProcessNames()
        self._front = 0
        self._window: Window | None = None
        self._is_stale = True

    @property
    def closed(self) -> bool:
        return self._server.closed or (self._line is not None and self._line.closed)

    def filenos(self) -> Sequence[int]:
        return (self._server.fileno(), *([] if self._line is None else [self._line.fileno()]))

    def changed(self) -> bool:
        hung = self._waits_for_answers
        self._take()
        if self._waits_for_answers:
            return False
        return hung or self._is_stale

    def look(self) -> Sight:
        self._take()
        if self._waits_for_answers:
            raise DesktopLost("sway does not answer")
        self._server.round_trip()
        if self._line is None:
            self._line, self._is_stale = SwayLine(self._server.peer), True
        if self._is_stale:
            self._read_window(self._line)
        return Sight(window=self._window, idle_ms=self._idle.idle_ms())

    def rest(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
        self._front, self._window, self._is_stale = 0, None, False

    def capabilities(self) -> tuple[Capability, Capability]:
        window = Capability(sense=Sense.WINDOW, works=True, how="sway, told over its IPC of every change")
        return (window, self._idle.capability())

    def close(self) -> None:
        if self._line is not None:
            self._line.close()
        self._server.close()

    @property
    def _waits_for_answers(self) -> bool:
        return self._server.waits_for_answers or (self._line is not None and self._line.waits_for_answers)

    def _take(self) -> None:
        self._server.take()
        changes = [] if self._line is None else self._line.changes()
        self._is_stale |= any(self._concerns_front(change) for change in changes)

    def _concerns_front(self, change: Change) -> bool:
        if change.container is None:
            return True
        if change.change == "title":
            return change.container.id == self._front or change.container.focused
        return change.change not in _OF_NO_CONCERN

    def _read_window(self, line: SwayLine) -> None:
        node = _focused(line.tree())
        if node is None or node.pid is None:
            self._front, self._window = 0, None
        else:
            self._front = node.id
            self._window = Window(app=self._app_of(node, node.pid), title=clean_title(node.name or ""))
        self._is_stale = False

    def _app_of(self, node: Node, pid: int) -> str:
        told = node.app_id
        if told is None and node.window_properties is not None:
            told = node.window_properties.program
        return self._processes.app_known_as(told or "", pid)


def _focused(node: Node) -> Node | None:
    """The node that has the keyboard: at most one has."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.focused:
            return each
        waiting += each.nodes + each.floating_nodes
    return None
