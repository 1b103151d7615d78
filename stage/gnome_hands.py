"""A person's hands on a headless GNOME Shell: bring windows to the front, hide them, type; never see any."""

import json

from stage.gnome import GnomeShell
from stage.gnome_keyboard import KEY_A

_WINDOWS = "global.get_window_actors().map(actor => actor.meta_window)"
_TO_FRONT = "activate(global.get_current_time())"


class GnomeHands:
    """By scripts in the Shell, and by its keyboard."""

    def __init__(self, screen: GnomeShell) -> None:
        self._screen = screen

    def activate(self, app: str) -> None:
        """Bring the window of a program to the front, as a task bar does."""
        self._screen.evaluate(f"{_WINDOWS}.find(w => w.get_wm_class() === {json.dumps(app)}).{_TO_FRONT}")

    def clear(self) -> None:
        """Have no window in front."""
        self._screen.evaluate(f"{_WINDOWS}.forEach(w => w.minimize())")

    def uncover(self) -> None:
        """Have the windows back that `clear` hid."""
        self._screen.evaluate(f"{_WINDOWS}.forEach(w => w.{_TO_FRONT})")

    def press_a_key(self) -> None:
        self._screen.keyboard.press(KEY_A)
