"""Meetings of a day out of calendar files, against what a person reads in them."""

from pathlib import Path

import pytest

from core.errors import UserError
from interchange.meetings import LARGEST_BYTES, Meeting, MeetingFile
from tests.factories import NINE

HOUR = 3_600_000
MIDNIGHT, NEXT = NINE - 9 * HOUR, NINE + 15 * HOUR
"""Monday 2 March 2026 in Berlin."""
ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def event(*lines: str) -> str:
    return "\n".join(("BEGIN:VEVENT", "UID:" + str(abs(hash(lines))), *lines, "END:VEVENT\n"))


def a_file(folder: Path, *events: str, zone: str = "") -> Path:
    path = folder / "work.ics"
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//A test//EN\n" + zone + "".join(events) + "END:VCALENDAR\n"
    path.write_text(text.replace("\n", "\r\n"), encoding="utf-8")
    return path


def on_monday(path: Path) -> list[tuple[float, float, str]]:
    """Begin and end in hours of the day."""
    found = MeetingFile(path, lambda _ms: 60).between(MIDNIGHT, NEXT)
    return [((one.start_ms - MIDNIGHT) / HOUR, (one.end_ms - MIDNIGHT) / HOUR, one.title) for one in found]


def test_a_meeting_is_read_in_whatever_zone_it_is_written(tmp_path: Path) -> None:
    """UTC, a named zone, the zone that the file describes itself, or none, which is that of the desk."""
    path = a_file(
        tmp_path,
        event("DTSTART:20260302T080000Z", "DTEND:20260302T083000Z", "SUMMARY:UTC"),
        event("DTSTART;TZID=America/New_York:20260302T040000", "DURATION:PT1H", "SUMMARY:New York"),
        event(
            "DTSTART;TZID=W. Europe Standard Time:20260302T110000",
            "DTEND;TZID=W. Europe Standard Time:20260302T113000",
            "SUMMARY:Outlook",
        ),
        event("DTSTART:20260302T120000", "DTEND:20260302T123000", "SUMMARY:Desk"),
        zone=ZONE,
    )

    assert on_monday(path) == [(9, 9.5, "UTC"), (10, 11, "New York"), (11, 11.5, "Outlook"), (12, 12.5, "Desk")]


def test_what_comes_again_is_there_again(tmp_path: Path) -> None:
    """Every week but the one that was left out, and with the one that was moved."""
    weekly = ("DTSTART;TZID=Europe/Berlin:20260105T100000", "DTEND;TZID=Europe/Berlin:20260105T103000")
    path = a_file(
        tmp_path,
        event(*weekly, "RRULE:FREQ=WEEKLY", "SUMMARY:Claims round"),
        event(*weekly, "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Berlin:20260302T100000", "SUMMARY:Left out"),
        event(*weekly, "RRULE:FREQ=WEEKLY;UNTIL=20260301T000000Z", "SUMMARY:Over"),
        "BEGIN:VEVENT\nUID:moved\n" + "\n".join(weekly) + "\nRRULE:FREQ=WEEKLY\nSUMMARY:Old\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:moved\nRECURRENCE-ID;TZID=Europe/Berlin:20260302T100000\n"
        "DTSTART;TZID=Europe/Berlin:20260302T150000\nDTEND;TZID=Europe/Berlin:20260302T160000\n"
        "SUMMARY:Moved\nEND:VEVENT\n",
    )

    assert on_monday(path) == [(10, 10.5, "Claims round"), (15, 16, "Moved")]


def test_what_explains_no_absence_is_left_out(tmp_path: Path) -> None:
    """Whole days, what was cancelled, what leaves the person free, and what lies on other days."""
    times = ("DTSTART:20260302T080000Z", "DTEND:20260302T090000Z")
    path = a_file(
        tmp_path,
        event("DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260303", "SUMMARY:Holiday"),
        event(*times, "STATUS:CANCELLED", "SUMMARY:Cancelled"),
        event(*times, "TRANSP:TRANSPARENT", "SUMMARY:Free"),
        event("DTSTART:20260301T100000Z", "DTEND:20260301T230000Z", "SUMMARY:Until midnight in Berlin"),
        event("DTSTART:20260302T080000Z", "DTEND:20260302T080000Z", "SUMMARY:No time at all"),
    )

    assert on_monday(path) == []


def test_a_meeting_over_midnight_belongs_to_both_days(tmp_path: Path) -> None:
    """And its title is one line."""
    path = a_file(tmp_path, event("DTSTART:20260301T220000Z", "DTEND:20260302T010000Z", "SUMMARY:Night\\nshift"))

    assert MeetingFile(path, lambda _ms: 60).between(MIDNIGHT, NEXT) == (
        Meeting(MIDNIGHT - HOUR, MIDNIGHT + 2 * HOUR, "Night shift"),
    )


@pytest.mark.parametrize(
    "content", [b"", b"garbage", b"\xff\xfe\x00", b"BEGIN:VCALENDAR\r\n", b"BEGIN:VEVENT\r\nEND:VEVENT"]
)
def test_what_is_no_calendar_says_so(tmp_path: Path, content: bytes) -> None:
    """Without a trace of what stands in it."""
    path = tmp_path / "other.ics"
    path.write_bytes(content)
    with pytest.raises(UserError, match="is no calendar"):
        MeetingFile(path, lambda _ms: 60)


def test_a_file_that_is_gone_or_huge_says_so(tmp_path: Path) -> None:
    """With what to do about it."""
    with pytest.raises(UserError, match="cannot be read"):
        MeetingFile(tmp_path / "gone.ics", lambda _ms: 60)
    huge = tmp_path / "huge.ics"
    with huge.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(UserError, match="larger than 20 MB"):
        MeetingFile(huge, lambda _ms: 60)


def test_one_bad_event_does_not_hide_the_others(tmp_path: Path) -> None:
    """A calendar of years has something odd in it somewhere."""
    path = a_file(
        tmp_path,
        event("DTSTART:20260302T080000Z", "DTEND:20260302T083000Z", "SUMMARY:Good"),
        event("DTSTART:2026-03-02", "SUMMARY:Odd"),
        event("SUMMARY:Without a time"),
        event("DTSTART:20260302T080000Z", "RRULE:FREQ=SOMETIMES", "SUMMARY:Odd again"),
    )

    assert (9, 9.5, "Good") in on_monday(path)


@pytest.mark.parametrize(
    "again",
    [
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=MINUTELY;COUNT=999999999",
        "RRULE:FREQ=DAILY;INTERVAL=0",
        "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,10,20,30,40,50",
        "RRULE:FREQ=DAILY\nRRULE:FREQ=HOURLY",
        "RRULE:FREQ=FOO",
    ],
)
def test_a_series_that_nobody_could_follow_to_its_end_is_left_out(tmp_path: Path, again: str) -> None:
    """A file from elsewhere must not let the window work for ever: the other meetings are there at once."""
    endless = event("DTSTART:19700101T000000Z", "DTEND:19700101T000001Z", *again.split("\n"), "SUMMARY:Endless")
    path = a_file(tmp_path, endless, event("DTSTART:20260302T080000Z", "DTEND:20260302T090000Z", "SUMMARY:Round"))
    assert on_monday(path) == [(9, 10, "Round")]


def test_what_lasts_a_day_or_more_is_left_out_though_it_gives_hours(tmp_path: Path) -> None:
    """A leave from Monday to Friday explains no gap of a morning; a date that no clock shows hides no other."""
    path = a_file(
        tmp_path,
        event("DTSTART:20260302T070000Z", "DTEND:20260306T160000Z", "SUMMARY:Leave"),
        event("DTSTART;TZID=Asia/Tokyo:00010101T000000", "DTEND:99991231T225959", "SUMMARY:Ever"),
        event("DTSTART:20260302T080000Z", "DTEND:20260302T090000Z", "SUMMARY:Round"),
    )
    assert on_monday(path) == [(9, 10, "Round")]


def test_a_title_holds_nothing_that_is_obeyed_instead_of_shown(tmp_path: Path) -> None:
    """Whoever sent the invitation wrote it: no escapes for a terminal, no marks that turn the text around."""
    odd = event("DTSTART:20260302T080000Z", "DTEND:20260302T090000Z", "SUMMARY:Claims\x1b[31m round\u202e")
    assert on_monday(a_file(tmp_path, odd)) == [(9, 10, "Claims [31m round")]
