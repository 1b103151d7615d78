"""Previews of changed rules over what was read of one period: answers for each edit; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from core.judge import Correction, Judge, Piece, Verdict
from core.period import Period
from core.span import Context, Span
from reports.previewing import Portion, Preview, preview, side_by_side

DAYS_SPAN_BY_SPAN = 28


class ChangedRules(Protocol):
    """Rules that would take the place of those in force."""

    @property
    def edited(self) -> frozenset[str]:
        """The ids of the rules that are new or say something else."""
        ...

    @property
    def on_moments(self) -> bool:
        """Whether time may move although the verdict on its window stays."""
        ...

    @property
    def judge(self) -> Judge: ...

    def verdict(self, context: Context, winner: str | None) -> Verdict | None:
        """The new verdict of a window that the rule `winner` decides now; None where it stays."""
        ...


class JudgedDay(NamedTuple):
    """The spans of one day, and what they are now."""

    spans: Sequence[Span]
    corrections: Sequence[Correction]
    pieces: Sequence[Piece]


class JudgedContext(NamedTuple):
    """Attended time in one window, corrected time apart, and what it is now."""

    context: Context
    verdict: Verdict
    observed_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePreview:
    """What edits of the rules in force would do to a period."""

    period: Period
    latest: Period
    """The last 28 days of it, at most."""
    days: Sequence[JudgedDay]
    """Of these."""
    contexts: Sequence[JudgedContext]
    """Of the whole period."""

    def of(self, new: ChangedRules) -> Preview:
        """What `new` would do, at once: by what windows add up to.

        What unknown windows then inherit from their neighbours is not followed. Where `new` says something else of
        moments, the answer is exact and about the last 28 days.
        """
        if new.on_moments:
            return self.exactly(new)
        return preview(self.period, self._by_context(new), new.edited)

    def exactly(self, new: ChangedRules) -> Preview:
        """What `new` would do to the last 28 days of the period, span by span."""
        return preview(self.latest, self._by_span(new.judge), new.edited)

    def _by_span(self, judge: Judge) -> Iterator[Portion]:
        for day in self.days:
            yield from side_by_side(day.pieces, judge(day.spans, day.corrections))

    def _by_context(self, new: ChangedRules) -> Iterator[Portion]:
        for context, verdict, observed_ms in self.contexts:
            yield Portion(context, verdict, new.verdict(context, verdict.rule_id) or verdict, observed_ms)
