"""What every back-end on Linux does with its view of a server: waits, looks and connects again; never polls.

A server that goes away is looked for again at every look.
"""

import select
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec.structs import replace

from agent.platforms.bell import Bell
from agent.platforms.protocols import DesktopLost, InputProbe
from agent.platforms.surroundings import Surroundings
from core.capability import INPUT_UNASKED, Capability, Sense
from core.clock import steady_s
from core.sample import Sight

LOST_REMEDY = "log in again; Engineroom goes on by itself when the desktop is back"


class View(Protocol):
    """What one X server or compositor shows for as long as it runs; never connects again."""

    @property
    def name(self) -> str:
        """Which back-end this makes."""
        ...

    @property
    def closed(self) -> bool:
        """Whether the server is gone."""
        ...

    def filenos(self) -> Sequence[int]:
        """What becomes readable when the server tells something."""
        ...

    def changed(self) -> bool:
        """Whether something may have changed since the last look; never waits. Raises DesktopLost."""
        ...

    def look(self) -> Sight:
        """What is there now; raises DesktopLost."""
        ...

    def rest(self) -> None:
        """Have the server tell of no window, and forget what was in front; the next look sets all up again.

        A second call changes nothing. Raises DesktopLost.
        """
        ...

    def capabilities(self) -> tuple[Capability, Capability]:
        """Window and idle; raises DesktopLost."""
        ...

    def close(self) -> None: ...


V = TypeVar("V", bound=View)


class ViewedDesktop(Generic[V]):
    """Sees the window in front and the idle time through a view of one server."""

    def __init__(
        self,
        open_view: Callable[[], V],
        *,
        input_probe: InputProbe | None = None,
        uncounted: Capability = INPUT_UNASKED,
        watch_calls: bool = True,
    ) -> None:
        """`uncounted`: why there is no `input_probe`. Raises DesktopLost where `open_view` finds no server."""
        self._open_view = open_view
        self._view: V | None = open_view()
        """None while the server is gone."""
        self.name = self._view.name
        self._input = input_probe
        self._uncounted = uncounted
        self._surroundings = Surroundings(watch_calls=watch_calls)
        self._bell = Bell()
        self._has_told = False
        """Whether a wait has ended for what changed since the last look: it ends no other one."""

    def capabilities(self) -> tuple[Capability, ...]:
        try:
            view = self._connected()
            view.changed()
            told = view.capabilities()
        except DesktopLost as lost:
            self._forget_closed()
            window = Capability(sense=Sense.WINDOW, works=False, how=str(lost), remedy=LOST_REMEDY)
            told = (window, Capability(sense=Sense.IDLE, works=False, how=str(lost), remedy=LOST_REMEDY))
        counts = self._uncounted if self._input is None else self._input.capability()
        return (*told, *self._surroundings.capabilities(), counts)

    def look(self) -> Sight:
        self._has_told = False
        try:
            sight = self._connected().look()
        except DesktopLost:
            self._forget_closed()
            raise
        sight = self._surroundings.completed(sight)
        return sight if self._input is None else replace(sight, input=self._input.taken())

    def rest(self) -> None:
        self._surroundings.rest()
        if self._input is not None:
            self._input.rest()
        try:
            if self._view is not None:
                self._view.rest()
        except DesktopLost:
            self._forget_closed()

    def wait(self, seconds: float) -> None:
        until = steady_s() + seconds
        while not self._has_news():
            server = [] if self._view is None else self._view.filenos()
            sources = [self._bell.fileno(), *server, *self._surroundings.filenos()]
            ready, _, _ = select.select(sources, [], [], max(0.0, until - steady_s()))
            if not ready or (self._bell.fileno() in ready and self._bell.heard()):
                return

    def wake(self) -> None:
        self._bell.ring()

    def close(self) -> None:
        if self._view is not None:
            self._view.close()
        if self._input is not None:
            self._input.close()
        self._surroundings.close()
        self._bell.close()

    def _connected(self) -> V:
        if self._view is None:
            self._view = self._open_view()
        return self._view

    def _has_news(self) -> bool:
        surroundings_changed = self._surroundings.changed()
        changed = self._changed() or surroundings_changed
        is_news = changed and not self._has_told
        self._has_told |= changed
        return is_news

    def _changed(self) -> bool:
        """The loss of the server counts, once."""
        try:
            return self._view is not None and self._view.changed()
        except DesktopLost:
            self._forget_closed()
            return True

    def _forget_closed(self) -> None:
        if self._view is not None and self._view.closed:
            self._view.close()
            self._view = None
