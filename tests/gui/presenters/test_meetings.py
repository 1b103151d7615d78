"""Which meeting explains an absence, and how much of it."""

from dataclasses import replace

import pytest

from core.explanation import Answer, Word
from core.span import GapReason
from gui.presenters.explaining import questions
from gui.presenters.lanes import Drawable, Look
from gui.presenters.meetings import MeetingsRead, explained_by, meeting_in, meeting_text
from interchange.meetings import Meeting
from reports.shapes import Absence
from tests.factories import BERLIN_WINTER_MIN
from tests.gui.days import HOUR, MIDNIGHT, MIN, a_day

NOON = MIDNIGHT + 12 * HOUR
GAP = NOON + 2 * MIN, NOON + 46 * MIN


def berlin(_ms: int) -> int:
    return BERLIN_WINTER_MIN


def meeting(start_min: int, end_min: int, title: str = "Claims round") -> Meeting:
    """In minutes after noon."""
    return Meeting(NOON + start_min * MIN, NOON + end_min * MIN, title)


@pytest.mark.parametrize(
    ("planned", "found"),
    [
        ([], None),
        ([meeting(-60, 0)], None),
        ([meeting(43, 90)], None),
        ([meeting(0, 45)], "Claims round"),
        ([meeting(-60, 12, "Before"), meeting(12, 46, "Longer"), meeting(44, 60, "After")], "Longer"),
    ],
)
def test_the_meeting_that_shares_most_of_it_explains_it(planned: list[Meeting], found: str | None) -> None:
    """Five minutes at the least."""
    best = meeting_in(GAP, planned)

    assert (best.title if best else None) == found


@pytest.mark.parametrize(
    ("planned", "minutes"),
    [(meeting(0, 45), (2, 46)), (meeting(-30, 20), (2, 20)), (meeting(30, 60), (30, 46)), (meeting(10, 42), (10, 46))],
)
def test_it_explains_what_it_covers(planned: Meeting, minutes: tuple[int, int]) -> None:
    """And what is left at the ends only where that is not worth a question of its own."""
    start_ms, end_ms = explained_by(planned, GAP)

    assert ((start_ms - NOON) // MIN, (end_ms - NOON) // MIN) == minutes


def test_it_is_offered_first_and_its_title_goes_with_the_answer() -> None:
    """Only then is the title kept."""
    absence = Absence(start_ms=GAP[0], end_ms=GAP[1], gap_ms=1, why=(GapReason.PAUSED,))
    view = questions(replace(a_day(), absences=(absence,)), berlin, MeetingsRead("work.ics", (meeting(0, 30),)))
    offer = view.asked[0].meeting
    assert offer is not None

    assert (offer.text, offer.word) == ("Meeting: Claims round", Word(answer=Answer.MEETING, note="Claims round"))
    assert offer.stretch == (NOON + 2 * MIN, NOON + 30 * MIN)
    assert (view.calendar, view.trouble) == ("work.ics", "")
    assert meeting_text(meeting(0, 30, "")) == "Meeting"


def test_the_calendar_is_a_lane_of_its_own() -> None:
    """Outlined, because nobody observed it; there only where a file was chosen."""
    day = a_day()
    plain = Drawable(day=day, offset_at=berlin)
    beside = Drawable(day=day, offset_at=berlin, calendar=MeetingsRead("work.ics", (meeting(0, 45),)))
    [lane] = [lane for lane in beside.all_lanes.lanes if lane.look is Look.FRAMES]

    assert not [lane for lane in plain.all_lanes.lanes if lane.look is Look.FRAMES]
    assert (lane.name, [block.name for block in lane.blocks]) == ("Calendar", ["Claims round"])
    assert beside.tip_at(NOON + 10 * MIN).splitlines()[-1] == "Meeting: Claims round"
