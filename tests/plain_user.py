"""Runs a check as a user without privileges, since permissions do not hold for root; never for a whole test."""

import os
import traceback
from collections.abc import Callable
from pathlib import Path

PLAIN_USER = 65534
"""`nobody`: exists everywhere and owns nothing."""


def as_plain_user(check: Callable[[], None], *, owns: Path | None = None) -> None:
    """Run `check` in a child process as a user that owns the folder `owns` and all in it; its failure is ours.

    Where the tests run as a plain user already, the child is that user.
    """
    if os.geteuid() == 0 and owns is not None:
        _hand_over(owns)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _report(check, writer)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        failure = pipe.read()
    os.waitpid(child, 0)
    assert failure == ""


def _report(check: Callable[[], None], writer: int) -> None:
    """The life of the child: no way out of it leads back into the test run."""
    failure = ""
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(PLAIN_USER)
            os.setuid(PLAIN_USER)
        check()
    except BaseException:  # noqa: BLE001 - whatever happened is told to the parent
        failure = traceback.format_exc()
    finally:
        with os.fdopen(writer, "w", encoding="utf-8") as pipe:
            pipe.write(failure)
        os._exit(0)


def _hand_over(folder: Path) -> None:
    """Give `folder` away, and let everyone pass through the folders above it that root made for this test."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, PLAIN_USER, PLAIN_USER)
    for above in folder.parents:
        if above.stat().st_uid == 0 and not above.stat().st_mode & 0o001:
            above.chmod(above.stat().st_mode | 0o011)
