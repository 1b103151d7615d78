"""Stored totals against a slow sum, whatever happened in whatever order."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from core.span import Span, State, part
from storage.meta import RAW_FROM
from storage.reading import Reader
from tests.storage.histories import HOUR, added_up, histories
from tests.storage.records import LATER, OFFICE, Kept, kept_in, rules

OTHER_RULES = {"calc": "Personal", "wiki": "Work/Wiki", "unheard-of": "Work/Claims"}
Row = tuple[int, int, str, int]
ROLLED = "SELECT hour, off_min, path, state, observed_ms FROM roll_hour JOIN category USING (cat_id)"
REVISIONS = "SELECT hour, off_min, path, state, observed_ms, rev FROM roll_hour JOIN category USING (cat_id)"
BY_APP = (
    "SELECT day, app.name, path, sum(observed_ms) FROM roll_day_app"
    " JOIN app USING (app_id) JOIN category USING (cat_id) GROUP BY 1, 2, 3"
)
STATE_NUMBERS = {State.ACTIVE: 0, State.IDLE: 1, State.CALL: 2, State.LOCKED: 3, State.PRIVATE: 4}


def _hours(spans: list[Span], apps: dict[str, str]) -> Counter[Row]:
    """(clock hours since the local epoch, offset, category, state) of the slow sum."""
    totals: Counter[tuple[int, int, str, int]] = Counter()
    for slice_, observed_ms in added_up(spans, apps).items():
        number = (slice_.day.toordinal() - 719_163) * 24 + slice_.hour
        totals[number, slice_.off_min, slice_.category, STATE_NUMBERS[slice_.state]] += observed_ms
    return totals


def _rolled(kept: Kept) -> dict[Row, int]:
    """Every stored total that is not a zero."""
    return {row[:4]: row[4] for row in kept.rows(ROLLED) if row[4]}


def _later_change(kept: Kept, draw: st.DataObject, spans: list[Span]) -> list[Span]:
    """One span of the past turns out shorter, of another state, or never seen."""
    number = draw.draw(st.integers(0, len(spans) - 1))
    old = spans[number]
    change = draw.draw(st.sampled_from(("shorter", "other state", "gone")))
    if change == "gone":
        kept.write(removed=(old,))
        return spans[:number] + spans[number + 1 :]
    if change == "shorter":
        cut = draw.draw(st.integers(1, old.observed_ms))
        new = part(old, old.start_ms, old.start_ms + cut)
        assert new is not None
        rest = part(old, new.end_ms, old.end_ms)
        kept.write(*([rest] if rest else []), changed=(new,))
        return [*spans[:number], new, *([rest] if rest else []), *spans[number + 1 :]]
    new = Span(
        start_ms=old.start_ms,
        observed_ms=old.observed_ms,
        context=old.context,
        state=draw.draw(st.sampled_from(State)),
        off_min=old.off_min,
    )
    kept.write(changed=(new,))
    return [*spans[:number], new, *spans[number + 1 :]]


@given(spans=histories(), data=st.data())
def test_stored_totals_are_the_slow_sum_after_any_history(spans: list[Span], data: st.DataObject) -> None:
    """Written in any order, built in between, changed later and judged by other rules: the totals are the spans'."""
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        order = data.draw(st.permutations(spans))
        cut = data.draw(st.integers(0, len(order)))
        kept.write(*order[:cut])
        kept.build(data.draw(st.integers(spans[0].start_ms, spans[-1].end_ms + HOUR)))
        kept.write(*order[cut:])
        kept.build(data.draw(st.sampled_from((spans[-1].end_ms, LATER))))
        if data.draw(st.booleans()):
            spans = _later_change(kept, data, spans)
        kept.build()
        assert _rolled(kept) == _hours(spans, OFFICE)
        assert kept.rows("SELECT max(observed_ms) FROM roll_hour")[0][0] <= HOUR
        before = kept.dump()
        assert kept.build() == []
        assert kept.dump() == before
        kept.judged_by(rules(OTHER_RULES)).build()
        assert _rolled(kept) == _hours(spans, OTHER_RULES)
        by_day_app = {(day, app, path): ms for day, app, path, ms in kept.rows(BY_APP)}
        wanted: Counter[tuple[int, str, str]] = Counter()
        for slice_, ms in added_up(spans, OTHER_RULES).items():
            wanted[slice_.day.toordinal() - 719_163, slice_.app, slice_.category] += ms
        assert by_day_app == wanted


@given(spans=histories(8), data=st.data())
def test_revision_counts_up_with_every_change_and_only_then(spans: list[Span], data: st.DataObject) -> None:
    """No row ever goes away; a row whose total changed has the next revision, any other has the one it had."""
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        kept.build()
        for _ in range(3):
            before = {row[:4]: row[4:] for row in kept.rows(REVISIONS)}
            if not spans:
                break
            judged = kept.judged_by(rules(data.draw(st.sampled_from((OFFICE, OTHER_RULES, {})))))
            spans = _later_change(judged, data, spans)
            judged.build()
            after = {row[:4]: row[4:] for row in kept.rows(REVISIONS)}
            assert after.keys() >= before.keys()
            for key, (observed_ms, rev) in after.items():
                old_ms, old_rev = before.get(key, (0, 0))
                assert rev == old_rev + (observed_ms != old_ms)


@given(spans=histories(), data=st.data())
def test_totals_of_days_without_spans_never_change(spans: list[Span], data: st.DataObject) -> None:
    """Retention removed what came before a day: rules, marks and late spans touch nothing of it."""
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        kept.build()
        days = sorted({slice_.day for slice_ in added_up(spans, OFFICE)})
        raw_from = data.draw(st.sampled_from(days))
        kept.note(RAW_FROM, raw_from.isoformat())
        first_hour = (raw_from.toordinal() - 719_163) * 24
        with kept.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM span WHERE start_ms + off_min * 60000 < ?", (first_hour * HOUR,))
            connection.exec_driver_sql("INSERT INTO hour_dirty SELECT DISTINCT hour, off_min FROM roll_hour")
            assert Reader(connection).raw_from() == raw_from
        old = f"{REVISIONS} WHERE hour < {first_hour} ORDER BY 1, 2, 3, 4"
        old_days = f"{BY_APP} HAVING day < {first_hour // 24} ORDER BY 1, 2, 3"
        before = kept.rows(old), kept.rows(old_days)
        kept.build()
        kept.judged_by(rules(OTHER_RULES)).build()
        assert (kept.rows(old), kept.rows(old_days)) == before
