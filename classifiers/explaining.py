"""Which rule decided, and what each earlier one missed by, in words; never decides anything itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from classifiers.context_matcher import Seen, seen
from classifiers.judging import RuleJudge
from classifiers.matcher import any_of
from classifiers.moment_matcher import Moment, minute_of_week
from classifiers.rule import Rule
from classifiers.ruleset import Ruleset
from core.clock import MS_PER_MIN
from core.judge import Piece, Verdict
from core.span import ATTENDED, Context, State

AT_THE_DESK_ONLY = "it is for time at the desk, and says nothing of state or idle_over"


@dataclass(frozen=True, slots=True)
class Missed:
    """An earlier rule, and the first condition that was not met."""

    rule: Rule
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a window, or a stretch of time, is what it is."""

    verdict: Verdict
    matched: Rule | None
    """The first rule whose conditions are all met, be its verdict overruled by a correction; None where none is."""
    missed: tuple[Missed, ...]
    """Every rule with a category that was asked before, in order."""


def explain_context(ruleset: Ruleset, context: Context) -> Explanation:
    """What a window is at any moment, by the rules that ask for no particular one."""
    return _explanation(ruleset, RuleJudge(ruleset).default(context), context, None)


def explain_piece(ruleset: Ruleset, piece: Piece, idle_ms: int | None = None) -> Explanation:
    """What a stretch was; `idle_ms` is the length of the whole idle stretch where it is longer than the piece."""
    span = piece.span
    minute = minute_of_week(span.start_ms + span.off_min * MS_PER_MIN)
    idle = (idle_ms or span.observed_ms) if span.state is State.IDLE else 0
    return _explanation(ruleset, piece.verdict, span.context, Moment(span.state, idle, minute))


def _explanation(ruleset: Ruleset, verdict: Verdict, context: Context, moment: Moment | None) -> Explanation:
    looked_at = seen(context)
    missed: list[Missed] = []
    for rule in ruleset.rules:
        if rule.category is None:
            continue
        why = _missed_by(rule, looked_at, moment)
        if why is None:
            return Explanation(verdict=verdict, matched=rule, missed=tuple(missed))
        missed.append(Missed(rule, why))
    return Explanation(verdict=verdict, matched=None, missed=tuple(missed))


def _missed_by(rule: Rule, looked_at: Seen, moment: Moment | None) -> str | None:
    """The first condition that is not met, in words; None where all are."""
    for matcher in rule.matchers:
        if matcher.why(looked_at) is None:
            return matcher.missed()
    if moment is None:
        return _at_some_moments(rule)
    if moment.state not in ATTENDED and not rule.sees_absence:
        return AT_THE_DESK_ONLY
    for condition in rule.moments:
        if condition.why(moment) is None:
            return condition.missed()
    return None


def _at_some_moments(rule: Rule) -> str | None:
    asked: Sequence[str] = [f"{moment.key} = {any_of(moment.written)}" for moment in rule.moments]
    return f"it depends on the moment: {' and '.join(asked)}" if asked else None
