"""Copies of the record, one a day and a few of them; never reads a span and never replaces the record."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from core.clock import local_time
from core.errors import MachineError, UserError
from core.paths import make_private, touch_private
from core.reaching import Reached
from core.replacing import put_in_place
from storage.aside import remove, sync, sync_folder
from storage.engine import guarded, make_one_file, without_transactions
from storage.health import diagnose, look_into

KEPT = 3
PAGES_AT_ONCE = 512


def backups_in(folder: Path) -> tuple[Path, ...]:
    """Every finished daily backup, the newest first."""
    return tuple(sorted(folder.glob("record-????-??-??.db"), reverse=True))


def unfinished_in(folder: Path) -> tuple[Path, ...]:
    """Every file that was to become a daily backup, and did not."""
    return tuple(sorted(folder.glob("record-????-??-??.db.*")))


def day_of(backup: Path) -> date:
    """The local day that a daily backup was made on."""
    return date.fromisoformat(backup.stem.removeprefix("record-"))


def is_due(folder: Path, now_ms: int) -> bool:
    """Whether none was made today."""
    newest = next(iter(backups_in(folder)), None)
    return newest is None or day_of(newest) < local_time(now_ms).date()


def newest_good(folder: Path) -> Path | None:
    """The newest backup that is a sound record of a version known here."""
    return next((backup for backup in backups_in(folder) if _is_good(backup)), None)


def todays(folder: Path, now_ms: int) -> Path:
    """The name of today's backup."""
    return folder / f"record-{local_time(now_ms).date()}.db"


def back_up(record: Path, folder: Path, now_ms: int) -> None:
    """Make today's backup while others go on writing, and let go of the oldest ones.

    Raises MachineError, with every older backup as it was, where disk or record refuse.
    """
    make_private(folder)

    def vacuum(unfinished: Path) -> None:
        with without_transactions(record) as connection:
            connection.execute("VACUUM INTO ?", (str(unfinished),))

    _write(todays(folder, now_ms), vacuum)
    let_go_of_old(folder)


def let_go_of_old(folder: Path) -> None:
    for old in backups_in(folder)[KEPT:]:
        old.unlink()


def copy_record(source: Path, target: Path, reached: Reached) -> None:
    """A sound copy of the record at `source`, as it was at one moment; raises MachineError where it cannot be made."""

    def copy(unfinished: Path) -> None:
        with closing(look_into(source)) as old, closing(sqlite3.connect(unfinished, isolation_level=None)) as new:
            old.execute("BEGIN")
            old.execute("SELECT count(*) FROM meta").fetchone()  # from here on the view stands still
            old.backup(
                new, pages=PAGES_AT_ONCE, progress=lambda _status, left, of: reached(1 - left / of if of else 1.0)
            )
        make_one_file(unfinished)

    _write(target, copy)


def demand_record(file: Path) -> None:
    """Raise UserError unless `file` is a sound record of a version known here."""
    if not file.is_file():
        raise UserError(f"There is no file {file}", "name a backup; `engineroom restore --latest` takes the newest")
    found = guarded(file, lambda: diagnose(file))
    if found is not None:
        raise UserError(f"{file} {found.reason}", "choose another backup; nothing was changed")


def _is_good(backup: Path) -> bool:
    try:
        return diagnose(backup) is None
    except (OSError, sqlite3.Error):
        return False


def _write(target: Path, write: Callable[[Path], None]) -> None:
    """Have a database written under another name, for its user alone, and named `target` once it is found sound."""
    unfinished = target.with_name(f"{target.name}.new")
    remove(unfinished)
    touch_private(unfinished)
    try:
        guarded(target, lambda: write(unfinished))
        found = guarded(target, lambda: diagnose(unfinished))
        if found is not None:
            raise MachineError(f"The copy {target} {found.reason}", "see `engineroom status`; older backups are kept")
        sync(unfinished)
        put_in_place(unfinished, target)
        sync_folder(target.parent)
    finally:
        remove(unfinished)
