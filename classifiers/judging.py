"""Spans into pieces by state, rules, neighbours and corrections; never changes a rule or a span."""

from collections.abc import Iterable, Sequence

from classifiers.carrying_over import carry_over
from classifiers.correcting import corrected
from classifiers.cutting import Cutter, IdleStretches
from classifiers.looking_up import look_ups
from classifiers.ruleset import Ruleset
from classifiers.verdicts import BY_STATE, Verdicts, leans
from core.judge import Correction, Piece, Verdict
from core.span import ATTENDED, Context, Span, State


class RuleJudge:
    """The judge of `core.judge` by one ruleset; it is given all spans of a local day at once."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset
        self._verdicts = Verdicts(ruleset)
        self._cutter = Cutter(ruleset, self._verdicts)

    @property
    def version(self) -> str:
        return self._ruleset.version

    @property
    def beyond_contexts(self) -> str:
        return self._ruleset.beyond_contexts

    def default(self, context: Context) -> Verdict:
        return self._verdicts.known(context).verdict

    def __call__(self, spans: Iterable[Span], corrections: Sequence[Correction]) -> tuple[Piece, ...]:
        pieces, leaning = self._by_rules(spans if isinstance(spans, Sequence) else tuple(spans))
        if leaning:
            carry_over(pieces, leaning, self._ruleset.carry_over_ms)
            look_ups(pieces, leaning)
        return tuple(corrected(pieces, corrections) if corrections else pieces)

    def _by_rules(self, spans: Sequence[Span]) -> tuple[list[Piece], list[int]]:
        """Pieces by state, context and moment, and which of the attended ones may depend on their neighbours."""
        met, learn, idle = self._verdicts.met, self._verdicts.known, IdleStretches(spans)
        pieces: list[Piece] = []
        leaning: list[int] = []
        active, call = State.ACTIVE, State.CALL  # who asks a set for each of a year's spans waits a third longer
        for number, span in enumerate(spans):
            if (state := span.state) is active or state is call:
                known = met.get(span.context) or learn(span.context)
                if known.attended:
                    self._add(pieces, leaning, self._cutter.attended(span, known))
                    continue
                if known.leans:
                    leaning.append(len(pieces))
                pieces.append(Piece(span, known.verdict))
            elif self._verdicts.on_idle and state is not State.PRIVATE:
                self._add(pieces, leaning, self._away(span, number, idle))
            else:
                pieces.append(Piece(span, BY_STATE[state]))
        return pieces, leaning

    def _away(self, span: Span, number: int, idle: IdleStretches) -> Sequence[Piece]:
        known = self._verdicts.known(span.context)
        if not known.away and not known.keeps:
            return (Piece(span, BY_STATE[span.state]),)
        return self._cutter.away(span, known, idle.around(number))

    @staticmethod
    def _add(pieces: list[Piece], leaning: list[int], cut: Sequence[Piece]) -> None:
        for piece in cut:
            if piece.span.state in ATTENDED and leans(piece.verdict):
                leaning.append(len(pieces))
            pieces.append(piece)
