import itertools

from hypothesis import given
from hypothesis import strategies as st

from core.clock import MS_PER_HOUR
from gui.presenters.strips import NO_STRIP, Block, Run, runs, strip_of
from reports.shapes import Stretch
from tests.factories import NINE


def berlin(_utc_ms: int) -> int:
    return 60


def test_a_column_shows_what_covers_most_of_it() -> None:
    """Ten per cent of idle do not hide ninety of work."""
    blocks = [Block(0.0, 0.09, "Idle"), Block(0.09, 1.0, "Work")]

    assert runs(blocks, 10) == (Run(0, 1, "Idle"), Run(1, 10, "Work"))
    assert runs(blocks, 1) == (Run(0, 1, "Work"),)


def test_many_short_stretches_of_one_kind_add_up_in_their_column() -> None:
    """Three times a quarter of work against one of idle."""
    quarters = [Block(0.0, 0.25, "Work"), Block(0.25, 0.5, "Idle"), Block(0.5, 0.75, "Work"), Block(0.75, 1.0, "Work")]

    assert runs(quarters, 1) == (Run(0, 1, "Work"),)


def test_paper_stays_empty_where_nothing_was_recorded() -> None:
    """Neighbouring columns of one kind are one run; a hole parts them."""
    assert runs([Block(0.0, 0.2, "Work"), Block(0.8, 1.0, "Work")], 10) == (Run(0, 2, "Work"), Run(8, 10, "Work"))


def test_the_shortest_stretch_is_still_seen() -> None:
    """A second of a day is one pixel, not none."""
    assert runs([Block(0.5, 0.50001, "Private")], 100) == (Run(50, 51, "Private"),)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=20), st.integers(1, 300))
def test_runs_are_in_order_and_never_overlap(edges: list[float], columns: int) -> None:
    """And none lies outside."""
    places = sorted(edges)
    blocks = [Block(one, other, "Work") for one, other in itertools.pairwise(places) if one < other]

    found = runs(blocks, columns)

    assert all(run.first < run.last for run in found)
    assert all(one.last <= other.first for one, other in itertools.pairwise(found))
    assert all(run.first >= 0 and run.last <= columns for run in found)


def test_a_strip_is_zoomed_to_its_stretches() -> None:
    """Two hours from nine are the whole of it."""
    strip = strip_of(
        [Stretch(NINE, NINE + MS_PER_HOUR, "Work"), Stretch(NINE + MS_PER_HOUR, NINE + 2 * MS_PER_HOUR, "Gap")],
        berlin,
        "Today: Work 1:00",
    )

    assert strip.blocks == (Block(0.0, 0.5, "Work"), Block(0.5, 1.0, "Gap"))
    assert strip.says == "Today: Work 1:00"
    assert strip_of([], berlin, "") == NO_STRIP
