"""Every other file that holds what the record holds: lets them forget what it forgot; never opens the record itself."""

import shutil
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from core.errors import EngineroomError
from core.paths import touch_private
from core.replacing import put_in_place
from storage.aside import leftovers, remove, sync, sync_folder
from storage.backups import backups_in, unfinished_in
from storage.engine import guarded, make_one_file, open_for_writing, transaction
from storage.erasing import scrub

Forget = Callable[[Connection], object]


def renew(folder: Path, forget: Forget) -> None:
    """Rewrite each daily backup without what `forget` takes out of it; one that cannot be rewritten goes altogether.

    What was half made when something ended it goes too.
    """
    for unfinished in unfinished_in(folder):
        unfinished.unlink()
    for backup in backups_in(folder):
        unfinished = backup.with_name(f"{backup.name}.renewed")
        try:
            _rewrite(backup, unfinished, forget)
            put_in_place(unfinished, backup)
        except EngineroomError:
            backup.unlink()
        finally:
            for rest in (*leftovers(unfinished), unfinished):
                remove(rest)
    if folder.exists():  # on the first day there is none yet
        sync_folder(folder)


def drop_leftovers(record: Path, written_before_ms: int | None = None) -> None:
    """Delete every file that was the record once, or those last written before a moment; UTC epoch ms."""
    for path in leftovers(record):
        if written_before_ms is None or path.stat().st_mtime * 1000 < written_before_ms:
            path.unlink()


def _rewrite(backup: Path, unfinished: Path, forget: Forget) -> None:
    touch_private(unfinished)
    guarded(unfinished, lambda: shutil.copyfile(backup, unfinished))
    engine = open_for_writing(unfinished)
    try:
        with transaction(engine) as connection:
            forget(connection)
    finally:
        engine.dispose()
    scrub(unfinished)
    make_one_file(unfinished)
    sync(unfinished)
