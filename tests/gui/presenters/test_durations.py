from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.presenters.durations import h_mm, h_mm_or_dash, long_day, per_cents, short_day, time_of_day
from tests.factories import NINE


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, "0:00"),
        (1, "<1 s"),
        (24_900, "24 s"),
        (59_999, "59 s"),
        (60_000, "0:01"),
        (7 * 3_600_000 + 45 * 60_000 + 59_999, "7:45"),
        (107 * 3_600_000, "107:00"),
    ],
)
def test_a_duration_is_cut_and_not_rounded(ms: int, text: str) -> None:
    """As the command line does it, so that no two places disagree; below a minute the seconds say more."""
    assert text == h_mm(ms)


def test_nothing_at_all_is_a_dash_in_a_table() -> None:
    """It is found faster than a zero."""
    assert h_mm_or_dash(0) == "–"
    assert h_mm_or_dash(60_000) == "0:01"


def test_thirds_add_up_to_a_hundred() -> None:
    """The largest remainder gets the missing per cent; of equal ones the first."""
    assert per_cents([1, 1, 1]) == (34, 33, 33)
    assert per_cents([50, 25, 13, 12, 1]) == (49, 25, 13, 12, 1)


def test_no_time_has_no_shares() -> None:
    """An empty day is no reason to divide by zero."""
    assert per_cents([0, 0]) == (0, 0)
    assert per_cents([]) == ()


@given(st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=12).filter(any))
def test_whole_per_cents_add_up_and_are_off_by_less_than_one(parts: list[int]) -> None:
    """Whatever the parts are."""
    shares = per_cents(parts)

    assert sum(shares) == 100
    assert all(abs(share - 100 * part / sum(parts)) < 1 for share, part in zip(shares, parts, strict=True))


def test_the_time_of_day_follows_the_offset() -> None:
    """09:00 in Berlin is 08:00 in UTC, and 13:30 in India."""
    assert time_of_day(NINE, 60) == "09:00"
    assert time_of_day(NINE, 0) == "08:00"
    assert time_of_day(NINE, 330) == "13:30"


def test_days_have_long_and_short_names() -> None:
    """The long one is a title, the short one stands in tables."""
    assert long_day(date(2026, 3, 12)) == "Thursday, 12 March"
    assert short_day(date(2026, 3, 2)) == "Mon 2 Mar"
