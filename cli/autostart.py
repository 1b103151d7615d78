"""The command `autostart`: has the tray start at login, or no longer; never starts anything now."""

import argparse
import os
import sys

from agent.platforms.autostart import choose_autostart, tray_command
from cli.output import print_json


def run_autostart(parsed: argparse.Namespace) -> None:
    """Switch it on or off, and say what happens at login now."""
    autostart = choose_autostart(os.environ)
    if parsed.switch == "on":
        autostart.switch_on(tray_command())
    elif parsed.switch == "off":
        autostart.switch_off()
    found = autostart.found()
    if parsed.json:
        print_json({"works": found.works, "how": found.how, "remedy": found.remedy})
        return
    print(found.how)
    if found.remedy and parsed.switch != "off":
        print(found.remedy, file=sys.stderr)
