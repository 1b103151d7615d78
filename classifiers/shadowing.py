"""Rules that can never have one of their effects, and why; never claims it of a rule that can."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from classifiers.implying import implied
from classifiers.rule import Rule
from classifiers.when import When, when_category, when_keeping, when_writing


class Effect(NamedTuple):
    """One of the things that the first rule that matches decides."""

    name: str
    has: Callable[[Rule], bool]
    when: Callable[[Rule], When]


class Shadow(NamedTuple):
    """A rule, the effect that it can never have, and the earlier rule that is always asked in its place."""

    rule: Rule
    effect: str
    by: Rule | None
    """None where its own conditions on the moment exclude each other."""


EFFECTS = (
    Effect("category", lambda rule: rule.category is not None, when_category),
    Effect("keep_active", lambda rule: rule.keep_active_ms > 0, when_keeping),
    Effect("private", lambda rule: rule.effects.private, when_writing),
    Effect("case", lambda rule: rule.effects.case is not None, when_writing),
)


def shadows(rules: Sequence[Rule]) -> Iterator[Shadow]:
    """In the order of the rules that are of no use."""
    whens = {effect.name: [effect.when(rule) if effect.has(rule) else None for rule in rules] for effect in EFFECTS}
    for number, rule in enumerate(rules):
        for effect in EFFECTS:
            when = whens[effect.name][number]
            if when is None:
                continue
            if when.is_never:
                yield Shadow(rule, effect.name, None)
                continue
            by = _first_in_its_place(rules[:number], whens[effect.name], rule, when)
            if by is not None:
                yield Shadow(rule, effect.name, by)


def _first_in_its_place(earlier: Sequence[Rule], whens: Sequence[When | None], rule: Rule, when: When) -> Rule | None:
    for other, its_when in zip(earlier, whens, strict=False):
        if its_when is not None and its_when.covers(when) and _matches_whatever(other, rule):
            return other
    return None


def _matches_whatever(other: Rule, rule: Rule) -> bool:
    """Whether every context that `rule` matches is one that `other` matches."""
    return all(implied(wanted, rule.matchers) for wanted in other.matchers)
