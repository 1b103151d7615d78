import pytest

from core.clock import MS_PER_MIN
from core.span import State
from gui.presenters.lanes import AppBlock, lanes
from gui.presenters.strips import Block
from reports.shapes import Timeline
from tests.factories import NINE, a_gap, a_piece, a_span
from tests.gui.days import DAY, IDLE, MIDNIGHT, NOW, UNKNOWN, WIKI, a_day, an_empty_day


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


def test_lanes_share_one_axis() -> None:
    """Twenty minutes are drawn from 0 to 1."""
    view = lanes(a_day(a_short_day()), berlin, None)

    assert view.categories == (
        Block(0.0, 0.25, "Work"),
        Block(0.25, 0.5, "Knowledge"),
        Block(0.5, 0.55, "Idle"),
        Block(0.75, 1.0, "Unclassified"),
        Block(0.55, 0.75, "Gap"),
    )
    assert view.apps == (AppBlock(0.0, 0.5, "calc"), AppBlock(0.75, 1.0, "mail"))
    assert view.windows == (0.0, 0.25, 0.75)


def test_nobody_uses_an_app_while_idle() -> None:
    """The lane of applications is empty there, and so is that of windows."""
    view = lanes(a_day(a_short_day()), berlin, None)

    assert all(not app.start < 0.52 < app.end for app in view.apps)


def test_pointing_at_a_stretch_tells_what_it_is() -> None:
    """App, title, category, from when to when; a gap tells its reason."""
    tips = lanes(a_day(a_short_day()), berlin, None).tips

    assert tips[0].text == "calc\nOne\nWork / Claims\n09:00 – 09:05 · 0:05"
    assert tips[-1].text == "Paused\n09:11 – 09:15 · 0:04"


def test_the_present_is_marked_on_the_day_under_way_only() -> None:
    """8 hours 42 minutes after eight, on an axis of nine hours."""
    assert lanes(a_day(), berlin, NOW).now == pytest.approx(522 / 540)
    assert lanes(a_day(), berlin, None).now is None


def test_an_empty_day_shows_office_hours() -> None:
    """So that the place looks the same when it fills."""
    view = lanes(an_empty_day(), berlin, MIDNIGHT)

    assert (view.ticks[0].label, view.ticks[-1].label) == ("08:00", "17:00")
    assert view.categories == ()
    assert view.now is None
