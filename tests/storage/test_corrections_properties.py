"""Corrections and undos in any order against a slow sum, and totals by window against the same cuts."""

from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.category import Category
from core.errors import UserError
from core.judge import Correction
from core.period import Period
from core.span import Context, Span, State, part
from storage.context_totals import context_totals, corrected_totals
from storage.engine import transaction
from tests.storage.histories import HOUR, Slice, added_up, histories
from tests.storage.records import OFFICE, Kept, kept_in
from tests.storage.said import added_up_as_said, correct, cut_at_borders, statements, undo

ROLLED = "SELECT hour, off_min, cat_id, state, observed_ms FROM roll_hour WHERE observed_ms > 0 ORDER BY 1, 2, 3, 4"
BY_APP = "SELECT * FROM roll_day_app ORDER BY 1, 2, 3, 4"
Window = tuple[Context, State]


def _by_day_and_category(totals: Counter[Slice]) -> Counter[tuple[date, str]]:
    wanted: Counter[tuple[date, str]] = Counter()
    for slice_, ms in totals.items():
        wanted[slice_.day, slice_.category] += ms
    return wanted


def _reported(kept: Kept, days: set[date]) -> dict[tuple[date, str], int]:
    with kept.service() as service:
        return {
            (day, row.key): row.observed_ms for day in days for row in service.report(Period(day, day), "category").rows
        }


def _said(kept: Kept, said: Correction, spans: list[Span]) -> int | None:
    """Its id; None where it is refused, because it is about nothing but gaps and private time."""
    about = (part(span, said.start_ms, said.end_ms) for span in spans if span.state is not State.PRIVATE)
    if any(about):
        return correct(kept, said)
    try:
        correct(kept, said)
    except UserError:
        return None
    raise AssertionError(said)


@given(spans=histories(8), data=st.data())
def test_report_is_the_slow_sum_after_any_corrections_and_undos(spans: list[Span], data: st.DataObject) -> None:
    """Live and from stored totals that were built at any time; with all undone, as if nothing had been said."""
    days = {slice_.day for slice_ in added_up(spans, OFFICE)}
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        kept.build()
        stored = kept.rows(ROLLED), kept.rows(BY_APP)
        in_force: dict[int, Correction] = {}
        for _ in range(data.draw(st.integers(1, 4))):
            if data.draw(st.booleans()) and in_force:
                number = data.draw(st.sampled_from(sorted(in_force)))
                undo(kept, number)
                del in_force[number]
            elif number_ := _said(kept, said := data.draw(statements(spans)), spans):
                in_force[number_] = said
            wanted = _by_day_and_category(added_up_as_said(spans, list(in_force.values()), OFFICE))
            assert _reported(kept, days) == wanted
            if data.draw(st.booleans()):
                kept.build()
                assert _reported(kept, days) == wanted
        for number in in_force:
            undo(kept, number)
        kept.build()
        assert (kept.rows(ROLLED), kept.rows(BY_APP)) == stored


@given(spans=histories(8), data=st.data())
def test_totals_by_window_are_the_slow_sum(spans: list[Span], data: st.DataObject) -> None:
    """Of any stretch of time: what was not corrected by window and state, what was by the correction that holds."""
    start_ms = data.draw(st.integers(spans[0].start_ms - HOUR, spans[-1].end_ms))
    end_ms = data.draw(st.integers(start_ms, spans[-1].end_ms + HOUR))
    said = data.draw(st.lists(statements(spans), max_size=4))
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        numbers = {one: number for one in said if (number := _said(kept, one, spans))}
        summed, named = data.draw(st.sampled_from([(HOUR, 1), (2000 * HOUR, 1000)]))
        heard: list[float] = []
        with pytest.MonkeyPatch.context() as patch, transaction(kept.engine) as connection:
            patch.setattr("storage.context_totals.SUMMED_AT_ONCE_MS", summed)
            patch.setattr("storage.context_totals.NAMED_AT_ONCE", named)
            windows = context_totals(connection, start_ms, end_ms, heard.append)
            corrected = corrected_totals(connection, start_ms, end_ms)
        inside = [cut for span in spans if (cut := part(span, start_ms, end_ms)) is not None]
        plain: Counter[Window] = Counter()
        beaten: Counter[tuple[int, Category, Window]] = Counter()
        for cut, holding in cut_at_borders(inside, list(numbers)):
            if holding is None:
                plain[cut.context, cut.state] += cut.observed_ms
            else:
                beaten[numbers[holding], holding.category, (cut.context, cut.state)] += cut.observed_ms

    assert {(one.context, one.state): one.observed_ms for one in windows} == plain
    assert (len(windows), len(corrected)) == (len(plain), len(beaten))
    assert heard == sorted(heard)
    assert all(0 <= share < 1 for share in heard)
    assert {
        (one.correction_id, one.category, (one.total.context, one.total.state)): one.total.observed_ms
        for one in corrected
    } == beaten
    assert all(one.category.path == OFFICE.get(one.context.app, "Unclassified") for one in windows)
