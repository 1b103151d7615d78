"""What GNOME Shell says of itself and of our extension in it; never changes either."""

import os
from enum import IntEnum
from pathlib import Path
from typing import Any, NamedTuple

from jeepney import DBusAddress

from agent.platforms.message_bus import MessageBus

SHELL = "org.gnome.Shell"
EXTENSIONS = DBusAddress("/org/gnome/Shell", SHELL, "org.gnome.Shell.Extensions")
UUID = "window-in-front@engineroom"
VERSION = 1
"""Of the extension; goes up with everything in it that the agent relies on."""
LOG_IN_AGAIN = "log out and in"
"""On Wayland, GNOME Shell reads new extensions at no other time."""
_INSTALL = f"run `engineroom desktop install`, then {LOG_IN_AGAIN}"


class Fault(NamedTuple):
    """Why the extension tells nothing, in plain words."""

    how: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.how} — {self.remedy}"


class _State(IntEnum):
    """How an extension stands, by the numbers of GNOME Shell."""

    ACTIVE = 1
    FAILED = 3
    NOT_FOR_THIS_SHELL = 4


SILENT = Fault("GNOME Shell does not answer", f"wait a little; if it goes on, {LOG_IN_AGAIN}")
_NOT_INSTALLED = Fault(
    "GNOME Shell shows its windows to extensions alone, and that of Engineroom is not installed", _INSTALL
)
_NOT_LOADED = Fault("GNOME Shell has not loaded Engineroom's extension yet", LOG_IN_AGAIN)
_NOT_FOR_THIS_SHELL = Fault("Engineroom's extension was installed for another release of GNOME Shell", _INSTALL)
_TOO_OLD = Fault("the extension of GNOME Shell is older than this Engineroom", _INSTALL)
_ALL_OFF = Fault(
    "all extensions of GNOME Shell are switched off, as it does itself after a crash",
    "run `gsettings set org.gnome.shell disable-user-extensions false`",
)
_OFF = Fault("Engineroom's extension of GNOME Shell is switched off", "run `engineroom desktop install`")


def extension_folder() -> Path:
    """Where GNOME Shell looks for our extension."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data, "gnome-shell", "extensions", UUID)


def shell_version(bus: MessageBus) -> str | None:
    """Such as `43.9`; None where GNOME Shell does not run."""
    version = bus.property_of(EXTENSIONS, "ShellVersion")
    return version if isinstance(version, str) else None


def fault_of_extension(bus: MessageBus) -> Fault | None:
    """Why it tells nothing; None where it does its work."""
    answer = bus.ask(EXTENSIONS, "GetExtensionInfo", "s", UUID)
    if answer is None:
        return SILENT
    told: dict[str, Any] = {name: value for name, (_signature, value) in answer[0].items()}
    if not told:
        return _NOT_LOADED if extension_folder().is_dir() else _NOT_INSTALLED
    if told["state"] == _State.FAILED:
        return Fault(f"Engineroom's extension fails in GNOME Shell: {told.get('error', '')}", _INSTALL)
    if told["state"] == _State.NOT_FOR_THIS_SHELL:
        return _NOT_FOR_THIS_SHELL
    if told["state"] != _State.ACTIVE:
        return _OFF if bus.property_of(EXTENSIONS, "UserExtensionsEnabled") else _ALL_OFF
    return _TOO_OLD if told.get("version", 0) < VERSION else None
