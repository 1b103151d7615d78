"""Rule files in TOML: their keys, and every fault that one can have; never decides which file holds."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType

from classifiers.rule import Containing, Exact, Fitting, HavingWord, Layer, Matcher, Rule, Subject, words
from core.category import category_for_rules
from core.toml_file import TomlFile, convert, nearest

Word = Annotated[str, Meta(min_length=1)]
Words = Word | Annotated[tuple[Word, ...], Meta(min_length=1)]
GROUP_SIGN = "@"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of a rule file."""

    rule: tuple[dict[str, Any], ...] = ()
    apps: dict[str, tuple[Word, ...]] = {}


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One `[[rule]]`."""

    id: Annotated[str, Meta(min_length=1, max_length=60)]
    category: str
    comment: str = ""
    app: Words | UnsetType = UNSET
    app_contains: Words | UnsetType = UNSET
    app_regex: Words | UnsetType = UNSET
    title: Words | UnsetType = UNSET
    title_word: Words | UnsetType = UNSET
    title_contains: Words | UnsetType = UNSET
    title_regex: Words | UnsetType = UNSET


CONDITIONS = tuple(name for name in _Entry.__struct_fields__ if name not in {"id", "category", "comment"})
AppGroups = Mapping[str, tuple[str, ...]]
"""Programs under one name, such as `@browsers`."""


def app_groups(file: TomlFile) -> AppGroups:
    """The groups of programs that `file` names."""
    return convert(file, file.data, _File).apps


def rules_in(file: TomlFile, layer: Layer, groups: AppGroups) -> tuple[Rule, ...]:
    """The rules of `file` in their order; raises UserError with file, line, key, reason and the way out."""
    entries = convert(file, file.data, _File).rule
    rules: dict[str, Rule] = {}
    for number, data in enumerate(entries):
        place = f"rule[{number}]"
        rule = _RuleReader(file, place, groups).read(convert(file, data, _Entry, prefix=place), layer)
        if rule.id in rules:
            first = file.line_of(f"rule[{list(rules).index(rule.id)}].id")
            raise file.fault(
                f"{place}.id", f"the id {rule.id!r} is taken by the rule on line {first}", "give one of them another id"
            )
        rules[rule.id] = rule
    return tuple(rules.values())


class _RuleReader:
    """Makes a rule of one `[[rule]]`, whose place in the file it knows."""

    def __init__(self, file: TomlFile, place: str, groups: AppGroups) -> None:
        self._file = file
        self._place = place
        self._groups = groups

    def read(self, entry: _Entry, layer: Layer) -> Rule:
        try:
            category = category_for_rules(entry.category)
        except ValueError as error:
            raise self._file.fault(
                f"{self._place}.category", str(error), "write it as Work/Mail or Personal"
            ) from error
        matchers = tuple(self._matcher(key, value) for key in CONDITIONS if (value := getattr(entry, key)) is not UNSET)
        if not matchers:
            raise self._file.fault(
                self._place, "this rule has no condition and would match everything", f"add {', '.join(CONDITIONS)}"
            )
        return Rule(id=entry.id, category=category, matchers=matchers, layer=layer, comment=entry.comment)

    def _matcher(self, key: str, value: str | tuple[str, ...]) -> Matcher:
        written = (value,) if isinstance(value, str) else value
        name, _, way = key.partition("_")
        subject = Subject(name)
        if way == "regex":
            return Fitting(subject, tuple(self._pattern(key, pattern) for pattern in written))
        if way == "word":
            return HavingWord(written)
        if way == "contains":
            return Containing(subject, words(subject, written))
        if subject is Subject.APP:
            written = tuple(app for word in written for app in self._apps(word))
        return Exact(subject, words(subject, written))

    def _pattern(self, key: str, pattern: str) -> re.Pattern[str]:
        try:
            return re.compile(pattern, re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            raise self._file.fault(
                f"{self._place}.{key}", f"the pattern {pattern!r} does not compile: {error}", "correct the pattern"
            ) from error

    def _apps(self, word: str) -> Sequence[str]:
        """The programs of a group, or the one program that `word` is."""
        if not word.startswith(GROUP_SIGN):
            return (word,)
        group = word.removeprefix(GROUP_SIGN)
        if group not in self._groups:
            raise self._file.fault(
                f"{self._place}.app",
                f"there is no group {word!r} under [apps]{nearest(group, self._groups)}",
                f"use one of {', '.join(GROUP_SIGN + name for name in sorted(self._groups))}",
            )
        return self._groups[group]
