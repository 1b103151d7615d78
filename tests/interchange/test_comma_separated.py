"""CSV as spreadsheets and other programs write and read it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.span import State
from interchange.comma_separated import guarded, unguarded
from tests.factories import NINE, a_gap, a_piece, a_span
from tests.interchange.told import an_event, texts, told_by, written

HEAD = "start,end,duration_ms,app,title,state,category,rule,source,case"
NINE_SHARP = "2026-03-02T09:00:00.000+01:00"


def test_a_piece_is_a_row_with_all_that_is_known_of_it() -> None:
    """Times as ISO 8601 with offset and milliseconds; gaps have no row."""
    piece = a_piece(a_span(NINE + 5, seconds=60.25, title='A "b", c', source="csv:old", case="abcdefgh234567ab"))

    assert written([piece, a_gap(NINE + 70_000)], "csv") == (
        f"{HEAD}\r\n"
        "2026-03-02T09:00:00.005+01:00,2026-03-02T09:01:00.255+01:00,60250,libreoffice-calc,"
        '"A ""b"", c",active,Work/Claims,claims,csv:old,abcdefgh234567ab\r\n'
    )


@pytest.mark.parametrize("title", ["=1+1", "+49 30", "-5", "@home", "\t=x", "\r=x", "\n=x", "'=1", "''=1"])
def test_no_cell_begins_like_a_formula(title: str) -> None:
    """A spreadsheet that opens the file calculates nothing; reading it gives the title back."""
    text = written([a_piece(a_span(title=title, app=title))], "csv")

    row = list(csv.reader(io.StringIO(text, newline="")))[1]
    assert row[3] == row[4] == f"'{title}"
    ((event,), _tally) = told_by(text, "csv")
    assert (event.app, event.title) == (title, title)


@given(texts)
def test_guarding_is_undone_by_reading(text: str) -> None:
    """Whatever stood in the title."""
    cell = guarded(text)

    assert unguarded(cell) == text
    assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"}


@given(st.text(alphabet="'=a", max_size=5))
def test_apostrophes_are_guarded_only_before_a_formula(text: str) -> None:
    """A quotation at the beginning of a title stays as it is."""
    assert (guarded(text) != text) == text.lstrip("'").startswith("=")


def test_columns_may_stand_in_any_order_and_most_may_be_missing() -> None:
    """An app, a start and a length are a span; the end may stand in for the length."""
    events, _tally = told_by(f"App;End;START\nmail;2026-03-02T08:01:00Z;{NINE_SHARP}\n", "csv", "mine.csv")

    assert events == [an_event(0, 60, app="mail", title="", off_min=60, source="csv:mine.csv")]


def test_a_file_of_excel_is_read() -> None:
    """With a byte order mark and semicolons."""
    text = f"start;duration_ms;app;title;state\r\n{NINE_SHARP};60000;mail;a, b;idle\r\n"

    events, _tally = told_by(b"\xef\xbb\xbf" + text.encode(), "csv")

    assert [(event.title, event.state) for event in events] == [("a, b", State.IDLE)]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026-03-02 09:00,60000,mail,active", "no offset from UTC"),
        ("yesterday,60000,mail,active", "not written as in 2026-03-02T09:00:00.000+01:00"),
        ("2026-03-02T09:00:00+23:00,60000,mail,active", "not that of any zone"),
        ("1969-12-31T09:00:00+01:00,60000,mail,active", "before 1970"),
        (f"{NINE_SHARP},a minute,mail,active", "not a number of milliseconds"),
        (f"{NINE_SHARP},9999999999999,mail,active", "not a number of milliseconds"),
        (f"{NINE_SHARP},60000,mail,busy", "none of private, locked, call, idle, active"),
        (f"{NINE_SHARP},60000,mail", "it has 3 cells and not 4"),
    ],
)
def test_a_row_that_makes_no_sense_costs_nothing_but_itself(row: str, why: str) -> None:
    """It is counted with its line and the reason; the others are read."""
    text = f"start,duration_ms,app,state\n{NINE_SHARP},1000,mail,active\n{row}\n"

    events, tally = told_by(text, "csv")

    assert len(events) == 1
    (fault,) = tally.unreadable
    assert fault.place == "line 3"
    assert why in fault.why


@pytest.mark.parametrize(
    ("content", "happened"),
    [
        (b"", "given, line 1: there is no column 'start' and no column 'app' and no column 'duration_ms'"),
        (b'{"buckets": {}}', "given, line 1: there is no column 'start'"),
        (b"start,app\n", "given, line 1: there is no column 'duration_ms'"),
        (b"start,app,end\n\nx,\xff,y\n", "given, line 3: this is not UTF-8"),
        ("start,app,end\n".encode("utf-16"), "given, line 1: this is not UTF-8"),
        (b'start,app,end\n2026,"mail', "given, line 2: this is no CSV"),
        (b'start,app,end\n2026,"mail"s,x\n', "given, line 2: this is no CSV"),
    ],
)
def test_a_file_that_is_no_such_csv_is_refused_with_its_line(content: bytes, happened: str) -> None:
    """As a whole: nothing of it is read."""
    with pytest.raises(UserError) as refused:
        told_by(content, "csv")

    assert happened in refused.value.happened
    assert refused.value.remedy


def test_a_title_is_never_part_of_a_reason() -> None:
    """Columns that were mixed up do not put titles into messages."""
    text = f"start,duration_ms,app,state\n{NINE_SHARP},Dear Ms Ilves,mail,active\n{NINE_SHARP},1,mail,Dear Ms Ilves\n"

    with pytest.raises(UserError) as refused:
        told_by(text, "csv")

    assert "Ilves" not in str(refused.value)
