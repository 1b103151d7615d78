"""Applies the write-time effects of rules to raw titles, in memory only; never stores and never judges."""

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from classifiers.context_matcher import seen
from classifiers.effect import WriteEffects
from classifiers.matcher import Subject, reasons
from classifiers.rule import Layer, Rule
from classifiers.ruleset import Ruleset
from core.case_token import case_token, occurrences, written_alike
from core.privacy import BUILT_IN, Mark, TitleLevel, hides, is_private, title_at
from core.redactor import Effect, Kept
from core.sample import Window
from core.span import Context

LANGUAGE = "1"
"""Raised when effects that did not change begin to take out something else."""
CASE = "‹case›"
"""What stands in a stored title where an identifier was."""
ROUNDS = 8
"""A title whose marks are masked again and again is given up after so many."""
_PRIVATE = Kept(private=True)
_end = itemgetter(1)


class _Found(NamedTuple):
    """[start, end) of a title, and what stands there instead."""

    start: int
    end: int
    mark: str


class RuleRedactor:
    """The redactor of `core.redactor` by one list of rules, one level of titles and one key.

    Every pattern sees the raw title. What is left is looked at again until no rule takes anything out of it any more:
    nothing is stored that a rule would forbid in a stored title.
    """

    def __init__(self, rules: Iterable[Rule], level: TitleLevel, case_key: bytes) -> None:
        self._rules = tuple(rule for rule in rules if rule.effects)
        self._level = level
        self._case_key = case_key
        own = (redaction.mark for rule in self._rules for redaction in rule.effects.redactions)
        marks = sorted({CASE, *Mark, *own}, key=len, reverse=True)
        self._marks = re.compile("|".join(map(re.escape, marks)))
        self.version = self._version()

    def __call__(self, window: Window | None) -> Kept:
        if window is None:
            return Kept()
        kept = self._once(window)
        for _ in range(ROUNDS):
            if kept.private:
                return _PRIVATE
            again = self._once(Window(app=window.app, title=kept.context.title))
            if (again.context, again.private) == (kept.context, False):
                return kept
            kept = replace(again, case=kept.case or again.case)
        untitled = self._once(Window(app=window.app, title=""))
        return untitled if untitled.private else Kept(Context(window.app, ""), case=kept.case)

    def hides(self, app: str) -> bool:
        return hides(app) or any(rule.effects.private and _is_met_by_app(rule, app) for rule in self._rules)

    def _once(self, window: Window) -> Kept:
        looked_at = seen(Context(window.app, window.title))
        effects = [rule.effects for rule in self._rules if reasons(rule.matchers, looked_at) is not None]
        if is_private(window) or any(of.private for of in effects):
            return _PRIVATE
        marks = [found.span() for found in self._marks.finditer(window.title)]
        found, case = list(_redacted(window.title, effects)), None
        place = _identifier(window.title, effects, marks)
        if place is not None:
            identifier = window.title[slice(*place)]
            case = case_token(self._case_key, identifier)
            found += (_Found(start, end, CASE) for start, end in (place, *occurrences(window.title, identifier)))
        title = title_at(self._level, _with_marks(window.title, _beside(marks, found)))
        return Kept(Context(window.app, title), case=case)

    def _version(self) -> str:
        content = [
            [
                [[matcher.key, *matcher.written] for matcher in rule.matchers],
                rule.effects.private,
                [[of.pattern.pattern, of.pattern.flags, of.mark] for of in rule.effects.redactions],
                rule.effects.case and [rule.effects.case.pattern, rule.effects.case.flags],
            ]
            for rule in self._rules
        ]
        return hashlib.sha256(json.dumps([LANGUAGE, self._level, BUILT_IN, content]).encode()).hexdigest()[:12]


class HeldRules(Protocol):
    """Whoever knows the rules as they are now."""

    @property
    def ruleset(self) -> Ruleset: ...


class RedactorInForce:
    """A redactor by the rules as they are now: it follows them at the moment at which the judge does."""

    def __init__(self, rules: HeldRules, level: TitleLevel, case_key: bytes) -> None:
        self._rules = rules
        self._level = level
        self._case_key = case_key
        self._ruleset = rules.ruleset
        self._current = RuleRedactor(self._ruleset.rules, level, case_key)

    @property
    def version(self) -> str:
        return self.current.version

    @property
    def current(self) -> RuleRedactor:
        """The one of this moment, which stays as it is."""
        ruleset = self._rules.ruleset
        if ruleset is not self._ruleset:
            self._current = RuleRedactor(ruleset.rules, self._level, self._case_key)
            self._ruleset = ruleset
        return self._current

    def __call__(self, window: Window | None) -> Kept:
        return self.current(window)

    def hides(self, app: str) -> bool:
        return self.current.hides(app)


def effects_of_others(rules: Iterable[Rule]) -> frozenset[Effect]:
    """What rules do that the person did not write, and so has to be told of."""
    of_others = [rule.effects for rule in rules if rule.layer is not Layer.PERSONAL]
    found = {
        Effect.PRIVATE: any(of.private for of in of_others),
        Effect.REDACT: any(of.redactions for of in of_others),
        Effect.CASE: any(of.case for of in of_others),
    }
    return frozenset(effect for effect, holds in found.items() if holds)


def _is_met_by_app(rule: Rule, app: str) -> bool:
    """Whether `rule` matches every window of `app`."""
    about_app = rule.about(Subject.APP)
    return about_app == rule.matchers and reasons(about_app, seen(Context(app, ""))) is not None


def _identifier(
    title: str, effects: Sequence[WriteEffects], marks: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """[start, end) of the identifier that the first rule finds which finds one; what a mark says is none."""
    for of in effects:
        for found in of.case.finditer(title) if of.case else ():
            letters = [at for at in range(*found.span("case")) if written_alike(title[at])]
            if letters and not _mark_around(marks, letters[0], letters[-1] + 1):
                return letters[0], letters[-1] + 1
    return None


def _redacted(title: str, effects: Sequence[WriteEffects]) -> Iterator[_Found]:
    for of in effects:
        for redaction in of.redactions:
            yield from (_Found(*found.span(), redaction.mark) for found in redaction.pattern.finditer(title))


def _mark_around(marks: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    number = bisect_right(marks, start, key=_end)
    return number < len(marks) and marks[number][0] <= start and end <= marks[number][1]


def _beside(marks: Sequence[tuple[int, int]], found: Iterable[_Found]) -> Iterator[_Found]:
    """What is found outside of marks; where it reaches into one, all of that mark."""
    for start, end, mark in found:
        if start == end or _mark_around(marks, start, end):
            continue
        first, last = bisect_right(marks, start, key=_end), bisect_right(marks, end - 1, key=_end)
        whole_start = min(start, marks[first][0]) if first < len(marks) else start
        whole_end = marks[last][1] if last < len(marks) and marks[last][0] < end else end
        yield _Found(whole_start, whole_end, mark)


def _with_marks(title: str, found: Iterable[_Found]) -> str:
    """`title` with a mark for each stretch; those that overlap, or touch and have one mark, are one."""
    joined: list[_Found] = []
    for one in sorted(found, key=itemgetter(0)):
        last = joined[-1] if joined else None
        if last and (one.start < last.end or (one.start == last.end and one.mark == last.mark)):
            joined[-1] = last._replace(end=max(last.end, one.end))
        else:
            joined.append(one)
    parts, at = [], 0
    for start, end, mark in joined:
        parts += [title[at:start], mark]
        at = end
    return "".join([*parts, title[at:]])
