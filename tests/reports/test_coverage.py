"""The bounds that unclassified time leaves open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.reporting import coverage_in_words
from core.category import Kind
from core.clock import MS_PER_MIN
from reports.coverage import coverage
from reports.shapes import Bounds, Total


def at_desk(**minutes: float) -> list[Total]:
    """Totals by kind, somebody at the desk all the time but for idle time."""
    return [
        Total(
            key=kind.capitalize(),
            observed_ms=round(length * MS_PER_MIN),
            attended_ms=0 if kind == "idle" else round(length * MS_PER_MIN),
        )
        for kind, length in minutes.items()
    ]


def test_unclassified_time_may_be_all_work_or_all_knowledge_or_neither() -> None:
    """Of 100 minutes at the desk 13 are unclassified; half an hour of idle time is no part of the whole."""
    found = coverage(at_desk(work=61, knowledge=8, personal=18, unclassified=13, idle=30))

    assert (found.attended_ms, found.unclassified_ms) == (100 * MS_PER_MIN, 13 * MS_PER_MIN)
    assert (found.work, found.knowledge) == (Bounds(0.61, 0.74), Bounds(0.08, 0.21))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (
            {"work": 61, "knowledge": 8, "personal": 18, "unclassified": 13},
            "Work 61 to 74 %, knowledge 8 to 21 % of the time at the desk: 13 % is unclassified",
        ),
        (
            {"work": 75, "personal": 25, "idle": 50},
            "Work 75 %, knowledge 0 % of the time at the desk: all of it is classified",
        ),
        (
            {"work": 999, "unclassified": 1},
            "Work 100 %, knowledge 0 % of the time at the desk: less than 1 % is unclassified",
        ),
    ],
)
def test_bounds_in_words(minutes: dict[str, float], words: str) -> None:
    """One number where both bounds are the same per cent."""
    assert coverage_in_words(coverage(at_desk(**minutes))) == words


def test_of_nothing_there_are_no_shares() -> None:
    """Rather than shares of 0 %."""
    found = coverage(at_desk(idle=30))
    assert (found.attended_ms, found.work, found.knowledge) == (0, None, None)


@given(
    st.dictionaries(st.sampled_from([kind.lower() for kind in Kind if kind != "Idle"]), st.integers(1, 600)), st.data()
)
def test_whatever_unclassified_time_turns_out_to_be_the_share_lies_within(
    minutes: dict[str, float], data: st.DataObject
) -> None:
    """Some of it work, some knowledge, the rest personal: both shares stay between their bounds."""
    before = coverage(at_desk(**minutes))
    unknown = minutes.pop("unclassified", 0)
    work = data.draw(st.floats(0, unknown))
    knowledge = data.draw(st.floats(0, unknown - work))
    for kind, length in (("work", work), ("knowledge", knowledge), ("personal", unknown - work - knowledge)):
        minutes[kind] = minutes.get(kind, 0) + length
    after = coverage(at_desk(**minutes))

    for open_, settled in ((before.work, after.work), (before.knowledge, after.knowledge)):
        assert (open_ is None) == (settled is None)
        if open_ and settled:
            assert settled.low == settled.high
            assert open_.low - 1e-4 <= settled.low <= open_.high + 1e-4
