"""What is asked about a day's gaps, in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.category import Category
from core.clock import MS_PER_MIN
from core.explanation import Answer, Explanation, Word
from core.span import GapReason, State
from gui.presenters.explaining import (
    explained_as,
    ignoring,
    more_answers,
    questions,
    quick_answers,
    to_explain,
    word_name,
)
from reports.shapes import Absence, NumberedExplanation, Precedent
from tests.factories import BERLIN_WINTER_MIN
from tests.gui.days import DAY, HOUR, MIDNIGHT, MIN, a_day

LUNCH = Absence(
    start_ms=MIDNIGHT + 12 * HOUR + 4 * MIN,
    end_ms=MIDNIGHT + 12 * HOUR + 46 * MIN,
    gap_ms=40 * MIN,
    why=(GapReason.SUSPENDED, State.LOCKED),
)
IDLE = Absence(start_ms=MIDNIGHT + 15 * HOUR, end_ms=MIDNIGHT + 15 * HOUR + 20 * MIN, gap_ms=0, why=(State.IDLE,))


def berlin(_ms: int) -> int:
    return BERLIN_WINTER_MIN


def said(answer: Answer, note: str = "", category: str = "") -> Explanation:
    return Explanation(
        start_ms=LUNCH.start_ms,
        end_ms=LUNCH.end_ms,
        answer=answer,
        category=Category(category) if category else None,
        who="A. Brandt",
        at_ms=0,
        note=note,
    )


def test_a_gap_is_asked_about_with_what_is_known_of_it() -> None:
    """From when to when, how long, and why nobody was seen."""
    view = questions(replace(a_day(), absences=(LUNCH,)), berlin)
    [asked] = view.asked

    assert (view.head, view.day, view.said) == ("1 gap to explain", DAY, ())
    assert (asked.when, asked.length, asked.why) == ("12:04–12:46", "0:42", "Computer asleep, Screen locked")
    assert asked.stretch == (LUNCH.start_ms, LUNCH.end_ms)


def test_time_without_input_is_no_gap() -> None:
    """It is asked about all the same, by its own word."""
    assert questions(replace(a_day(), absences=(LUNCH, IDLE)), berlin).head == "2 stretches to explain"
    assert to_explain(1, are_gaps=False) == "1 stretch to explain"
    assert to_explain(3, are_gaps=True) == "3 gaps to explain"


@pytest.mark.parametrize(("days", "text"), [(1, "Same as yesterday (Break)"), (3, "Same as Mon (Break)")])
def test_what_was_said_the_last_time_is_offered(days: int, text: str) -> None:
    """With the day on which that was."""
    before = Precedent(DAY - timedelta(days=days), said(Answer.BREAK))
    [asked] = questions(replace(a_day(), absences=(replace(LUNCH, before=before),)), berlin).asked
    assert asked.as_before is not None

    assert (asked.as_before.text, asked.as_before.word) == (text, Word(answer=Answer.BREAK))


def test_what_was_explained_can_be_taken_back() -> None:
    """Each with its stretch, in words."""
    explained = (
        NumberedExplanation(3, said(Answer.MEETING, "Claims round", "Work/Meeting"), correction=7),
        NumberedExplanation(4, said(Answer.BREAK)),
    )
    view = questions(replace(a_day(), explained=explained), berlin)

    assert view.head == ""
    assert [(one.text, one.correction) for one in view.said] == [
        ("12:04–12:46  Meeting: Claims round", 7),
        ("12:04–12:46  Break", None),
    ]


def test_the_answers_are_those_of_an_office() -> None:
    """Two to press, more in a menu, and one to have peace."""
    assert [offer.text for offer in quick_answers()] == ["Break", "Meeting"]
    assert [offer.text for offer in more_answers()] == ["Phone", "Paper work"]
    assert ignoring().word == Word(answer=Answer.IGNORE)


@pytest.mark.parametrize(
    ("word", "left_out_min", "text"),
    [
        (Word(answer=Answer.BREAK), 0, "Remembered as a break: 0:42. No total changed."),
        (Word(answer=Answer.IGNORE), 0, "0:42 will not be asked about again."),
        (Word(answer=Answer.MEETING), 0, "Entered 0:42 as Work / Meeting."),
        (
            Word(answer=Answer.OTHER, category=Category("Personal")),
            7,
            "Entered 0:42 as Personal; 0:07 was recorded, and stays.",
        ),
    ],
)
def test_what_was_done_is_said(word: Word, left_out_min: int, text: str) -> None:
    """And whether any total changed."""
    assert explained_as(word, 42 * MS_PER_MIN, left_out_min * MS_PER_MIN) == text


def test_a_word_is_named_by_what_it_says() -> None:
    """An entry by its category, an answer by itself, either with its note."""
    assert word_name(Word(answer=Answer.OTHER, category=Category("Work/Training"))) == "Work / Training"
    assert word_name(Word(answer=Answer.PHONE, note="Adjuster")) == "Phone: Adjuster"
