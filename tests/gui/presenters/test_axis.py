import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import MS_PER_HOUR, MS_PER_MIN, offset_min
from gui.presenters.axis import axis_over
from tests.factories import NINE

SPRING_MIDNIGHT = 1_774_738_800_000
"""Sunday 29 March 2026, 00:00 in Berlin; at 02:00 clocks go on to 03:00."""


def berlin(_utc_ms: int) -> int:
    return 60


def test_a_working_day_has_whole_hours_around_it() -> None:
    """From the hour before the first stretch to the one after the last."""
    axis = axis_over(NINE + 2 * MS_PER_MIN, NINE + 3 * MS_PER_HOUR + MS_PER_MIN, berlin, most_ticks=6, most_labels=6)

    assert [tick.label for tick in axis.ticks] == ["09:00", "10:00", "11:00", "12:00", "13:00"]
    assert [tick.at for tick in axis.ticks] == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert axis.at(NINE + 2 * MS_PER_HOUR) == 0.5


def test_few_minutes_are_seen_minute_by_minute() -> None:
    """The axis zooms to where there is data."""
    axis = axis_over(NINE + 10_000, NINE + 100_000, berlin, most_ticks=13, most_labels=6)

    assert [tick.label for tick in axis.ticks] == ["09:00", "09:01", "09:02"]


def test_labels_are_left_out_where_there_is_no_room() -> None:
    """Marks stay, and full hours may be short."""
    axis = axis_over(NINE, NINE + 8 * MS_PER_HOUR, berlin, most_ticks=13, most_labels=6, short=True)

    assert [tick.label for tick in axis.ticks] == ["", "10", "", "12", "", "14", "", "16", ""]


def test_what_lies_outside_stands_at_the_edge() -> None:
    """A span that began before the axis is cut there."""
    axis = axis_over(NINE, NINE + MS_PER_HOUR, berlin, most_ticks=13, most_labels=13)

    assert axis.at(NINE - 1) == 0.0
    assert axis.at(NINE + 2 * MS_PER_HOUR) == 1.0


def test_the_hour_that_spring_skips_is_not_on_the_axis() -> None:
    """03:00 follows 01:00 at the distance of an hour."""
    axis = axis_over(SPRING_MIDNIGHT, SPRING_MIDNIGHT + 4 * MS_PER_HOUR, offset_min, most_ticks=6, most_labels=6)

    assert [tick.label for tick in axis.ticks] == ["00:00", "01:00", "03:00", "04:00", "05:00"]
    assert [tick.at for tick in axis.ticks] == [0.0, 0.25, 0.5, 0.75, 1.0]


@pytest.mark.parametrize("off_min", [-210, 0, 345, 630])
@given(start=st.integers(0, 10**7), minutes=st.integers(1, 24 * 60))
def test_everything_fits_on_the_axis_without_crowding(off_min: int, start: int, minutes: int) -> None:
    """In every time zone and at every length up to a day."""
    start_ms, end_ms = start * MS_PER_MIN, (start + minutes) * MS_PER_MIN

    axis = axis_over(start_ms, end_ms, lambda _ms: off_min, most_ticks=13, most_labels=6)

    assert axis.start_ms <= start_ms
    assert end_ms <= axis.end_ms
    assert 2 <= len(axis.ticks) <= 14
    assert sum(bool(tick.label) for tick in axis.ticks) <= 7
