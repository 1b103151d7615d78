from datetime import date

from msgspec.structs import replace

from core.span import State
from gui.presenters.agent_view import Agent, Glyph, Phase
from gui.presenters.day import DayView, day_view
from reports.shapes import Timeline
from tests.gui.days import DAY, NOW, a_day, a_status, an_empty_day, pieces

ANSWERING = Agent(Phase.ANSWERING, a_status())


def berlin(_utc_ms: int) -> int:
    return 60


def text(view: DayView) -> str:
    return "".join(part.text for part in view.sentence)


def test_a_day_is_said_in_one_sentence() -> None:
    """Worked out by hand from the invented day: 374 of 476 minutes are work, 7.15 attended hours see 16 changes."""
    view = day_view(a_day(), ANSWERING, berlin, NOW)

    assert view.title == "Thursday, 12 March"
    assert (
        text(view) == "7:56 recorded, 6:14 of it work (79 %), longest stretch 0:47, 2 changes of application an hour."
    )


def test_the_legend_explains_what_is_there() -> None:
    """In the order of kinds, gaps last."""
    view = day_view(a_day(), ANSWERING, berlin, NOW)

    assert view.kinds == ("Work", "Knowledge", "Personal", "Unclassified", "Idle", "Private", "Gap")


def test_an_empty_day_under_way_says_whether_recording_is_on() -> None:
    """The state decides what is said."""
    on = day_view(an_empty_day(), ANSWERING, berlin, NOW).empty
    paused = day_view(an_empty_day(), Agent(Phase.ANSWERING, a_status(mode="paused")), berlin, NOW).empty

    assert on is not None
    assert on.head == "Nothing recorded yet today"
    assert on.text == "Recording is on. Your first stretch appears here within a minute."
    assert paused is not None
    assert (paused.glyph, paused.text) == (Glyph.PAUSED, "Paused")


def test_an_empty_day_of_the_past_promises_nothing() -> None:
    """It will not fill any more."""
    view = day_view(an_empty_day(), ANSWERING, berlin, None)

    assert view.empty is not None
    assert view.empty.head == "Nothing recorded on this day"
    assert view.empty.text == ""
    assert not view.is_today


def test_a_call_is_explained_where_there_was_one() -> None:
    """It has a pattern of its own in the lane of states."""
    [*before, phone] = pieces()[:11]
    called = replace(phone, span=replace(phone.span, state=State.CALL))
    day = a_day(Timeline(day=DAY, pieces=(*before, called), gaps=()))

    assert day_view(day, ANSWERING, berlin, NOW).kinds[-1] == "Call"


def test_a_day_of_another_year_says_which() -> None:
    """Whoever turned back that far sees the same date as this year's otherwise."""
    this = day_view(a_day(), ANSWERING, lambda _ms: 60, None, today=date(2026, 11, 23))
    other = day_view(a_day(), ANSWERING, lambda _ms: 60, None, today=date(2027, 1, 4))

    assert (this.title, this.short_title) == ("Thursday, 12 March", "Thu 12 Mar")
    assert (other.title, other.short_title) == ("Thursday, 12 March 2026", "12 Mar 2026")
