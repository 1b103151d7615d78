"""Puts a sound record in the place of one that cannot be used, out of a backup and what is left; mends no file."""

import shutil
from pathlib import Path

from sqlalchemy import Engine

from core.judge import Judge
from core.paths import make_private, touch_private
from storage.aside import FINISHED, UNFINISHED, aside_name, leftovers, move, remove, take_place
from storage.backups import backups_in, newest_good
from storage.carrying_over import carry_over, recorded_until
from storage.engine import guarded, make_one_file, open_for_writing, transaction
from storage.health import Ailment, Diagnosis, diagnose
from storage.losses import Loss, note_loss
from storage.meta import CLEAN_STOP, REDACTION, write_fact
from storage.record import Record
from storage.wreck import wreck_of

_READABLE = frozenset({Ailment.DAMAGED, Ailment.NEWER})
"""Where spans of this person may be left; a foreign file has none."""


def make_sound(file: Path, backups: Path, judge: Judge, at_ms: int) -> Loss | None:
    """Where the record at `file` cannot be used, keep it under another name and build one in its place.

    Only for who holds the lease. Returns what was lost then. A record that is gone counts as lost where there are
    backups of it. Raises MachineError, with every file where it was, where the disk refuses.
    """
    finished, unfinished = (file.with_name(file.name + ending) for ending in (FINISHED, UNFINISHED))
    if finished.exists() and not file.exists():  # the last attempt was cut off one step before its end
        take_place(finished, file)
    found = _diagnosis(file, backups)
    if found is None:
        return None
    make_private(file.parent)
    for rest in (finished, unfinished, *leftovers(unfinished)):
        remove(rest)
    aside = None if found.ailment is Ailment.MISSING else aside_name(file, at_ms)
    backup = newest_good(backups)
    if backup is not None:
        touch_private(unfinished)
        guarded(file, lambda: shutil.copyfile(backup, unfinished))
    engine = open_for_writing(unfinished)
    try:
        saved, complete_until_ms = _saved(file, found, engine, judge)
        loss = Loss(
            at_ms=at_ms,
            reason=found.reason,
            aside=aside.name if aside else None,
            backup=backup.name if backup else None,
            spans_saved=saved,
            complete_until_ms=complete_until_ms,
        )
        with transaction(engine) as connection:
            note_loss(connection, loss)
            write_fact(connection, CLEAN_STOP, None)
            write_fact(connection, REDACTION, None)
    finally:
        engine.dispose()
    make_one_file(unfinished)
    for rest in leftovers(unfinished):
        remove(rest)
    move(unfinished, finished)
    if aside is not None:
        move(file, aside)
    take_place(finished, file)
    return loss


def _diagnosis(file: Path, backups: Path) -> Diagnosis | None:
    if guarded(file, file.exists):
        return guarded(file, lambda: diagnose(file))
    return Diagnosis(Ailment.MISSING, "is missing") if backups_in(backups) else None


def _saved(file: Path, found: Diagnosis, engine: Engine, judge: Judge) -> tuple[int, int]:
    """As `carry_over`."""
    if found.ailment not in _READABLE:
        return 0, recorded_until(engine)
    with wreck_of(file) as wreck:
        return carry_over(wreck, engine, Record(engine, judge))
