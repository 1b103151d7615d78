"""The command `data show`: what is kept about the person on this computer, and what left it; never shows a title."""

import argparse
from datetime import date

from cli.desk import Desk, this_desk
from cli.output import iso, print_json, print_table
from core.clock import offset_min
from core.holding import Holding
from reports.own_data import own_record
from reports.shares import Share, read_shares


def print_own_data(parsed: argparse.Namespace) -> None:
    desk = this_desk()
    held, shares = _holdings(desk), read_shares(desk.paths.shares)
    if parsed.json:
        print_json({"kept": [_holding_as_json(one) for one in held], "shared": [_share_as_json(one) for one in shares]})
        return
    print_table(("Kept", "From", "To", "Rows"), [_row(one) for one in held], numbers=(3,))
    print()
    if not shares:
        print("Nothing that is kept here has left this computer through Engineroom.")
    for share in shares:
        when = _moment(share.totals.written_ms)[:16].replace("T", " ")
        print(f"Shared {when}: totals of {share.days} days to {share.to}")


def _holdings(desk: Desk) -> tuple[Holding, ...]:
    if not desk.paths.record.exists():
        return ()
    desk.have_saved()
    return own_record(desk.paths.record).holdings


def _row(one: Holding) -> tuple[str, str, str, str]:
    return one.what.value, _day(one.first), _day(one.last), str(one.rows)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "–"


def _holding_as_json(one: Holding) -> dict[str, object]:
    return {
        "what": one.what.value,
        "rows": one.rows,
        "first": one.first and one.first.isoformat(),
        "last": one.last and one.last.isoformat(),
    }


def _share_as_json(one: Share) -> dict[str, object]:
    return {
        "at": _moment(one.totals.written_ms),
        "to": one.to,
        "days": [day.day for day in one.totals.days],
        "forgotten": one.forgotten,
    }


def _moment(at_ms: int) -> str:
    return iso(at_ms, offset_min(at_ms))
