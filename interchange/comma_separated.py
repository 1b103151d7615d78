"""Judged pieces as CSV (RFC 4180), and CSV into events; never takes a category from it.

A spreadsheet takes a cell that begins like a formula for one, and may run it. An apostrophe is put before such a cell,
and before one that has apostrophes and then such a beginning, so that reading can take off what writing put on.
"""

import csv
import itertools
from collections.abc import Iterable, Iterator, Mapping

from core.judge import Piece
from core.span import Gap, State
from interchange.event import Event, Fault, Tally
from interchange.foreign_file import ForeignFile
from interchange.frame import Frame
from interchange.moments import iso, read_iso
from interchange.untangling import untangled

COLUMNS = ("start", "end", "duration_ms", "app", "title", "state", "category", "rule", "source", "case")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GUARD = "'"
_LONGEST_DURATION = 12
"""Digits of its milliseconds: thirty years."""


class _Echo:
    """What csv writes to: it hands each row back."""

    def write(self, row: str) -> str:
        return row


def write_csv(told: Iterable[Piece | Gap], _frame: Frame) -> Iterator[str]:
    """A row for each piece; time that nobody observed has none."""
    rows = csv.writer(_Echo())
    yield rows.writerow(COLUMNS)
    for piece in told:
        if isinstance(piece, Gap):
            continue
        span, verdict = piece.span, piece.verdict
        times = iso(span.start_ms, span.off_min), iso(span.end_ms, span.off_min), span.observed_ms
        seen = guarded(span.context.app), guarded(span.context.title), span.state.value
        judged = guarded(verdict.category.path), guarded(verdict.rule_id or "")
        yield rows.writerow((*times, *seen, *judged, guarded(span.source or ""), span.case or ""))


def read_csv(file: ForeignFile, tally: Tally) -> list[Event]:
    """Its rows in order and without overlap; raises UserError where it is no CSV or lacks a column."""
    return untangled(_events(file, tally), tally)


def guarded(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula."""
    return _GUARD + text if text.lstrip(_GUARD).startswith(_FORMULA) else text


def unguarded(cell: str) -> str:
    """What `guarded` made `cell` of."""
    return cell[1:] if cell.startswith(_GUARD) and cell.lstrip(_GUARD).startswith(_FORMULA) else cell


def _events(file: ForeignFile, tally: Tally) -> Iterator[Event]:
    lines = file.lines()
    first = next(lines, "")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    rows = csv.reader(itertools.chain([first], lines), delimiter=delimiter, strict=True)
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        _demand_columns(names, file)
        for row in rows:
            try:
                if row:
                    yield _event(_cells(names, row), f"csv:{file.path.name}")
            except ValueError as error:
                tally.unreadable.append(Fault(f"line {rows.line_num}", str(error)))
    except csv.Error as error:
        raise file.fault(rows.line_num, f"this is no CSV: {error}") from error


def _demand_columns(names: list[str], file: ForeignFile) -> None:
    missing = [name for name in ("start", "app") if name not in names]
    if "duration_ms" not in names and "end" not in names:
        missing.append("duration_ms")
    if missing:
        raise file.fault(
            1,
            f"there is no column {' and no column '.join(map(repr, missing))}",
            "name the columns in the first line: start, duration_ms or end, app; and title, state, source if there are",
        )


def _cells(names: list[str], row: list[str]) -> dict[str, str]:
    if len(row) != len(names):
        raise ValueError(f"it has {len(row)} cells and not {len(names)}")
    return dict(zip(names, row, strict=True))


def _event(cells: Mapping[str, str], source: str) -> Event:
    start_ms, off_min = read_iso(cells["start"])
    return Event(
        start_ms=start_ms,
        end_ms=start_ms + _number(cells["duration_ms"]) if "duration_ms" in cells else read_iso(cells["end"])[0],
        app=unguarded(cells["app"]),
        title=unguarded(cells.get("title", "")),
        state=_state(cells.get("state") or State.ACTIVE),
        off_min=off_min,
        source=unguarded(cells.get("source", "")) or source,
        case=cells.get("case") or None,
    )


def _number(cell: str) -> int:
    digits = cell.strip().removeprefix("-")
    if not digits.isdecimal() or len(digits) > _LONGEST_DURATION:
        raise ValueError("its duration is not a number of milliseconds")
    return int(cell)


def _state(cell: str) -> State:
    try:
        return State(cell)
    except ValueError:
        raise ValueError(f"its state is none of {', '.join(State)}") from None
