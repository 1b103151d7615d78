"""The spans of a day grouped by application and title, the list twin of the lanes; never draws."""

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.category import IDLE, PRIVATE, Category
from core.explanation import ENTERED
from core.judge import Piece
from core.period import OffsetAt
from core.span import Gap, GapReason
from core.wording import translate
from gui.presenters.answers import entered_by_you, entry_name
from gui.presenters.durations import h_mm, time_of_day
from gui.presenters.held_corrections import HeldCorrections
from gui.presenters.kind_names import name_of_kind
from gui.presenters.picking import Between, joined
from gui.presenters.reasons import reason_in_words
from gui.presenters.strips import GAP
from reports.shapes import NumberedCorrection, Timeline

Say = Callable[[str], str]
"""A reason in the person's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanRow:
    """One line of the list; an application's line holds those of its titles."""

    name: str
    when: str
    time: str
    kind: str
    category: str
    why: str
    stretches: tuple[Between, ...] = ()
    """When it was."""
    corrected: bool = False
    """Whether the person said what it was."""
    rows: tuple["SpanRow", ...] = ()


@dataclass(slots=True)
class _Sum:
    """What is added up for one line."""

    why: str
    observed_ms: int = 0
    stretches: list[Between] = field(default_factory=list)


class _Line(NamedTuple):
    """What the pieces of one line have in common."""

    title: str
    category: Category
    corrected: bool


def app_name(app: str) -> str:
    return app or translate("Spans", "No window in front")


def app_shown(piece: Piece) -> str:
    """Of what was entered, that it was."""
    return entered_by_you() if piece.span.source == ENTERED else app_name(piece.span.context.app)


def category_name(category: Category) -> str:
    """`Work / Claims`."""
    kind = name_of_kind(category.kind.value)
    return f"{kind} / {category.activity}" if category.activity else kind


def reason_name(why: GapReason) -> str:
    return {
        GapReason.PAUSED: translate("Spans", "Paused"),
        GapReason.SUSPENDED: translate("Spans", "Computer asleep"),
        GapReason.STOPPED: translate("Spans", "Agent stopped"),
        GapReason.CRASHED: translate("Spans", "Agent ended unexpectedly"),
        GapReason.BLOCKED: translate("Spans", "Window in front not visible"),
        GapReason.OFF_HOURS: translate("Spans", "Outside recording hours"),
        GapReason.CLOCK: translate("Spans", "Clock was set"),
    }[why]


def span_rows(of: Timeline, offset_at: OffsetAt, corrections: Sequence[NumberedCorrection] = ()) -> tuple[SpanRow, ...]:
    """Applications, longest first, each with its titles, longest first; what was entered and gaps last."""
    by_app: dict[tuple[str, bool], list[Piece]] = {}
    entered = [piece for piece in of.pieces if piece.span.source == ENTERED]
    for piece in of.pieces:
        if piece.span.source != ENTERED:
            by_app.setdefault(_app_and_privacy(piece), []).append(piece)
    ordered = sorted(by_app.items(), key=lambda item: (-_observed_ms(item[1]), item[0]))
    held = HeldCorrections(corrections)
    say = functools.cache(reason_in_words)  # a day has thousands of windows and a dozen reasons
    rows = [_app_row(app, pieces, offset_at, held, say) for (app, _private), pieces in ordered]
    rows += [_entered_row(entered, offset_at, held)] if entered else []
    return tuple(rows + ([_gap_row(of.gaps, offset_at)] if of.gaps else []))


def _app_and_privacy(piece: Piece) -> tuple[str, bool]:
    """Private time has no application, as has a desktop without a window, and stands by itself."""
    app = piece.span.context.app
    return app, not app and piece.verdict.category == PRIVATE


def _app_row(app: str, pieces: Sequence[Piece], offset_at: OffsetAt, held: HeldCorrections, say: Say) -> SpanRow:
    """Its category is that of the longest time in it that was not idle: idle says nothing of an app."""
    sums: dict[_Line, _Sum] = {}
    for piece in pieces:
        corrected = held.number_at(piece.span) is not None
        line = _Line(piece.span.context.title, piece.verdict.category, corrected)
        found = sums.setdefault(line, _Sum(piece.verdict.why))
        found.observed_ms += piece.span.observed_ms
        found.stretches.append((piece.span.start_ms, piece.span.end_ms))
    ordered = sorted(sums.items(), key=lambda item: (-item[1].observed_ms, item[0].title, item[0].corrected))
    longest, main = next((item for item in ordered if item[0].category != IDLE), ordered[0])
    windows = len({piece.span.context.title for piece in pieces})
    private = not app and all(piece.verdict.category == PRIVATE for piece in pieces)
    return SpanRow(
        name=translate("Spans", "Private time") if private else app_name(app),
        when=_count(windows) if app else _when(pieces[0].span.start_ms, pieces[-1].span.end_ms, offset_at),
        time=h_mm(_observed_ms(pieces)),
        kind=longest.category.kind.value,
        category=category_name(longest.category),
        why=_why(longest, main, say),
        stretches=joined([(piece.span.start_ms, piece.span.end_ms) for piece in pieces]),
        corrected=any(line.corrected for line in sums),
        rows=tuple(_title_row(line, of, offset_at, say) for line, of in ordered) if app or len(ordered) > 1 else (),
    )


def _entered_row(pieces: Sequence[Piece], offset_at: OffsetAt, held: HeldCorrections) -> SpanRow:
    """What the person entered where nothing was recorded, in the order of the day."""

    def row(piece: Piece) -> SpanRow:
        span, said = piece.span, held.said_at(piece.span)
        return SpanRow(
            name=entry_name(said.answer, said.why) if said else entered_by_you(),
            when=_when(span.start_ms, span.end_ms, offset_at),
            time=h_mm(span.observed_ms),
            kind=piece.verdict.category.kind.value,
            category=category_name(piece.verdict.category),
            why=entered_by_you(),
            stretches=((span.start_ms, span.end_ms),),
            corrected=True,
        )

    rows = tuple(row(piece) for piece in pieces)
    count = len(rows)
    return SpanRow(
        name=entered_by_you(),
        when=translate("Spans", "1 entry") if count == 1 else translate("Spans", "{count} entries").format(count=count),
        time=h_mm(_observed_ms(pieces)),
        kind=max(rows, key=lambda row: row.stretches[0][1] - row.stretches[0][0]).kind,
        category="",
        why="",
        stretches=joined([stretch for row in rows for stretch in row.stretches]),
        corrected=True,
        rows=rows,
    )


def _title_row(line: _Line, of: _Sum, offset_at: OffsetAt, say: Say) -> SpanRow:
    return SpanRow(
        name=line.title or translate("Spans", "No title"),
        when=_when(of.stretches[0][0], of.stretches[-1][1], offset_at),
        time=h_mm(of.observed_ms),
        kind=line.category.kind.value,
        category=category_name(line.category),
        why=_why(line, of, say),
        stretches=joined(of.stretches),
        corrected=line.corrected,
    )


def _why(line: _Line, of: _Sum, say: Say) -> str:
    return translate("Spans", "Corrected by you") if line.corrected else say(of.why)


def _gap_row(gaps: Sequence[Gap], offset_at: OffsetAt) -> SpanRow:
    def row(gap: Gap) -> SpanRow:
        return SpanRow(
            name=reason_name(gap.why),
            when=_when(gap.start_ms, gap.end_ms, offset_at),
            time=h_mm(gap.end_ms - gap.start_ms),
            kind=GAP,
            category=name_of_kind(GAP),
            why="",
            stretches=((gap.start_ms, gap.end_ms),),
        )

    whole_ms = sum(gap.end_ms - gap.start_ms for gap in gaps)
    count = (
        translate("Spans", "1 gap") if len(gaps) == 1 else translate("Spans", "{count} gaps").format(count=len(gaps))
    )
    return SpanRow(
        name=translate("Spans", "Not recorded"),
        when=count,
        time=h_mm(whole_ms),
        kind=GAP,
        category=name_of_kind(GAP),
        why="",
        stretches=tuple((gap.start_ms, gap.end_ms) for gap in gaps),
        rows=tuple(row(gap) for gap in gaps),
    )


def _observed_ms(pieces: Iterable[Piece]) -> int:
    return sum(piece.span.observed_ms for piece in pieces)


def _count(windows: int) -> str:
    if windows == 1:
        return translate("Spans", "1 window")
    return translate("Spans", "{count} windows").format(count=windows)


def _when(start_ms: int, end_ms: int, offset_at: OffsetAt) -> str:
    return f"{time_of_day(start_ms, offset_at(start_ms))} – {time_of_day(end_ms, offset_at(end_ms))}"
