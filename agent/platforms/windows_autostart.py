"""Starting at login by the Run keys of Windows; what the person switched off in its settings stays off.

For Windows alone: it is imported where `sys.platform` says so, and nowhere else.
"""

import subprocess
import sys
import winreg

from agent.platforms.at_login import AtLogin
from core.errors import MachineError

assert sys.platform == "win32"

NAME = "Engineroom"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_OFF_BIT = 1
"""Of the first byte: Windows writes 2 for on and 3 for off."""
_ROOTS = ((winreg.HKEY_CURRENT_USER, "this person"), (winreg.HKEY_LOCAL_MACHINE, "everybody on this machine"))


class RunKey:
    """The values that Windows starts at login, the person's and the machine's."""

    def found(self) -> AtLogin:
        for root, whose in _ROOTS:
            command = _value(root, _RUN)
            if command is not None:
                approved = _value(winreg.HKEY_CURRENT_USER, _APPROVED) or _value(root, _APPROVED)
                if isinstance(approved, bytes) and approved and approved[0] & _OFF_BIT:
                    return AtLogin(
                        False,
                        "The person switched the start at login off",
                        "switch it on in the settings of Windows, Apps, Startup",
                    )
                return AtLogin(True, f"The Run key of {whose} starts {command}")
        return AtLogin(False, "Nothing starts Engineroom at login", "switch it on with `engineroom autostart on`")

    def switch_on(self, command: list[str]) -> None:
        try:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
        except OSError as error:
            raise _refused(error) from error

    def switch_off(self) -> None:
        """The machine's own entry is for its administrator; the person's settings of Windows can switch it off."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, NAME)
        except FileNotFoundError:
            pass
        except OSError as error:
            raise _refused(error) from error
        if _value(winreg.HKEY_LOCAL_MACHINE, _RUN) is not None:
            raise MachineError(
                "Everybody on this machine has Engineroom started at login",
                "switch it off in the settings of Windows, Apps, Startup",
            )


def _value(root: int, path: str) -> object:
    try:
        with winreg.OpenKey(root, path) as key:
            value: object = winreg.QueryValueEx(key, NAME)[0]
            return value
    except OSError:
        return None


def _refused(error: OSError) -> MachineError:
    return MachineError(f"Windows refuses to change what starts at login: {error.strerror}", "ask who manages this PC")
