"""The calendar file in the windows: chosen, remembered, given up, and never in the way."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gui.presenters.explaining import Questions
from gui.righting.gap_card import GapCard
from gui.righting.meetings import CALENDAR_FILE, Meetings
from gui.theme import Appearance
from tests.factories import NINE

HOUR = 3_600_000
MONDAY = NINE - 9 * HOUR, NINE + 15 * HOUR


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "work.ics"
    write(path, "Claims round")
    return path


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)


def write(path: Path, title: str) -> None:
    """A calendar with one meeting, at nine on Monday 2 March 2026."""
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A test//EN", "BEGIN:VEVENT", "UID:1",
        "DTSTART:20260302T080000Z", "DTEND:20260302T090000Z", f"SUMMARY:{title}", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    path.write_text("\r\n".join(lines), encoding="utf-8")


def titles(meetings: Meetings) -> list[str]:
    return [one.title for one in meetings.file.between(*MONDAY).found]


def test_a_chosen_file_is_remembered_and_read_again_when_it_changes(
    calendar: Path, memory: QSettings, qtbot: QtBot
) -> None:
    """Its meetings are shown from then on, also after the next start."""
    meetings = Meetings(memory)
    assert titles(meetings) == []
    with qtbot.waitSignal(meetings.changed):
        meetings.show_file(str(calendar))
    assert titles(meetings) == ["Claims round"]
    write(calendar, "Claims round, moved")

    assert titles(meetings) == ["Claims round, moved"]
    assert titles(Meetings(memory)) == ["Claims round, moved"]


def test_a_file_that_went_away_is_said_and_nothing_else_breaks(calendar: Path, memory: QSettings) -> None:
    """With what to do about it."""
    meetings = Meetings(memory)
    meetings.show_file(str(calendar))
    calendar.unlink()
    read = meetings.file.between(*MONDAY)

    assert (read.file, read.found) == ("work.ics", ())
    assert "choose the calendar file again" in read.trouble


def test_the_card_lets_it_be_given_up(appearance: Appearance, calendar: Path, memory: QSettings, qtbot: QtBot) -> None:
    """By the entry that names the file; where there is trouble, the card says so."""
    meetings = Meetings(memory)
    meetings.show_file(str(calendar))
    card = GapCard(appearance)
    qtbot.addWidget(card)
    meetings.offer(card)
    card.show_questions(Questions(head="", asked=(), said=(), calendar="work.ics", trouble="It is gone"))
    assert not card._trouble.isHidden()
    [stop] = [action for action in card.more.choices.actions() if action.text().startswith("Stop showing")]
    stop.trigger()

    assert stop.text() == "Stop showing work.ics"
    assert memory.value(CALENDAR_FILE) == ""
    assert titles(meetings) == []


def test_nothing_is_loaded_for_it_before_a_file_was_chosen() -> None:
    """The libraries that read calendars cost megabytes."""
    code = (
        "import sys, gui.righting.calendar_file, gui.presenters.explaining;"
        "from gui.righting.calendar_file import CalendarFile;"
        "CalendarFile('', lambda _ms: 0).between(0, 1);"
        "print([name for name in ('icalendar', 'recurring_ical_events', 'dateutil') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said == "[]\n"
