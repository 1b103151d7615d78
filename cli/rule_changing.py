"""The commands `rules preview` and `rules apply`: what a changed file would do, then doing it; never writes a rule."""

import argparse
import sys
from datetime import timedelta
from pathlib import Path

from agent.rule_changing import RuleChanging
from classifiers.checking import check
from classifiers.editing import Edit
from classifiers.in_force import RulesInForce
from classifiers.rule import Layer
from classifiers.ruleset import Ruleset
from cli.desk import Desk, this_desk
from cli.output import agreed, counted, hours, print_json
from cli.reporting import asked_period
from core.clock import now_ms
from core.period import Period, last_weeks
from reports.previewing import Change, Preview
from reports.rule_preview import DAYS_SPAN_BY_SPAN

WEEKS = 4
WINDOWS_SHOWN = 5


def preview_rules(parsed: argparse.Namespace) -> None:
    """What a changed rule file would change over 28 days, or another period."""
    desk = this_desk()
    rules = desk.rules()
    found = _preview(desk, rules, _checked(desk, rules, Path(parsed.file)), parsed)
    if parsed.json:
        print_json(_as_json(found))
    else:
        _print(found)


def apply_rules(parsed: argparse.Namespace) -> None:
    """Put a rule file in the place of the person's own, for all that is recorded or from now on."""
    desk = this_desk()
    file = Path(parsed.file)
    rules = desk.rules()
    new = _checked(desk, rules, file)
    if not parsed.json and desk.paths.record.exists():
        _print(_preview(desk, rules, new, parsed))
    if not parsed.yes and not agreed("Let these rules hold?"):
        print("Nothing was changed.", file=sys.stderr)
        return
    changing = RuleChanging(paths=desk.paths)
    made = changing.put_in_force(file.read_bytes().decode("utf-8-sig"), for_history=not parsed.new_only)
    if made.trouble is not None:
        raise made.trouble
    rules.refresh()
    if parsed.json:
        since = "now" if parsed.new_only else "ever"
        print_json({"ruleset": rules.version, "since": since, "agent": made.agent_follows})
        return
    since = "from now on; what was recorded before stays as it was" if parsed.new_only else "for all that is recorded"
    print(f"Rules {rules.version} hold {since}.", file=sys.stderr)
    if not made.agent_follows and not parsed.new_only:
        print("Totals are built again when the agent runs; until then reports take longer.", file=sys.stderr)


def _checked(desk: Desk, rules: RulesInForce, file: Path) -> Ruleset:
    """The rules as they would be with `file` in the place of the person's own; raises UserError for its first fault."""
    found = check(file, Layer.PERSONAL, desk.rule_places.organisation)
    for warning in found.warnings:
        print(warning, file=sys.stderr)
    for fault in found.faults[1:]:
        print(fault, file=sys.stderr)
    for fault in found.faults[:1]:
        raise fault
    return rules.with_personal(file)


def _preview(desk: Desk, rules: RulesInForce, new: Ruleset, parsed: argparse.Namespace) -> Preview:
    service = desk.service(rules)
    today = service.today_is(now_ms())
    named = parsed.period or parsed.first or parsed.last
    period: Period = asked_period(parsed, today) if named else last_weeks(today, WEEKS)
    asked = service.preview(period)
    is_short = period.last - period.first < timedelta(days=DAYS_SPAN_BY_SPAN)
    edit = Edit(rules.ruleset, new, had_others=rules.had_others)
    return asked.exactly(edit) if is_short else asked.of(edit)


def _as_json(found: Preview) -> dict[str, object]:
    return {
        "from": found.period.first.isoformat(),
        "to": found.period.last.isoformat(),
        "seconds": found.looked_at_ms / 1000,
        "changed_s": found.changed_ms / 1000,
        "warnings": list(found.warnings),
        "changes": [
            {
                "old": change.old,
                "new": change.new,
                "seconds": change.observed_ms / 1000,
                "titles": change.titles,
                "rules": list(change.rules),
                "overrides": list(change.overrides),
                "windows": [
                    {"app": window.app, "title": window.title, "seconds": window.observed_ms / 1000}
                    for window in change.windows
                ],
            }
            for change in found.changes
        ],
    }


def _print(found: Preview) -> None:
    if not found.changes:
        print(f"Nothing would change from {found.period.first} to {found.period.last}.")
    else:
        print(
            f"From {found.period.first} to {found.period.last} this would change {hours(found.changed_ms)} "
            f"of {hours(found.looked_at_ms)} at the desk:"
        )
    for change in found.changes:
        _print_change(change)
    for warning in found.warnings:
        print(f"Take care: {warning}.")


def _print_change(change: Change) -> None:
    by = f", by {', '.join(change.rules)}" if change.rules else ""
    overrides = f", overrides {', '.join(change.overrides)}" if change.overrides else ""
    titles = counted(change.titles, "title")
    print(f"{change.old} -> {change.new}  {hours(change.observed_ms)} in {titles}{by}{overrides}")
    for window in change.windows[:WINDOWS_SHOWN]:
        print(f"    {hours(window.observed_ms)}  {window.app}  {window.title}")
    if change.titles > WINDOWS_SHOWN:
        print(f"    and {change.titles - WINDOWS_SHOWN} other titles")
