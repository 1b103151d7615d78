"""Where unclassified time went, and rules that would explain it; pure, never asks anybody and never guesses."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from core.context_total import ContextTotal, CorrectedTotal
from core.period import Period
from core.span import ATTENDED
from reports.rule_search import Search, SuggestedRule, often_corrected
from reports.telling_words import TellingWords, Window, windows_of

MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Lost:
    """Unclassified time at the desk: of a program, or of titles with a word."""

    name: str
    observed_ms: int
    titles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """Where the unclassified time of a period went, and rules that would explain it."""

    period: Period
    attended_ms: int
    unclassified_ms: int
    programs: tuple[Lost, ...]
    words: tuple[Lost, ...]
    rules: tuple[SuggestedRule, ...]


def suggest(
    period: Period,
    totals: Iterable[ContextTotal],
    corrected: Sequence[CorrectedTotal],
    showing_anything: Container[str],
) -> Suggestions:
    """The same for the same record, however its rows are ordered.

    `showing_anything` are programs, folded and without `.exe`, whose name alone tells nothing: browsers and the like.
    """
    attended = [total for total in totals if total.state in ATTENDED]
    said = [one for one in corrected if one.total.state in ATTENDED]
    telling = TellingWords([*attended, *(one.total for one in said)])
    windows = windows_of(attended, telling)
    search = Search(windows, showing_anything)
    for app, word, category, times in often_corrected(said, telling):
        search.take(search.rule(app, word, category, times))
    while len(search.rules) < MOST_LISTED and search.take_best():
        pass
    unknown = [window for window in windows if window.is_unknown]
    return Suggestions(
        period=period,
        attended_ms=sum(window.observed_ms for window in windows),
        unclassified_ms=sum(window.observed_ms for window in unknown),
        programs=_programs(unknown),
        words=tuple(Lost(rule.word, rule.explained_ms, rule.titles) for rule in search.rules if rule.word),
        rules=tuple(search.rules),
    )


def _programs(unknown: Iterable[Window]) -> tuple[Lost, ...]:
    lost: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for window in unknown:
        lost[window.app] += window.observed_ms
        titles[window.app] += 1
    ordered = sorted(lost, key=lambda app: (-lost[app], app))
    return tuple(Lost(app, lost[app], titles[app]) for app in ordered[:MOST_LISTED])
