"""The commands `backup`, `restore` and `erase`; never touch a record that an agent is writing to, but to copy it."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from agent.lease import Lease
from cli.desk import Desk, this_desk
from cli.output import agreed, print_json
from cli.progress import Progress
from core.clock import local_time, now_ms, offset_min
from core.errors import UserError
from core.paths import make_private
from core.period import parse_day
from reports.shares import forget_shares
from storage.backups import copy_record, demand_record, let_go_of_old, newest_good, todays
from storage.copies import drop_leftovers, renew
from storage.engine import open_for_writing, transaction
from storage.erasing import Erasure, erase, erase_again, erasures, scrub
from storage.restoring import restore


def run_backup(parsed: argparse.Namespace) -> None:
    """Copy the record as it is now, also while an agent records."""
    desk = this_desk()
    record, backups = desk.paths.record, desk.paths.backups
    if not record.exists():
        raise UserError(f"There is no record at {record}", "record for a while first")
    desk.have_saved()
    target = Path(parsed.to).absolute() if parsed.to else todays(backups, now_ms())
    if parsed.to:
        _demand_free(target)
    else:
        make_private(backups)
    with Progress("Copying") as progress:
        copy_record(record, target, progress.reached)
    let_go_of_old(backups)
    if parsed.json:
        print_json({"file": str(target)})
    else:
        print(f"Written: {target}", file=sys.stderr)


def run_restore(parsed: argparse.Namespace) -> None:
    """Go back to a backup; the record that was there is kept beside it."""
    desk = this_desk()
    if bool(parsed.file) is parsed.latest:
        raise UserError("One backup can be restored", "name its file, or say --latest")
    source = Path(parsed.file).absolute() if parsed.file else newest_good(desk.paths.backups)
    if source is None:
        raise UserError(f"There is no good backup in {desk.paths.backups}", "name the file of another one")
    with alone(desk, "restore"), Progress("Copying") as progress:
        aside = restore(source, desk.paths.record, desk.paths.backups, now_ms(), progress.reached)
    if parsed.json:
        print_json({"from": str(source), "kept": str(aside) if aside else None})
        return
    print(f"Restored: {source}", file=sys.stderr)
    if aside is not None:
        print(f"The record until now is kept as {aside}; delete it when you miss nothing.", file=sys.stderr)


def run_erase(parsed: argparse.Namespace) -> None:
    """Erase from the record and from everything that was copied from it here."""
    desk = this_desk()
    if not desk.config.settings.erase_allowed:
        raise UserError("The policy does not allow to erase what was recorded", "ask who manages this desk")
    before = None if parsed.all else _asked_day(parsed.before)
    what = "everything that was recorded" if before is None else f"everything that was recorded before {before}"
    with alone(desk, "erase"):
        if not parsed.yes and not agreed(
            f"Erase {what}, here and in every backup that Engineroom made? It cannot be undone."
        ):
            print("Nothing was erased.", file=sys.stderr)
            return
        removed = _erase(desk, Erasure(before=before, at_ms=now_ms()))
    if parsed.json:
        print_json({"before": before.isoformat() if before else None, "spans": removed})
    else:
        print(f"Erased: {removed} spans, and all that belonged to them.", file=sys.stderr)
        print("Copies that you made yourself, and totals that you shared, are where you put them.", file=sys.stderr)


def _erase(desk: Desk, erasure: Erasure) -> int:
    record = desk.paths.record
    engine = open_for_writing(record)
    try:
        with transaction(engine) as connection:
            removed = erase(connection, erasure, offset_min)
            known = erasures(connection)
    finally:
        engine.dispose()
    renew(desk.paths.backups, lambda connection: erase_again(connection, known, offset_min))
    drop_leftovers(record)
    forget_shares(desk.paths.shares, erasure.before)
    if erasure.before is None:
        desk.paths.last_good_rules.unlink(missing_ok=True)
    scrub(record)
    return removed


def _asked_day(text: str) -> date:
    today = local_time(now_ms()).date()
    day = parse_day(text, today)
    if day > today:
        raise UserError(f"{day} has not begun", "erase before an earlier day, or --all")
    return day


@contextmanager
def alone(desk: Desk, command: str) -> Iterator[None]:
    """While no agent writes to the record; raises UserError where one does."""
    make_private(desk.paths.data)
    lease = Lease(desk.paths.lease, f"engineroom {command}")
    if not lease.take():
        raise UserError(
            f"An agent is recording ({lease.holder_session()})",
            f"choose `Quit and stop recording` in the tray, or end `engineroom agent`; then {command} again",
        )
    try:
        yield
    finally:
        lease.give_back()


def _demand_free(target: Path) -> None:
    """Raise UserError unless a copy may be written there: over an older copy, or where nothing is."""
    if not target.parent.is_dir():
        raise UserError(f"There is no folder {target.parent}", "make it first")
    if target.is_dir():
        raise UserError(f"{target} is a folder", "name a file in it")
    if target.exists():
        demand_record(target)
