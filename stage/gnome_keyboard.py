"""The keyboard of a headless GNOME Shell, by Mutter's service for remote desktops; never a real one."""

from stage.bus_line import BusLine

KEY_A = 30
"""As the kernel counts keys."""
_SERVICE, _PATH = "org.gnome.Mutter.RemoteDesktop", "/org/gnome/Mutter/RemoteDesktop"


class GnomeKeyboard:
    """Plugged in for as long as its line: without one, Wayland tells no program that it is in front."""

    def __init__(self, line: BusLine) -> None:
        self._line = line
        (self._session,) = line.ask(_SERVICE, _PATH, _SERVICE, "CreateSession")
        line.ask(_SERVICE, self._session, f"{_SERVICE}.Session", "Start")

    def press(self, key: int) -> None:
        for is_down in (True, False):
            self._line.ask(_SERVICE, self._session, f"{_SERVICE}.Session", "NotifyKeyboardKeycode", "ub", key, is_down)
