"""Spans into pieces by state, rules and corrections; never changes a rule or a span."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from classifiers.correcting import Corrections
from classifiers.rule import Matcher, Rule, Seen, Subject, reasons, seen
from classifiers.ruleset import Ruleset
from core.category import IDLE, PRIVATE, UNCLASSIFIED
from core.judge import Correction, Piece, Verdict
from core.span import Context, Span, State, part

CONTEXTS_KEPT = 10_000
"""Contexts whose verdict is remembered: about a week of one desk, 3 MB."""

_BY_STATE = {
    State.PRIVATE: Verdict(PRIVATE, None, "private time"),
    State.LOCKED: Verdict(IDLE, None, "screen locked"),
    State.IDLE: Verdict(IDLE, None, "no input"),
}
_NO_RULE = Verdict(UNCLASSIFIED, None, "no rule matches")


class _Candidate(NamedTuple):
    """A rule whose conditions on the app are met."""

    rule: Rule
    app_reasons: tuple[str, ...]
    title_matchers: tuple[Matcher, ...]


class RuleJudge:
    """The judge of `core.judge` by one ruleset."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self._verdicts: dict[Context, Verdict] = {}
        self._candidates: dict[str, tuple[_Candidate, ...]] = {}

    @property
    def version(self) -> str:
        return self._ruleset.version

    def __call__(self, spans: Iterable[Span], corrections: Sequence[Correction]) -> tuple[Piece, ...]:
        if not corrections:
            return tuple(Piece(span, self._verdict(span)) for span in spans)
        settled = Corrections(corrections)
        return tuple(piece for span in spans for piece in self._pieces(span, settled))

    def default(self, context: Context) -> Verdict:
        verdict = self._verdicts.get(context)
        if verdict is None:
            if len(self._verdicts) >= CONTEXTS_KEPT:
                self._verdicts.clear()
                self._candidates.clear()
            verdict = self._verdicts[context] = self._first_match(context)
        return verdict

    def _pieces(self, span: Span, corrections: Corrections) -> Iterator[Piece]:
        verdict = self._verdict(span)
        if span.state is State.PRIVATE:
            yield Piece(span, verdict)
            return
        for stretch in corrections.across(span):
            inside = part(span, stretch.start_ms, stretch.end_ms)
            if inside is not None:
                yield Piece(inside, verdict if stretch.correction is None else _corrected(stretch.correction))

    def _verdict(self, span: Span) -> Verdict:
        return _BY_STATE.get(span.state) or self.default(span.context)

    def _first_match(self, context: Context) -> Verdict:
        looked_at = seen(context)
        for rule, app_reasons, title_matchers in self._candidates_for(looked_at):
            title_reasons = reasons(title_matchers, looked_at)
            if title_reasons is not None:
                return Verdict(rule.category, rule.id, " and ".join((*app_reasons, *title_reasons)))
        return _NO_RULE

    def _candidates_for(self, looked_at: Seen) -> tuple[_Candidate, ...]:
        """The rules that this app leaves in question: most titles are then held against a few rules only."""
        found = self._candidates.get(looked_at.app)
        if found is None:
            met = ((rule, reasons(rule.about(Subject.APP), looked_at)) for rule in self._ruleset.rules)
            found = self._candidates[looked_at.app] = tuple(
                _Candidate(rule, why, rule.about(Subject.TITLE)) for rule, why in met if why is not None
            )
        return found


def _corrected(correction: Correction) -> Verdict:
    because = f": {correction.why}" if correction.why else ""
    return Verdict(correction.category, None, f"corrected by {correction.who}{because}")
