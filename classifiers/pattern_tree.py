"""Patterns as the standard library's own compiler sees them; never runs one."""

import importlib
import re
from collections.abc import Sequence
from typing import Any

_parser: Any = importlib.import_module("re._parser")
codes: Any = importlib.import_module("re._constants")
REPEATS = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT})


def parsed(pattern: re.Pattern[str]) -> Any:
    """A sequence of (code, value)."""
    return _parser.parse(pattern.pattern, pattern.flags)


def inside(code: Any, value: Any) -> Sequence[Any]:
    """The sequences that one item is made of."""
    if code in REPEATS:
        return (value[2],)
    if code is codes.SUBPATTERN:
        return (value[-1],)
    if code is codes.ATOMIC_GROUP:
        return (value,)
    if code is codes.BRANCH:
        return tuple(value[1])
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return (value[1],)
    return ()
