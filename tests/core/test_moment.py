"""Moments on the command line."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from core.errors import UserError
from core.moment import parse_moment

TODAY = date(2026, 3, 12)
BERLIN = ZoneInfo("Europe/Berlin")


def offset_at(utc_ms: int) -> int:
    offset = datetime.fromtimestamp(utc_ms / 1000, BERLIN).utcoffset()
    assert offset is not None
    return round(offset.total_seconds() / 60)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("09:14", datetime(2026, 3, 12, 8, 14, tzinfo=UTC)),
        ("09:14:30", datetime(2026, 3, 12, 8, 14, 30, tzinfo=UTC)),
        ("2026-11-22T09:14", datetime(2026, 11, 22, 8, 14, tzinfo=UTC)),
        ("2026-07-22 09:14", datetime(2026, 7, 22, 7, 14, tzinfo=UTC)),
        ("2026-07-22T09:14:05.250+05:45", datetime(2026, 7, 22, 3, 29, 5, 250_000, tzinfo=UTC)),
        ("2026-07-22T09:14Z", datetime(2026, 7, 22, 9, 14, tzinfo=UTC)),
        ("2026-10-25T02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # comes twice that night: the first
        ("2026-10-25T02:30+01:00", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("2026-03-29T02:30", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),  # does not exist: when clocks go forward
    ],
)
def test_moment_is_read_as_the_clock_on_the_wall_shows_it(text: str, moment: datetime) -> None:
    """In Berlin, with and without a day, around both changes of the clock."""
    assert parse_moment(text, TODAY, offset_at) == round(moment.timestamp() * 1000)


@pytest.mark.parametrize(
    "text", ["", "9:14", "25:00", "09:14:", "2026-02-30T09:14", "2026-03-12", "12.3.2026 09:14", "20260312T0914", "now"]
)
def test_anything_else_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(UserError, match="is not a moment — write it as 2026-03-12T09:14, or 09:14 for today"):
        parse_moment(text, TODAY, offset_at)
