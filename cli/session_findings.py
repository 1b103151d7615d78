"""What this desktop session offers besides windows: a tray, and a start at login; never sets either up."""

import configparser
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from cli.finding import Finding, doubtful, fine

ENTRY, UNIT = "engineroom.desktop", "engineroom-agent.service"
"""What the `.deb` brings: it starts the tray by the first, and offers the second."""
_NO_START = "install the .deb, which starts the tray at login, or add `engineroom tray` to what your desktop starts"


def tray_finding(tray: str | None) -> Finding:
    if tray is None:
        return doubtful("tray", "This desktop has no tray", "`engineroom tray` shows its window in place of the icon")
    return fine("tray", f"There is {tray}")


def autostart_finding(environment: Mapping[str, str]) -> Finding:
    """Whether something starts Engineroom when this person logs in."""
    if sys.platform != "linux":
        return doubtful("autostart", "Nothing is installed on this system that starts Engineroom at login")
    for folder in (_own_folder(environment), *_system_folders(environment)):
        entry = folder / "autostart" / ENTRY
        if entry.is_file():
            if _is_off(entry):
                return doubtful("autostart", f"{entry} is switched off", "take out of it the line that says so")
            return fine("autostart", f"{entry} starts the tray at login")
    for wanted in _wanted_units(environment):
        return fine("autostart", f"{wanted} starts the agent at login")
    return doubtful("autostart", "Nothing starts Engineroom at login", _NO_START)


def _is_off(entry: Path) -> bool:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        read.read(entry, encoding="utf-8")
        entry_says = read["Desktop Entry"]
        return "true" in entry_says.get("Hidden", "") or "false" in entry_says.get("X-GNOME-Autostart-enabled", "")
    except (configparser.Error, KeyError, UnicodeDecodeError):
        return False


def _wanted_units(environment: Mapping[str, str]) -> Iterator[Path]:
    """Links by which systemd starts the agent; `--global` makes them in /etc."""
    for folder in (_own_folder(environment), Path("/etc")):
        yield from folder.glob(f"systemd/user/*.wants/{UNIT}")


def _own_folder(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("XDG_CONFIG_HOME") or Path(environment.get("HOME", "/")) / ".config")


def _system_folders(environment: Mapping[str, str]) -> list[Path]:
    return [Path(folder) for folder in (environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":") if folder]
