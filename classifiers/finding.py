"""Finds the rules whose conditions on the context are met, without trying each; never looks at a moment."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from classifiers.context_matcher import ContextMatcher, Seen
from classifiers.matcher import Subject, reasons
from classifiers.needed_literals import loosened, needed_by
from classifiers.rule import Rule
from core.span import Context

GRAM = 3
"""Characters by which titles and rules are brought together."""
FEW = 12
"""So many texts are sooner looked for one by one."""
FEW_OF_APP = 40
"""So many, once the app is known, that a title need not be taken apart."""
APPS_KEPT = 5_000


class Match(NamedTuple):
    """A rule whose conditions on the context are met, and why."""

    number: int
    """Its place among all rules."""
    rule: Rule
    why: tuple[str, ...]


class _OfApp(NamedTuple):
    """What the app alone settles."""

    why: dict[int, tuple[str, ...]]
    """Of each rule whose conditions on the app are met."""
    always: tuple[int, ...]
    """Those among them that any title may meet."""
    texts: tuple[tuple[str, int], ...] | None
    """What a title must hold for one of the others, and for which; None where that is too much to look for."""


class Finder:
    """Some of the rules of a ruleset, found by app and by three characters that the title must have."""

    def __init__(self, numbered: Sequence[tuple[int, Rule]]) -> None:
        self._rules = dict(numbered)
        self._titles: dict[int, tuple[ContextMatcher, ...]] = {
            number: rule.about(Subject.TITLE) for number, rule in numbered
        }
        needed = {number: needed_by(matchers) for number, matchers in self._titles.items()}
        self._always = frozenset(number for number, literals in needed.items() if literals is None)
        self._needed = {number: literals for number, literals in needed.items() if literals is not None}
        self._by_gram, self._by_short = _index(self._needed)
        self._grams = self._by_gram.keys()
        self._shorts = [short for short, _numbers in self._by_short]
        self._apps: dict[str, _OfApp] = {}

    def matches(self, looked_at: Seen) -> Iterator[Match]:
        """In their order."""
        if not self._rules:
            return
        of_app = self._apps.get(looked_at.app) or self._learn_app(looked_at)
        if not of_app.why:
            return
        for number in self._candidates(of_app, loosened(looked_at.folded_title)):
            why = reasons(self._titles[number], looked_at)
            if why is not None:
                yield Match(number, self._rules[number], (*of_app.why[number], *why))

    def may_match(self, context: Context) -> bool:
        """Whether any rule can match; a quick look at the title alone, made for few rules and many contexts."""
        if self._always or self._grams:
            return True
        title = context.title.casefold()
        if not title.isascii():
            title = loosened(title)
        for short in self._shorts:  # noqa: SIM110 - a generator costs as much as the rest of this
            if short in title:
                return True
        return False

    def _candidates(self, of_app: _OfApp, title: str) -> Sequence[int]:
        if of_app.texts is not None:
            found = {number for text, number in of_app.texts if text in title}
        else:
            found = self._by_characters(title).intersection(of_app.why)
        return sorted(found.union(of_app.always)) if found else of_app.always

    def _by_characters(self, title: str) -> set[int]:
        """Rules of whatever app that may have a text in this title."""
        found = {number for short, numbers in self._by_short if short in title for number in numbers}
        grams = {title[at : at + GRAM] for at in range(len(title) - GRAM + 1)}
        for gram in self._grams & grams:
            found.update(self._by_gram[gram])
        return found

    def _learn_app(self, looked_at: Seen) -> _OfApp:
        if len(self._apps) >= APPS_KEPT:
            self._apps.clear()
        asked = ((number, reasons(rule.about(Subject.APP), looked_at)) for number, rule in self._rules.items())
        why = {number: found for number, found in asked if found is not None}
        always = tuple(number for number in why if number in self._always)
        texts = tuple((text, number) for number in why for text in self._needed.get(number, ()))
        of_app = self._apps[looked_at.app] = _OfApp(why, always, texts if len(texts) <= FEW_OF_APP else None)
        return of_app


def _index(
    needed: dict[int, frozenset[str]],
) -> tuple[dict[str, tuple[int, ...]], tuple[tuple[str, tuple[int, ...]], ...]]:
    """Rules by the rarest characters of each of their texts, and by the texts that are too short for that."""
    few = len(set().union(*needed.values())) <= FEW
    common = Counter(gram for literals in needed.values() for text in literals for gram in _grams_of(text))
    by_gram: dict[str, list[int]] = {}
    by_short: dict[str, list[int]] = {}
    for number, literals in needed.items():
        for text in literals:
            rarest = None if few else min(_grams_of(text), key=lambda gram: (common[gram], gram), default=None)
            numbers = by_short.setdefault(text, []) if rarest is None else by_gram.setdefault(rarest, [])
            numbers.append(number)
    return (
        {gram: tuple(dict.fromkeys(numbers)) for gram, numbers in by_gram.items()},
        tuple((text, tuple(numbers)) for text, numbers in by_short.items()),
    )


def _grams_of(text: str) -> list[str]:
    return [text[at : at + GRAM] for at in range(len(text) - GRAM + 1)]
