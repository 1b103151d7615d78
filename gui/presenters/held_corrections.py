"""Which of a person's corrections holds where; never makes one and never takes one back."""

from collections.abc import Sequence

from classifiers.correcting import Corrections
from core.judge import Correction
from core.span import Span, State
from reports.shapes import NumberedCorrection


class HeldCorrections:
    """Of several, the one that was said last holds."""

    def __init__(self, corrections: Sequence[NumberedCorrection]) -> None:
        self._settled = Corrections([one.said for one in corrections])
        self._numbers = {one.said: one.number for one in corrections}

    def number_at(self, span: Span) -> int | None:
        """Of the correction that holds in a piece's span; None where none does, as in private time."""
        said = self.said_at(span)
        return None if said is None else self._numbers[said]

    def said_at(self, span: Span) -> Correction | None:
        """The correction that holds in a piece's span."""
        if not self._numbers or span.state is State.PRIVATE:
            return None
        return next(self._settled.across(span)).correction
