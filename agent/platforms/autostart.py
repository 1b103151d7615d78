"""What starts Engineroom when its person logs in, on each system; the one place that chooses, never asks a window."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from agent.platforms.at_login import Autostart


def choose_autostart(environment: Mapping[str, str]) -> Autostart:
    """That of the system that this process runs on."""
    if sys.platform == "win32":
        from agent.platforms.windows_autostart import RunKey

        return RunKey()
    if sys.platform == "darwin":
        from agent.platforms.macos_autostart import LaunchAgent

        return LaunchAgent(Path.home())
    from agent.platforms.xdg_autostart import XdgAutostart

    return XdgAutostart(environment)


def tray_command() -> list[str]:
    """How the tray is started from anywhere: as the program that was installed, or by this interpreter."""
    suffix = ".exe" if sys.platform == "win32" else ""
    beside = Path(sys.executable).with_name(f"engineroom{suffix}")
    tray = beside.with_name(f"engineroom-tray{suffix}")
    if getattr(sys, "frozen", False) and tray.is_file():
        return [str(tray)]
    script = str(beside) if beside.is_file() else shutil.which("engineroom")
    return [script, "tray"] if script else [sys.executable, "-m", "cli.main", "tray"]
