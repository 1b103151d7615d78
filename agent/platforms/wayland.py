"""The native back-end for Wayland, through the view of one compositor; never counts input, which no Wayland tells."""

from collections.abc import Callable

from agent.platforms.viewed import View, ViewedDesktop
from core.capability import INPUT_UNASKED, Capability, Sense

_NO_INPUT = Capability(sense=Sense.INPUT, works=False, how="Wayland tells no program of the input into others")


class WaylandDesktop(ViewedDesktop[View]):
    """Sees the window in front and the idle time through a view of the compositor."""

    def __init__(self, open_view: Callable[[], View], *, count_input: bool = False, watch_calls: bool = True) -> None:
        """Raises DesktopLost where the compositor is not there, or not of the kind that `open_view` knows."""
        super().__init__(open_view, uncounted=_NO_INPUT if count_input else INPUT_UNASKED, watch_calls=watch_calls)
