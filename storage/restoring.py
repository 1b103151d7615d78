"""Puts a backup in the place of the record; never brings back what was erased, and deletes nothing."""

from contextlib import suppress
from pathlib import Path

from core.clock import offset_min
from core.reaching import Reached
from storage.aside import FINISHED, UNFINISHED, aside_name, leftovers, move, remove, take_place
from storage.backups import backups_in, copy_record, demand_record
from storage.engine import make_one_file, open_for_writing, transaction
from storage.erasing import Erasure, erase_again, erasures_of_text, scrub
from storage.meta import CLEAN_STOP, ERASURES, write_fact
from storage.wreck import wreck_of


def restore(source: Path, record: Path, backups: Path, now_ms: int, reached: Reached) -> Path | None:
    """Make a copy of `source` the record; where the one that was there is kept now, None where there was none.

    Only for who holds the lease. Raises UserError for a source that is no sound record, and MachineError where the
    disk refuses; the record is as it was then.
    """
    demand_record(source)
    erased = _erased(record, *backups_in(backups))
    finished, unfinished = (record.with_name(record.name + ending) for ending in (FINISHED, UNFINISHED))
    for rest in (finished, *leftovers(unfinished), unfinished):
        remove(rest)
    copy_record(source, unfinished, reached)
    engine = open_for_writing(unfinished)
    try:
        with transaction(engine) as connection:
            erase_again(connection, erased, offset_min)
            write_fact(connection, CLEAN_STOP, None)
    finally:
        engine.dispose()
    scrub(unfinished)
    make_one_file(unfinished)
    demand_record(unfinished)
    for rest in leftovers(unfinished):
        remove(rest)
    move(unfinished, finished)
    aside = aside_name(record, now_ms) if record.exists() else None
    if aside is not None:
        move(record, aside)
    take_place(finished, record)
    return aside


def _erased(*files: Path) -> tuple[Erasure, ...]:
    """Every erasure that any of these files remembers, the oldest first; they may be damaged, or not there."""
    known: set[Erasure] = set()
    for file in files:
        if file.exists():
            with wreck_of(file) as wreck, suppress(ValueError, KeyError, TypeError):
                known.update(erasures_of_text(wreck.facts().get(ERASURES)))
    return tuple(sorted(known, key=lambda erasure: erasure.at_ms))
