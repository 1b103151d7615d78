"""Cuts spans where rules on the moment change their verdict; never looks at a neighbour that is not idle."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from classifiers.moment_matcher import Moment
from classifiers.ruleset import Ruleset
from classifiers.verdicts import Keeping, Known, Verdicts
from classifiers.week import Week
from core.clock import MS_PER_MIN
from core.judge import Piece, Verdict
from core.span import Span, State, input_share

NO_GAP_MS = 5_000
"""Time without observation up to this parts nothing: a sample came late."""


class Cutter:
    """Makes pieces of the spans that a rule on the moment may be about."""

    def __init__(self, ruleset: Ruleset, verdicts: Verdicts) -> None:
        self._verdicts = verdicts
        self._week = Week(moment for rule in ruleset.rules for moment in rule.moments)

    def attended(self, span: Span, known: Known) -> Sequence[Piece]:
        """Of a span at whose time somebody was at the desk."""
        off_ms = span.off_min * MS_PER_MIN
        minute, until_local_ms = self._week.stretch(span.start_ms + off_ms)
        if span.start_ms + span.observed_ms + off_ms <= until_local_ms:
            return (Piece(span, self._verdicts.attended(known, Moment(span.state, 0, minute))),)
        stretches = self._stretches(span)
        return _pieces(
            span,
            [(end, span.state, self._verdicts.attended(known, Moment(span.state, 0, at))) for at, end in stretches],
        )

    def away(self, span: Span, known: Known, idle: tuple[int, int]) -> Sequence[Piece]:
        """Of an idle or locked span; `idle` is [start, end) of the whole idle stretch around it."""
        since_ms, until_ms = idle
        idle_ms = self._verdicts.idle_class(until_ms - since_ms) if span.state is State.IDLE else 0
        cuts: list[tuple[int, State, Verdict]] = []
        at_ms = span.start_ms
        for minute, end_ms in self._stretches(span):
            moment = Moment(span.state, idle_ms, minute)
            keeping = self._verdicts.keeping(known, moment) if span.state is State.IDLE else None
            kept_until_ms = min(end_ms, since_ms + keeping.limit_ms) if keeping else at_ms
            if kept_until_ms > at_ms:
                cuts.append((kept_until_ms, State.ACTIVE, self._kept(known, minute, keeping)))
            if kept_until_ms < end_ms:
                cuts.append((end_ms, span.state, self._verdicts.away(known, moment)))
            at_ms = end_ms
        return _pieces(span, cuts)

    def _kept(self, known: Known, minute: int, keeping: Keeping | None) -> Verdict:
        return self._verdicts.attended(known, Moment(State.ACTIVE, 0, minute), keeping)

    def _stretches(self, span: Span) -> Iterator[tuple[int, int]]:
        """(minute that stands for it, end in UTC epoch ms) of each part of the week that `span` falls into."""
        off_ms = span.off_min * MS_PER_MIN
        at_ms, end_ms = span.start_ms, span.end_ms
        while at_ms < end_ms:
            minute, until_local_ms = self._week.stretch(at_ms + off_ms)
            at_ms = min(end_ms, until_local_ms - off_ms)
            yield minute, at_ms


class IdleStretches:
    """The idle stretch around each idle span: since the last input, until the next or a gap."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._found = (0, 0)
        """The last stretch that was asked for, [first, end) of its spans."""

    def around(self, number: int) -> tuple[int, int]:
        """[start, end) in ms of the stretch that span `number` belongs to; of itself alone where it is not idle."""
        first, end = self._found
        if not first <= number < end:
            first, end = self._found = self._extent(number)
        return self._spans[first].start_ms, self._spans[end - 1].end_ms

    def _extent(self, number: int) -> tuple[int, int]:
        first, last = number, number
        if self._spans[number].state is State.IDLE:
            while first > 0 and self._goes_on(first - 1):
                first -= 1
            while last + 1 < len(self._spans) and self._goes_on(last):
                last += 1
        return first, last + 1

    def _goes_on(self, number: int) -> bool:
        """Whether this span and the next belong to one idle stretch."""
        one, other = self._spans[number], self._spans[number + 1]
        return one.state is State.IDLE is other.state and other.start_ms - one.end_ms <= NO_GAP_MS


def _cut(span: Span, start_ms: int, end_ms: int, state: State) -> Span:
    counted = input_share(span, start_ms, end_ms)
    return replace(span, start_ms=start_ms, observed_ms=end_ms - start_ms, state=state, input=counted)


def _pieces(span: Span, cuts: Sequence[tuple[int, State, Verdict]]) -> list[Piece]:
    """`span` cut at the ends in `cuts`, where state or verdict really change."""
    pieces: list[Piece] = []
    at_ms = span.start_ms
    for number, (end_ms, state, verdict) in enumerate(cuts):
        if number + 1 < len(cuts) and cuts[number + 1][1:] == (state, verdict):
            continue
        whole = end_ms - at_ms == span.observed_ms and state is span.state
        part = span if whole else _cut(span, at_ms, end_ms, state)
        pieces.append(Piece(part, verdict))
        at_ms = end_ms
    return pieces
