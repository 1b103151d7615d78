"""Which texts a title must hold for a condition to be met at all; never decides whether it is met."""

import re
from collections.abc import Iterable
from typing import Any

from classifiers.context_matcher import Containing, ContainingAll, ContextMatcher, Exact, Fitting, HavingWord
from classifiers.pattern_tree import REPEATS, codes, inside, parsed

Literals = frozenset[str]
"""At least one of these stands in the loosened title wherever the condition is met."""
MOST_ALTERNATIVES = 300


def loosened(folded: str) -> str:
    """`folded` without the differences that a pattern in IGNORECASE overlooks and folding keeps: dots on an i."""
    return folded if folded.isascii() else folded.replace("ı", "i").replace("\u0307", "")


def needed_by(matchers: Iterable[ContextMatcher]) -> Literals | None:
    """The most telling texts that `matchers`, all on the title, cannot be met without; None where there are none."""
    return _best(literals for matcher in matchers if (literals := _of(matcher)) is not None)


def _of(matcher: ContextMatcher) -> Literals | None:
    match matcher:
        case Exact() | Containing():
            return frozenset(loosened(word.folded) for word in matcher.words)
        case ContainingAll():
            return _best(frozenset({loosened(word.folded)}) for word in matcher.words)
        case HavingWord():
            return frozenset(loosened(word.casefold()) for word in matcher.written)
        case Fitting():
            return _all_of(in_pattern(pattern) for pattern in matcher.patterns)
        case _:
            return None


def in_pattern(pattern: re.Pattern[str]) -> Literals | None:
    """Texts one of which is in whatever `pattern` finds, loosened; None where that cannot be told."""
    return _in_sequence(parsed(pattern))


def _in_sequence(items: Any) -> Literals | None:
    found: list[Literals] = []
    run = ""
    for code, value in items:
        if code is codes.LITERAL:
            run += chr(value)
            continue
        found.append(frozenset({loosened(run.casefold())}))
        run = ""
        inner = _in_item(code, value)
        if inner is not None:
            found.append(inner)
    found.append(frozenset({loosened(run.casefold())}))
    return _best(found)


def _in_item(code: Any, value: Any) -> Literals | None:
    if code in REPEATS and value[0] == 0:
        return None
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return None
    alternatives = inside(code, value)
    return _all_of(map(_in_sequence, alternatives)) if alternatives else None


def _all_of(alternatives: Iterable[Literals | None]) -> Literals | None:
    """What holds whichever of the alternatives does; None where one of them needs nothing."""
    united: set[str] = set()
    for literals in alternatives:
        if literals is None:
            return None
        united |= literals
    return frozenset(united) if len(united) <= MOST_ALTERNATIVES else None


def _best(found: Iterable[Literals]) -> Literals | None:
    """Those whose shortest text is the longest; None where every one of them has an empty text."""
    best = max(found, key=lambda literals: (min(map(len, literals)), -len(literals)), default=None)
    return best if best and min(map(len, best)) > 0 else None
