"""Totals by local hour, held against a calendar that counts milliseconds."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import MS_PER_HOUR
from core.judge import Piece
from core.period import EPOCH, DayStarts
from core.rollup import Bucket, Hour, OnDay, hour_of, hours_of, roll
from core.span import State
from tests.factories import NINE, WORK, a_piece, a_span

MINUTE = 60_000
SOME_ZONES = st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "UTC"])
CHANGES = {
    "Europe/Berlin": datetime(2026, 10, 25, 1, tzinfo=UTC),
    "Asia/Kathmandu": datetime(2026, 3, 2, 3, tzinfo=UTC),
    "Australia/Lord_Howe": datetime(2026, 4, 4, 15, tzinfo=UTC),
    "Pacific/Chatham": datetime(2026, 4, 4, 14, tzinfo=UTC),
    "UTC": datetime(2026, 3, 2, tzinfo=UTC),
}
"""The end of summer time, where there is one."""


def offset_min(utc_ms: int, zone: str) -> int:
    offset = datetime.fromtimestamp(utc_ms / 1000, ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // 60


@st.composite
def observed(draw: st.DrawFn) -> list[Piece]:
    """Pieces without overlap around a change of the clocks, cut where the offset changes, as the agent does."""
    zone = draw(SOME_ZONES)
    change = int(CHANGES[zone].timestamp() * 1000)
    at = change - draw(st.integers(0, 4 * 60)) * MINUTE
    pieces = []
    for length, pause in draw(st.lists(st.tuples(st.integers(1, 200), st.integers(0, 40)), max_size=6)):
        end = at + length * MINUTE
        for start, stop in ((at, min(end, max(at, change))), (max(at, change), end)):
            if start < stop:
                app = draw(st.sampled_from(["calc", "mail"]))
                span = a_span(start, seconds=(stop - start) / 1000, app=app, off_min=offset_min(start, zone))
                pieces.append(a_piece(span))
        at = end + pause * MINUTE
    return pieces


def local_hour(utc_ms: int, off_min: int) -> int:
    """Hours since the local epoch, by the calendar."""
    local = datetime.fromtimestamp(utc_ms / 1000, UTC) + timedelta(minutes=off_min)
    return (local.date() - date(1970, 1, 1)).days * 24 + local.hour


def test_a_local_hour_is_not_an_hour_of_utc() -> None:
    """In Kathmandu, 5:45 ahead, 03:20 UTC lies in the hour from 09:00 to 10:00, which begins at 03:15 UTC."""
    at = int(datetime(2026, 3, 2, 3, 20, tzinfo=UTC).timestamp() * 1000)

    hour = hour_of(at, 345)

    assert hour.number % 24 == 9
    assert hour.start_ms == at - 5 * MINUTE
    assert hour.end_ms == at + 55 * MINUTE


def test_a_span_touches_every_hour_it_lies_in_and_not_the_one_it_ends_at() -> None:
    """From 9:30 to 12:00 these are three hours."""
    span = a_span(NINE + 30 * MINUTE, seconds=2.5 * 3600)

    assert [hour.number % 24 for hour in hours_of(span)] == [9, 10, 11]
    assert {hour.off_min for hour in hours_of(span)} == {span.off_min}


def test_time_is_summed_by_hour_app_category_and_state() -> None:
    """What differs in any of these is counted apart."""
    nine = hour_of(NINE, 60)
    pieces = [
        a_piece(a_span(NINE + 50 * MINUTE, seconds=1200, app="calc")),
        a_piece(a_span(NINE, seconds=60, app="calc")),
        a_piece(a_span(NINE + 5 * MINUTE, seconds=60, app="calc", state=State.IDLE)),
        a_piece(a_span(NINE + 7 * MINUTE, seconds=60, app="mail")),
    ]

    assert roll(pieces) == {
        Bucket(nine, "calc", WORK, State.ACTIVE): 660_000,
        Bucket(Hour(nine.number + 1, 60), "calc", WORK, State.ACTIVE): 600_000,
        Bucket(nine, "calc", WORK, State.IDLE): 60_000,
        Bucket(nine, "mail", WORK, State.ACTIVE): 60_000,
    }


@pytest.mark.parametrize("off_min", [60, 120])
def test_the_repeated_hour_of_autumn_is_two_hours(off_min: int) -> None:
    """The offset tells 02:30 summer time from 02:30 winter time."""
    end_of_summer = int(datetime(2026, 10, 25, 1, tzinfo=UTC).timestamp() * 1000)
    at = end_of_summer + (30 - (off_min - 60)) * MINUTE

    assert hour_of(at, off_min) == Hour(local_hour(end_of_summer, 60), off_min)


@given(observed())
def test_no_millisecond_is_lost_or_counted_twice(pieces: list[Piece]) -> None:
    """The sum over all totals is the sum over all pieces."""
    assert sum(roll(pieces).values()) == sum(piece.span.observed_ms for piece in pieces)


@given(observed())
def test_no_hour_holds_more_than_an_hour(pieces: list[Piece]) -> None:
    """Also where clocks go back and an hour comes twice."""
    by_hour: Counter[Hour] = Counter()
    for bucket, observed_ms in roll(pieces).items():
        by_hour[bucket.hour] += observed_ms

    assert all(0 < observed_ms <= MS_PER_HOUR for observed_ms in by_hour.values())


@given(observed())
def test_the_calendar_finds_the_same_hours(pieces: list[Piece]) -> None:
    """Minute by minute, a date and an hour of day give the same totals."""
    expected: Counter[tuple[int, int, str]] = Counter()
    for span in (piece.span for piece in pieces):
        for at in range(span.start_ms, span.end_ms, MINUTE):
            expected[local_hour(at, span.off_min), span.off_min, span.context.app] += MINUTE

    assert {
        (bucket.hour.number, bucket.hour.off_min, bucket.app): observed_ms
        for bucket, observed_ms in roll(pieces).items()
    } == expected


@given(observed())
def test_the_order_of_the_pieces_does_not_matter(pieces: list[Piece]) -> None:
    """Totals are sums."""
    assert roll(pieces) == roll(pieces[::-1])


def test_a_span_is_cut_at_the_borders_of_a_local_day() -> None:
    """Imported spans may cross the start of a day, here 04:00 in Berlin."""
    starts = DayStarts(((EPOCH, 4),))
    four = NINE + 19 * MS_PER_HOUR
    span = a_span(four - MS_PER_HOUR, seconds=3 * 3600)

    assert OnDay(date(2026, 3, 2), starts)(span) == a_span(four - MS_PER_HOUR, seconds=3600)
    assert OnDay(date(2026, 3, 3), starts)(span) == a_span(four, seconds=2 * 3600)
    assert OnDay(date(2026, 3, 4), starts)(span) is None
