"""Starting at login by the freedesktop entries of Linux desktops; a person's entry stands in for the machine's."""

import configparser
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

from agent.platforms.at_login import AtLogin
from core.errors import MachineError

ENTRY, UNIT = "engineroom.desktop", "engineroom-agent.service"
"""What the `.deb` brings: it starts the tray by the first, and offers the second."""
_TEXT = """[Desktop Entry]
Type=Application
Name=Engineroom
Comment=Shows in the tray what is recorded about you
Exec={command}
Icon=engineroom
Terminal=false
"""
_OFF = "[Desktop Entry]\nType=Application\nName=Engineroom\nHidden=true\n"
_NO_START = "switch it on with `engineroom autostart on`"


class XdgAutostart:
    """Entries in the person's folder and in those of the machine; units of systemd are told, never changed."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        home = Path(environment.get("HOME", "/"))
        self._own_folder = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
        of_machine = (environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
        self._of_machine = [Path(folder) / "autostart" / ENTRY for folder in of_machine if folder]
        self._own = self._own_folder / "autostart" / ENTRY

    def found(self) -> AtLogin:
        for entry in (self._own, *self._of_machine):
            if entry.is_file():
                if _is_off(entry):
                    return AtLogin(False, f"{entry} is switched off", _NO_START)
                return AtLogin(True, f"{entry} starts the tray at login")
        for wanted in self._wanted_units():
            return AtLogin(True, f"{wanted} starts the agent at login")
        return AtLogin(False, "Nothing starts Engineroom at login", _NO_START)

    def switch_on(self, command: list[str]) -> None:
        """By the machine's entry where there is one: what stood in for it goes."""
        if any(entry.is_file() and not _is_off(entry) for entry in self._of_machine):
            self._write(None)
        else:
            self._write(_TEXT.format(command=shlex.join(command).replace("%", "%%")))

    def switch_off(self) -> None:
        self._write(_OFF if any(entry.is_file() for entry in self._of_machine) else None)

    def _write(self, text: str | None) -> None:
        try:
            if text is None:
                self._own.unlink(missing_ok=True)
            else:
                self._own.parent.mkdir(parents=True, exist_ok=True)
                self._own.write_text(text, encoding="utf-8")
        except OSError as error:
            raise MachineError(f"{self._own} cannot be changed: {error.strerror}", "see who owns it") from error

    def _wanted_units(self) -> Iterator[Path]:
        """Links by which systemd starts the agent; `--global` makes them in /etc."""
        for folder in (self._own_folder, Path("/etc")):
            yield from folder.glob(f"systemd/user/*.wants/{UNIT}")


def _is_off(entry: Path) -> bool:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        read.read(entry, encoding="utf-8")
        entry_says = read["Desktop Entry"]
        return "true" in entry_says.get("Hidden", "") or "false" in entry_says.get("X-GNOME-Autostart-enabled", "")
    except (configparser.Error, KeyError, UnicodeDecodeError):
        return False
