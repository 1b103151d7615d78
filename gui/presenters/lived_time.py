"""What clocks showed where a day was lived, wherever it is read; never asks one."""

from bisect import bisect_right
from collections.abc import Sequence

from core.period import OffsetAt


def lived_at(offsets: Sequence[tuple[int, int]], otherwise: OffsetAt) -> OffsetAt:
    """By `offsets`, since when and how many minutes ahead of UTC; `otherwise` where that says the same.

    It then knows, too, when clocks were changed between what was recorded.
    """
    if all(otherwise(since_ms) == off_min for since_ms, off_min in offsets):
        return otherwise

    def offset_at(utc_ms: int) -> int:
        held = bisect_right(offsets, utc_ms, key=lambda since: since[0]) - 1
        return offsets[max(0, held)][1]

    return offset_at
