"""How far a long piece of work has come, told from step to step, where it can be ended; never does the work."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
AT_ONCE = 4096
Reached = Callable[[float], None]
"""Told how much is done, of 1; what it raises ends the work."""


def unheard(_share: float) -> None:
    """Nobody wants to know."""


def within(reached: Reached, first: float, last: float) -> Reached:
    """For a part of the work: it begins when `first` of the whole is done, and ends at `last`."""
    return lambda share: reached(first + share * (last - first))


def each(items: Sequence[T], reached: Reached) -> Iterator[T]:
    """One after the other."""
    for at in range(0, len(items), AT_ONCE):
        reached(at / len(items))
        yield from items[at : at + AT_ONCE]
