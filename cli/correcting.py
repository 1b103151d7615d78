"""The commands `correct` and `corrections`: what a person says that a stretch was; never changes what was recorded."""

import argparse
import sys

from agent.correcting import Correcting
from cli.desk import this_desk
from cli.output import hours, iso, print_json, print_table
from cli.reporting import asked_period
from core.category import Category, category_for_rules
from core.clock import local_time, now_ms, offset_min
from core.errors import UserError
from core.moment import parse_moment
from core.period import last_weeks
from storage.corrections import RecordedCorrection
from storage.engine import open_for_reading
from storage.reading import Reader, reading

WEEKS_LISTED = 4


def run_correct(parsed: argparse.Namespace) -> None:
    """Say what a stretch was, or undo what was said; recording may go on meanwhile."""
    desk = this_desk()
    correcting = Correcting(paths=desk.paths, config=desk.config, judge=desk.rules())
    if parsed.undo is not None:
        _undo(correcting, parsed)
    else:
        _correct(correcting, parsed)


def print_corrections(parsed: argparse.Namespace) -> None:
    """Every correction of a period, in force or undone."""
    desk = this_desk()
    engine = open_for_reading(desk.paths.record)
    try:
        with reading(engine) as reader:
            listed = _listed(reader, parsed)
    finally:
        engine.dispose()
    if parsed.json:
        print_json({"corrections": [correction_as_json(one) for one in listed]})
        return
    rows = [
        (
            str(one.id),
            f"{local_time(one.said.start_ms):%Y-%m-%d %H:%M:%S}",
            f"{local_time(one.said.end_ms):%Y-%m-%d %H:%M:%S}",
            one.said.category.path,
            one.said.who,
            f"{local_time(one.said.at_ms):%Y-%m-%d %H:%M}",
            f"{local_time(one.undone_at_ms):%Y-%m-%d %H:%M}" if one.undone_at_ms else "",
            one.said.why,
        )
        for one in listed
    ]
    print_table(("Id", "From", "To", "Category", "Who", "Said", "Undone", "Why"), rows, numbers=(0,))


def _correct(correcting: Correcting, parsed: argparse.Namespace) -> None:
    stretch, category = _asked(parsed)
    corrected = correcting.correct([stretch], category, parsed.why)
    [made] = corrected.made
    if parsed.json:
        print_json(correction_as_json(made))
        return
    print(
        f"Corrected: {hours(corrected.about_ms)} of recorded time are {category.path}. "
        f"`engineroom correct --undo {made.id}` takes that back.",
        file=sys.stderr,
    )


def _asked(parsed: argparse.Namespace) -> tuple[tuple[int, int], Category]:
    """([start, end), category) of the command line; raises UserError where it does not say all that is needed."""
    if not (parsed.start and parsed.end and parsed.category):
        raise UserError(
            "A correction says from when to when, and what it was",
            "write `engineroom correct --from 09:14 --to 09:40 Work/Claims`, or --undo with the id of one",
        )
    today = local_time(now_ms()).date()
    try:
        category = category_for_rules(parsed.category)
    except ValueError as error:
        raise UserError(str(error), "write it as Work/Mail or Personal") from error
    return (parse_moment(parsed.start, today, offset_min), parse_moment(parsed.end, today, offset_min)), category


def _undo(correcting: Correcting, parsed: argparse.Namespace) -> None:
    if parsed.start or parsed.end or parsed.category or parsed.why:
        raise UserError("A correction is made or undone, not both", "give --undo and the id alone")
    [undone] = correcting.take_back([parsed.undo])
    if parsed.json:
        print_json(correction_as_json(undone))
    else:
        print(f"Undone: correction {parsed.undo} holds no more; it stays on the list.", file=sys.stderr)


def _listed(reader: Reader, parsed: argparse.Namespace) -> tuple[RecordedCorrection, ...]:
    starts = reader.day_starts()
    now = now_ms()
    today = starts.day_of(now, offset_min(now))
    named = parsed.period or parsed.first or parsed.last
    period = asked_period(parsed, today) if named else last_weeks(today, WEEKS_LISTED)
    start_ms, end_ms = starts.bounds(period.first, offset_min)[0], starts.bounds(period.last, offset_min)[1]
    return reader.recorded_corrections(start_ms, end_ms)


def correction_as_json(one: RecordedCorrection) -> dict[str, object]:
    """The documented shape of a correction."""
    said = one.said
    return {
        "id": one.id,
        "from": iso(said.start_ms, offset_min(said.start_ms)),
        "to": iso(said.end_ms, offset_min(said.end_ms)),
        "category": said.category.path,
        "who": said.who,
        "at": iso(said.at_ms, offset_min(said.at_ms)),
        "why": said.why,
        "undone": iso(one.undone_at_ms, offset_min(one.undone_at_ms)) if one.undone_at_ms is not None else None,
    }
