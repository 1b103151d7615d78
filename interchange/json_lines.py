"""Judged pieces and gaps as JSON, one on each line with the version of its shape, and such lines into events.

Gaps are never read: what nobody observed follows from the spans.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated

import msgspec

from core.judge import Piece
from core.span import Gap, State
from interchange.event import Event, Fault, Tally
from interchange.foreign_file import ForeignFile
from interchange.frame import Frame
from interchange.json_faults import shape_in_words
from interchange.moments import iso, read_iso
from interchange.untangling import untangled


class SpanLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="format", tag="engineroom-span-1"):
    """One piece."""

    start: str
    """ISO 8601 with offset and milliseconds."""
    observed_ms: Annotated[int, msgspec.Meta(ge=-(10**12), le=10**12)]
    app: str
    title: str
    state: State
    category: str = ""
    rule: str | None = None
    why: str = ""
    """What decided the category, in words."""
    source: str | None = None
    """Where an imported span came from."""
    case: str | None = None
    """The token of a work item."""


class GapLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="format", tag="engineroom-gap-1"):
    """A stretch that nobody observed."""

    start: str
    end: str
    why: str


_any_line = msgspec.json.Decoder(SpanLine | GapLine)


def write_json_lines(told: Iterable[Piece | Gap], frame: Frame) -> Iterator[str]:
    """A line for each piece and each gap."""
    for one in told:
        line = _of_gap(one, frame) if isinstance(one, Gap) else _of_piece(one)
        yield msgspec.json.encode(line).decode() + "\n"


def read_json_lines(file: ForeignFile, tally: Tally) -> list[Event]:
    """The spans in order and without overlap; raises UserError at a line that is not JSON."""
    return untangled(_events(file, tally), tally)


def _of_piece(piece: Piece) -> SpanLine:
    span, verdict = piece.span, piece.verdict
    return SpanLine(
        start=iso(span.start_ms, span.off_min),
        observed_ms=span.observed_ms,
        app=span.context.app,
        title=span.context.title,
        state=span.state,
        category=verdict.category.path,
        rule=verdict.rule_id,
        why=verdict.why,
        source=span.source,
        case=span.case,
    )


def _of_gap(gap: Gap, frame: Frame) -> GapLine:
    return GapLine(
        start=iso(gap.start_ms, frame.offset_at(gap.start_ms)),
        end=iso(gap.end_ms, frame.offset_at(gap.end_ms)),
        why=gap.why.value,
    )


def _events(file: ForeignFile, tally: Tally) -> Iterator[Event]:
    for number, line in enumerate(file.lines(), start=1):
        try:
            told = _any_line.decode(line) if line.strip() else None
            if isinstance(told, SpanLine):
                yield _event(told, f"jsonl:{file.path.name}")
        except msgspec.ValidationError as error:
            tally.unreadable.append(Fault(f"line {number}", shape_in_words(error)))
        except msgspec.DecodeError as error:
            raise file.fault(number, f"this is no JSON: {error}") from error
        except ValueError as error:
            tally.unreadable.append(Fault(f"line {number}", str(error)))


def _event(told: SpanLine, source: str) -> Event:
    start_ms, off_min = read_iso(told.start)
    return Event(
        start_ms=start_ms,
        end_ms=start_ms + told.observed_ms,
        app=told.app,
        title=told.title,
        state=told.state,
        off_min=off_min,
        source=told.source or source,
        case=told.case,
    )
