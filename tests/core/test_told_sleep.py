"""Sleep that a clock counts, taken out by what the system tells."""

import pytest

from core.told_sleep import ToldSleep

S = 1_000_000_000


@pytest.mark.parametrize(
    ("happenings", "awake_s"),
    [
        ([("read", 100), ("read", 3700)], 3700),
        ([("read", 100), ("begins", 101), ("read", 3701)], 101),
        ([("read", 100), ("begins", 101), ("is_over", 3701), ("read", 3702)], 102),
        ([("read", 100), ("begins", 101), ("read", 103), ("read", 105), ("is_over", 3705), ("read", 3706)], 106),
        ([("read", 100), ("begins", 101), ("read", 3701), ("is_over", 3701), ("read", 7301)], 3701),
        ([("read", 100), ("begins", 101), ("is_over", 103), ("read", 3703)], 3703),
        ([("begins", 101), ("read", 3701), ("begins", 3702), ("is_over", 7302)], 102),
        ([("read", 100), ("begins", 101), ("read", 110)], 110),
    ],
    ids=[
        "nobody told",
        "read before the end is told",
        "the end is told first",
        "some seconds until it sleeps",
        "told once too often",
        "it did not sleep",
        "twice",
        "too short for sleep",
    ],
)
def test_what_passes_at_once_after_sleep_was_told_is_sleep(happenings: list[tuple[str, int]], awake_s: int) -> None:
    """Whoever hears first of the end; a program that merely hangs was awake."""
    told = ToldSleep()
    does = {"read": told.awake_ns, "begins": told.begins, "is_over": told.is_over}
    for what, count_s in happenings:
        does[what](count_s * S)

    assert told.awake_ns(happenings[-1][1] * S) == awake_s * S
