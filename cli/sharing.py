"""The commands `share` and `supervisor`; never works out a number."""

import argparse
import sys
from pathlib import Path

import msgspec

from cli.desk import this_desk
from cli.output import agreed, hours, print_json, print_table
from core.clock import now_ms, zone_name
from core.errors import UserError
from core.identity import device_name
from core.period import Period, last_weeks, parse_day
from reports.shapes import Total
from reports.shared_folder import expected_people, read_totals, write_totals
from reports.shares import Share, note_share
from reports.sharing import SharedTotals
from reports.team import TeamPage, team_page

WEEKS_SHARED = 4


def share(parsed: argparse.Namespace) -> None:
    """Show every row, ask, then write."""
    desk = this_desk()
    settings = desk.config.settings
    folder = parsed.folder or settings.share_folder
    if not folder:
        raise UserError("No folder to share to", "give one with --to, or set share_folder in settings.toml")
    rules = desk.rules()
    service = desk.service(rules)
    today = service.today_is(now_ms())
    period = Period(parse_day(parsed.first, today), today) if parsed.first else last_weeks(today, WEEKS_SHARED)
    totals = SharedTotals(
        person=desk.config.person,
        device=device_name(),
        written_ms=now_ms(),
        timezone=zone_name(),
        idle_threshold_s=settings.idle_threshold_s,
        ruleset=rules.version,
        days=service.shared_days(period, rules.ruleset.org_category_names, settings.share_detail, now_ms()),
    )
    if not totals.days:
        raise UserError("There is nothing to share yet", "record for a while first")
    _print_totals(totals, as_json=parsed.json)
    if not parsed.yes and not agreed(f"Write these rows to {folder}?"):
        print("Nothing was written.", file=sys.stderr)
        return
    written = write_totals(Path(folder), totals)
    note_share(desk.paths.shares, Share(to=str(written), totals=totals))
    print(f"Written: {written}", file=sys.stderr)


def print_team(parsed: argparse.Namespace) -> None:
    folder = Path(parsed.folder)
    shared, unreadable = read_totals(folder)
    page = team_page(shared, expected_people(folder), unreadable, now_ms())
    if parsed.json:
        print_json(_team_as_json(page))
        return
    kinds = [total.key for total in page.totals]
    head = ("Name", "Day", "Recorded", *kinds, "Not recorded")
    rows = [
        (row.person, row.day.isoformat(), hours(row.recorded_ms), *_by_kind(row.kinds, kinds), hours(row.gap_ms))
        for row in page.rows
    ]
    print_table(head, rows, numbers=range(2, len(head)))
    for stale in page.stale:
        last = f", last day {stale.last_day}" if stale.last_day else ""
        print(f"{stale.person}: {stale.why}{last}")


def _print_totals(totals: SharedTotals, *, as_json: bool) -> None:
    if as_json:
        print_json(msgspec.to_builtins(totals))
        return
    names = sorted({name for day in totals.days for name in day.seconds})
    rows = [
        (
            day.day,
            hours(day.recorded_s * 1000),
            *(hours(day.seconds.get(name, 0) * 1000) for name in names),
            hours(day.not_recorded_s * 1000),
        )
        for day in totals.days
    ]
    print(f"This leaves your computer under the name {totals.person!r}, and nothing else:")
    print_table(("Day", "Recorded", *names, "Not recorded"), rows, numbers=range(1, len(names) + 3))


def _by_kind(totals: tuple[Total, ...], kinds: list[str]) -> list[str]:
    found = {total.key: total.observed_ms for total in totals}
    return [hours(found[kind]) if kind in found else "–" for kind in kinds]


def _team_as_json(page: TeamPage) -> dict[str, object]:
    return {
        "people": [
            {
                "person": row.person,
                "day": row.day.isoformat(),
                "recorded_s": row.recorded_ms // 1000,
                "not_recorded_s": row.gap_ms // 1000,
                "seconds": {total.key: total.observed_ms // 1000 for total in row.kinds},
            }
            for row in page.rows
        ],
        "stale": [
            {"person": stale.person, "last_day": stale.last_day and stale.last_day.isoformat(), "why": stale.why}
            for stale in page.stale
        ],
    }
