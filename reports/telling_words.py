"""Which words of their titles tell the windows of a program apart; pure, never says what a window is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.category import Category, Kind
from core.context_total import ContextTotal
from core.span import Context
from reports.title_words import title_words

NEARLY_ALL = 0.9
"""A word in so much of a program's time is part of its name."""
FEWEST_TITLES = 3
"""Of fewer titles nobody can tell which words are part of the program's name."""


@dataclass(frozen=True, slots=True)
class Window:
    """The time at the desk of one context."""

    app: str
    words: frozenset[str]
    """Those that tell it apart from other windows of its program."""
    observed_ms: int
    category: Category
    is_unknown: bool
    """Whether no rule says what it is."""


class TellingWords:
    """The words of a context but for those that nearly every window of its program has."""

    def __init__(self, totals: Iterable[ContextTotal]) -> None:
        whole: Counter[str] = Counter()
        by_word: dict[str, Counter[str]] = {}
        titles: dict[str, set[str]] = {}
        for total in totals:
            context = total.context
            whole[context.app] += total.observed_ms
            titles.setdefault(context.app, set()).add(context.title)
            counted = by_word.setdefault(context.app, Counter())
            for word in title_words(context.title):
                counted[word] += total.observed_ms
        self._names = {
            app: frozenset(word for word, ms in counted.items() if ms >= NEARLY_ALL * whole[app])
            for app, counted in by_word.items()
            if len(titles[app]) >= FEWEST_TITLES
        }

    def of(self, context: Context) -> frozenset[str]:
        return title_words(context.title) - self._names.get(context.app, frozenset())


def windows_of(attended: Iterable[ContextTotal], telling: TellingWords) -> list[Window]:
    """One window for each context, whatever its states."""
    observed: Counter[Context] = Counter()
    judged: dict[Context, ContextTotal] = {}
    for total in attended:
        observed[total.context] += total.observed_ms
        judged[total.context] = total
    return [
        Window(
            app=context.app,
            words=telling.of(context),
            observed_ms=observed_ms,
            category=judged[context].category,
            is_unknown=judged[context].rule_id is None and judged[context].category.kind is Kind.UNCLASSIFIED,
        )
        for context, observed_ms in observed.items()
    ]
