"""What is said of the selected stretches of a day, and what of them can be corrected; never corrects anything."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.category import Category
from core.period import OffsetAt
from core.span import Span, State, part
from core.wording import translate
from gui.presenters.durations import h_mm, time_of_day
from gui.presenters.held_corrections import HeldCorrections
from gui.presenters.picking import Between, joined
from gui.presenters.spans import category_name
from reports.shapes import NumberedCorrection, Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionView:
    """Everything that the selection bar shows."""

    lead: str
    """From when to when."""
    text: str
    """How much of it can be corrected, and in how many windows."""
    remark: str
    """What of it cannot be corrected, or why none of it can; empty where all can."""
    correctable: tuple[Between, ...]
    corrections: tuple[int, ...]
    """The numbers of those that hold in it."""
    stretches: tuple[Between, ...] = ()
    """All of it, correctable or not."""
    spans: tuple[Span, ...] = ()
    """What was recorded in it, without private time."""


@dataclass(frozen=True, slots=True)
class Selectable:
    """A day of which stretches can be selected."""

    timeline: Timeline
    offset_at: OffsetAt
    corrections: tuple[NumberedCorrection, ...] = ()
    edges: tuple[int, ...] = field(init=False)
    """Where pieces and gaps begin and end, in order."""

    def __post_init__(self) -> None:
        parts = [(piece.span.start_ms, piece.span.end_ms) for piece in self.timeline.pieces]
        parts += [(gap.start_ms, gap.end_ms) for gap in self.timeline.gaps]
        object.__setattr__(self, "edges", tuple(sorted({edge for part in parts for edge in part})))

    def view(self, selected: Sequence[Between]) -> SelectionView | None:
        """None where nothing is selected."""
        stretches = joined(selected)
        if not stretches:
            return None
        cut = [list(self._inside(*stretch)) for stretch in stretches]
        open_to_us = [[span for span in inside if span.state is not State.PRIVATE] for inside in cut]
        recorded = [span for inside in open_to_us for span in inside]
        observed_ms = sum(span.observed_ms for span in recorded)
        private_ms = sum(span.observed_ms for inside in cut for span in inside) - observed_ms
        windows = len({span.context for span in recorded if span.context.app})
        held = HeldCorrections(self.corrections)
        numbers = {number for span in recorded if (number := held.number_at(span)) is not None}
        return SelectionView(
            lead=self._lead(stretches),
            text=_text(observed_ms, windows) if observed_ms else "",
            remark=_remark(observed_ms, private_ms),
            correctable=tuple(one for one, inside in zip(stretches, open_to_us, strict=True) if inside),
            corrections=tuple(sorted(numbers)),
            stretches=stretches,
            spans=tuple(recorded),
        )

    def app_of(self, selected: Sequence[Between]) -> str | None:
        """The one that all of it was in; None for several, and where nothing was recorded or no window in front."""
        apps = {span.context.app for stretch in joined(selected) for span in self._inside(*stretch)}
        return next(iter(apps)) or None if len(apps) == 1 else None

    def _inside(self, start_ms: int, end_ms: int) -> Iterator[Span]:
        """What was recorded in this stretch, cut at its ends."""
        pieces = self.timeline.pieces
        first = bisect_right(pieces, start_ms, key=lambda piece: piece.span.end_ms)
        for piece in itertools.islice(pieces, first, None):
            inside = part(piece.span, start_ms, end_ms)
            if inside is None:
                return
            yield inside

    def _lead(self, stretches: Sequence[Between]) -> str:
        if len(stretches) > 1:
            return translate("Correct", "{count} stretches").format(count=len(stretches))
        [(start_ms, end_ms)] = stretches
        return f"{time_of_day(start_ms, self.offset_at(start_ms))}–{time_of_day(end_ms, self.offset_at(end_ms))}"


def corrected_to(category: Category, about_ms: int) -> str:
    """What is said after a correction."""
    return translate("Correct", "Corrected {time} to {category}.").format(
        time=h_mm(about_ms), category=category_name(category)
    )


def corrected_again(count: int) -> str:
    """What is said after what was taken back holds after all."""
    if count == 1:
        return translate("Correct", "Corrected again as before.")
    return translate("Correct", "Corrected again as before, {count} times.").format(count=count)


def taken_back(count: int) -> str:
    """What is said after corrections were taken back."""
    if count == 1:
        return translate("Correct", "Taken back: the rules decide again.")
    return translate("Correct", "Taken back {count} corrections: the rules decide again.").format(count=count)


def _text(observed_ms: int, windows: int) -> str:
    time = h_mm(observed_ms)
    if windows == 0:
        return time
    if windows == 1:
        return translate("Correct", "{time} · 1 window").format(time=time)
    return translate("Correct", "{time} · {count} windows").format(time=time, count=windows)


def _remark(observed_ms: int, private_ms: int) -> str:
    if observed_ms and private_ms:
        return translate("Correct", "{time} stays private").format(time=h_mm(private_ms))
    if observed_ms:
        return ""
    if private_ms:
        return translate("Correct", "Private time stays private: there is nothing to correct.")
    return translate("Correct", "Nothing was recorded here: there is nothing to correct.")
