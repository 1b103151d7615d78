"""Starting at login by a launch agent of macOS; launchd reads it at the next login, nothing is started now."""

import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from agent.platforms.at_login import AtLogin
from core.errors import MachineError

LABEL = "org.engineroom.tray"


class LaunchAgent:
    """One property list in the person's folder."""

    def __init__(self, home: Path) -> None:
        self._file = home / "Library" / "LaunchAgents" / f"{LABEL}.plist"

    def found(self) -> AtLogin:
        try:
            read = plistlib.loads(self._file.read_bytes())
        except FileNotFoundError:
            return AtLogin(False, "Nothing starts Engineroom at login", "switch it on with `engineroom autostart on`")
        except (OSError, plistlib.InvalidFileException, ExpatError, ValueError):
            return AtLogin(False, f"{self._file} cannot be read", "write it again with `engineroom autostart on`")
        if read.get("Disabled"):
            return AtLogin(False, f"{self._file} is switched off", "switch it on with `engineroom autostart on`")
        return AtLogin(True, f"{self._file} starts the tray at login")

    def switch_on(self, command: list[str]) -> None:
        told = {"Label": LABEL, "ProgramArguments": command, "RunAtLoad": True, "ProcessType": "Interactive"}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(plistlib.dumps(told))
        except OSError as error:
            raise MachineError(f"{self._file} cannot be written: {error.strerror}", "see who owns it") from error

    def switch_off(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise MachineError(f"{self._file} cannot be removed: {error.strerror}", "see who owns it") from error
