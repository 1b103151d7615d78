"""Freezes commands, agent and tray into one folder that needs no Python; never changes the sources."""

import os
import sys
from pathlib import Path

from progress import run
from translations import compile_all

ROOT = Path(__file__).resolve().parent.parent


def freeze(work: Path) -> Path:
    """The folder of the frozen programs, made anew below `work`; raises CalledProcessError where that fails."""
    compile_all()
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(work / "frozen"), "--workpath", str(work / "freezing")]
    same_every_time = {**os.environ, "PYTHONHASHSEED": "1", "LANG": "C.UTF-8"}
    run("Freezing", [*command, str(ROOT / "packaging" / "engineroom.spec")], same_every_time)
    return work / "frozen" / "engineroom"
