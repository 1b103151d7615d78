"""The native back-end for Wayland: hears of every change through the view of one compositor; never polls.

A compositor that goes away is looked for again at every look.
"""

import select
from collections.abc import Callable, Sequence
from typing import Protocol

from agent.platforms.bell import Bell
from agent.platforms.protocols import DesktopLost
from agent.platforms.surroundings import Surroundings
from core.capability import INPUT_UNASKED, Capability, Sense
from core.clock import steady_s
from core.sample import Sight

_NO_INPUT = Capability(sense=Sense.INPUT, works=False, how="Wayland tells no program of the input into others")


class View(Protocol):
    """What one compositor shows for as long as it runs; never connects again."""

    @property
    def name(self) -> str:
        """Which back-end this makes."""
        ...

    @property
    def closed(self) -> bool:
        """Whether the compositor is gone."""
        ...

    def filenos(self) -> Sequence[int]:
        """What becomes readable when the compositor tells something."""
        ...

    def changed(self) -> bool:
        """Whether something may have changed since the last look; never waits. Raises DesktopLost."""
        ...

    def look(self) -> Sight:
        """What is there now; raises DesktopLost."""
        ...

    def rest(self) -> None:
        """Have the compositor tell of no window, and forget what was in front; the next look sets all up again.

        A second call changes nothing. Raises DesktopLost.
        """
        ...

    def capabilities(self) -> tuple[Capability, Capability]:
        """Window and idle."""
        ...

    def close(self) -> None: ...


class WaylandDesktop:
    """Sees the window in front and the idle time through a view of the compositor."""

    def __init__(self, open_view: Callable[[], View], *, count_input: bool = False, watch_calls: bool = True) -> None:
        """Raises DesktopLost where the compositor is not there, or not of the kind that `open_view` knows."""
        self._open_view = open_view
        self._view: View | None = open_view()
        """None while the compositor is gone."""
        self.name = self._view.name
        self._input = _NO_INPUT if count_input else INPUT_UNASKED
        self._surroundings = Surroundings(watch_calls=watch_calls)
        self._bell = Bell()
        self._has_told = False
        """Whether `wait` returned for what changed since the last look: nobody looks during a pause."""

    def capabilities(self) -> tuple[Capability, ...]:
        try:
            view = self._connected()
            view.changed()
            told = view.capabilities()
        except DesktopLost as lost:
            self._forget_closed()
            remedy = "log in again; Engineroom goes on by itself when the compositor is back"
            window = Capability(sense=Sense.WINDOW, works=False, how=str(lost), remedy=remedy)
            told = (window, Capability(sense=Sense.IDLE, works=False, how=str(lost), remedy=remedy))
        return (*told, *self._surroundings.capabilities(), self._input)

    def look(self) -> Sight:
        self._has_told = False
        try:
            sight = self._connected().look()
        except DesktopLost:
            self._forget_closed()
            raise
        return self._surroundings.completed(sight)

    def rest(self) -> None:
        """Nothing is counted here, and nothing told of any window until the next look."""
        self._surroundings.rest()
        try:
            if self._view is not None:
                self._view.rest()
        except DesktopLost:
            self._forget_closed()

    def wait(self, seconds: float) -> None:
        until = steady_s() + seconds
        while not self._has_news():
            compositor = [] if self._view is None else self._view.filenos()
            sources = [self._bell.fileno(), *compositor, *self._surroundings.filenos()]
            ready, _, _ = select.select(sources, [], [], max(0.0, until - steady_s()))
            if not ready or (self._bell.fileno() in ready and self._bell.heard()):
                return

    def wake(self) -> None:
        self._bell.ring()

    def close(self) -> None:
        if self._view is not None:
            self._view.close()
        self._surroundings.close()
        self._bell.close()

    def _connected(self) -> View:
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
        """The loss of the compositor counts, once."""
        try:
            return self._view is not None and self._view.changed()
        except DesktopLost:
            self._forget_closed()
            return True

    def _forget_closed(self) -> None:
        if self._view is not None and self._view.closed:
            self._view.close()
            self._view = None
