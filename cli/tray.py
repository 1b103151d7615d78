"""The command `tray`: becomes the tray program; never imports it, so that the command line stays free of Qt."""

import argparse
import os
import subprocess
import sys
from pathlib import Path


def run_tray(_parsed: argparse.Namespace) -> None:
    """Replace this process by the tray program; on Windows, which cannot, start it."""
    if getattr(sys, "frozen", False):
        name = "engineroom-tray.exe" if sys.platform == "win32" else "engineroom-tray"
        command = [str(Path(sys.executable).with_name(name))]
    else:
        command = [sys.executable, "-m", "gui.app"]
    if sys.platform == "win32":
        subprocess.Popen(command)
    else:
        os.execv(command[0], command)  # noqa: S606 - a program of our own, no shell
