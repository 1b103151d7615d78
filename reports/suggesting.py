"""Rules that would explain unclassified time, from what windows add up to; pure, never asks anybody and never guesses."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from core.category import Category, Kind
from core.clock import MS_PER_MIN
from core.context_total import ContextTotal, CorrectedTotal
from core.period import Period
from core.span import ATTENDED, Context
from reports.title_words import title_words

CLEAR = 0.7
"""The share of time at which what is classified tells what the rest is."""
NEARLY_ALL = 0.9
"""A word in so much of a program's time is part of its name, and tells its windows apart from nothing."""
FEWEST_TITLES = 3
"""Of fewer titles nobody can tell which words are part of the program's name."""
CORRECTED_OFTEN = 3
SHORTEST_MS = MS_PER_MIN
MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Lost:
    """Unclassified time at the desk: of a program, or of titles with a word."""

    name: str
    observed_ms: int
    titles: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """Where the unclassified time of a period went, and rules that would explain it."""

    period: Period
    attended_ms: int
    unclassified_ms: int
    programs: tuple[Lost, ...]
    words: tuple[Lost, ...]
    rules: tuple[SuggestedRule, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    """The time at the desk of one context."""

    context: Context
    observed_ms: int
    category: Category
    is_unknown: bool
    """Whether no rule says what it is."""
    words: frozenset[str]
    """Those that tell it apart from other windows of its program."""


def suggest(
    period: Period, totals: Iterable[ContextTotal], corrected: Iterable[CorrectedTotal], showing_anything: Container[str]
) -> Suggestions:
    """The same for the same record, however its rows are ordered.

    `showing_anything` are programs, folded and without `.exe`, whose name alone tells nothing: browsers and the like.
    """
    windows = _windows(totals)
    search = _Search(windows, showing_anything)
    for rule in _often_corrected(windows, corrected):
        search.take(rule)
    search.run()
    unknown = [window for window in windows if window.is_unknown]
    return Suggestions(
        period=period,
        attended_ms=sum(window.observed_ms for window in windows),
        unclassified_ms=sum(window.observed_ms for window in unknown),
        programs=_programs(unknown),
        words=tuple(Lost(rule.word, rule.explained_ms, rule.titles) for rule in search.rules if rule.word),
        rules=tuple(search.rules),
    )
