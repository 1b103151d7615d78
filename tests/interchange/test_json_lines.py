"""JSON, one piece or gap on each line."""

import json

import pytest

from core.errors import UserError
from core.span import State
from tests.factories import NINE, a_gap, a_piece, a_span
from tests.interchange.told import an_event, told_by, written

LINE = {
    "format": "engineroom-span-1",
    "start": "2026-03-02T09:00:00.000+01:00",
    "observed_ms": 60_000,
    "app": "calc",
    "title": "Budget",
    "state": "active",
}


def lines(*told: dict[str, object]) -> str:
    return "".join(json.dumps(one) + "\n" for one in told)


def test_pieces_and_gaps_are_lines_that_say_what_they_are() -> None:
    """Each line can be understood without the others, by programs of years to come."""
    span = a_span(title="One\ntwo", case="abcdefgh234567ab")
    text = written([a_piece(span), a_gap(NINE + 60_000, seconds=1.5)], "jsonl")

    assert [json.loads(line) for line in text.splitlines()] == [
        {
            "format": "engineroom-span-1",
            "start": "2026-03-02T09:00:00.000+01:00",
            "observed_ms": 60_000,
            "app": "libreoffice-calc",
            "title": "One\ntwo",
            "state": "active",
            "category": "Work/Claims",
            "rule": "claims",
            "why": "a rule of the test",
            "source": None,
            "case": "abcdefgh234567ab",
        },
        {
            "format": "engineroom-gap-1",
            "start": "2026-03-02T09:01:00.000+01:00",
            "end": "2026-03-02T09:01:01.500+01:00",
            "why": "paused",
        },
    ]


def test_a_line_needs_no_more_than_a_span_does() -> None:
    """Other keys are passed over, so that other programs may add theirs; empty lines are, too."""
    events, _tally = told_by("\n" + lines(LINE | {"mood": "good"}) + "\n", "jsonl", "mine.jsonl")

    assert events == [an_event(0, 60, off_min=60, source="jsonl:mine.jsonl")]


def test_gaps_are_not_read() -> None:
    """What nobody observed follows from the spans."""
    gap = {"format": "engineroom-gap-1", "start": LINE["start"], "end": LINE["start"], "why": "paused"}

    events, tally = told_by(lines(gap, LINE), "jsonl")

    assert (len(events), tally.read) == (1, 1)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"format": "engineroom-span-2"}, "invalid value"),
        ({"observed_ms": "a minute"}, "expected int, got str at observed_ms"),
        ({"observed_ms": 10**15}, "at observed_ms"),
        ({"state": "Dear Ms Ilves"}, "invalid enum value at state"),
        ({"start": "2026-03-02T09:00:00"}, "no offset from UTC"),
        ({"app": None}, "expected str, got null at app"),
    ],
)
def test_a_line_that_makes_no_sense_costs_nothing_but_itself(change: dict[str, object], why: str) -> None:
    """It is counted with its number and the reason, which holds no text out of the file."""
    events, tally = told_by(lines(LINE, LINE | change), "jsonl")

    assert len(events) == 1
    (fault,) = tally.unreadable
    assert fault.place == "line 2"
    assert why in fault.why
    assert "Ilves" not in fault.why


@pytest.mark.parametrize(
    ("last", "happened"),
    [
        (lines(LINE)[:-20].encode(), "given, line 2: this is no JSON"),
        (b"start,app\n", "given, line 2: this is no JSON"),
        (b'{"title": "\xff"}', "given, line 2: this is not UTF-8"),
    ],
)
def test_a_file_that_breaks_off_is_refused_with_its_line(last: bytes, happened: str) -> None:
    """As a whole, although what stands before is sound."""
    with pytest.raises(UserError, match=happened):
        told_by(lines(LINE).encode() + last, "jsonl")


def test_each_state_is_read_as_it_was_written() -> None:
    events, _tally = told_by(
        lines(*(LINE | {"start": f"2026-03-02T1{n}:00:00+01:00", "state": state} for n, state in enumerate(State))),
        "jsonl",
    )

    assert [event.state for event in events] == list(State)
