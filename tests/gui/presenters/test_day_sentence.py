from dataclasses import replace

from core.category import Kind
from gui.presenters.day_sentence import Said, sentence_of
from gui.presenters.filtering import NO_FILTER, Filter
from reports.shapes import Before, Spread, Timeline, Usual
from tests.gui.days import DAY, HOUR, MIN, a_day, an_empty_day, pieces

USUAL = Usual(
    days=19,
    recorded=Spread(6 * HOUR, 7 * HOUR + 26 * MIN, 8 * HOUR),
    by_kind={},
    shares={kind: 0.71 if kind is Kind.WORK else 0.0 for kind in Kind},
)


def text(parts: tuple[Said, ...]) -> str:
    return "".join(part.text for part in parts)


def said_after(before: Before | None) -> str:
    return text(sentence_of(replace(a_day(), before=before))).partition("an hour.")[2]


def test_the_usual_of_four_weeks_is_said_beside_the_day() -> None:
    """The middle day, and the share of work in all of them."""
    assert said_after(Before(usual=USUAL, is_whole=True)) == " Your 4-week usual is 7:26 recorded, 71 % of it work."


def test_fewer_weeks_say_of_how_many_days_they_are() -> None:
    """Nobody takes five days for four weeks; of fewer than five nothing is claimed."""
    assert said_after(Before(usual=USUAL, is_whole=False)) == (
        " Your usual so far, of 19 days, is 7:26 recorded, 71 % of it work."
    )
    assert said_after(Before(usual=None, is_whole=False)) == (
        " What is usual for you stands here after five recorded days."
    )
    assert said_after(None) == ""


def test_numbers_show_the_spans_behind_them() -> None:
    """All of them, those of work, and the longest stretch."""
    shows = [part.shows for part in sentence_of(a_day()) if part.shows is not None]

    assert shows[:2] == [NO_FILTER, Filter('category:"Work"')]
    assert shows[2] == a_day().longest_stretch


def test_of_a_few_minutes_no_rate_is_said() -> None:
    """Nobody learns from six minutes how many changes there are in an hour."""
    short = a_day(Timeline(day=DAY, pieces=pieces()[2:3], gaps=()))

    assert text(sentence_of(short)) == "0:06 recorded, 0:00 of it work (0 %), longest stretch 0:06."
    assert sentence_of(an_empty_day()) == ()
