"""The command `rules suggest`: where unclassified time went, and rules that would explain it; never changes a rule."""

import argparse

from classifiers.programs import showing_anything
from cli.desk import this_desk
from cli.output import hours, print_json, print_table
from cli.reporting import asked_period
from core.clock import now_ms
from core.period import last_weeks
from reports.rule_search import SuggestedRule
from reports.rule_text import rule_text
from reports.suggesting import Lost, Suggestions

WEEKS = 4


def print_suggestions(parsed: argparse.Namespace) -> None:
    """Of four weeks, or another period; as text that can be copied into a rule file."""
    desk = this_desk()
    service = desk.service(desk.rules())
    today = service.today_is(now_ms())
    named = parsed.period or parsed.first or parsed.last
    period = asked_period(parsed, today) if named else last_weeks(today, WEEKS)
    found = service.suggestions(period, showing_anything())
    if parsed.json:
        print_json(_as_json(found))
    else:
        _print(found)


def _print(found: Suggestions) -> None:
    """Everything but the rules as comments, so that the whole is a rule file."""
    print(
        f"# {found.period.first} to {found.period.last}: {hours(found.unclassified_ms)} of "
        f"{hours(found.attended_ms)} at the desk are unclassified."
    )
    for head, listed in (("Program", found.programs), ("Word", found.words)):
        if listed:
            print("#")
            _print_lost(head, listed)
    if found.rules:
        print("#\n# Copy what fits into your rules; `engineroom rules preview FILE` shows what it would change.")
    for rule in found.rules:
        print(f"\n{rule_text(rule)}", end="")


def _print_lost(head: str, listed: tuple[Lost, ...]) -> None:
    names = {lost: lost.name if lost.name.isprintable() else repr(lost.name) for lost in listed}
    rows = [(f"# {names[lost] or '(no window)'}", hours(lost.observed_ms), str(lost.titles)) for lost in listed]
    print_table((f"# {head}", "Time", "Titles"), rows, numbers=(1, 2))


def _as_json(found: Suggestions) -> dict[str, object]:
    """The documented shape of `engineroom rules suggest --json`."""
    return {
        "from": found.period.first.isoformat(),
        "to": found.period.last.isoformat(),
        "attended_s": found.attended_ms / 1000,
        "unclassified_s": found.unclassified_ms / 1000,
        "programs": [_lost_as_json("app", lost) for lost in found.programs],
        "words": [_lost_as_json("word", lost) for lost in found.words],
        "rules": [_rule_as_json(rule) for rule in found.rules],
    }


def _lost_as_json(key: str, lost: Lost) -> dict[str, object]:
    return {key: lost.name, "seconds": lost.observed_ms / 1000, "titles": lost.titles}


def _rule_as_json(rule: SuggestedRule) -> dict[str, object]:
    return {
        "app": rule.app,
        "word": rule.word,
        "category": rule.category.path if rule.category else None,
        "seconds": rule.explained_ms / 1000,
        "titles": rule.titles,
        "overrides_s": rule.overrides_ms / 1000,
        "corrections": rule.corrections,
        "toml": rule_text(rule),
    }
