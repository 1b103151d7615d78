"""The native back-end for X11: hears of every change as it happens; never asks a window for more than its name."""

from agent.platforms.names import ProcessNames
from agent.platforms.protocols import InputProbe
from agent.platforms.viewed import ViewedDesktop
from agent.platforms.x11_connection import Connection
from agent.platforms.x11_view import X11View


class X11Desktop(ViewedDesktop[X11View]):
    """Sees the window in front and the idle time of one X server."""

    def __init__(self, display_name: str | None = None, *, count_input: bool = False, watch_calls: bool = True) -> None:
        """`display_name`: the server that the environment names when None. Raises DesktopLost where none answers."""
        processes = ProcessNames()
        super().__init__(
            lambda: X11View(Connection(display_name), processes),
            input_probe=_input_probe(display_name) if count_input else None,
            watch_calls=watch_calls,
        )


def _input_probe(display_name: str | None) -> InputProbe:
    from agent.platforms.x11_input import X11Input  # for the few who ask for it

    return X11Input(display_name)
