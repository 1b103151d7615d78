"""The user in whose place root starts what must not be root; never anybody's own account."""

import os
from pathlib import Path

PLAIN_USER = 65534
"""`nobody`: exists everywhere and owns nothing."""


def as_plain_user() -> tuple[str, ...]:
    """The beginning of a command that is to run as this user; empty where we are a plain user already."""
    if os.geteuid() != 0:
        return ()
    return ("setpriv", f"--reuid={PLAIN_USER}", f"--regid={PLAIN_USER}", "--clear-groups")


def hand_over(folder: Path) -> None:
    """Let this user own `folder` with all that is in it, where we are not that user already."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, PLAIN_USER, PLAIN_USER)
