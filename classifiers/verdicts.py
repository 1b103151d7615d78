"""The verdicts of one ruleset on contexts and moments, each worked out once; never sees a span."""

from bisect import bisect_left
from typing import NamedTuple

from classifiers.context_matcher import Seen, seen
from classifiers.finding import Finder, Match
from classifiers.lengths import in_words
from classifiers.matcher import Not, reasons
from classifiers.moment_matcher import IdleOver, Moment
from classifiers.rule import Rule
from classifiers.ruleset import Ruleset
from core.category import IDLE, PRIVATE, UNCLASSIFIED, Category, Kind
from core.judge import Verdict
from core.span import Context, State

CONTEXTS_KEPT = 60_000
"""Contexts whose verdict is remembered: more than a year of one desk, 13 MB with their titles."""
BY_STATE = {
    State.PRIVATE: Verdict(PRIVATE, None, "private time"),
    State.LOCKED: Verdict(IDLE, None, "screen locked"),
    State.IDLE: Verdict(IDLE, None, "no input"),
}
NO_RULE = Verdict(UNCLASSIFIED, None, "no rule matches")


class Keeping(NamedTuple):
    """How much of an idle stretch counts as active, and by which rule."""

    limit_ms: int
    rule_id: str


class Known:
    """What the rules say of one context."""

    __slots__ = ("attended", "away", "by_moment", "keeps", "leans", "verdict")

    def __init__(self, verdict: Verdict, attended: tuple[Match, ...] = (), away: tuple[Match, ...] = ()) -> None:
        self.verdict = verdict
        """By the context alone."""
        self.leans = leans(verdict)
        self.attended = attended
        """Rules on the moment that are asked before the one that gave the verdict."""
        self.away = away
        """Rules that may give a category to time in which nobody was at the desk."""
        self.keeps: tuple[Match, ...] = ()
        """Rules that may keep idle time active."""
        self.by_moment: dict[tuple[Moment, Keeping | None], Verdict] = {}


class Verdicts:
    """Answers for contexts that were met before from memory."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._by_context = Finder(ruleset.by_context)
        self._by_moment = Finder(ruleset.by_moment) if ruleset.by_moment else None
        self.on_idle = any(rule.keep_active_ms or rule.sees_absence for _number, rule in ruleset.by_moment)
        """Whether any rule looks at idle or locked time."""
        self._limits = _idle_limits(ruleset.rules)
        self.met: dict[Context, Known] = {}
        """What was worked out so far, for those who ask for every span of a year; see `known`."""
        self._shared: dict[Verdict, Known] = {}

    def known(self, context: Context) -> Known:
        return self.met.get(context) or self._learn(context)

    def idle_class(self, idle_ms: int) -> int:
        """A length of idle time that every rule takes for the same as `idle_ms`."""
        number = bisect_left(self._limits, idle_ms)
        return self._limits[number - 1] + 1 if number else 0

    @staticmethod
    def attended(known: Known, moment: Moment, keeping: Keeping | None = None) -> Verdict:
        """Of a moment at which somebody was, or counts as being, at the desk."""
        found = known.by_moment.get((moment, keeping))
        if found is None:
            found = _first(known.attended, moment) or known.verdict
            if keeping is not None:
                kept = f"kept active up to {in_words(keeping.limit_ms)} by rule {keeping.rule_id}"
                found = Verdict(found.category, found.rule_id, f"{found.why}, {kept}")
            known.by_moment[moment, keeping] = found
        return found

    @staticmethod
    def away(known: Known, moment: Moment) -> Verdict:
        """Of idle or locked time."""
        found = known.by_moment.get((moment, None))
        if found is None:
            found = known.by_moment[moment, None] = _first(known.away, moment) or BY_STATE[moment.state]
        return found

    @staticmethod
    def keeping(known: Known, moment: Moment) -> Keeping | None:
        """What keeps this moment of idle time active, if it is early enough in its stretch."""
        for match in known.keeps:
            if reasons(match.rule.moments, moment) is not None:
                return Keeping(match.rule.keep_active_ms, match.rule.id)
        return None

    def _learn(self, context: Context) -> Known:
        if len(self.met) >= CONTEXTS_KEPT:
            self.met.clear()
            self._shared.clear()
        looked_at = seen(context)
        winner = next(self._by_context.matches(looked_at), None)
        verdict = verdict_of(winner) if winner else NO_RULE
        known = self._special(looked_at, winner, verdict) if self._by_moment else None
        if known is None:
            known = self._shared.get(verdict) or self._shared.setdefault(verdict, Known(verdict))
        self.met[context] = known
        return known

    def _special(self, looked_at: Seen, winner: Match | None, verdict: Verdict) -> Known | None:
        """What rules on the moment add; None where none of them is about this context."""
        assert self._by_moment is not None
        matches = tuple(self._by_moment.matches(looked_at))
        if not matches:
            return None
        judging = tuple(match for match in matches if match.rule.category and match.rule.moments)
        before = tuple(match for match in judging if winner is None or match.number < winner.number)
        known = Known(verdict, before, tuple(match for match in judging if match.rule.sees_absence))
        known.keeps = tuple(match for match in matches if match.rule.keep_active_ms)
        return known


def leans(verdict: Verdict) -> bool:
    """Whether what an attended stretch was may depend on its neighbours."""
    return is_unknown(verdict) or verdict.category.kind is Kind.KNOWLEDGE


def is_unknown(verdict: Verdict) -> bool:
    """Whether no rule and nobody said what it was."""
    return verdict.rule_id is None and verdict.category == UNCLASSIFIED


def _first(matches: tuple[Match, ...], moment: Moment) -> Verdict | None:
    for match in matches:
        why = reasons(match.rule.moments, moment)
        if why is not None:
            return verdict_of(match, why)
    return None


def verdict_of(match: Match, why: tuple[str, ...] = ()) -> Verdict:
    """`why`: in words why the conditions on the moment are met."""
    category: Category | None = match.rule.category
    assert category is not None, "only rules with a category are asked for one"
    return Verdict(
        category, match.rule.id, " and ".join((*match.why, *why)) or "nothing that the rule excludes is there"
    )


def _idle_limits(rules: tuple[Rule, ...]) -> list[int]:
    moments = (moment.excluded if isinstance(moment, Not) else moment for rule in rules for moment in rule.moments)
    return sorted({moment.limit_ms for moment in moments if isinstance(moment, IdleOver)})
