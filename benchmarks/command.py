"""Runs one command of Engineroom for itself; never looks at what it prints."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from core.clock import steady_s
from stage.at_work import PROJECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a command took, from its first instruction to its last."""

    cpu_s: float
    wall_s: float
    peak_mb: float
    """Largest resident memory, in MB of 2**20 bytes."""


def run_command(home: Path, *words: str) -> Usage:
    """Raises CalledProcessError where it fails."""
    began = steady_s()
    command = subprocess.Popen(
        [sys.executable, "-m", "cli.main", *words],
        cwd=PROJECT,
        env={**os.environ, "ENGINEROOM_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _pid, status, usage = os.wait4(command.pid, 0)
    command.returncode = os.waitstatus_to_exitcode(status)
    if command.returncode:
        raise subprocess.CalledProcessError(command.returncode, command.args)
    return Usage(cpu_s=usage.ru_utime + usage.ru_stime, wall_s=steady_s() - began, peak_mb=usage.ru_maxrss / 1024)


def acknowledge_notice(home: Path) -> None:
    for action in ("show", "accept"):
        run_command(home, "notice", action)
