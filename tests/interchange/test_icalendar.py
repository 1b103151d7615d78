"""A calendar that other programs can show."""

import re

import pytest

from core.category import Category
from core.judge import Piece
from tests.factories import NINE, a_gap, a_piece, a_span
from tests.interchange.told import written

MAIL, WIKI = Category("Work/Mail"), Category("Knowledge/Wiki")


def events(*told: Piece) -> list[dict[str, str]]:
    """The properties of each event, unfolded."""
    text = written(told, "ics").replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text, re.DOTALL)
    return [dict(line.split(":", 1) for line in event.splitlines()) for event in found]


def piece(start_s: float, seconds: float, category: Category, app: str = "mail") -> Piece:
    return a_piece(a_span(NINE + round(start_s * 1000), seconds=seconds, app=app), category)


def test_a_stretch_of_one_category_is_one_event() -> None:
    """Word for word, but for the version of the program."""
    text = written([piece(0, 60, MAIL), a_gap(NINE + 60_000)], "ics")

    assert re.sub(r"Engineroom [\d.]+", "Engineroom x", text) == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Engineroom//Engineroom x//EN\r\n"
        "BEGIN:VEVENT\r\nUID:1772438400-68a97dcee197b7f6@desk-1\r\nDTSTAMP:20260302T080000Z\r\n"
        "DTSTART:20260302T080000Z\r\nDTEND:20260302T080100Z\r\nSUMMARY:Work/Mail\r\nCATEGORIES:Work/Mail\r\n"
        "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


def test_neighbours_of_one_category_are_joined_and_others_are_not() -> None:
    """Whatever programs they were in; a pause parts them."""
    told = [
        piece(0, 60, MAIL),
        piece(60, 60, MAIL, app="calendar"),
        piece(120, 60, WIKI),
        piece(180, 60, MAIL),
        piece(300, 60, MAIL),
    ]

    assert [(event["DTSTART"], event["DTEND"], event["CATEGORIES"]) for event in events(*told)] == [
        ("20260302T080000Z", "20260302T080200Z", "Work/Mail"),
        ("20260302T080200Z", "20260302T080300Z", "Knowledge/Wiki"),
        ("20260302T080300Z", "20260302T080400Z", "Work/Mail"),
        ("20260302T080500Z", "20260302T080600Z", "Work/Mail"),
    ]


def test_borders_are_rounded_to_seconds_without_overlap() -> None:
    """What vanishes so is left out, and no two events have one name."""
    told = [piece(0, 10.6, MAIL), piece(10.6, 0.3, WIKI), piece(10.9, 0.7, MAIL), piece(11.6, 20, WIKI)]

    found = events(*told)

    assert [(event["DTSTART"][9:], event["DTEND"][9:]) for event in found] == [
        ("080000Z", "080011Z"),
        ("080011Z", "080012Z"),
        ("080012Z", "080032Z"),
    ]
    assert len({event["UID"] for event in found}) == 3


@pytest.mark.parametrize(
    ("category", "as_written"),
    [("Work/A, b; c", r"Work/A\, b\; c"), ("Work/A\\b", r"Work/A\\b"), ("Work/one\r\ntwo", r"Work/one\ntwo")],
)
def test_what_means_something_in_a_calendar_is_escaped(category: str, as_written: str) -> None:
    (event,) = events(piece(0, 60, Category(category)))

    assert event["CATEGORIES"] == event["SUMMARY"] == as_written


def test_long_lines_are_folded_between_characters() -> None:
    """At most 75 bytes each; joined again they are what they were."""
    name = "Work/" + "Größe 𝔸 " * 20

    text = written([piece(0, 60, Category(name))], "ics")

    assert max(len(line) for line in text.encode().split(b"\r\n")) == 75
    assert f"SUMMARY:{name}\r\n" in text.replace("\r\n ", "")


def test_a_calendar_of_nothing_is_a_calendar() -> None:
    text = written([a_gap()], "ics")

    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("\r\nEND:VCALENDAR\r\n")
    assert "VEVENT" not in text


def test_titles_stay_at_home() -> None:
    """A calendar is shared sooner than a record."""
    assert "Budget" not in written([a_piece()], "ics")
