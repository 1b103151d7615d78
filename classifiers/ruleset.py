"""The ordered list of rules that holds; never reads a file and never applies a rule."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from classifiers.rule import Activity, Layer, Rule
from core.category import Kind

LANGUAGE = "2"
"""Raised when rules that did not change begin to mean something else, so that stored verdicts count as old."""


@dataclass(frozen=True)
class Ruleset:
    """Rules in the order in which they are asked; the first that matches decides."""

    rules: tuple[Rule, ...] = ()
    activities: Mapping[str, Activity] = field(default_factory=dict)
    """By the path of their category."""
    carry_over_ms: int = 0
    """The longest time that no rule knows and that its neighbours may explain; 0 for none."""

    @cached_property
    def version(self) -> str:
        """A short hash of everything that decides a verdict; comments and what happens while writing do not."""
        deciding = [rule.content for rule in self.rules if rule.category or rule.keep_active_ms]
        content = [LANGUAGE, self.carry_over_ms, deciding]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]

    @cached_property
    def beyond_contexts(self) -> str:
        """A short hash of what decides pieces besides the verdicts on their contexts."""
        content = [LANGUAGE, self.carry_over_ms, [rule.content for _number, rule in self.by_moment]]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]

    @cached_property
    def by_context(self) -> tuple[tuple[int, Rule], ...]:
        """The rules, with their places, that give a category to whatever meets their conditions on the context."""
        return tuple((at, rule) for at, rule in enumerate(self.rules) if rule.category and not rule.moments)

    @cached_property
    def by_moment(self) -> tuple[tuple[int, Rule], ...]:
        """The rules, with their places, whose effect depends on more than the context."""
        return tuple(
            (at, rule) for at, rule in enumerate(self.rules) if rule.keep_active_ms or (rule.category and rule.moments)
        )

    @cached_property
    def org_category_names(self) -> frozenset[str]:
        """The categories that may leave this desk by name: the kinds, and what no personal rule coined."""
        coined = (rule.category.path for rule in self.rules if rule.category and rule.layer is not Layer.PERSONAL)
        return frozenset(Kind) | frozenset(coined)
