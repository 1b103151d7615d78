"""Runs a check as a user without privileges, since permissions do not hold for root; never for a whole test."""

import os
import traceback
from collections.abc import Callable
from pathlib import Path

PLAIN_USER = 65534
"""`nobody`: exists everywhere and owns nothing."""


def as_plain_user(
    check: Callable[[], None], folder: Path | None = None, *, owned: bool = True, user: int = PLAIN_USER
) -> None:
    """Run `check` in a child process as a user who can reach `folder` and, if `owned`, owns it; its failure is ours.

    Two checks with two numbers of `user` are two people of one machine.
    Where the tests run as a plain user already, the child is that user.
    """
    if os.geteuid() == 0 and folder is not None:
        _open_the_way(folder)
        if owned:
            _hand_over(folder, user)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _report(check, writer, user)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        failure = pipe.read()
    os.waitpid(child, 0)
    if failure:
        raise AssertionError(failure)


def _report(check: Callable[[], None], writer: int, user: int) -> None:
    """The life of the child: no way out of it leads back into the test run."""
    failure = ""
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        check()
    except BaseException:  # noqa: BLE001 - whatever happened is told to the parent
        failure = traceback.format_exc()
    finally:
        with os.fdopen(writer, "w", encoding="utf-8") as pipe:
            pipe.write(failure)
        os._exit(0)


def _open_the_way(folder: Path) -> None:
    """Let everyone pass through the folders above it that root made for this test."""
    for above in folder.parents:
        if above.stat().st_uid == 0 and not above.stat().st_mode & 0o001:
            above.chmod(above.stat().st_mode | 0o011)


def _hand_over(folder: Path, user: int) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, user)
