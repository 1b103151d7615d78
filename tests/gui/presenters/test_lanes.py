from dataclasses import replace

import pytest

from core.clock import MS_PER_MIN
from core.span import State
from gui.presenters.axis import Tick
from gui.presenters.lanes import Drawable, Lane, Lanes, Named
from gui.presenters.strips import Block
from reports.shapes import Day, Timeline
from tests.factories import NINE, a_gap, a_piece, a_span
from tests.gui.days import DAY, HOUR, IDLE, MIDNIGHT, NOW, UNKNOWN, WIKI, a_day, an_empty_day


def berlin(_utc_ms: int) -> int:
    return 60


def a_short_day() -> Timeline:
    """Twenty minutes from nine: two titles of one app, idle, a gap, another app."""
    return Timeline(
        day=DAY,
        pieces=(
            a_piece(a_span(NINE, seconds=300, app="calc", title="One")),
            a_piece(a_span(NINE + 5 * MS_PER_MIN, seconds=300, app="calc", title="Two"), WIKI),
            a_piece(a_span(NINE + 10 * MS_PER_MIN, seconds=60, app="calc", title="Two", state=State.IDLE), IDLE),
            a_piece(a_span(NINE + 15 * MS_PER_MIN, seconds=300, app="mail", title="Inbox"), UNKNOWN),
        ),
        gaps=(a_gap(NINE + 11 * MS_PER_MIN, seconds=240),),
    )


def drawn(day: Day, now_ms: int | None = None) -> Drawable:
    return Drawable(day=day, offset_at=berlin, now_ms=now_ms)


def lane(lanes: Lanes, name: str) -> Lane:
    [found] = [one for one in lanes.lanes if one.name == name]
    return found


def test_lanes_share_one_axis() -> None:
    """Twenty minutes are drawn from 0 to 1; idle time has neither application nor window."""
    lanes = drawn(a_day(a_short_day())).all_lanes

    assert lane(lanes, "Category").kinds == (
        Block(0.0, 0.25, "Work"),
        Block(0.25, 0.5, "Knowledge"),
        Block(0.5, 0.55, "Idle"),
        Block(0.75, 1.0, "Unclassified"),
        Block(0.55, 0.75, "Gap"),
    )
    assert lane(lanes, "Application").blocks == (Named(0.0, 0.5, "calc"), Named(0.75, 1.0, "mail"))
    assert lane(lanes, "Window").ticks == (0.0, 0.25, 0.75)


def test_states_are_merged_whatever_was_in_front() -> None:
    """Active time has no kind of its own in that lane."""
    lanes = drawn(a_day(a_short_day())).all_lanes

    assert lane(lanes, "State").kinds == (
        Block(0.0, 0.5, ""), Block(0.5, 0.55, "Idle"), Block(0.75, 1.0, ""), Block(0.55, 0.75, "Gap"),
    )  # fmt: skip


def test_activities_have_a_lane_where_no_case_is_known() -> None:
    """Knowledge of the wiki for five minutes; what has no activity leaves it empty."""
    lanes = drawn(a_day(a_short_day())).all_lanes

    assert lane(lanes, "Activity").blocks == (Named(0.0, 0.25, "Claims"), Named(0.25, 0.5, "Wiki"))


def test_cases_take_its_place_where_there_are_any() -> None:
    """Marked by the beginning of their token, which is all that one needs to tell them apart."""
    minutes = [("7f3a90", 0), ("7f3a90", 5), (None, 10), ("c01d55", 15)]
    pieces = tuple(a_piece(a_span(NINE + at * MS_PER_MIN, seconds=300, case=case)) for case, at in minutes)
    of = drawn(a_day(Timeline(day=DAY, pieces=pieces, gaps=())))

    assert lane(of.all_lanes, "Case").blocks == (Named(0.0, 0.5, "7f3a"), Named(0.75, 1.0, "c01d"))
    assert "Case 7f3a" in of.tip_at(NINE + MS_PER_MIN).splitlines()


def test_zoomed_lanes_show_what_is_seen_and_no_more() -> None:
    """From 09:04 to 09:14 on, half of each neighbour is cut away."""
    lanes = drawn(a_day(a_short_day())).lanes((NINE + 4 * MS_PER_MIN, NINE + 14 * MS_PER_MIN))

    assert lane(lanes, "Category").kinds == (
        Block(0.0, 0.1, "Work"), Block(0.1, 0.6, "Knowledge"), Block(0.6, 0.7, "Idle"), Block(0.7, 1.0, "Gap"),
    )  # fmt: skip
    assert lane(lanes, "Window").ticks == (0.1,)
    assert lanes.ticks[0].label == "09:04"
    assert lanes.ticks[-1] == Tick(1.0, "09:14")


def test_pointing_at_a_stretch_tells_what_it_is() -> None:
    """App, title, category, from when to when; a gap tells its reason."""
    of = drawn(a_day(a_short_day()))

    assert of.tip_at(NINE) == "calc\nOne\nWork / Claims\n09:00 – 09:05 · 0:05"
    assert of.tip_at(NINE + 12 * MS_PER_MIN) == "Paused\n09:11 – 09:15 · 0:04"
    assert of.tip_at(NINE - 1) == ""


def test_the_present_is_marked_on_the_day_under_way_only() -> None:
    """8 hours 42 minutes after eight, on an axis of nine hours."""
    assert drawn(a_day(), NOW).all_lanes.now == pytest.approx(522 / 540)
    assert drawn(a_day(), NOW).lanes((MIDNIGHT, MIDNIGHT + HOUR)).now is None
    assert drawn(a_day()).all_lanes.now is None


def test_an_empty_day_shows_office_hours() -> None:
    """So that the place looks the same when it fills."""
    lanes = drawn(an_empty_day(), MIDNIGHT).all_lanes

    assert (lanes.ticks[0].label, lanes.ticks[-1].label) == ("08:00", "17:00")
    assert lane(lanes, "Category").kinds == ()
    assert lanes.now is None


def test_an_hour_is_found_where_the_day_has_it() -> None:
    """Two in the night is the last hour of a day that begins at three, wherever its axis begins."""
    three = MIDNIGHT + 3 * HOUR
    night = (a_piece(a_span(three + 60_000)), a_piece(a_span(three + 23 * HOUR)))
    day = replace(a_day(Timeline(day=DAY, pieces=night, gaps=())), start_ms=three, end_ms=three + 24 * HOUR)
    shown = drawn(day)

    assert shown.whole[0] == MIDNIGHT + 2 * HOUR
    assert shown.hour(2) == (three + 23 * HOUR, three + 24 * HOUR)
    assert shown.hour(3) == (three, three + HOUR)


def test_an_hour_that_was_skipped_is_found_nowhere() -> None:
    """29 March 2026 in Berlin goes from two to three at once."""
    change = MIDNIGHT + 17 * 24 * HOUR + 2 * HOUR
    day = replace(a_day(Timeline(day=DAY, pieces=(), gaps=())), start_ms=change - 2 * HOUR, end_ms=change + 21 * HOUR)
    shown = Drawable(day=day, offset_at=lambda utc_ms: 120 if utc_ms >= change else 60)

    assert shown.hour(2) is None
    assert shown.hour(3) == (change, change + HOUR)
    assert shown.hour(23) == (change + 20 * HOUR, change + 21 * HOUR)


def test_an_empty_day_shows_the_same_hours_however_it_begins() -> None:
    """Eight to five by the clock: in a day that begins at four, and in one whose clocks were changed at two."""
    empty = an_empty_day()
    later = drawn(replace(empty, start_ms=MIDNIGHT + 4 * HOUR, end_ms=MIDNIGHT + 28 * HOUR))
    change = MIDNIGHT + 2 * HOUR
    changed = Drawable(day=empty, offset_at=lambda utc_ms: 120 if utc_ms >= change else 60)

    assert later.whole == (MIDNIGHT + 8 * HOUR, MIDNIGHT + 17 * HOUR)
    assert changed.whole == (MIDNIGHT + 7 * HOUR, MIDNIGHT + 16 * HOUR)
