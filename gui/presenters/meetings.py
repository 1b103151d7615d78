"""Meetings beside what was recorded: which of them explains an absence; never stores a title."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.explanation import Answer, Word
from gui.presenters.answers import answer_name
from gui.presenters.picking import Between
from interchange.meetings import Meeting
from reports.absences import SHORTEST_GAP_MS


@dataclass(frozen=True, slots=True)
class MeetingsRead:
    """The meetings of a day; none where no file was chosen, or where it cannot be read."""

    file: str
    """The name of the file; empty where none was chosen."""
    found: tuple[Meeting, ...] = ()
    trouble: str = ""
    """Why it cannot be read, and what to do; empty where it can."""


NO_CALENDAR = MeetingsRead("")


def meeting_in(stretch: Between, meetings: Iterable[Meeting]) -> Meeting | None:
    """The meeting that shares most of a stretch, where it shares enough to be asked about."""
    best = max(meetings, key=lambda one: _shared_ms(one, stretch), default=None)
    return best if best is not None and _shared_ms(best, stretch) >= SHORTEST_GAP_MS else None


def explained_by(meeting: Meeting, stretch: Between) -> Between:
    """What of a stretch the meeting explains; the whole, where what is left at its ends is not worth a question."""
    start_ms, end_ms = max(meeting.start_ms, stretch[0]), min(meeting.end_ms, stretch[1])
    return (
        stretch[0] if start_ms - stretch[0] < SHORTEST_GAP_MS else start_ms,
        stretch[1] if stretch[1] - end_ms < SHORTEST_GAP_MS else end_ms,
    )


def word_of(meeting: Meeting) -> Word:
    return Word(answer=Answer.MEETING, note=meeting.title)


def meeting_text(meeting: Meeting) -> str:
    """`Meeting: Claims round`."""
    name = answer_name(Answer.MEETING)
    return f"{name}: {meeting.title}" if meeting.title else name


def _shared_ms(meeting: Meeting, stretch: Between) -> int:
    return min(meeting.end_ms, stretch[1]) - max(meeting.start_ms, stretch[0])
