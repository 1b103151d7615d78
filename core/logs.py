"""Rotated log files for one process; never holds a window title."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from core.paths import make_private

BYTES_PER_FILE = 1_000_000
FILES_KEPT = 5


class _PrivateFileHandler(RotatingFileHandler):
    """A rotating file that only its user can read."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")


def start_logging(folder: Path, name: str) -> None:
    """Send the log of this process to `folder/name.log` alone; raises MachineError where that is impossible."""
    make_private(folder)
    root = logging.getLogger()
    for before in [handler for handler in root.handlers if isinstance(handler, _PrivateFileHandler)]:
        root.removeHandler(before)
        before.close()
    handler = _PrivateFileHandler(folder / f"{name}.log", maxBytes=BYTES_PER_FILE, backupCount=FILES_KEPT)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of every job it runs
