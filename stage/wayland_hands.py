"""A person's hands on a headless Wayland compositor: bring windows to the front, hide them, type; never see any."""

import json
from pathlib import Path
from typing import Protocol

from core.errors import MachineError
from stage.bus_line import BusLine
from stage.compositor import Compositor
from stage.gnome import GnomeShell
from stage.gnome_hands import GnomeHands

_KEY_PRESSER = Path(__file__).with_name("kwin_key.py")


class WaylandHands(Protocol):
    """What can be done on each compositor; done when it returns."""

    def activate(self, app: str) -> None:
        """Bring the window of a program to the front, as a task bar does."""
        ...

    def clear(self) -> None:
        """Have no window in front."""
        ...

    def uncover(self) -> None:
        """Have the windows back that `clear` hid."""
        ...

    def press_a_key(self) -> None: ...


class SwayHands:
    """By sway's own commands, and wtype."""

    def __init__(self, screen: Compositor) -> None:
        self._screen = screen

    def activate(self, app: str) -> None:
        if self._screen.run("swaymsg", f"[app_id={app}] focus").wait(20) != 0:
            _run(self._screen, "swaymsg", f"[class={app}] focus")

    def clear(self) -> None:
        _run(self._screen, "swaymsg", "workspace 2")

    def uncover(self) -> None:
        _run(self._screen, "swaymsg", "workspace 1")

    def press_a_key(self) -> None:
        _run(self._screen, "wtype", "x")


class KWinHands:
    """By scripts in KWin, and its protocol that plays a keyboard."""

    def __init__(self, screen: Compositor) -> None:
        self._screen = screen

    def activate(self, app: str) -> None:
        self._do(f"workspace.activeClient = clients.find(w => String(w.resourceClass) === {json.dumps(app.lower())})")

    def clear(self) -> None:
        self._do("clients.forEach(w => { w.minimized = true })")

    def uncover(self) -> None:
        self._do("clients.forEach(w => { w.minimized = false })\nworkspace.activeClient = clients[0]")

    def press_a_key(self) -> None:
        _run(self._screen, "/usr/bin/python3", "-I", "-c", _KEY_PRESSER.read_text(encoding="utf-8"))

    def _do(self, statements: str) -> None:
        script = self._screen.folder / "hands.js"
        script.write_text(f"const clients = workspace.clientList();\n{statements};\n", encoding="utf-8")
        with BusLine(self._screen.environment()["DBUS_SESSION_BUS_ADDRESS"]) as bus:
            place = "org.kde.KWin", "/Scripting", "org.kde.kwin.Scripting"
            (number,) = bus.ask(*place, "loadScript", "ss", str(script), "hands")
            bus.ask("org.kde.KWin", f"/{number}", "org.kde.kwin.Script", "run")
            bus.ask(*place, "unloadScript", "s", "hands")


def hands_on(screen: Compositor | GnomeShell) -> WaylandHands:
    if isinstance(screen, GnomeShell):
        return GnomeHands(screen)
    return KWinHands(screen) if screen.name == "kwin" else SwayHands(screen)


def _run(screen: Compositor, *command: str) -> None:
    if screen.run(*command).wait(20) != 0:
        raise MachineError(f"{command[0]} failed", "run it by hand to see why")
