"""How results look on a terminal, and how it is asked; never works a result out."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any


def print_json(result: dict[str, Any]) -> None:
    print(json.dumps(result, ensure_ascii=False, indent=2))


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> None:
    """Columns as wide as their widest cell; those in `numbers`, counted from 0, to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        cells = (
            cell.rjust(width) if column in numbers else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells).rstrip())


def hours(ms: int) -> str:
    """`h:mm:ss`, cut and not rounded, so that 59.9 seconds are not a minute."""
    seconds = ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def iso(utc_ms: int, off_min: int) -> str:
    """ISO 8601 with offset and milliseconds."""
    zone = timezone(timedelta(minutes=off_min))
    moment = datetime.fromtimestamp(utc_ms // 1000, tz=UTC) + timedelta(milliseconds=utc_ms % 1000)
    return moment.astimezone(zone).isoformat(timespec="milliseconds")


def clock_time(utc_ms: int, off_min: int) -> str:
    """Local `HH:MM:SS`."""
    return iso(utc_ms, off_min)[11:19]


def counted(number: int, one: str, more: str = "") -> str:
    """`1 rule`, `2 rules`; `more` where the plural is not made by an s."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def agreed(question: str) -> bool:
    """Whether the person answers with yes; nothing else counts."""
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
