"""What readers see of the record."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.category import Category
from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.errors import MachineError
from core.period import EPOCH, DayStarts, Period
from core.rollup import Hour
from core.span import Gap, GapReason, Span, State
from storage.engine import open_for_reading
from storage.meta import RAW_FROM
from storage.reading import reading
from tests.factories import NINE, a_gap, a_span
from tests.storage.histories import HOUR, histories
from tests.storage.records import Kept, kept_in

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
NINE_ON_MONDAY = Hour((NINE + MS_PER_HOUR) // MS_PER_HOUR, 60)
LOCAL_MONDAY_MS = (MONDAY - EPOCH).days * MS_PER_DAY


def test_span_comes_back_as_it_was_written(kept: Kept) -> None:
    spans = (
        a_span(NINE, app="", title="", state=State.PRIVATE, off_min=-570),
        a_span(NINE + MS_PER_HOUR, app="mail", title="Größe 100 % ‹number›", seconds=0.001, source="calendar"),
    )
    kept.write(*reversed(spans))
    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        assert reader.spans_of_local(0, 1 << 50) == spans
    engine.dispose()


@given(spans=histories(), start=st.integers(-40, 200), hours=st.integers(1, 40))
def test_spans_of_a_stretch_of_local_time(spans: list[Span], start: int, hours: int) -> None:
    """Exactly those that meet it on the clock on the wall, whole and in order, wherever their person was."""
    first = (spans[0].start_ms // HOUR + start) * HOUR
    last = first + hours * HOUR
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        engine = open_for_reading(kept.file)
        with reading(engine) as reader:
            found = reader.spans_of_local(first, last)
        engine.dispose()
    local = [(span.start_ms + span.off_min * 60_000, span) for span in spans]
    assert list(found) == [span for at, span in local if at < last and at + span.observed_ms > first]


def test_hours_of_those_who_are_far_ahead_of_utc_are_whole(kept: Kept) -> None:
    """On Kiritimati clocks are fourteen hours ahead: a morning there begins the evening before in UTC."""
    ahead_ms = 14 * MS_PER_HOUR
    spans = tuple(a_span(NINE + hour * MS_PER_HOUR, off_min=14 * 60) for hour in range(3))
    kept.write(*spans)
    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        assert reader.spans_of_local(NINE + ahead_ms, NINE + ahead_ms + 3 * MS_PER_HOUR) == spans
    engine.dispose()


@given(spans=histories(), days=st.sets(st.integers(-3, 12)))
def test_days_read_together_are_the_days_read_alone(spans: list[Span], days: set[int]) -> None:
    """In order, and each with all that touches it, wherever their person was."""
    starts = DayStarts()
    first = starts.day_of(spans[0].start_ms, 0)
    wanted = [first + timedelta(days=number) for number in days]
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        engine = open_for_reading(kept.file)
        with reading(engine) as reader:
            together = list(reader.spans_by_day(wanted, starts))
            alone = [
                (day, reader.spans_of_local(starts.local_start_ms(day), starts.local_end_ms(day)))
                for day in sorted(wanted)
            ]
        engine.dispose()
    assert together == alone


def test_gaps_that_touch_a_stretch(kept: Kept) -> None:
    gaps = (a_gap(NINE, seconds=60), a_gap(NINE + 60_000, seconds=60, why=GapReason.CRASHED))
    kept.write(gaps=gaps)
    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        assert reader.gaps_between(NINE, NINE + 120_000) == gaps
        assert reader.gaps_between(NINE + 59_999, NINE + 60_000) == gaps[:1]
        assert reader.gaps_between(NINE + 120_000, NINE + 180_000) == ()
        assert reader.gaps_between(0, 1 << 50)[1] == Gap(
            start_ms=NINE + 60_000, end_ms=NINE + 120_000, why=GapReason.CRASHED
        )
    engine.dispose()


def test_stored_totals_of_the_days_that_are_asked_for(kept: Kept) -> None:
    """And of no day between them."""
    kept.write(*(a_span(NINE + day * MS_PER_DAY, app="calc") for day in range(3)))
    kept.build()
    days, claims = [MONDAY, date(2026, 3, 4)], Category("Work/Claims")
    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        by_hour = list(reader.portions(days, "hour", DayStarts()))
        assert [(b.hour.number % 24, b.app, b.category, b.state, ms) for b, ms in by_hour] == [
            (9, "", claims, State.ACTIVE, 60_000) for _day in days
        ]
        by_app = list(reader.portions(days, "app", DayStarts()))
        assert [(DayStarts().day_of_hour(b.hour.number), b.app, b.category, ms) for b, ms in by_app] == [
            (day, "calc", claims, 60_000) for day in days
        ]
        assert [ms for _bucket, ms in reader.portions([MONDAY, TUESDAY], "category", DayStarts())] == [120_000]
        assert list(reader.portions([], "app", DayStarts())) == []
        assert reader.unobserved_ms([]) == 0
    engine.dispose()


def test_dirty_days_are_those_of_the_period_that_still_have_their_spans(kept: Kept) -> None:
    kept.write(*(a_span(NINE + day * MS_PER_DAY) for day in range(4)))
    kept.note(RAW_FROM, TUESDAY.isoformat())
    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        assert reader.dirty_days(Period(MONDAY, date(2026, 3, 4)), DayStarts()) == {TUESDAY, date(2026, 3, 4)}
        assert reader.dirty_days(Period(MONDAY, MONDAY), DayStarts()) == set()
    engine.dispose()


def test_record_that_breaks_while_it_is_read_is_the_machines_fault(kept: Kept) -> None:
    kept.write(*(a_span(NINE + n * 60_000, title=f"Document {n}") for n in range(600)))
    kept.engine.dispose()
    [(page,)] = kept.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'context'")
    engine = open_for_reading(kept.file)
    with kept.file.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x07" * 4096)
    with pytest.raises(MachineError, match="malformed"), reading(engine) as reader:
        reader.spans_of_local(0, 1 << 50)
    engine.dispose()
