"""Golden days: what was recorded, what was said, and what must come of it, as text; never judges."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.category import Category
from core.clock import MS_PER_S
from core.judge import Correction, Piece
from core.span import Context, Span, State
from reports.shapes import Total

_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) \+(?P<hours>\d\d):(?P<minutes>\d\d)")
_TIMES = r"(?P<start>[\d:]+)-(?P<end>[\d:]+)"
_SPAN = re.compile(rf'{_TIMES} (?P<app>\S+) "(?P<title>[^"]*)"(?: (?P<state>\w+))?')
_SAID = re.compile(rf"said {_TIMES} (?P<category>.+)")
SAID_AT_MS = 1_900_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenDay:
    """One file."""

    spans: tuple[Span, ...]
    corrections: tuple[Correction, ...]
    pieces: tuple[str, ...]
    report: tuple[str, ...]


def read_day(file: Path) -> GoldenDay:
    told, pieces, report = file.read_text(encoding="utf-8").split("\n= ")
    parts = list(_told(told))
    return GoldenDay(
        spans=tuple(part for part in parts if isinstance(part, Span)),
        corrections=tuple(part for part in parts if isinstance(part, Correction)),
        pieces=tuple(pieces.splitlines()[1:]),
        report=tuple(report.splitlines()[1:]),
    )


def as_lines(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """As they stand below `= pieces`."""
    lines = []
    for piece in pieces:
        span, verdict = piece.span, piece.verdict
        midnight = _local(span.start_ms, span.off_min).replace(hour=0, minute=0, second=0)
        times = (_clock(_local(ms, span.off_min) - midnight) for ms in (span.start_ms, span.end_ms))
        serves = f" serves {verdict.serves}" if verdict.serves else ""
        lines.append(f"{'-'.join(times)} {span.state.value} {verdict.category.path} {verdict.rule_id or '-'}{serves}")
    return tuple(lines)


def as_report(totals: Sequence[Total]) -> tuple[str, ...]:
    """As they stand below `= report`: the longest first, equals by name."""
    ordered = sorted(totals, key=lambda total: (-total.observed_ms, total.key))
    return tuple(f"{total.key} {_length(total.observed_ms)} {_length(total.attended_ms)}" for total in ordered)


def _told(text: str) -> Iterator[Span | Correction]:
    midnight_ms, off_min = 0, 0
    for line in text.splitlines():
        if day := _DAY.fullmatch(line):
            off_min = int(day["hours"]) * 60 + int(day["minutes"])
            local = datetime.fromisoformat(day["day"]).replace(tzinfo=UTC) - timedelta(minutes=off_min)
            midnight_ms = round(local.timestamp() * MS_PER_S)
        elif span := _SPAN.fullmatch(line):
            start_ms, end_ms = (midnight_ms + _ms(span[name]) for name in ("start", "end"))
            yield Span(
                start_ms=start_ms,
                observed_ms=end_ms - start_ms,
                context=Context("" if span["app"] == "-" else span["app"], span["title"]),
                state=State(span["state"] or "active"),
                off_min=off_min,
            )
        elif said := _SAID.fullmatch(line):
            start_ms, end_ms = (midnight_ms + _ms(said[name]) for name in ("start", "end"))
            category = Category(said["category"])
            yield Correction(start_ms=start_ms, end_ms=end_ms, category=category, who="anna", at_ms=SAID_AT_MS)
        elif line and not line.startswith("#"):
            raise ValueError(line)


def _ms(clock: str) -> int:
    hours, minutes, seconds = (*map(int, clock.split(":")), 0)[:3]
    return ((hours * 60 + minutes) * 60 + seconds) * MS_PER_S


def _local(ms: int, off_min: int) -> datetime:
    return datetime.fromtimestamp(ms / MS_PER_S, UTC) + timedelta(minutes=off_min)


def _clock(since_midnight: timedelta) -> str:
    """Without seconds where there are none."""
    return _length(round(since_midnight.total_seconds()) * MS_PER_S).removesuffix(":00")


def _length(ms: int) -> str:
    seconds = ms // MS_PER_S
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
