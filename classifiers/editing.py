"""What an edit of the rules changes among verdicts that are stored; never tries a rule that was tried before."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from classifiers.context_matcher import seen
from classifiers.finding import Finder
from classifiers.judging import RuleJudge
from classifiers.rule import Rule
from classifiers.ruleset import Ruleset
from classifiers.verdicts import Verdicts, verdict_of
from core.judge import Verdict
from core.span import Context

_LAST = 10**9
"""The place of no rule: behind every other."""


class Edit:
    """From one ruleset to another, for contexts whose winning rule under the first one is known."""

    def __init__(self, old: Ruleset, new: Ruleset, *, had_others: bool = False) -> None:
        """`had_others`: other rules than `old` decided some of what was recorded earlier."""
        self._verdicts = Verdicts(new)
        self._rules = new.by_context
        known = {rule.id: rule.content for rule in old.rules}
        before, after = _places(old.by_context), _places(new.by_context)
        contents = {rule.id: rule.content for _number, rule in old.by_context}
        self._kept = {rule.id for _number, rule in self._rules if contents.get(rule.id) == rule.content}
        self._finders: dict[tuple[int, ...], Finder] = {}
        self._untried: dict[str | None, Finder | None] = {
            winner: self._finder(self._to_try(winner, before, after)) for winner in (*self._kept, None)
        }
        """What to try for the contexts of each winner that still says the same; None where that is nothing."""
        self.edited = frozenset(rule.id for rule in new.rules if known.get(rule.id) != rule.content)
        """The ids of the rules that are new or say something else."""
        self._new = new
        self.on_moments = had_others or old.beyond_contexts != new.beyond_contexts
        """Whether pieces may differ although their context's verdict is the same."""

    @cached_property
    def judge(self) -> RuleJudge:
        """By the new rules."""
        return RuleJudge(self._new)

    def may_change(self, winner: str | None) -> bool:
        """Whether any context that rule `winner` (None for no rule) decided may get another verdict."""
        return winner not in self._untried or self._untried[winner] is not None

    def verdict(self, context: Context, winner: str | None) -> Verdict | None:
        """The new verdict of a context that rule `winner` decided; None where it stays."""
        try:
            untried = self._untried[winner]
        except KeyError:
            return self._verdicts.known(context).verdict
        if untried is None or not untried.may_match(context):
            return None
        match = next(untried.matches(seen(context)), None)
        return match and verdict_of(match)

    def _to_try(self, winner: str | None, before: Mapping[str, int], after: Mapping[str, int]) -> Sequence[int]:
        """The places of the rules that now come before `winner` and did not, or said something else."""
        was, place = (_LAST, _LAST) if winner is None else (before[winner], after[winner])
        return [
            number
            for number, rule in self._rules
            if number < place and not (rule.id in self._kept and before[rule.id] < was)
        ]

    def _finder(self, numbers: Sequence[int]) -> Finder | None:
        if not numbers:
            return None
        found = self._finders.get(key := tuple(numbers))
        if found is None:
            chosen = frozenset(numbers)
            found = self._finders[key] = Finder([numbered for numbered in self._rules if numbered[0] in chosen])
        return found


def _places(rules: Sequence[tuple[int, Rule]]) -> dict[str, int]:
    return {rule.id: number for number, rule in rules}
