"""Files beside the record that hold what it holds, or held it: names and moves them; never opens one."""

import os
from collections.abc import Iterator
from pathlib import Path

from core.clock import local_time
from core.errors import MachineError
from core.replacing import put_in_place

LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; `-wal` holds rows that the file itself does not have yet."""
UNFINISHED = ".rebuilding"
"""The ending of a record that is being built; it may be thrown away."""
FINISHED = ".rebuilt"
"""The ending of one that is complete and waits to take its place."""


def aside_name(file: Path, at_ms: int) -> Path:
    """A free name with the date, for a file that is not used any more but kept as it is."""
    wanted = file.with_name(f"{file.name}.aside-{local_time(at_ms):%Y-%m-%dT%H%M%S}")
    name, number = wanted, 1
    while name.exists():
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name


def move(file: Path, to: Path) -> None:
    """Rename a database with those of its logs that say anything; what stood under the new name is gone.

    Raises MachineError, with every file where it was, where that is refused.
    """
    try:
        _move(file, to)
    except PermissionError as error:  # Windows moves nothing that anybody has open
        raise MachineError(
            f"{file} cannot be moved: {error.strerror}",
            "close Engineroom's windows and whatever else reads it, then do it again",
        ) from error
    sync_folder(to.parent)


def _move(file: Path, to: Path) -> None:
    log = file.with_name(f"{file.name}-wal")
    if log.exists() and not log.stat().st_size:
        for ending in ("-wal", "-shm"):  # left by somebody who only read
            file.with_name(file.name + ending).unlink(missing_ok=True)
    for ending in ("", *LOGS):
        old, new = file.with_name(file.name + ending), to.with_name(to.name + ending)
        if old.exists():
            put_in_place(old, new)
        else:
            new.unlink(missing_ok=True)


def remove(file: Path) -> None:
    """Delete a database with its logs, where they exist."""
    for ending in ("", *LOGS):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def set_logs_aside(file: Path) -> None:
    """SQLite would play the log that a record, moved away alone, left behind into the next one of its name."""
    for ending in LOGS:
        log = file.with_name(f"{file.name}{ending}")
        if log.exists():
            log.replace(log.with_name(f"{log.name}.left-behind"))


def leftovers(record: Path) -> Iterator[Path]:
    """Every file that was the record once, or was to become it: set aside, from before a migration, half made."""
    in_use = {record.name, *(record.name + ending for ending in LOGS)}
    for path in sorted(record.parent.glob(f"{record.name}*")):
        if path.name not in in_use:
            yield path


def take_place(finished: Path, file: Path) -> None:
    """Put a complete and closed database at `file`, where nothing stands any more but perhaps a log."""
    set_logs_aside(file)
    sync(finished)
    put_in_place(finished, file)
    sync_folder(file.parent)


def sync(file: Path) -> None:
    """Return when the disk has the file's bytes."""
    _sync(os.open(file, os.O_RDWR))


def sync_folder(folder: Path) -> None:
    """Return when the disk has the names in `folder`; Windows neither needs nor allows it."""
    if os.name != "nt":
        _sync(os.open(folder, os.O_RDONLY))


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
