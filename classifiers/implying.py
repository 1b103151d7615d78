"""Whether a condition on the context follows from others; never says so where it might not."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from classifiers.context_matcher import (
    Containing,
    ContainingAll,
    ContextMatcher,
    Exact,
    Fitting,
    HavingWord,
    Seen,
    Shaped,
    is_glob,
)
from classifiers.matcher import Not, Subject

_PAD = "a"
"""A letter on either side of a text whose neighbours are not known."""


class _Stands(IntEnum):
    """How a text stands in a title."""

    SOMEWHERE = 0
    AS_WORD = 1
    ALONE = 2


class _Sure(NamedTuple):
    """Folded texts that are in the subject for sure."""

    texts: tuple[str, ...]
    stands: _Stands


def implied(wanted: ContextMatcher, given: Sequence[ContextMatcher]) -> bool:
    """Whether every context that meets all of `given` meets `wanted`; False where that cannot be told."""
    return any(_implies(one, wanted) for one in given)


def _implies(given: ContextMatcher, wanted: ContextMatcher) -> bool:
    if given.subject is not wanted.subject:
        return False
    if isinstance(wanted, Not):
        turned_round = isinstance(given, Not) and _implies(wanted.excluded, given.excluded)
        return turned_round or (_is_apps(given) and not any(_meets(app, wanted.excluded) for app in _texts(given)))
    if isinstance(given, Not):
        return False
    if _is_apps(given):
        return all(_meets(app, wanted) for app in _texts(given))
    if isinstance(given, Fitting | Shaped):
        return _same_way(given, wanted)
    return all(_follows(sure, wanted) for sure in _alternatives(given))


def _is_apps(matcher: ContextMatcher) -> bool:
    return isinstance(matcher, Exact) and matcher.subject is Subject.APP


def _texts(matcher: ContextMatcher) -> list[str]:
    return [word.folded for word in matcher.words] if isinstance(matcher, Exact | Containing | ContainingAll) else []


def _meets(app: str, wanted: ContextMatcher) -> bool:
    return wanted.why(Seen(app, "", "")) is not None


def _same_way(given: Fitting | Shaped, wanted: ContextMatcher) -> bool:
    """Patterns and shapes are only compared with their like."""
    if isinstance(given, Fitting):
        return isinstance(wanted, Fitting) and set(given.written) <= set(wanted.written)
    if not isinstance(wanted, Shaped):
        return False
    shapes = {word.folded for word in wanted.words}
    return all(
        word.folded in shapes or (not is_glob(word.folded) and _meets(word.folded, wanted)) for word in given.words
    )


def _alternatives(given: ContextMatcher) -> list[_Sure]:
    """What is in the subject for sure, in each of the cases in which `given` is met."""
    match given:
        case Exact():
            return [_Sure((word.folded,), _Stands.ALONE) for word in given.words]
        case HavingWord():
            return [_Sure((word.casefold(),), _Stands.AS_WORD) for word in given.written]
        case Containing():
            return [_Sure((word.folded,), _Stands.SOMEWHERE) for word in given.words]
        case ContainingAll():
            return [_Sure(tuple(word.folded for word in given.words), _Stands.SOMEWHERE)]
        case _:
            return [_Sure((), _Stands.SOMEWHERE)]


def _follows(sure: _Sure, wanted: ContextMatcher) -> bool:
    match wanted:
        case Exact():
            return sure.stands is _Stands.ALONE and sure.texts[0] in _texts(wanted)
        case Containing():
            return any(word in text for word in _texts(wanted) for text in sure.texts)
        case ContainingAll():
            return all(any(word in text for text in sure.texts) for word in _texts(wanted))
        case HavingWord():
            return any(_has_word(text, sure.stands, wanted) for text in sure.texts)
        case _:
            return False


def _has_word(text: str, stands: _Stands, wanted: HavingWord) -> bool:
    """A word at the edge of a text is whole only where the text stands apart from its neighbours."""
    if stands is not _Stands.SOMEWHERE:
        return wanted.any.search(text) is not None
    padded = f"{_PAD}{text}{_PAD}"
    return any(found.start() > 0 and found.end() < len(padded) for found in wanted.any.finditer(padded))
