import subprocess
import sys

IMPORTING = """
import linecache, sys
import PySide6.QtCore
{before}
import gui.tray.popover
print(any(name.endswith("popover_parts.py") for name in linecache.cache))
"""
LEAVE = "from gui.unread_sources import leave_sources_unread; leave_sources_unread()"


def keeps_sources(before: str) -> bool:
    """Whether an interpreter of its own keeps the source of what it imports after this."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTING.format(before=before)], capture_output=True, text=True, check=True
    )
    return {"True": True, "False": False}[done.stdout.strip()]


def test_the_source_of_what_is_imported_is_not_kept() -> None:
    """PySide would read and keep it; should it stop doing so, this room can go."""
    assert keeps_sources("")
    assert not keeps_sources(LEAVE)
