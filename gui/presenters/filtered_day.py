"""Of a day, what fits a filter; never shows it."""

from functools import cached_property

from core.judge import Piece
from core.wording import translate
from gui.presenters.durations import h_mm
from gui.presenters.filtering import Filter, matching_stretches
from gui.presenters.picking import Between
from gui.presenters.selection import Selectable
from gui.presenters.spans import SpanRow, span_rows
from reports.shapes import Timeline


class FilteredDay:
    """Rows and stretches of the pieces and gaps that fit."""

    def __init__(self, of: Selectable, wanted: Filter) -> None:
        matches = wanted.matcher()
        self._of = of
        self._pieces: tuple[Piece, ...] = tuple(filter(matches, of.timeline.pieces))
        self._gaps = tuple(filter(matches, of.timeline.gaps))

    @cached_property
    def rows(self) -> tuple[SpanRow, ...]:
        """As the list shows them, with the sums of what fits."""
        only = Timeline(day=self._of.timeline.day, pieces=self._pieces, gaps=self._gaps)
        return span_rows(only, self._of.offset_at, self._of.corrections)

    @cached_property
    def stretches(self) -> tuple[Between, ...]:
        """In order; none of them meet."""
        return matching_stretches([*self._pieces, *self._gaps])

    @property
    def says(self) -> str:
        """How much it is."""
        fits_ms = sum(piece.span.observed_ms for piece in self._pieces)
        if not fits_ms:
            return ""
        whole_ms = sum(piece.span.observed_ms for piece in self._of.timeline.pieces)
        return translate("Filter", "{time} of {whole} shown").format(time=h_mm(fits_ms), whole=h_mm(whole_ms))
