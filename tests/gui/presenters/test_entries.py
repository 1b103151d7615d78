"""What is said of an entry while it is being written."""

from dataclasses import replace
from datetime import date

import pytest

from core.category import Category
from core.explanation import Answer, Word
from core.span import GapReason
from gui.presenters.activities import kind_choices
from gui.presenters.entries import Draft, categories_offered, checked, draft_of, first_draft
from reports.shapes import Absence
from tests.factories import BERLIN_WINTER_MIN
from tests.gui.days import CLAIMS, DAY, HOUR, MIDNIGHT, MIN, NOW, a_day

LUNCH = 12 * 60 + 2, 12 * 60 + 46
"""When nothing was recorded, in minutes of the day."""


def berlin(_ms: int) -> int:
    return BERLIN_WINTER_MIN


def draft(start_min: int, end_min: int, category: str = "Work / Meeting", note: str = "") -> Draft:
    return Draft(day=DAY, start_min=start_min, end_min=end_min, category=category, note=note)


def test_a_gap_is_entered_as_it_is() -> None:
    """The stretch in UTC, and the answer that counts as its category."""
    found = checked(draft(*LUNCH, note=" Claims round "), a_day(), NOW, berlin)

    assert found.text == "0:44 will be entered."
    assert found.stretch == (MIDNIGHT + 12 * HOUR + 2 * MIN, MIDNIGHT + 12 * HOUR + 46 * MIN)
    assert found.word == Word(answer=Answer.MEETING, category=Category("Work/Meeting"), note="Claims round")


def test_what_was_recorded_stays() -> None:
    """Work before and after the gap is left out, and said."""
    assert checked(draft(12 * 60, 13 * 60), a_day(), NOW, berlin).text == (
        "0:44 will be entered; 0:16 was recorded, and stays as it is."
    )


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (draft(9 * 60 + 20, 9 * 60 + 50), "All of that was recorded."),
        (draft(720, 720), "It ends before it begins"),
        (draft(730, 720), "It ends before it begins"),
        (draft(17 * 60, 18 * 60), "It is not over"),
        (draft(*LUNCH, category="Wrok/X"), "A category begins with one of Work, Knowledge, Personal, Unclassified"),
        (draft(*LUNCH, category="Work /"), "A category begins with"),
        (draft(*LUNCH, category=""), "A category begins with"),
    ],
)
def test_what_cannot_be_entered_says_why(asked: Draft, why: str) -> None:
    """At once, and leaves nothing to send."""
    found = checked(asked, a_day(), NOW, berlin)

    assert found.text.startswith(why)
    assert found.word is None


def test_idle_time_may_be_entered_over() -> None:
    """Nobody was at the desk; only they know why."""
    assert checked(draft(10 * 60 + 55, 11 * 60), a_day(), NOW, berlin).text == "0:05 will be entered."


def test_a_category_may_be_typed_as_it_is_read_or_as_rules_write_it() -> None:
    """The case of the kind does not matter."""
    typed = ("work/Training", "Work / Training", "WORK/ Training")
    words = [checked(draft(*LUNCH, category=text), None, NOW, berlin).word for text in typed]

    assert words == [Word(answer=Answer.OTHER, category=Category("Work/Training"))] * 3


def test_the_form_begins_with_what_is_to_be_explained() -> None:
    """The latest of it, to the minute outside; without any, with the last full hour."""
    absence = Absence(
        start_ms=MIDNIGHT + 12 * HOUR + 2 * MIN + 30_000,
        end_ms=MIDNIGHT + 12 * HOUR + 45 * MIN + 10_000,
        gap_ms=1,
        why=(GapReason.PAUSED,),
    )
    asked = first_draft(replace(a_day(), absences=(absence,)), NOW, berlin)
    plain = first_draft(a_day(), NOW, berlin)

    assert (asked.day, asked.start_min, asked.end_min) == (date(2026, 3, 12), *LUNCH)
    assert (plain.start_min, plain.end_min) == (15 * 60 + 40, 16 * 60 + 40)
    assert draft_of((absence.start_ms, MIDNIGHT + 24 * HOUR), berlin).end_min == 24 * 60 - 1


def test_answers_are_offered_first() -> None:
    """Then kinds with the activities that are in use."""
    assert categories_offered(kind_choices([CLAIMS])) == (
        "Work / Meeting", "Work / Phone", "Work / Paper", "Work / Claims", "Work", "Knowledge", "Personal",
    )  # fmt: skip
