"""Judged pieces as a calendar (RFC 5545): one event for each stretch of one category; never read back, never a title.

A calendar counts whole seconds: borders are rounded, and a stretch that vanishes so is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.category import Category
from core.identity import stable_id
from core.judge import Piece
from core.span import Gap
from core.version import VERSION
from interchange.frame import Frame
from interchange.moments import moment_of

LONGEST_LINE = 75
"""Bytes, without the line's end."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


@dataclass(slots=True)
class _Stretch:
    start_ms: int
    end_ms: int
    category: Category


def write_icalendar(told: Iterable[Piece | Gap], frame: Frame) -> Iterator[str]:
    """A calendar that other programs can show beside a person's own."""
    yield _folded("BEGIN:VCALENDAR")
    yield _folded("VERSION:2.0")
    yield _folded(f"PRODID:-//Engineroom//Engineroom {VERSION}//EN")
    for stretch in _stretches(told):
        start, end = (round(ms / 1000) for ms in (stretch.start_ms, stretch.end_ms))
        if start < end:
            yield from map(_folded, _event(start, end, stretch.category, frame))
    yield _folded("END:VCALENDAR")


def _stretches(told: Iterable[Piece | Gap]) -> Iterator[_Stretch]:
    """Neighbours of one category joined."""
    open_: _Stretch | None = None
    for piece in told:
        if isinstance(piece, Gap):
            continue
        span, category = piece.span, piece.verdict.category
        if open_ is not None and open_.end_ms == span.start_ms and open_.category == category:
            open_.end_ms = span.end_ms
            continue
        if open_ is not None:
            yield open_
        open_ = _Stretch(span.start_ms, span.end_ms, category)
    if open_ is not None:
        yield open_


def _event(start: int, end: int, category: Category, frame: Frame) -> Iterator[str]:
    name = category.path.translate(_ESCAPES)
    yield "BEGIN:VEVENT"
    yield f"UID:{start}-{stable_id(category.path):x}@{frame.device}"
    yield f"DTSTAMP:{_utc(frame.at_ms // 1000)}"
    yield f"DTSTART:{_utc(start)}"
    yield f"DTEND:{_utc(end)}"
    yield f"SUMMARY:{name}"
    yield f"CATEGORIES:{name}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(seconds: int) -> str:
    return moment_of(seconds * 1000).strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> str:
    """`line` in parts of at most `LONGEST_LINE` bytes, none of which breaks a character."""
    if len(line.encode()) <= LONGEST_LINE:
        return line + "\r\n"
    parts, room = [""], LONGEST_LINE
    for char in line:
        size = len(char.encode())
        if size > room:
            parts.append("")
            room = LONGEST_LINE - 1
        parts[-1] += char
        room -= size
    return "\r\n ".join(parts) + "\r\n"
