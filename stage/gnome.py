"""A private headless GNOME Shell for a plain user, with buses of its own; never the person's session, never as root."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from core.errors import MachineError
from stage.bus_line import BusLine
from stage.gnome_keyboard import GnomeKeyboard
from stage.plain_user import as_plain_user, hand_over
from stage.private_bus import start_bus_for_all
from stage.screen import Screen

SHELL, LOGIND, SETTINGS = "org.gnome.Shell", "org.freedesktop.login1", "ca.desrt.dconf"
_LATER_SERVICES = ("org.gnome.Shell.Screenshot", "org.gnome.Mutter.IdleMonitor", "org.gnome.Mutter.RemoteDesktop")
"""The Shell takes these names when it can be talked to, and its first name long before."""
WITHIN_S = 20.0
WAYLAND_NAME = "wayland-gnome"
MODE = "stage"
_MODE_FILE = '{"parentMode": "user", "hasOverview": false}'
"""As in any session, but without the overview, which would stay in front until somebody clicks it away."""
_OPTIONS = ("--headless", "--virtual-monitor=1280x800", f"--wayland-display={WAYLAND_NAME}", f"--mode={MODE}")
_SAYS_DISPLAY = "['DISPLAY', 'XAUTHORITY'].map(name => imports.gi.GLib.getenv(name))"


class GnomeShell(Screen):
    """`with GnomeShell() as screen:` gives a running one, ready for windows.

    Its settings outlive a `kill` and `restart`, which also play a person who logs out and in again.
    """

    def __init__(self, extensions: Mapping[str, Mapping[str, str]] | None = None, *, x11: bool = True) -> None:
        """`extensions`: files by their names, by the extension that is installed and switched on with them.

        `x11`: whether XWayland runs. It ends together with this Shell when Wayland windows come faster than it reads.
        """
        super().__init__("gnome", as_user=as_plain_user())
        self._installed = extensions or {}
        self._x11 = x11
        self._named: dict[str, str] = {}
        self._line: BusLine | None = None
        self._keyboard: GnomeKeyboard | None = None

    @property
    def extensions(self) -> Path:
        """Where this person's extensions are."""
        return self._home / "data/gnome-shell/extensions"

    @property
    def keyboard(self) -> GnomeKeyboard:
        if self._keyboard is None:
            raise MachineError("GNOME Shell is not running", "enter its context, or call restart")
        return self._keyboard

    def kill(self) -> None:
        super().kill()
        self._unplug()

    def evaluate(self, script: str) -> object:
        """What a script gives inside the Shell, out of its JSON; None where it gives nothing."""
        with self.session_bus() as bus:
            done, result = bus.ask(SHELL, "/org/gnome/Shell", SHELL, "Eval", "s", script)
        if not done:
            raise MachineError(f"GNOME Shell refuses {script!r}: {result}", "correct the script")
        value: object = msgspec.json.decode(result) if result else None
        return value

    def set(self, key: str, value: str) -> None:
        """Change one of the Shell's settings, as GVariant writes it."""
        setting = self.run("gsettings", "set", "org.gnome.shell", key, value)
        if setting.wait(WITHIN_S) != 0:
            raise MachineError(f"{key} cannot be set: {self._children.last_words()}", "set it by hand to see why")

    def session_bus(self) -> BusLine:
        return BusLine(self._named["DBUS_SESSION_BUS_ADDRESS"])

    def system_bus(self) -> BusLine:
        """Logind is on it, as python-dbusmock plays it."""
        return BusLine(self._named["DBUS_SYSTEM_BUS_ADDRESS"])

    def _own(self) -> Mapping[str, str]:
        return {
            "HOME": str(self._home),
            "XDG_RUNTIME_DIR": str(self._home),
            "XDG_CONFIG_HOME": str(self._home / "config"),
            "XDG_DATA_HOME": str(self._home / "data"),
            "XDG_CACHE_HOME": str(self._home / "cache"),
            "XDG_STATE_HOME": str(self._home / "state"),
            "XDG_DATA_DIRS": f"{self._home / 'share'}:/usr/local/share:/usr/share",
            "XDG_SESSION_TYPE": "wayland",
            "XDG_CURRENT_DESKTOP": "GNOME",
            "NO_AT_BRIDGE": "1",
            **self._named,
        }

    def _furnish(self) -> None:
        modes = self._home / "share/gnome-shell/modes"
        for folder in (modes, *(self._home / name for name in ("config", "data", "session", "system"))):
            folder.mkdir(parents=True)
        (modes / f"{MODE}.json").write_text(_MODE_FILE, encoding="utf-8")
        for name, files in self._installed.items():
            (self.extensions / name).mkdir(parents=True)
            for file, text in files.items():
                (self.extensions / name / file).write_text(text, encoding="utf-8")
        hand_over(self._home)
        for which in ("session", "system"):
            self._named[f"DBUS_{which.upper()}_BUS_ADDRESS"] = start_bus_for_all(
                self._children, os.environ, self._home / which, as_user=self._as_user
            )
        with self.system_bus() as bus:
            logind = self.run("/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind")
            bus.await_service(LOGIND, logind, self._children)
        with self.session_bus() as bus:
            bus.await_service(SETTINGS, self.run("/usr/libexec/dconf-service"), self._children)
        if self._installed:
            self.set("enabled-extensions", str([*self._installed]))

    def _start(self) -> None:
        for name in ("WAYLAND_DISPLAY", "DISPLAY", "XAUTHORITY"):
            self._named.pop(name, None)
        self._server = self.run("gnome-shell", "--unsafe-mode", *_OPTIONS, *(() if self._x11 else ("--no-x11",)))
        with self.session_bus() as bus:
            for service in _LATER_SERVICES:
                bus.await_service(service, self._server, self._children)
        self._named["WAYLAND_DISPLAY"] = WAYLAND_NAME
        if self._x11:
            display, authority = msgspec.convert(self.evaluate(_SAYS_DISPLAY), tuple[str, str])
            self._named |= {"DISPLAY": display, "XAUTHORITY": authority}
        self._line = self.session_bus()
        self._keyboard = GnomeKeyboard(self._line)

    def _give_back(self) -> None:
        self._unplug()
        super()._give_back()

    def _unplug(self) -> None:
        self._keyboard = None
        if self._line is not None:
            self._line.close()
            self._line = None
