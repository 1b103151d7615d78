from hypothesis import given
from hypothesis import strategies as st

from core.clock import MS_PER_HOUR, MS_PER_MIN
from gui.presenters.zoom import LEAST_MS, Zoom
from tests.gui.days import HOUR, MIDNIGHT, MIN

DAY = MIDNIGHT + 8 * HOUR, MIDNIGHT + 16 * HOUR
WHOLE = Zoom(DAY, DAY)


def hours(start: float, end: float) -> tuple[int, int]:
    return MIDNIGHT + round(start * HOUR), MIDNIGHT + round(end * HOUR)


def test_closer_keeps_the_place_under_the_pointer() -> None:
    """Ten o'clock is a quarter of the way along, before and after."""
    zoom = WHOLE.closer(2, MIDNIGHT + 10 * HOUR)

    assert zoom.seen == hours(9, 13)
    assert not zoom.is_whole
    assert zoom.closer(0.5, MIDNIGHT + 10 * HOUR) == WHOLE


def test_nobody_zooms_beyond_the_day_or_below_five_minutes() -> None:
    """Further away there is nothing, and closer nothing more."""
    assert WHOLE.closer(0.1, MIDNIGHT + 10 * HOUR) == WHOLE
    start_ms, end_ms = WHOLE.closer(10_000, MIDNIGHT + 10 * HOUR).seen
    assert end_ms - start_ms == 5 * MIN


def test_moving_stops_at_the_ends() -> None:
    """Half a page later, and two pages back."""
    zoom = Zoom(DAY, hours(9, 11))

    assert zoom.moved(0.5).seen == hours(10, 12)
    assert zoom.moved(-2).seen == hours(8, 10)
    assert zoom.moved(100).seen == hours(14, 16)


def test_a_stretch_is_zoomed_to_with_a_little_around_it() -> None:
    """A twentieth of its length on either side."""
    assert WHOLE.on(hours(10, 12)).seen == hours(9.9, 12.1)


def test_a_stretch_is_brought_in_by_as_little_as_it_takes() -> None:
    """From the left its beginning, from the right its end, and nothing where it is seen already."""
    zoom = Zoom(DAY, hours(10, 12))

    assert zoom.showing(hours(9, 9.5)).seen == hours(9, 11)
    assert zoom.showing(hours(12.5, 13)).seen == hours(11, 13)
    assert zoom.showing(hours(10.5, 11)) == zoom


def test_a_day_that_grows_keeps_what_is_seen_of_it() -> None:
    """Only who saw all of it goes on to see all of it."""
    grown = hours(8, 17)

    assert Zoom(DAY, hours(9, 11)).within(grown) == Zoom(grown, hours(9, 11))
    assert WHOLE.within(grown) == Zoom(grown, grown)


@given(
    st.lists(
        st.tuples(st.sampled_from(["closer", "moved", "on"]), st.floats(0.1, 10), st.integers(0, 8 * 60)), max_size=12
    )
)
def test_what_is_seen_is_always_inside(steps: list[tuple[str, float, int]]) -> None:
    """Whatever is done one after the other."""
    zoom = WHOLE
    for name, amount, minute in steps:
        at_ms = DAY[0] + minute * MS_PER_MIN
        if name == "closer":
            zoom = zoom.closer(amount, at_ms)
        elif name == "moved":
            zoom = zoom.moved(amount - 5)
        else:
            zoom = zoom.on((at_ms, min(DAY[1], at_ms + MS_PER_HOUR)) if at_ms < DAY[1] else (DAY[0], at_ms))

        assert DAY[0] <= zoom.seen[0] < zoom.seen[1] <= DAY[1]
        assert zoom.seen[1] - zoom.seen[0] >= LEAST_MS
