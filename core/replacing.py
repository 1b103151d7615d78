"""Gives a finished file the name of another in one step; never reads or writes either."""

import sys
import threading
from pathlib import Path

from core.clock import steady_s

PATIENCE_S = 2.0 if sys.platform == "win32" else 0.0
AGAIN_AFTER_S = 0.02


def put_in_place(finished: Path, target: Path) -> None:
    """Raises OSError where that is impossible; both are then as they were.

    Windows refuses it while anybody has one of them open, and virus scanners and indexers open whatever is new: there
    it is tried again for a moment.
    """
    until = steady_s() + PATIENCE_S
    while True:
        try:
            finished.replace(target)
        except PermissionError:
            if steady_s() >= until:
                raise
            threading.Event().wait(AGAIN_AFTER_S)
        else:
            return
