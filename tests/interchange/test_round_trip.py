"""What one desk wrote and another took in adds up to the same, to the millisecond."""

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given

from core.span import Context, Span, State
from tests.interchange.told import judged, spans_with_any_text, there_and_back, written
from tests.storage.histories import added_up
from tests.storage.records import OFFICE


def totals(spans: Iterable[Span]) -> Counter[tuple[Context, State, int]]:
    found: Counter[tuple[Context, State, int]] = Counter()
    for span in spans:
        found[span.context, span.state, span.off_min] += span.observed_ms
    return found


@pytest.mark.parametrize("form", ["csv", "jsonl", "activitywatch"])
@given(spans=spans_with_any_text())
def test_a_lossless_format_loses_nothing(form: str, spans: list[Span]) -> None:
    """By day, hour, offset, app, category and state; by title; and where there is time at all."""
    again = there_and_back(spans, form)

    assert added_up(again, OFFICE) == added_up(spans, OFFICE)
    assert totals(again) == totals(spans)
    assert covered(again) == covered(spans)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@given(spans=spans_with_any_text())
def test_our_own_formats_carry_the_tokens_of_cases(form: str, spans: list[Span]) -> None:
    """Each case has its time again."""
    assert time_by_case(there_and_back(spans, form)) == time_by_case(spans)


def time_by_case(spans: Iterable[Span]) -> Counter[str | None]:
    found: Counter[str | None] = Counter()
    for span in spans:
        found[span.case] += span.observed_ms
    return found


@pytest.mark.parametrize("form", ["activitywatch", "ics"])
@given(spans=spans_with_any_text())
def test_formats_of_others_carry_no_token(form: str, spans: list[Span]) -> None:
    """Nothing there says what it is."""
    text = written(map(judged, spans), form)

    assert [span.case for span in spans if span.case and span.case in text] == []


def covered(spans: list[Span]) -> list[tuple[int, int]]:
    """Stretches without a hole in them."""
    found: list[tuple[int, int]] = []
    for span in spans:
        if found and found[-1][1] == span.start_ms:
            found[-1] = (found[-1][0], span.end_ms)
        else:
            found.append((span.start_ms, span.end_ms))
    return found
