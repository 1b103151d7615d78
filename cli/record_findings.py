"""How the record and the disk below it stand; looks at files, and never mends or writes one."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cli.finding import Finding, doubtful, failed, fine, refused
from core.clock import MS_PER_MIN, local_time
from core.errors import EngineroomError
from storage.backups import backups_in, day_of
from storage.engine import HEALED_BY, guarded
from storage.health import diagnose
from storage.overview import Overview
from storage.place import refuse_network

MIB = 1 << 20
LOW_MIB, FULL_MIB = 500, 20
"""Below the first somebody should make room; below the second the next write may fail."""
OLDEST_BACKUP_DAYS = 2
"""One is made each day; a weekend is no reason to worry, since none is made while no agent runs."""
AHEAD_MS = MS_PER_MIN


def record_finding(record: Path) -> Finding:
    """Whether it is a sound record on a disk of this computer."""
    try:
        refuse_network(record)
        if not guarded(record, record.exists):
            return failed("record", "There is no record yet", "acknowledge the notice and start `engineroom agent`")
        found = guarded(record, lambda: diagnose(record))
    except EngineroomError as error:
        return refused("record", error)
    if found is not None:
        return failed("record", f"The record {found.reason}", HEALED_BY)
    return fine("record", f"Sound, {record.stat().st_size / MIB:.1f} MB")


def loss_findings(of: Overview) -> Iterator[Finding]:
    """What was lost when the record was built again."""
    for loss in of.losses:
        yield doubtful("losses", str(loss), "`engineroom status --acknowledge` puts this away")


def backup_finding(folder: Path, today: date) -> Finding:
    newest = next(iter(backups_in(folder)), None)
    if newest is None:
        return doubtful("backup", "There is no backup yet", "an agent makes one each day; `engineroom backup` does now")
    days = (today - day_of(newest)).days
    if days >= OLDEST_BACKUP_DAYS:
        return doubtful("backup", f"The last backup is {days} days old", "`engineroom backup` makes one")
    return fine("backup", f"The last one was made on {day_of(newest)}")


def disk_finding(data: Path) -> Finding:
    """Whether what is recorded finds room."""
    there = next(folder for folder in (data, *data.parents) if folder.exists())
    return room_finding(shutil.disk_usage(there).free)


def room_finding(free_bytes: int) -> Finding:
    free_mib = free_bytes // MIB
    if free_mib < FULL_MIB:
        return failed("disk", f"The disk has {free_mib} MB left", "make room; nothing can be saved soon")
    if free_mib < LOW_MIB:
        return doubtful("disk", f"The disk has {free_mib} MB left", "make room")
    return fine("disk", f"{free_mib / 1024:.1f} GB left")


def clock_finding(of: Overview, now_ms: int, *, synchronised: bool | None) -> Finding:
    """Whether this computer's clock can be right."""
    if of.until_ms - now_ms > AHEAD_MS:
        return doubtful(
            "clock",
            f"The record goes on until {local_time(of.until_ms):%Y-%m-%d %H:%M}, which the clock has yet to reach",
            "set the clock right; the record gives the difference back in its next gap",
        )
    if synchronised is False:
        return doubtful(
            "clock", "Nothing keeps this computer's clock right", "turn network time on: `timedatectl set-ntp true`"
        )
    return fine("clock", "Kept right over the network" if synchronised else "In step with the record")
