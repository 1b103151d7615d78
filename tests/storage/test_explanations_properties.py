"""Explanations and entries in any order: nothing overlaps, nothing else changes, and undone they leave no trace."""

import itertools
from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from core.category import Category
from core.errors import UserError
from core.explanation import COUNTS_AS, Answer, Explanation
from core.period import Period
from core.span import Span, State
from storage.explanations import RecordedExplanation, add_explanation, undo_explanation
from tests.storage.histories import HOUR, MINUTE, added_up, histories
from tests.storage.records import LATER, OFFICE, Kept, kept_in
from tests.storage.said import berlin

SPANS = "SELECT start_ms, observed_ms FROM span ORDER BY start_ms"
ROLLED = "SELECT hour, off_min, cat_id, state, observed_ms FROM roll_hour WHERE observed_ms > 0 ORDER BY 1, 2, 3, 4"
SEEN = frozenset({State.ACTIVE, State.CALL, State.PRIVATE})


def explain(kept: Kept, said: Explanation) -> tuple[RecordedExplanation, ...]:
    try:
        return kept.record.revise(lambda connection: add_explanation(kept.record, connection, said, berlin))
    except UserError:
        return ()


def undo(kept: Kept, one: RecordedExplanation) -> None:
    kept.record.revise(lambda connection: undo_explanation(connection, one.id, LATER))


@st.composite
def words(draw: st.DrawFn, spans: list[Span]) -> Explanation:
    """Of a stretch that begins within an hour around the end of one of `spans`."""
    answer = draw(st.sampled_from(Answer))
    start_ms = draw(st.sampled_from(spans)).end_ms + draw(st.integers(-HOUR, HOUR))
    return Explanation(
        start_ms=start_ms,
        end_ms=start_ms + draw(st.integers(1, 3 * HOUR)),
        answer=answer,
        category=Category("Personal/Errand") if answer is Answer.OTHER else COUNTS_AS.get(answer),
        who="anna",
        at_ms=LATER,
        note="",
    )


def by_category(kept: Kept, period: Period) -> Counter[str]:
    with kept.service() as service:
        return Counter({row.key: row.observed_ms for row in service.report(period, "category").rows})


def overlaps(kept: Kept) -> bool:
    stored = kept.rows(SPANS)
    return any(start + length > after for (start, length), (after, _length) in itertools.pairwise(stored))


@given(spans=histories(8), data=st.data())
def test_explanations_count_where_nobody_was_seen_and_leave_no_trace(spans: list[Span], data: st.DataObject) -> None:
    """Each adds to its own category what was idle or not recorded; undone in any order, all is as it was."""
    days = {slice_.day for slice_ in added_up(spans, OFFICE)}
    period = Period(min(days) - timedelta(days=1), max(days) + timedelta(days=2))
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        kept.build()
        rolled, before, stored = kept.rows(ROLLED), by_category(kept, period), kept.rows(SPANS)
        made: list[RecordedExplanation] = []
        for said in data.draw(st.lists(words(spans), min_size=1, max_size=4)):
            totals = by_category(kept, period)
            added = explain(kept, said)
            about_ms = sum(one.said.end_ms - one.said.start_ms for one in added if said.category)
            after = by_category(kept, period)
            for one in added:
                assert said.start_ms <= one.said.start_ms < one.said.end_ms <= said.end_ms
                assert not any(
                    span.start_ms < one.said.end_ms and one.said.start_ms < span.end_ms
                    for span in spans
                    if span.state in SEEN
                )
            own = str(said.category.path) if said.category else ""
            assert 0 <= after[own] - totals[own] <= about_ms
            assert {key for key in after | totals if after[key] != totals[key]} <= {
                own,
                "Idle",
                *(one.said.category.path for one in made if one.said.category),
            }
            assert not overlaps(kept)
            made += added
            if data.draw(st.booleans()):
                kept.build()
                assert by_category(kept, period) == after
        for one in data.draw(st.permutations(made)):
            undo(kept, one)
        assert by_category(kept, period) == before
        assert kept.rows(SPANS) == stored
        kept.build()
        assert kept.rows(ROLLED) == rolled


@given(spans=histories(4), data=st.data())
def test_what_no_one_was_seen_in_is_entered_whole(spans: list[Span], data: st.DataObject) -> None:
    """A gap of which a category is said counts as it to the millisecond, and nothing of it is left."""
    gap_ms = data.draw(st.integers(MINUTE, 8 * HOUR))
    start_ms = spans[-1].end_ms
    day_end_ms = (start_ms + HOUR) // (24 * HOUR) * 24 * HOUR + 23 * HOUR
    end_ms = min(start_ms + gap_ms, day_end_ms)
    if end_ms - start_ms < MINUTE:
        return
    said = Explanation(
        start_ms=start_ms, end_ms=end_ms, answer=Answer.PHONE, category=COUNTS_AS[Answer.PHONE], who="a", at_ms=LATER
    )
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        [made] = explain(kept, said)
        days = {slice_.day for slice_ in added_up(spans, OFFICE)}
        period = Period(min(days), max(days) + timedelta(days=2))

        assert (made.said.start_ms, made.said.end_ms) == (start_ms, end_ms)
        assert by_category(kept, period)["Work/Phone"] == end_ms - start_ms
        assert explain(kept, said) == ()
