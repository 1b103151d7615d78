"""The command `notice`, and the gate that nothing is recorded before it was acknowledged."""

import argparse
import sys

from cli.desk import Desk, this_desk
from cli.output import print_json
from core.clock import now_ms
from core.errors import NoticeNotAccepted, UserError
from core.notice import Notice
from storage.engine import open_for_reading, open_for_writing, transaction
from storage.receipts import latest_receipt, note_accepted, note_shown


def run_notice(parsed: argparse.Namespace) -> None:
    if parsed.action == "sample":
        from cli.notice_sample import run_sample  # brings what looks at desktops

        run_sample(parsed)
        return
    desk = this_desk()
    notice = desk.notice()
    if parsed.hash not in {None, notice.hash}:
        raise UserError("Another notice holds than the one that was read", "close it, and read it anew")
    if parsed.action == "show":
        _show(desk, notice, as_json=parsed.json)
    else:
        _accept(desk, notice, as_json=parsed.json)


def demand_notice(desk: Desk) -> None:
    """Raise NoticeNotAccepted unless this person acknowledged the notice as it reads today."""
    if not desk.paths.record.exists():
        raise NoticeNotAccepted
    engine = open_for_reading(desk.paths.record, of_any_age=True)
    with engine.connect() as connection:
        receipt = latest_receipt(connection, desk.notice().hash, desk.config.person)
    engine.dispose()
    if receipt is None or receipt.accepted_ms is None:
        raise NoticeNotAccepted


def _show(desk: Desk, notice: Notice, *, as_json: bool) -> None:
    engine = open_for_writing(desk.paths.record)
    with transaction(engine) as connection:
        note_shown(connection, notice.hash, desk.config.person, now_ms())
        receipt = latest_receipt(connection, notice.hash, desk.config.person)
    engine.dispose()
    accepted_ms = receipt.accepted_ms if receipt else None
    if as_json:
        print_json({"hash": notice.hash, "text": notice.as_text(), "accepted": accepted_ms is not None})
        return
    print(notice.as_text())
    if accepted_ms is None:
        print("Nothing is recorded yet. To begin, run: engineroom notice accept", file=sys.stderr)


def _accept(desk: Desk, notice: Notice, *, as_json: bool) -> None:
    engine = open_for_writing(desk.paths.record)
    with transaction(engine) as connection:
        receipt = latest_receipt(connection, notice.hash, desk.config.person)
        if receipt is not None and receipt.accepted_ms is None:
            note_accepted(connection, notice.hash, desk.config.person, now_ms())
    engine.dispose()
    if receipt is None:
        raise UserError("This notice has not been shown to you yet", "read it first with `engineroom notice show`")
    if as_json:
        print_json({"hash": notice.hash, "accepted": True})
    else:
        print("Acknowledged. Recording may begin: `engineroom agent`, or the tray.", file=sys.stderr)
