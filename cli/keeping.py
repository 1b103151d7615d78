"""The commands `backup`, `restore` and `erase`; never touch a record that an agent is writing to, but to copy it."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from agent.lease import Lease
from cli.desk import Desk, this_desk
from cli.output import agreed, print_json
from cli.progress import Progress
from core.clock import local_time, now_ms, offset_min
from core.errors import EngineroomError, MachineError, UserError
from core.paths import make_private
from core.period import Period, parse_day
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
    erasure = _asked_erasure(parsed)
    with alone(desk, "erase"):
        if not parsed.yes and not agreed(
            f"Erase {_what(erasure)}, here and in every backup that Engineroom made? It cannot be undone."
        ):
            print("Nothing was erased.", file=sys.stderr)
            return
        removed, trouble = _erase(desk, erasure)
    if parsed.json:
        days = {"since": erasure.since, "before": erasure.before}
        print_json({**{name: day.isoformat() if day else None for name, day in days.items()}, "spans": removed})
    else:
        print(f"Erased: {removed} spans, and all that belonged to them.", file=sys.stderr)
        print("Copies that you made yourself, and totals that you shared, are where you put them.", file=sys.stderr)
    if trouble is not None:
        raise trouble


def _erase(desk: Desk, erasure: Erasure) -> tuple[int, MachineError | None]:
    """How many spans went, and where what was erased is still to be found."""
    record = desk.paths.record
    engine = open_for_writing(record)
    try:
        with transaction(engine) as connection:
            removed = erase(connection, erasure, offset_min)
            known = erasures(connection)
    finally:
        engine.dispose()
    steps = [
        lambda: renew(desk.paths.backups, lambda connection: erase_again(connection, known, offset_min)),
        lambda: drop_leftovers(record),
        lambda: forget_shares(desk.paths.shares, erasure.before, erasure.since),
        lambda: scrub(record),
    ]
    if erasure.is_everything:
        steps.append(lambda: desk.paths.last_good_rules.unlink(missing_ok=True))
    return removed, _trouble_of(steps)


def _trouble_of(steps: Iterable[Callable[[], None]]) -> MachineError | None:
    """Take every step, also behind one that fails; all that went wrong."""
    errors: list[EngineroomError] = []
    for step in steps:
        try:
            step()
        except EngineroomError as error:
            errors.append(error)
        except OSError as error:
            errors.append(
                MachineError(
                    f"{error.filename} holds what was erased: {error.strerror}", "make it yours, and erase again"
                )
            )
    if not errors:
        return None
    return MachineError(". ".join(one.happened for one in errors), "; ".join(one.remedy for one in errors))


def _asked_erasure(parsed: argparse.Namespace) -> Erasure:
    at_ms = now_ms()
    today = local_time(at_ms).date()
    if bool(parsed.first) is not bool(parsed.last):
        raise UserError("Days to erase have a first and a last one", "say both, --from and --to")
    if parsed.all:
        return Erasure(before=None, at_ms=at_ms)
    if parsed.before:
        return Erasure(before=_begun(parse_day(parsed.before, today), today), at_ms=at_ms)
    days = Period(parse_day(parsed.first, today), _begun(parse_day(parsed.last, today), today))
    return Erasure(since=days.first, before=days.last + timedelta(days=1), at_ms=at_ms)


def _begun(day: date, today: date) -> date:
    if day > today:
        raise UserError(f"{day} has not begun", "give an earlier day, or --all")
    return day


def _what(erasure: Erasure) -> str:
    if erasure.before is None:
        return "everything that was recorded"
    if erasure.since is None:
        return f"everything that was recorded before {erasure.before}"
    return f"everything that was recorded from {erasure.since} to {erasure.before - timedelta(days=1)}"


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
