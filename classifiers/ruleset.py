"""The ordered list of rules that holds; never reads a file and never applies a rule."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from classifiers.rule import Layer, Rule
from core.category import Kind

LANGUAGE = "1"
"""Raised when rules that did not change begin to mean something else, so that stored verdicts count as old."""


@dataclass(frozen=True)
class Ruleset:
    """Rules in the order in which they are asked; the first that matches decides."""

    rules: tuple[Rule, ...] = ()

    @cached_property
    def version(self) -> str:
        """A short hash of everything that decides a verdict; comments do not."""
        content = [
            [rule.id, rule.category.path, [[matcher.key, *matcher.written] for matcher in rule.matchers]]
            for rule in self.rules
        ]
        return hashlib.sha256(json.dumps([LANGUAGE, content]).encode()).hexdigest()[:12]

    @cached_property
    def org_category_names(self) -> frozenset[str]:
        """The categories that may leave this desk by name: the kinds, and what no personal rule coined."""
        return frozenset(Kind) | {rule.category.path for rule in self.rules if rule.layer is not Layer.PERSONAL}
