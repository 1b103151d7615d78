from datetime import date, timedelta

from core.category import Kind
from core.judge import Piece
from core.period import DayStarts
from core.rollup import roll
from core.span import State
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.day import day_view
from gui.presenters.heat import heat
from gui.presenters.lived_time import lived_at
from gui.presenters.week import week_view
from reports.shapes import Timeline
from reports.timeline import offsets
from reports.week import Week, hours_of_week, week_day
from tests.factories import a_piece, a_span
from tests.gui.days import DAY, HOUR, IDLE, MIDNIGHT, MIN, a_day, a_status
from tests.gui.weeks import MONDAY, TODAY

TOKYO, BERLIN = 540, 60
NINE = MIDNIGHT + HOUR
"""In Tokyo, on Thursday 12 March; one in the morning in Berlin."""


def berlin(_utc_ms: int) -> int:
    return BERLIN


def in_tokyo() -> tuple[Piece, ...]:
    """From nine to ten, and from eleven to half past eleven."""
    return (
        a_piece(a_span(NINE, seconds=3600, app="calc", off_min=TOKYO)),
        a_piece(a_span(NINE + 2 * HOUR, seconds=1800, app="mail", off_min=TOKYO, state=State.IDLE), IDLE),
    )


def timeline_of(pieces: tuple[Piece, ...]) -> Timeline:
    return Timeline(day=DAY, pieces=pieces, gaps=())


def test_a_day_abroad_is_told_by_the_clocks_there() -> None:
    """Read at home: the list, the lanes, and the hour that the week's heat map leads to."""
    shown = day_view(a_day(timeline_of(in_tokyo())), Agent(Phase.ANSWERING, a_status()), berlin, None)
    tip = shown.drawable.tip_at(NINE + 5 * MIN)
    shown_from = shown.selectable.view(((NINE, NINE + HOUR),))

    assert shown.rows[0].rows[0].when == "09:00 – 10:00"
    assert tip.endswith("09:00 – 10:00 · 1:00")
    assert shown_from is not None
    assert shown_from.lead == "09:00–10:00"
    assert shown.drawable.all_lanes.ticks[0].label == "09:00"
    assert shown.drawable.hour(11) == (NINE + 2 * HOUR, NINE + 3 * HOUR)


def test_the_pictures_of_a_week_stand_on_the_hours_of_its_heat_map() -> None:
    """Nine in Tokyo on Thursday and nine in Berlin on Friday are below each other."""
    friday = a_piece(a_span(MIDNIGHT + 33 * HOUR, seconds=3600, off_min=BERLIN))
    by_day = {DAY: in_tokyo(), DAY + timedelta(days=1): (friday,)}
    week = Week(
        days=tuple(week_day(_of(MONDAY + timedelta(days=number), by_day), DayStarts()) for number in range(7)),
        hours=hours_of_week(roll([piece for pieces in by_day.values() for piece in pieces]).items(), DayStarts()),
        usual=None, timezone="", ruleset="",
    )  # fmt: skip
    view = week_view(week, berlin, TODAY)

    assert heat(week, Kind.WORK).columns == ("09", "10", "11")
    assert view.ticks[0].label == "09:00"
    assert [view.rows[place].blocks[0].start for place in (3, 4)] == [0.0, 0.0]
    assert [view.rows[place].blocks[0].end for place in (3, 4)] == [60 / 150, 60 / 150]


def test_a_stretch_that_ends_where_clocks_are_changed_ends_by_the_clock_before() -> None:
    """An hour of work up to landing in London, and an hour of knowledge from then on: two hours in two blocks."""
    change = MIDNIGHT + 12 * HOUR
    pieces = (
        a_piece(a_span(change - HOUR, seconds=3600, off_min=BERLIN)),
        a_piece(a_span(change, seconds=3600, off_min=0, state=State.IDLE), IDLE),
    )
    assert offsets(timeline_of(pieces)) == ((change - HOUR, BERLIN), (change, 0), (change, 0))
    of = week_day(timeline_of(pieces), DayStarts())
    empty = tuple(week_day(timeline_of(()), DayStarts()) for _ in range(3))
    week = Week(days=(*empty, of, *empty), hours={}, usual=None, timezone="", ruleset="")
    blocks = week_view(week, berlin, TODAY).rows[3].blocks

    assert [(block.start, block.end, block.kind) for block in blocks] == [(0.0, 1.0, "Work"), (0.0, 1.0, "Idle")]


def test_where_nobody_travelled_this_machine_tells_the_time() -> None:
    """Also between what was recorded, where clocks are changed in the night; and where nothing was."""
    change = MIDNIGHT + 3 * HOUR

    def summer(utc_ms: int) -> int:
        return 120 if utc_ms >= change else 60

    seen = ((change - 2 * HOUR, 60), (change + 5 * HOUR, 120))
    assert lived_at(seen, summer) is summer
    assert lived_at((), berlin) is berlin
    elsewhere = lived_at(seen, berlin)

    assert [elsewhere(at_ms) for at_ms in (0, change, change + 5 * HOUR, change + 50 * HOUR)] == [60, 60, 120, 120]


def _of(day: date, by_day: dict[date, tuple[Piece, ...]]) -> Timeline:
    return Timeline(day=day, pieces=by_day.get(day, ()), gaps=())
