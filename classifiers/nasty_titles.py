"""Titles that bring a pattern to its limits, made of what the pattern itself is made of; never tries them."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any

from classifiers.pattern_tree import REPEATS, codes, inside, parsed

_OF_CATEGORY = {
    codes.CATEGORY_DIGIT: "0",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: "-",
}
_ORDINARY = ("a", "0", " ", "-", ".", "a ", "0 ", "‹number› ")
_ENDS = ("", "\0", "!")
MOST_PUMPS = 40
MOST_EXAMPLES = 4


def nasty_titles(pattern: re.Pattern[str], longest: int) -> Iterator[str]:
    """Titles of `longest` characters: what leads up to a repetition, what it repeats, and an end that does not fit."""
    items = parsed(pattern)
    pumps = {(before, pump) for before, pump in islice(_pumps(items, ""), MOST_PUMPS) if pump}
    whole = _examples(items)
    pumps |= {("", pump) for pump in (*whole, *_letters(items), *_ORDINARY) if pump}
    for before, pump in sorted(pumps):
        room = longest - len(before)
        for end in _ENDS:
            times = max(1, (room - len(end)) // len(pump))
            yield (before + pump * times)[: longest - len(end)] + end


def _pumps(items: Any, before: str) -> Iterator[tuple[str, str]]:
    """(what leads up to it, what is repeated) for every repetition in `items`."""
    for code, value in items:
        for inner in inside(code, value):
            if code in REPEATS:
                examples = _examples(inner)
                yield from ((before, pump) for pump in examples)
                yield before, "".join(examples)  # (a|ab)* runs away on neither alone
            yield from _pumps(inner, before)
        before += _example(code, value)[0]


def _examples(items: Any) -> list[str]:
    """A few texts that a sequence matches, as far as it can be told by looking at one item after the other."""
    of_items = [_example(code, value) for code, value in items]
    most = min(MOST_EXAMPLES, max(map(len, of_items), default=1))
    return ["".join(examples[number % len(examples)] for examples in of_items) for number in range(most)]


def _example(code: Any, value: Any) -> list[str]:
    """A few texts that one item matches; at least one, be it empty."""
    found = [""]
    if code is codes.LITERAL:
        found = [chr(value)]
    elif code is codes.NOT_LITERAL:
        found = ["b" if chr(value) == "a" else "a"]
    elif code is codes.ANY:
        found = ["a", " "]
    elif code is codes.IN:
        found = _of_class(value)
    elif code in REPEATS:
        found = [example * min(max(value[0], 1), 50) for example in _examples(value[2])]
    elif code not in {codes.ASSERT, codes.ASSERT_NOT}:
        found = [example for inner in inside(code, value) for example in _examples(inner)][:MOST_EXAMPLES]
    return found or [""]


def _of_class(value: Any) -> list[str]:
    members = [_member(code, inner) for code, inner in value if code is not codes.NEGATE]
    if value[0][0] is codes.NEGATE:
        return [char for char in "ab0 -" if char not in members][:2] or ["~"]
    return list(dict.fromkeys(members))[:MOST_EXAMPLES]


def _member(code: Any, value: Any) -> str:
    if code is codes.RANGE:
        return chr(value[0])
    if code is codes.CATEGORY:
        return _OF_CATEGORY.get(value, "a")
    return chr(value)


def _letters(items: Any) -> list[str]:
    """The single characters that stand in the pattern, and pairs of those that stand side by side."""
    letters = [chr(value) for code, value in _flat(items) if code is codes.LITERAL]
    single = list(dict.fromkeys(letters))[:12]
    return [*single, *(one + other for one, other in pairwise(single))]


def _flat(items: Any) -> Iterator[tuple[Any, Any]]:
    for code, value in items:
        yield code, value
        for inner in inside(code, value):
            yield from _flat(inner)
