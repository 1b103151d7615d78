"""Previews of changed rules over what was read of one period: answers for each edit; pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import NamedTuple, Protocol

from core.judge import Correction, Judge, Piece, Verdict
from core.period import Period
from core.reaching import Reached, each, unheard
from core.span import ATTENDED, Context, Span
from reports.previewing import Portion, Preview, preview, side_by_side
from reports.rule_taking import Taking, taking

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

    day: date
    spans: Sequence[Span]
    corrections: Sequence[Correction]
    pieces: Sequence[Piece]


class JudgedContext(NamedTuple):
    """Attended time in one window, corrected time apart, and what it is now."""

    context: Context
    verdict: Verdict
    observed_ms: int


@dataclass(frozen=True, kw_only=True)
class RulePreview:
    """What edits of the rules in force would do to a period."""

    period: Period
    latest: Period
    """The last 28 days of it, at most."""
    days: Sequence[JudgedDay]
    """Of these."""
    contexts: Sequence[JudgedContext]
    """Of the whole period."""
    final_before: date
    """Of earlier days only totals are kept, which no rule changes; `date.min` where there are none."""

    def of(self, new: ChangedRules, reached: Reached = unheard) -> Preview:
        """What `new` would do, at once: by what windows add up to.

        What unknown windows then inherit from their neighbours is not followed. Where `new` says something else of
        moments, the answer is exact and about the last 28 days.
        """
        if new.on_moments:
            return self.exactly(new)
        return preview(self.period, _by_context(each(self.contexts, reached), new), new.edited)

    def exactly(self, new: ChangedRules) -> Preview:
        """What `new` would do to the last 28 days of the period, span by span."""
        return preview(self.latest, chain.from_iterable(self._by_span(day, new) for day in self.days), new.edited)

    def taking(self, new: ChangedRules, rule_id: str, *, exactly: bool, reached: Reached = unheard) -> Taking:
        """What one of the rules of `new` would decide, at once or span by span as above."""
        by_span = exactly or new.on_moments
        known = {day.day: day for day in self.days}
        look = self._by_span if by_span else self._at_once
        by_day = ((day, look(known[day], new) if day in known else ()) for day in self.latest.days())
        found = taking(rule_id, by_day)
        return found if by_span else found.over(_by_context(each(self.contexts, reached), new))

    def last(self, days: int) -> "RulePreview":
        """The same over the last so many days of those that are known span by span."""
        period = Period(max(self.latest.first, self.latest.last - timedelta(days=days - 1)), self.latest.last)
        kept = [day for day in self.days if period.first <= day.day]
        totals = sum((self._of_day[day.day] for day in kept), Counter[tuple[Context, Verdict]]())
        return RulePreview(
            period=period,
            latest=period,
            days=kept,
            contexts=[JudgedContext(*known, observed_ms) for known, observed_ms in totals.items()],
            final_before=self.final_before,
        )

    @cached_property
    def decided_ms(self) -> Mapping[str, int]:
        """What each rule decides of the days that are known span by span, absence included."""
        decided: Counter[str] = Counter()
        for day in self.days:
            for piece in day.pieces:
                if piece.verdict.rule_id is not None:
                    decided[piece.verdict.rule_id] += piece.span.observed_ms
        return decided

    @cached_property
    def _of_day(self) -> Mapping[date, Counter[tuple[Context, Verdict]]]:
        return {day.day: _totals(day) for day in self.days}

    def _at_once(self, day: JudgedDay, new: ChangedRules) -> Iterator[Portion]:
        totals = self._of_day[day.day]
        return _by_context((JudgedContext(*known, observed_ms) for known, observed_ms in totals.items()), new)

    def _by_span(self, day: JudgedDay, new: ChangedRules) -> Iterator[Portion]:
        return side_by_side(day.pieces, new.judge(day.spans, day.corrections))


def _by_context(contexts: Iterable[JudgedContext], new: ChangedRules) -> Iterator[Portion]:
    for context, verdict, observed_ms in contexts:
        yield Portion(context, verdict, new.verdict(context, verdict.rule_id) or verdict, observed_ms)


def _totals(day: JudgedDay) -> Counter[tuple[Context, Verdict]]:
    """Attended time by window and verdict, without what was corrected."""
    totals: Counter[tuple[Context, Verdict]] = Counter()
    said = [(one.start_ms, one.end_ms) for one in day.corrections]
    for span, verdict in ((piece.span, piece.verdict) for piece in day.pieces if piece.span.state in ATTENDED):
        if not any(start_ms < span.end_ms and span.start_ms < end_ms for start_ms, end_ms in said):
            totals[span.context, verdict] += span.observed_ms
    return totals
