"""Counts of input: written with spans, read for the day of one person, cut with the time that they fall into."""

from core.span import InputCount
from storage.engine import open_for_reading
from storage.reading import reading
from tests.factories import NINE, a_span
from tests.storage.records import Kept


def test_counts_are_read_when_they_are_asked_for(kept: Kept) -> None:
    """A span that goes on after it was saved has what it ended with; what is read for totals has none."""
    mail = a_span(NINE + 60_000, app="mail")
    kept.write(a_span(seconds=30, counted=InputCount(7, 2)), mail)
    grown = a_span(seconds=60, counted=InputCount(9, 3))
    kept.write(changed=(grown,))
    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        read = reader.spans_of_local(0, 1 << 50)
        counted = reader.with_input(read)
        nothing = reader.with_input(())
    engine.dispose()

    assert [span.input.total for span in read] == [0, 0]
    assert counted == (grown, mail)
    assert nothing == ()


def test_the_day_of_a_person_shows_them(kept: Kept) -> None:
    """Each piece has the share of its time, and all pieces have the whole: an hour that midnight cuts in two."""
    late = NINE + 14 * 3_600_000 + 1_800_000
    kept.write(a_span(late, seconds=3600, counted=InputCount(101, 11)))
    with kept.service() as service:
        days = [service.timeline(service.today_is(at_ms)) for at_ms in (late, late + 3_600_000)]

    assert [[(p.span.observed_ms, p.span.input) for p in day.pieces] for day in days] == [
        [(1_800_000, InputCount(50, 5))],
        [(1_800_000, InputCount(51, 6))],
    ]
