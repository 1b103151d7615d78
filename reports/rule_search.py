"""Looks for rules that explain unknown windows, the one that explains most first; pure, never writes one down."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.category import Category, Kind
from core.clock import MS_PER_MIN
from core.context_total import CorrectedTotal
from reports.telling_words import TellingWords, Window

CLEAR = 0.7
"""The share of time at which what is classified tells what the rest is."""
CORRECTED_OFTEN = 3
SHORTEST_MS = MS_PER_MIN
TELLING_KINDS = frozenset({Kind.WORK, Kind.KNOWLEDGE, Kind.PERSONAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedRule:
    """A rule that could be written, and what it would do to the time at the desk of the period."""

    app: str | None
    word: str | None
    category: Category | None
    """None where nothing tells which; the person has to say."""
    explained_ms: int
    """Unclassified time that it explains and those before it do not."""
    titles: int
    overrides_ms: int
    """Time that is something else today and would become this."""
    corrections: int
    """How many corrections say so; 0 where it was found in the titles."""


class _Candidate(NamedTuple):
    """A program, or a word of titles."""

    is_word: bool
    """Of a program and a word that explain the same, the program comes first."""
    name: str


class Search:
    """Rules that explain what those before them do not."""

    def __init__(self, windows: Iterable[Window], showing_anything: Container[str]) -> None:
        """`showing_anything`: programs, folded and without `.exe`, whose name alone tells nothing."""
        self.rules: list[SuggestedRule] = []
        self._open: set[int] = set()
        self._windows = sorted(windows, key=lambda window: (window.app, -window.observed_ms, sorted(window.words)))
        self._by_word: dict[str, list[int]] = {}
        self._by_app: dict[str, list[int]] = {}
        for number, window in enumerate(self._windows):
            self._by_app.setdefault(window.app, []).append(number)
            for word in window.words:
                self._by_word.setdefault(word, []).append(number)
            if window.is_unknown:
                self._open.add(number)
        self._telling = {app for app in self._by_app if _folded(app) not in showing_anything}
        """Programs whose name may tell what their windows are."""
        self._unheard_of = {app for app in self._telling if is_nameable(app) and self._is_unknown(app)}
        self._gains: Counter[_Candidate] = Counter()
        for number in self._open:
            for candidate in self._candidates(self._windows[number]):
                self._gains[candidate] += self._windows[number].observed_ms

    def rule(self, app: str | None, word: str | None, category: Category | None, corrections: int = 0) -> SuggestedRule:
        """What a rule with these conditions would do now."""
        matched = list(self._matched(app, word))
        explained = [number for number in matched if number in self._open]
        known = (window for window in map(self._windows.__getitem__, matched) if not window.is_unknown)
        return SuggestedRule(
            app=app,
            word=word,
            category=category,
            explained_ms=sum(self._windows[number].observed_ms for number in explained),
            titles=len(explained),
            overrides_ms=sum(window.observed_ms for window in known if window.category != category),
            corrections=corrections,
        )

    def take(self, rule: SuggestedRule) -> None:
        """Let the windows that `rule` explains count for no other."""
        self.rules.append(rule)
        for number in self._matched(rule.app, rule.word):
            if number in self._open:
                self._open.remove(number)
                for candidate in self._candidates(self._windows[number]):
                    self._gains[candidate] -= self._windows[number].observed_ms

    def take_best(self) -> bool:
        """Take the rule that explains most of what is left; False where none is worth it."""
        while self._gains:
            best = min(self._gains, key=lambda candidate: (-self._gains[candidate], candidate))
            if self._gains.pop(best) < SHORTEST_MS:
                return False
            rule = self._of_word(best.name) if best.is_word else self.rule(best.name, None, None)
            if rule is not None:
                self.take(rule)
                return True
        return False

    def _of_word(self, word: str) -> SuggestedRule | None:
        """None where the word tells nothing: much that is known has it too, and is this and that."""
        apps = {self._windows[number].app for number in self._by_word[word] if number in self._open}
        app = next(iter(apps)) if len(apps) == 1 and is_nameable(min(apps)) else None
        alike = [self._windows[number] for number in self._matched(app, word)]
        category = _majority(alike)
        known_ms = sum(window.observed_ms for window in alike if not window.is_unknown)
        if category is None and known_ms == 0 and app in self._telling:
            category = _majority([self._windows[number] for number in self._by_app[app]])
        rule = self.rule(app, word, category)
        return None if category is None and known_ms > (1 - CLEAR) * rule.explained_ms else rule

    def _candidates(self, window: Window) -> Iterator[_Candidate]:
        for word in window.words:
            yield _Candidate(is_word=True, name=word)
        if window.app in self._unheard_of:
            yield _Candidate(is_word=False, name=window.app)

    def _is_unknown(self, app: str) -> bool:
        return all(self._windows[number].is_unknown for number in self._by_app[app])

    def _matched(self, app: str | None, word: str | None) -> Iterator[int]:
        if word is None:
            yield from self._by_app.get(app or "", ())
            return
        for number in self._by_word.get(word, ()):
            if app is None or self._windows[number].app == app:
                yield number


def often_corrected(
    corrected: Sequence[CorrectedTotal], telling: TellingWords
) -> Iterator[tuple[str, str, Category, int]]:
    """(program, word, category, how many corrections say so) wherever enough of them do, and hardly any otherwise."""
    left = [one for one in corrected if is_nameable(one.total.context.app)]
    while True:
        said: dict[tuple[str, str], Counter[Category]] = {}
        by: dict[tuple[str, str, Category], set[int]] = {}
        for one in left:
            app = one.total.context.app
            for word in telling.of(one.total.context):
                said.setdefault((app, word), Counter())[one.category] += one.total.observed_ms
                if one.category != one.total.category:
                    by.setdefault((app, word, one.category), set()).add(one.correction_id)
        often = [
            (-len(times), -said[app, word][category], app, word, category)
            for (app, word, category), times in by.items()
            if len(times) >= CORRECTED_OFTEN and said[app, word][category] >= CLEAR * said[app, word].total()
        ]
        if not often:
            return
        times, _ms, app, word, category = min(often)
        yield app, word, category, -times
        left = [one for one in left if one.total.context.app != app or word not in telling.of(one.total.context)]


def is_nameable(app: str) -> bool:
    """Whether `app = "…"` in a rule means this program and no other."""
    return bool(app) and app.isprintable() and not app.startswith("@") and not {"*", "?"}.intersection(app)


def _folded(app: str) -> str:
    return app.casefold().removesuffix(".exe")


def _majority(windows: Iterable[Window]) -> Category | None:
    """What nearly all of the classified time is; None where that is not clear."""
    known: Counter[Category] = Counter()
    for window in windows:
        if not window.is_unknown:
            known[window.category] += window.observed_ms
    if not known:
        return None
    category, observed_ms = min(known.items(), key=lambda item: (-item[1], item[0]))
    return category if category.kind in TELLING_KINDS and observed_ms >= CLEAR * known.total() else None
