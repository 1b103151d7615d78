"""The commands `rules check`, `rules explain` and `rules import`; never puts a rule in force."""

import argparse
import sys
from pathlib import Path
from typing import Any

from classifiers.activitywatch_categories import TakenOver, take_over
from classifiers.checking import Checked, check
from classifiers.explaining import Explanation, explain_context, explain_piece
from classifiers.private_file import write_private
from classifiers.rule import Layer, Rule
from cli.desk import this_desk
from cli.output import clock_time, counted, print_json
from core.clock import MS_PER_S, now_ms, offset_min
from core.errors import MachineError, UserError
from core.judge import Piece
from core.moment import parse_moment
from core.span import Context
from reports.service import ReportService

FAULTY = 1


def check_rules(parsed: argparse.Namespace) -> int | None:
    """Every fault of a rule file, and every rule in it that can never match."""
    desk = this_desk()
    path = Path(parsed.file) if parsed.file else desk.paths.rules
    if not parsed.file and not path.exists():
        raise UserError(f"You have no rules of your own at {path}", "write some, or name a file to check")
    found = check(path, Layer.PERSONAL, desk.rule_places.organisation)
    if parsed.json:
        print_json(_checked_as_json(found))
    else:
        for said in (*found.faults, *found.warnings):
            print(said)
        print(_in_short(found), file=sys.stderr)
    return None if found.is_right else FAULTY


def explain_rules(parsed: argparse.Namespace) -> None:
    """Which rule decides on a window, or decided on a moment of the record, and what each earlier one missed by."""
    desk = this_desk()
    if parsed.moment is None and parsed.app is None:
        raise UserError("There is nothing to explain", "name --app and --title, or a moment such as 09:14")
    if parsed.moment is not None and (parsed.app is not None or parsed.title is not None):
        raise UserError("A window or a moment is explained, not both", "leave out one of them")
    rules = desk.rules()
    piece = None
    if parsed.moment is None:
        context = Context(parsed.app, parsed.title or "")
        found = explain_context(rules.ruleset, context)
    else:
        piece = _piece_at(desk.service(rules), parsed.moment)
        context = piece.span.context
        found = explain_piece(rules.ruleset, piece)
    if parsed.json:
        print_json(_explained_as_json(context, piece, found))
    else:
        _print_explanation(context, piece, found)


def import_rules(parsed: argparse.Namespace) -> None:
    """Category settings of ActivityWatch as a rule file of ours."""
    try:
        text = Path(parsed.file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{parsed.file} cannot be read: {error}", "name the exported file") from error
    taken = take_over(text)
    if parsed.output:
        output = Path(parsed.output)
        if output.exists():
            raise UserError(f"{output} is there already", "name another file")
        try:
            write_private(output, taken.text.encode())
        except OSError as error:
            raise MachineError(f"{output} cannot be written: {error.strerror}", "name another folder") from error
    else:
        print(taken.text, end="")
    _print_summary(taken)


def _in_short(found: Checked) -> str:
    if found.is_right and not found.warnings:
        return f"{counted(found.rules, 'rule')}, nothing wrong."
    return ", ".join(
        (
            counted(found.rules, "rule"),
            counted(len(found.faults), "fault"),
            counted(len(found.warnings), "warning"),
        )
    )


def _checked_as_json(found: Checked) -> dict[str, Any]:
    return {
        "rules": found.rules,
        "faults": [{"happened": fault.happened, "remedy": fault.remedy} for fault in found.faults],
        "warnings": [{"happened": said.happened, "remedy": said.remedy} for said in found.warnings],
    }


def _piece_at(service: ReportService, moment: str) -> Piece:
    """The piece of the record at a local moment."""
    now = now_ms()
    at_ms = parse_moment(moment, service.today_is(now), offset_min)
    day = service.today_is(at_ms)
    pieces = service.timeline(day, until_ms=now).pieces
    during = [piece for piece in pieces if piece.span.start_ms < at_ms + MS_PER_S and piece.span.end_ms > at_ms]
    if during:
        return during[-1]  # `timeline` shows a start without its milliseconds: what began in that second is meant
    at = clock_time(at_ms, offset_min(at_ms))
    raise UserError(f"Nothing was recorded on {day} at {at}", "see `engineroom timeline` for what was")


def _explained_as_json(context: Context, piece: Piece | None, found: Explanation) -> dict[str, Any]:
    return {
        "app": context.app,
        "title": context.title,
        "state": piece.span.state.value if piece else None,
        "category": found.verdict.category.path,
        "rule": found.matched.id if found.matched else None,
        "layer": found.matched.layer.value if found.matched else None,
        "why": found.verdict.why,
        "missed": [{"rule": missed.rule.id, "why": missed.why} for missed in found.missed],
    }


def _print_explanation(context: Context, piece: Piece | None, found: Explanation) -> None:
    if piece is not None:
        span = piece.span
        times = f"{clock_time(span.start_ms, span.off_min)} to {clock_time(span.end_ms, span.off_min)}"
        print(f"{times}, {span.state.value}: {context.app} “{context.title}”")
    print(f"{found.verdict.category.path}: {found.verdict.why}")
    if found.matched is not None:
        print(f"by the rule {_named(found.matched)}")
    for missed in found.missed:
        print(f"  not {_named(missed.rule)}: {missed.why}")


def _named(rule: Rule) -> str:
    of = {Layer.ORGANISATION: "your organisation's", Layer.PERSONAL: "yours", Layer.SHIPPED: "shipped"}
    return f"{rule.id} ({of[rule.layer]})"


def _print_summary(taken: TakenOver) -> None:
    print(f"{counted(taken.categories, 'category', 'categories')} taken over.", file=sys.stderr)
    for name in taken.to_sort:
        print(f"To sort: {name} is below Unclassified, because only you know what it is.", file=sys.stderr)
    for left_out in taken.left_out:
        print(f"Left out: {left_out.name}: {left_out.why}", file=sys.stderr)
