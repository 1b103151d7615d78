"""The plain back-end on pywinctl, where no native one starts: asks once a beat, never for the name of a program.

That question would make pywinctl start a shell each time.
"""

import os
import select
import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from agent.platforms.bell import Bell
from agent.platforms.names import UNKNOWN_APP, ProcessNames, clean_title
from agent.platforms.protocols import DesktopLost
from core.capability import Capability, Sense
from core.sample import Sight, Window

if TYPE_CHECKING:
    from agent.platforms.surroundings import Surroundings

LONGEST_BEAT_S = 1.0
"""Nothing tells this back-end about a change: nobody should wait for one longer than this."""


class PywinctlDesktop:
    """Sees the window in front on Windows, macOS and X11 by asking."""

    name = "pywinctl"

    def __init__(self, *, watch_calls: bool = True) -> None:
        """Raises DesktopLost where pywinctl finds no desktop that it knows."""
        self._pywinctl = _load_pywinctl()
        self._processes = ProcessNames()
        self._surroundings = _surroundings(watch_calls=watch_calls)
        self._bell = Bell()

    def capabilities(self) -> tuple[Capability, ...]:
        return (
            Capability(sense=Sense.WINDOW, works=True, how="pywinctl, asked once a second"),
            Capability(sense=Sense.IDLE, works=False, how="the plain back-end on pywinctl does not measure input"),
            *self._surroundings.capabilities(),
            Capability(sense=Sense.INPUT, works=False, how="the plain back-end on pywinctl does not count input"),
        )

    def look(self) -> Sight:
        try:
            window = self._window_in_front()
        except _window_vanished():
            window = None
        except Exception as error:  # pywinctl documents nothing of what it raises
            raise DesktopLost(f"pywinctl cannot see the desktop: {_words(error)}") from error
        return self._surroundings.completed(Sight(window=window, idle_ms=None))

    def rest(self) -> None:
        """No input is counted in the first place."""
        self._surroundings.rest()

    def wait(self, seconds: float) -> None:
        select.select([self._bell], [], [], min(seconds, LONGEST_BEAT_S))
        self._bell.heard()

    def wake(self) -> None:
        self._bell.ring()

    def close(self) -> None:
        self._surroundings.close()
        self._bell.close()

    def _window_in_front(self) -> Window | None:
        active = self._pywinctl.getActiveWindow()
        if active is None:
            return None
        try:
            title = clean_title(active.title or "")
        except UnicodeDecodeError:
            title = ""
        pid = active.getPID()
        return Window(app=self._processes.app_of(pid) if pid else UNKNOWN_APP, title=title)


class _Session:
    """What Windows and macOS tell beside the window without being listened to: whether the session is hidden."""

    def __init__(self, is_hidden: Callable[[], bool]) -> None:
        self._is_hidden = is_hidden

    def capabilities(self) -> tuple[Capability, Capability]:
        return (
            Capability(sense=Sense.LOCK, works=True, how="the system, asked once a second"),
            Capability(sense=Sense.CALL, works=False, how="the plain back-end on pywinctl does not notice calls"),
        )

    def completed(self, sight: Sight) -> Sight:
        return replace(sight, locked=self._is_hidden())

    def rest(self) -> None:
        """Nothing is held between two looks."""

    def close(self) -> None:
        """Nor afterwards."""


def _surroundings(*, watch_calls: bool) -> "Surroundings | _Session":
    """Lock and call, as far as this system tells them for little."""
    if sys.platform == "win32":
        from agent.platforms.windows_session import SessionState, this_session

        return _Session(lambda: (this_session() or SessionState()).hidden)
    elif sys.platform == "darwin":  # noqa: RET505 - else the rest were unreachable there
        from agent.platforms.macos_session import is_hidden

        return _Session(is_hidden)
    else:
        from agent.platforms.surroundings import Surroundings

        return Surroundings(watch_calls=watch_calls)


def _load_pywinctl() -> ModuleType:
    """Import pywinctl late: where there is no desktop, that alone raises.

    On Linux it connects to every X server of this machine while it is imported, those of other people included,
    unless it believes to be on Wayland.
    """
    session_type = os.environ.get("XDG_SESSION_TYPE")
    try:
        if sys.platform == "linux":
            os.environ["XDG_SESSION_TYPE"] = "wayland"
            _mend_xlib()
        import pywinctl
    except Exception as error:  # pywinctl documents nothing of what it raises
        raise DesktopLost(f"pywinctl does not start: {_words(error)}") from error
    finally:
        if session_type is None:
            os.environ.pop("XDG_SESSION_TYPE", None)
        else:
            os.environ["XDG_SESSION_TYPE"] = session_type
    module: ModuleType = pywinctl
    return module


def _mend_xlib() -> None:
    """Give python-xlib's RANDR module X errors to register: with its own (0.33), the first error ends the reader."""
    from Xlib.error import XError
    from Xlib.ext import randr

    for broken in ("BadRROutputError", "BadRRCrtcError", "BadRRModeError"):
        setattr(randr, broken, XError)


def _window_vanished() -> tuple[type[Exception], ...]:
    """What is raised when a window dies between two questions about it."""
    if sys.platform != "linux":
        return ()
    from Xlib.error import BadDrawable, BadWindow

    return (BadDrawable, BadWindow)


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__
