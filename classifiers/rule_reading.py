"""Makes a rule of one `[[rule]]` and notes every fault in it; never decides which file holds."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import UNSET

from classifiers.context_matcher import (
    Containing,
    ContainingAll,
    ContextMatcher,
    Exact,
    Fitting,
    HavingWord,
    Shaped,
    is_glob,
    words,
)
from classifiers.effect import Redaction, WriteEffects
from classifiers.fault_list import FaultList
from classifiers.matcher import Not, Subject
from classifiers.moment_matcher import IdleOver, InState, MomentMatcher, at_time, on_weekday
from classifiers.named_sets import SIGN, NamedSets, is_set
from classifiers.rule import LONGEST_LOOK_BACK_MS, Layer, Rule
from classifiers.rule_shape import CONTEXT_KEYS, EFFECT_KEYS, MOMENT_KEYS, Conditions, RuleShape
from core.clock import MS_PER_MIN
from core.span import State
from core.toml_file import nearest

CASE_GROUP = "case"
_SETS_KEYS = {"app": "apps", "title_word": "words", "title_contains": "words", "title_all": "words"}


class RuleReader:
    """Reads one `[[rule]]`, whose place in the file it knows."""

    def __init__(self, faults: FaultList, place: str, sets: NamedSets) -> None:
        self._faults = faults
        self._place = place
        self._sets = sets

    def read(self, data: dict[str, Any], layer: Layer) -> Rule | None:
        """The rule; None where something is wrong with it, which is noted."""
        before = len(self._faults.found)
        entry = self._faults.shaped(data, RuleShape, self._place)
        excluded = Conditions()
        if entry.excluded is not UNSET:
            excluded = self._faults.shaped(entry.excluded, Conditions, f"{self._place}.not")
        if entry.id is UNSET and "id" not in data:
            self._faults.note(self._place, "the key 'id' is missing", "add it")
        rule = Rule(
            id=entry.id or "",
            matchers=(*self._context(entry), *(Not(matcher) for matcher in self._context(excluded, "not."))),
            moments=(*self._moments(entry), *(Not(moment) for moment in self._moments(excluded, "not."))),
            category=self._faults.category(self._at("category"), entry.category) if entry.category else None,
            keep_active_ms=self._keep_active(entry),
            effects=self._effects(entry),
            layer=layer,
            comment=entry.comment,
        )
        self._check(rule, data)
        return rule if len(self._faults.found) == before else None

    def _at(self, key: str) -> str:
        return f"{self._place}.{key}"

    def _check(self, rule: Rule, data: dict[str, Any]) -> None:
        """What no key can know alone."""
        if not any(data.get(key) for key in EFFECT_KEYS):
            self._faults.note(self._place, "this rule has no effect", f"add one of {', '.join(EFFECT_KEYS)}")
        if not any(data.get(key) for key in (*Conditions.__struct_fields__, "not")):
            keys = ", ".join(Conditions.__struct_fields__)
            self._faults.note(
                self._place, "this rule has no condition and would match everything", f"add one of {keys}"
            )
        if rule.effects and rule.moments:
            key = rule.moments[0].key
            self._faults.note(
                self._at(key),
                "private, redact and case hold before anything is stored and cannot depend on the moment",
                f"take {key} away, or make two rules",
            )
        states = [moment for moment in rule.moments if isinstance(moment, InState)]
        if rule.keep_active_ms and any(State.IDLE not in moment.states for moment in states):
            self._faults.note(
                self._at("state"), "keep_active is about idle time, which this state leaves out", "make two rules"
            )

    def _context(self, conditions: Conditions, within: str = "") -> Iterator[ContextMatcher]:
        for key in CONTEXT_KEYS:
            value = getattr(conditions, key)
            if value is not UNSET and (matcher := self._matcher(key, _tuple(value), within + key)):
                yield matcher

    def _matcher(self, key: str, written: tuple[str, ...], at: str) -> ContextMatcher | None:
        name, _, way = key.partition("_")
        subject = Subject(name)
        if way == "regex":
            patterns = self._patterns(at, written)
            return Fitting(subject, patterns) if patterns else None
        if key in _SETS_KEYS:
            written = tuple(word for named in written for word in self._members(key, named, at))
        return _of_words(subject, way, written) if written else None

    def _patterns(self, key: str, written: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
        read = (self._faults.pattern(self._at(key), pattern) for pattern in written)
        return tuple(pattern for pattern in read if pattern is not None)

    def _members(self, key: str, word: str, at: str) -> tuple[str, ...]:
        """The members of a set, or the one word that `word` is."""
        if not is_set(word):
            return (word,)
        table = _SETS_KEYS[key]
        sets = getattr(self._sets, table)
        name = word.removeprefix(SIGN)
        if name not in sets:
            known = ", ".join(SIGN + name for name in sorted(sets))
            self._faults.note(
                self._at(at),
                f"there is no set {word!r} under [{table}]{nearest(name, sets)}",
                f"use one of {known}" if known else f"name it under [{table}]",
            )
            return ()
        return tuple(sets[name])

    def _moments(self, conditions: Conditions, within: str = "") -> Iterator[MomentMatcher]:
        for key in MOMENT_KEYS:
            value = getattr(conditions, key)
            if value is not UNSET and (matcher := self._moment(key, _tuple(value), self._at(within + key))):
                yield matcher

    def _moment(self, key: str, written: tuple[str, ...], place: str) -> MomentMatcher | None:
        if key == "state":
            return InState(tuple(State(word) for word in written))
        if key == "idle_over":
            ms = self._faults.length(place, written[0], LONGEST_LOOK_BACK_MS)
            return None if ms is None else IdleOver(ms)
        if key == "time":
            return self._faults.read(place, "write it as '08:00-12:00'", lambda: at_time(written))
        return self._faults.read(place, "write it as 'Sat' or 'Mon-Fri'", lambda: on_weekday(written))

    def _keep_active(self, entry: RuleShape) -> int:
        if entry.keep_active is UNSET:
            return 0
        place = self._at("keep_active")
        ms = self._faults.length(place, entry.keep_active, LONGEST_LOOK_BACK_MS)
        if ms == 0:
            self._faults.note(place, "it keeps nothing active", f"write up to {LONGEST_LOOK_BACK_MS // MS_PER_MIN}m")
        return ms or 0

    def _effects(self, entry: RuleShape) -> WriteEffects:
        redactions: tuple[Redaction, ...] = ()
        if entry.redact is not UNSET:
            mark = "redacted" if entry.mark is UNSET else entry.mark
            patterns = self._patterns("redact", _tuple(entry.redact))
            redactions = tuple(Redaction(pattern, f"‹{mark}›") for pattern in patterns)
        elif entry.mark is not UNSET:
            self._faults.note(self._at("mark"), "there is nothing to put a mark for", "add redact, or take it away")
        for redaction in redactions:
            if redaction.pattern.search(""):
                reason = f"the pattern {redaction.pattern.pattern!r} finds something in nothing"
                self._faults.note(self._at("redact"), reason, "let it find at least one character")
        return WriteEffects(private=entry.private, redactions=redactions, case=self._case(entry))

    def _case(self, entry: RuleShape) -> re.Pattern[str] | None:
        if entry.case is UNSET:
            return None
        pattern = self._faults.pattern(self._at("case"), entry.case)
        if pattern is not None and CASE_GROUP not in pattern.groupindex:
            reason = f"the pattern {entry.case!r} has no group named {CASE_GROUP!r}"
            self._faults.note(
                self._at("case"), reason, rf"put (?P<{CASE_GROUP}>…) around what identifies the work item"
            )
        return pattern


def _of_words(subject: Subject, way: str, written: tuple[str, ...]) -> ContextMatcher:
    compared = words(subject, written)
    if way == "word":
        return HavingWord(written)
    if way == "contains":
        return Containing(subject, compared)
    if way == "all":
        return ContainingAll(subject, compared)
    has_globs = subject is Subject.APP and any(map(is_glob, written))
    return Shaped(compared) if has_globs else Exact(subject, compared)


def _tuple(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
