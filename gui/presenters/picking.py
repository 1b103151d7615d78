"""Which stretch of a day is picked by pointing and by keys; never draws and never corrects."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Between = tuple[int, int]
"""Half-open [start, end), UTC epoch ms."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A stretch that reaches from edge to edge; one of its ends moves when it is extended."""

    start_ms: int
    end_ms: int
    forward: bool = True
    """Whether it is the end that moves."""


class Steps:
    """A day cut into steps from one edge to the next."""

    def __init__(self, edges: Sequence[int]) -> None:
        """`edges` rise; fewer than two leave nothing to pick."""
        self._edges = edges
        self._last = len(edges) - 2

    def at(self, at_ms: int) -> Picked | None:
        """The step that holds this instant, or the nearest one."""
        return self._from_to(self._number(at_ms), self._number(at_ms)) if self._last >= 0 else None

    def between(self, from_ms: int, to_ms: int) -> Picked | None:
        """From the edge nearest to one instant to that nearest to the other; where they are the same, one step."""
        if self._last < 0:
            return None
        one, other = self._nearest(from_ms), self._nearest(to_ms)
        if one == other:
            return self.at((from_ms + to_ms) // 2)
        return Picked(min(one, other), max(one, other), forward=one < other)

    def moved(self, of: Picked | None, by: int, *, extend: bool = False) -> Picked | None:
        """The step before (-1) or after (1) the end that moves; with `extend`, all from the other end to there."""
        if self._last < 0:
            return None
        if of is None:
            place = min(max(by - 1 if by > 0 else self._last + 1 + by, 0), self._last)
            return self._from_to(place, place)
        first, last = self._number(of.start_ms), self._number(of.end_ms - 1)
        anchor, head = (first, last) if of.forward else (last, first)
        head = min(max(head + by, 0), self._last)
        return self._from_to(anchor if extend else head, head)

    def reached(self, of: Picked | None, at_ms: int) -> Picked | None:
        """All from the end that stays to the step that holds this instant."""
        if of is None or self._last < 0:
            return self.at(at_ms)
        return self._from_to(self._number(of.start_ms if of.forward else of.end_ms - 1), self._number(at_ms))

    def _from_to(self, anchor: int, head: int) -> Picked:
        first, last = min(anchor, head), max(anchor, head)
        return Picked(self._edges[first], self._edges[last + 1], forward=anchor <= head)

    def _number(self, at_ms: int) -> int:
        return min(max(bisect_right(self._edges, at_ms) - 1, 0), self._last)

    def _nearest(self, at_ms: int) -> int:
        after = min(max(bisect_left(self._edges, at_ms), 1), len(self._edges) - 1)
        return min(self._edges[after - 1], self._edges[after], key=lambda edge: abs(edge - at_ms))


def joined(stretches: Sequence[Between]) -> tuple[Between, ...]:
    """The same time in as few stretches as it takes, in order."""
    found: list[Between] = []
    for start_ms, end_ms in sorted(stretches):
        if found and start_ms <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end_ms)
        else:
            found.append((start_ms, end_ms))
    return tuple(found)


def meets(one: Sequence[Between], other: Sequence[Between]) -> bool:
    """Whether any of their time is the same; both are as `joined` leaves them."""
    at = 0
    for start_ms, end_ms in one:
        while at < len(other) and other[at][1] <= start_ms:
            at += 1
        if at < len(other) and other[at][0] < end_ms:
            return True
    return False
