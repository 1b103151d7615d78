"""What edited rules would do to time that was read: faults, shadows, preview, a title that is tried; never reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from classifiers.checking import check_file
from classifiers.editing import Edit
from classifiers.explaining import Explanation, explain_context
from classifiers.loading import ruleset_of
from classifiers.matcher import Subject
from classifiers.rule import Layer, Rule
from classifiers.rule_writing import RuleTable, RuleText
from classifiers.ruleset import Ruleset
from classifiers.runaway import Proofs
from classifiers.shadowing import shadows
from core.category import Category
from core.errors import EngineroomError, UserError
from core.reaching import Reached, unheard, within
from core.span import Context
from core.toml_file import read_toml_if_there, toml_of
from reports.previewing import Preview
from reports.rule_preview import RulePreview
from reports.rule_taking import Taking
from reports.suggesting import Lost

DAYS_OF_WEEK = 7
PREVIEWED = 0.6
"""So much is done when it is known what would move."""


class Scope(Enum):
    """Over which time a change is looked at."""

    WEEK = 0
    WEEKS = 1
    ALL = 2


@dataclass(frozen=True, kw_only=True)
class RulesRead:
    """What the editor begins with."""

    path: Path
    """The person's own rule file."""
    organisation: Path | None
    text: str
    rules: RuleText
    """The same, rule by rule."""
    fault: EngineroomError | None = None
    """Why `text` cannot be edited rule by rule."""
    above: Sequence[RuleTable] = ()
    """The rules of the organisation."""
    in_force: Ruleset
    had_others: bool = False
    """Whether other rules hold for what was recorded earlier."""
    has_time: bool = True
    """Whether the record was looked at too."""
    recent: RulePreview | None = None
    """The last four weeks; None without a record."""
    categories: Sequence[Category] = ()
    """The most used first."""
    apps: Sequence[str] = ()
    """Likewise, then the sets that a rule may name."""
    words: Sequence[Lost] = ()
    """Of unclassified titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is wanted to be known of edited rules."""

    text: str
    rule_id: str
    """The rule that is looked at."""
    scope: Scope = Scope.WEEKS
    tried: str = ""
    """A title to try."""
    exactly: bool = False
    """Span by span, which takes longer."""


class Shadowing(NamedTuple):
    """What stands in the way of a rule that can never decide."""

    by: str | None
    """An earlier rule; None where its own conditions exclude each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The answer."""

    question: Question
    faults: tuple[UserError, ...] = ()
    """While there is one, nothing else is known."""
    shadowed: Mapping[str, Shadowing] = field(default_factory=dict)
    preview: Preview | None = None
    taking: Taking | None = None
    tried: Explanation | None = None


def look(
    read: RulesRead, known: RulePreview | None, question: Question, proofs: Proofs, reached: Reached = unheard
) -> Looked:
    """`known` is the time to look at; None where there is none."""
    try:
        file = toml_of(read.path, question.text)
    except UserError as fault:
        return Looked(question=question, faults=(fault,))
    faults = check_file(file, Layer.PERSONAL, read.organisation, proofs).faults
    if faults:
        return Looked(question=question, faults=faults)
    above = read_toml_if_there(read.organisation) if read.organisation is not None else None
    new = ruleset_of([*([(Layer.ORGANISATION, above)] if above else []), (Layer.PERSONAL, file)])
    preview, taking = None, None
    if known is not None:
        edit = Edit(read.in_force, new, had_others=read.had_others)
        preview = known.exactly(edit) if question.exactly else known.of(edit, within(reached, 0, PREVIEWED))
        rest = within(reached, PREVIEWED, 1)
        taking = known.taking(edit, question.rule_id, exactly=question.exactly, reached=rest)
    return Looked(
        question=question,
        shadowed=_shadowed(new),
        preview=preview,
        taking=taking,
        tried=_tried(new, question) if question.tried else None,
    )


def _shadowed(ruleset: Ruleset) -> dict[str, Shadowing]:
    ours = [rule for rule in ruleset.rules if rule.layer is not Layer.SHIPPED]
    return {
        found.rule.id: Shadowing(found.by.id if found.by else None)
        for found in shadows(ours)
        if found.effect == "category"
    }


def _tried(ruleset: Ruleset, question: Question) -> Explanation:
    """In a program that the rule asks for, where it asks for one."""
    rule = next((rule for rule in ruleset.rules if rule.id == question.rule_id), None)
    return explain_context(ruleset, Context(_program(rule) if rule else "", question.tried))


def _program(rule: Rule) -> str:
    asked = [matcher.written[0] for matcher in rule.about(Subject.APP) if matcher.key in {"app", "app_contains"}]
    return asked[0].replace("*", "").replace("?", "x") if asked else ""
