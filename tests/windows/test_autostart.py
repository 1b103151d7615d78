"""Starting at login, by the Run key of the person."""

import pytest

from tests.windows.desk import WindowsDesk

pytestmark = pytest.mark.desktops
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
SWITCH_OFF_IN_THE_SETTINGS = f"""
import json, winreg
with winreg.CreateKey(winreg.HKEY_CURRENT_USER, {APPROVED!r}) as key:
    winreg.SetValueEx(key, "Engineroom", 0, winreg.REG_BINARY, bytes([3] + [0] * 11))
print(json.dumps("done"))
"""
FORGET_IT = f"""
import json, winreg
with winreg.OpenKey(winreg.HKEY_CURRENT_USER, {APPROVED!r}, 0, winreg.KEY_SET_VALUE) as key:
    winreg.DeleteValue(key, "Engineroom")
print(json.dumps("done"))
"""


def test_it_is_switched_on_and_off(desk: WindowsDesk) -> None:
    """What the person switched off in the settings of Windows is told, and left alone."""
    assert desk.json("autostart")["works"] is False
    on = desk.json("autostart", "on")
    assert (on["works"], "tray" in on["how"]) == (True, True)

    desk.python(SWITCH_OFF_IN_THE_SETTINGS)
    assert desk.json("autostart")["how"] == "The person switched the start at login off"
    assert desk.json("autostart", "on")["works"] is False
    desk.python(FORGET_IT)

    assert desk.json("autostart")["works"] is True
    assert desk.json("autostart", "off")["works"] is False
    assert desk.json("autostart", "off")["works"] is False
