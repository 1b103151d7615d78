"""The command `scrub`: offers to take out of history what the rules forbid by now; never shows a title."""

import argparse
import sys

from classifiers.redacting import RuleRedactor
from cli.desk import Desk, this_desk
from cli.keeping import alone
from cli.output import agreed, print_json, print_table
from cli.progress import Progress
from core.errors import UserError
from core.judge import Judge
from storage.copies import drop_leftovers, renew
from storage.engine import open_for_writing, transaction
from storage.erasing import scrub
from storage.scrubbing import Forbidden, find_forbidden, note_scrubbed, scrub_copy, scrub_history

PROGRAMS_SHOWN = 10


def run_scrub(parsed: argparse.Namespace) -> None:
    """Say what would change, ask, and change it: in the record and in everything that was copied from it here."""
    desk = this_desk()
    record = desk.paths.record
    if not record.exists():
        raise UserError(f"There is no record at {record}", "record for a while first")
    if not desk.config.settings.erase_allowed:
        raise UserError("The policy does not allow to take out what was recorded", "ask who manages this desk")
    judge = desk.rules()
    redactor = desk.redactor(judge.ruleset)
    with alone(desk, "scrub"):
        found = _found(desk, redactor)
        if found and not parsed.json:
            _print_offer(found)
        if found and not parsed.yes and not agreed("Rewrite the record, and every backup that Engineroom made?"):
            print("Nothing was changed.", file=sys.stderr)
            return
        spans = _scrub(desk, redactor, judge)
    if parsed.json:
        print_json({"titles": sum(found.titles.values()), "programs": len(found.programs), "spans": spans})
    else:
        print(f"Scrubbed: {spans} spans show something else now; their time is as it was.", file=sys.stderr)
        print("Copies that you made yourself, and exports, are as you wrote them.", file=sys.stderr)


def _found(desk: Desk, redactor: RuleRedactor) -> Forbidden:
    engine = open_for_writing(desk.paths.record)
    try:
        with transaction(engine) as connection:
            return find_forbidden(connection, redactor)
    finally:
        engine.dispose()


def _print_offer(found: Forbidden) -> None:
    print(f"{found}. It cannot be brought back.", file=sys.stderr)
    rows = [(app or "(no program)", str(count)) for app, count in found.titles.items()]
    if rows:
        print_table(("Program", "Titles"), rows[:PROGRAMS_SHOWN], numbers=(1,))
    if len(rows) > PROGRAMS_SHOWN:
        print(f"and {len(rows) - PROGRAMS_SHOWN} other programs")


def _scrub(desk: Desk, redactor: RuleRedactor, judge: Judge) -> int:
    """Cut off at any point, it can be done again."""
    record = desk.paths.record
    engine = open_for_writing(record)
    try:
        with Progress("Scrubbing") as progress, transaction(engine) as connection:
            spans = scrub_history(connection, redactor, judge, progress.reached)
        renew(desk.paths.backups, lambda connection: scrub_copy(connection, redactor, judge))
        drop_leftovers(record)
        scrub(record)
        with transaction(engine) as connection:
            note_scrubbed(connection, redactor.version)
    finally:
        engine.dispose()
    return spans
