"""Puts events in order so that none overlaps another; pure, never knows where they came from.

Of two events that overlap, the one that starts later holds from its start on, and the other ends there. Of events that
start together the longest holds: programs that save an event again and again while it grows leave such behind. Of two
that last equally long it is the first in the file.
"""

import itertools
from collections.abc import Iterable, Iterator
from operator import itemgetter

from interchange.event import Event, Tally

_NEVER = (1 << 62, 1 << 62)
_start_and_end = itemgetter(0, 1)


def untangled(events: Iterable[Event], tally: Tally) -> list[Event]:
    """The events of one part of a file, as they stand there, in order and without overlap."""
    told = [event for event in events if _lasts(event, tally)]
    rising = falling = 0
    for one, other in itertools.pairwise(told):
        rising += other[0] > one[0]
        falling += other[0] < one[0]
    tally.out_of_order += min(rising, falling)
    unique = list(dict.fromkeys(told))
    tally.duplicate += len(told) - len(unique)
    return without_overlap(unique, tally)


def without_overlap(events: Iterable[Event], tally: Tally) -> list[Event]:
    """`events` of any order in order, each cut where the next one starts."""
    found = []
    next_ms = _NEVER[0]
    for event in sorted(events, key=_start_and_end, reverse=True):
        if event[1] <= next_ms:
            found.append(event)
        else:
            tally.overlapping += 1
            if event[0] < next_ms:
                found.append(event._replace(end_ms=next_ms))
        next_ms = event[0]
    found.reverse()
    return found


def parts(events: Iterable[Event], stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[Event, bool]]:
    """Each event, cut where a stretch begins or ends, and whether that part lies inside one.

    Both are in order and without overlap.
    """
    following = iter(stretches)
    start_ms, end_ms = next(following, _NEVER)
    for event in events:
        at_ms = event.start_ms
        while at_ms < event.end_ms:
            while end_ms <= at_ms:
                start_ms, end_ms = next(following, _NEVER)
            inside = start_ms <= at_ms
            until_ms = min(event.end_ms, end_ms if inside else start_ms)
            is_whole = until_ms - at_ms == event.end_ms - event.start_ms
            yield event if is_whole else event._replace(start_ms=at_ms, end_ms=until_ms), inside
            at_ms = until_ms


def _lasts(event: Event, tally: Tally) -> bool:
    tally.read += 1
    if event[1] > event[0]:
        return True
    if event[1] < event[0]:
        tally.negative += 1
    else:
        tally.zero_length += 1
    return False
