"""Previews of changed rules over one period: reads the record once, then answers for each edit; never applies one."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cached_property

from classifiers.editing import Edit
from classifiers.judging import RuleJudge
from classifiers.ruleset import Ruleset
from core.category import Category
from core.judge import Correction, Judge, Piece, Verdict
from core.period import OffsetAt, Period
from core.span import ATTENDED, Context, Span
from reports.previewing import Portion, Preview, preview, side_by_side
from storage.reading import Reader

DAYS_SPAN_BY_SPAN = 28


class RulePreview:
    """What edits of the rules in force would do to a period."""

    def __init__(self, reader: Reader, period: Period, now: Ruleset, judge: Judge, offset_at: OffsetAt) -> None:
        """`judge` decides what holds now, by the rules `now`; the reader is used until this returns."""
        self._now = now
        self._period = period
        self._offset_at = offset_at
        self._latest = Period(max(period.first, period.last - timedelta(days=DAYS_SPAN_BY_SPAN - 1)), period.last)
        self._days = tuple(_read_days(reader, self._latest, judge))
        self._contexts = tuple(self._read_contexts(reader, judge))

    def of(self, new: Ruleset) -> Preview:
        """What `new` would do, at once: by what windows add up to.

        What unknown windows then inherit from their neighbours is not followed. Where `new` says something else of
        moments, the answer is exact and about the last 28 days.
        """
        edit = Edit(self._now, new)
        if edit.on_moments:
            return self.exactly(new)
        return preview(self._period, self._by_context(edit), self._edited(new))

    def exactly(self, new: Ruleset) -> Preview:
        """What `new` would do to the last 28 days of the period, span by span."""
        return preview(self._latest, self._by_span(RuleJudge(new)), self._edited(new))

    def _edited(self, new: Ruleset) -> frozenset[str]:
        return frozenset(rule.id for rule in new.rules if self._contents.get(rule.id) != rule.content)

    @cached_property
    def _contents(self) -> dict[str, object]:
        return {rule.id: rule.content for rule in self._now.rules}

    def _by_span(self, judge: Judge) -> Iterator[Portion]:
        for spans, corrections, pieces in self._days:
            yield from side_by_side(pieces, judge(spans, corrections))

    def _by_context(self, edit: Edit) -> Iterator[Portion]:
        for context, verdict, observed_ms in self._contexts:
            yield Portion(context, verdict, edit.verdict(context, verdict.rule_id) or verdict, observed_ms)

    def _read_contexts(self, reader: Reader, judge: Judge) -> Iterator[tuple[Context, Verdict, int]]:
        """Attended time by window, with the verdict that holds now: as stored where the record is judged by it."""
        starts = reader.day_starts()
        start_ms = starts.bounds(self._period.first, self._offset_at)[0]
        end_ms = starts.bounds(self._period.last, self._offset_at)[1]
        is_stored = reader.ruleset() == judge.version
        verdicts: dict[tuple[Category, str | None], Verdict] = {}
        for found in reader.context_totals(start_ms, end_ms):
            if found.state not in ATTENDED:
                continue
            if is_stored:
                key = found.category, found.rule_id
                verdict = verdicts.get(key) or verdicts.setdefault(key, Verdict(*key, ""))
            else:
                verdict = judge.default(found.context)
            yield found.context, verdict, found.observed_ms


def _read_days(
    reader: Reader, period: Period, judge: Judge
) -> Iterator[tuple[Sequence[Span], Sequence[Correction], tuple[Piece, ...]]]:
    starts = reader.day_starts()
    for day in period.days():
        spans = reader.spans_of_local(starts.local_start_ms(day), starts.local_end_ms(day))
        if spans:
            corrections = reader.corrections_between(spans[0].start_ms, spans[-1].end_ms)
            yield spans, corrections, judge(spans, corrections)
