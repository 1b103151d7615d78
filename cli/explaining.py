"""The command `explain`: what time was in which nobody was seen at the desk; never changes what was recorded."""

import argparse
import sys
from datetime import date

from agent.explaining import Explaining
from cli.desk import Desk, this_desk
from cli.output import hours, iso, print_json, print_table
from core.category import Category, category_for_rules
from core.clock import local_time, now_ms, offset_min
from core.errors import UserError
from core.explanation import CHANGES_NOTHING, Answer, Explanation, Word
from core.moment import parse_moment
from core.period import parse_day
from reports.shapes import Absence, NumberedExplanation


def run_explain(parsed: argparse.Namespace) -> None:
    """List what a day leaves open and what was said of it; or say what a stretch was, or take that back."""
    desk = this_desk()
    if parsed.undo is not None:
        _take_back(desk, parsed)
    elif parsed.start or parsed.end or parsed.answer or parsed.category:
        _explain(desk, parsed)
    else:
        _list(desk, parsed)


def _explain(desk: Desk, parsed: argparse.Namespace) -> None:
    start_ms, end_ms = _stretch(parsed)
    rules = desk.rules()
    word = _word(parsed)
    if word is None:
        word = _said_before(desk, start_ms, end_ms)
    explained = Explaining(paths=desk.paths, config=desk.config, judge=rules).explain([(start_ms, end_ms)], word)
    if parsed.json:
        print_json({"explained": [_as_json(one.id, one.said) for one in explained.made]})
        return
    category = word.counts_as
    counts = f"count as {category.path}" if category else "are remembered as explained"
    left = f" {hours(explained.left_out_ms)} were recorded, and stay as they are." if explained.left_out_ms else ""
    ids = " ".join(str(one.id) for one in explained.made)
    print(
        f"Explained: {hours(explained.about_ms)} {counts}.{left} `engineroom explain --undo {ids}` takes that back.",
        file=sys.stderr,
    )


def _stretch(parsed: argparse.Namespace) -> tuple[int, int]:
    if not (parsed.start and parsed.end and (parsed.answer or parsed.category)):
        raise UserError(
            "An explanation says from when to when, and what it was",
            "write `engineroom explain meeting --from 12:04 --to 12:46`, or --as with a category",
        )
    today = local_time(now_ms()).date()
    return parse_moment(parsed.start, today, offset_min), parse_moment(parsed.end, today, offset_min)


def _word(parsed: argparse.Namespace) -> Word | None:
    """None where it is the same as the last time."""
    if parsed.answer == "same":
        return None
    answer = Answer(parsed.answer) if parsed.answer else Answer.OTHER
    if parsed.category and answer in CHANGES_NOTHING:
        raise UserError("A break counts as nothing", "leave --as out, or say what it was")
    return Word(answer=answer, category=_category(parsed.category), note=parsed.note)


def _category(path: str | None) -> Category | None:
    if not path:
        return None
    try:
        return category_for_rules(path)
    except ValueError as error:
        raise UserError(str(error), "write it as Work/Mail or Personal") from error


def _said_before(desk: Desk, start_ms: int, end_ms: int) -> Word:
    service = desk.service(desk.rules())
    try:
        before = service.precedent(start_ms, end_ms)
    finally:
        service.engine.dispose()
    if before is None:
        raise UserError("Nothing was said of this time of day in the last week", "say what it was")
    return before.said.word


def _take_back(desk: Desk, parsed: argparse.Namespace) -> None:
    if parsed.start or parsed.end or parsed.answer or parsed.category or parsed.note:
        raise UserError("An explanation is given or taken back, not both", "give --undo and the ids alone")
    explaining = Explaining(paths=desk.paths, config=desk.config, judge=desk.rules())
    undone = explaining.take_back(parsed.undo)
    if parsed.json:
        print_json({"undone": [_as_json(one.id, one.said) for one in undone]})
    else:
        print("Undone: it is as it was before, and will be asked about again.", file=sys.stderr)


def _list(desk: Desk, parsed: argparse.Namespace) -> None:
    now = now_ms()
    service = desk.service(desk.rules())
    try:
        today = service.today_is(now)
        day = parse_day(parsed.date, today)
        found = service.day(day, now if day == today else None)
    finally:
        service.engine.dispose()
    if parsed.json:
        print_json(
            {
                "day": day.isoformat(),
                "to_explain": [_absence_as_json(one) for one in found.absences],
                "explained": [_as_json(one.number, one.said) for one in found.explained],
            }
        )
        return
    rows: list[tuple[str, ...]] = [_row(one) for one in found.explained]
    rows += [("", *_times(one.start_ms, one.end_ms), "to explain", _why(one)) for one in found.absences]
    if not rows:
        print(f"Nothing of {_day(day, today)} needs explaining.")
    else:
        print_table(("Id", "From", "To", "Length", "What", "Why"), sorted(rows, key=lambda row: row[1]), numbers=(0,))


def _row(one: NumberedExplanation) -> tuple[str, ...]:
    what = one.said.category.path if one.said.category else one.said.answer.value
    return (str(one.number), *_times(one.said.start_ms, one.said.end_ms), what, one.said.note)


def _times(start_ms: int, end_ms: int) -> tuple[str, str, str]:
    return f"{local_time(start_ms):%H:%M:%S}", f"{local_time(end_ms):%H:%M:%S}", hours(end_ms - start_ms)


def _why(absence: Absence) -> str:
    return ", ".join(reason.value for reason in absence.why)


def _day(day: date, today: date) -> str:
    return "today" if day == today else day.isoformat()


def _absence_as_json(one: Absence) -> dict[str, object]:
    return {
        **_stretch_as_json(one.start_ms, one.end_ms),
        "gap_s": one.gap_ms / 1000,
        "why": [reason.value for reason in one.why],
        "before": None if one.before is None else one.before.said.answer.value,
    }


def _as_json(number: int, said: Explanation) -> dict[str, object]:
    """The documented shape of an explanation."""
    return {
        "id": number,
        **_stretch_as_json(said.start_ms, said.end_ms),
        "answer": said.answer.value,
        "category": said.category.path if said.category else None,
        "who": said.who,
        "at": iso(said.at_ms, offset_min(said.at_ms)),
        "note": said.note,
    }


def _stretch_as_json(start_ms: int, end_ms: int) -> dict[str, object]:
    return {"from": iso(start_ms, offset_min(start_ms)), "to": iso(end_ms, offset_min(end_ms))}
