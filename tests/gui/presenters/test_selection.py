from core.category import Category
from core.judge import Correction
from gui.presenters.picking import Between
from gui.presenters.selection import Selectable, SelectionView, corrected_to, taken_back
from reports.shapes import NumberedCorrection
from tests.gui.days import HOUR, MIDNIGHT, MIN, a_timeline


def berlin(_utc_ms: int) -> int:
    return 60


def clock(hours: int, minutes: int) -> int:
    return MIDNIGHT + hours * HOUR + minutes * MIN


def said(number: int, start: int, end: int, at_ms: int) -> NumberedCorrection:
    what = Correction(start_ms=start, end_ms=end, category=Category("Personal"), who="A. Brandt", at_ms=at_ms)
    return NumberedCorrection(number, what)


def view(*stretches: Between, corrections: tuple[NumberedCorrection, ...] = ()) -> SelectionView:
    found = Selectable(a_timeline(), berlin, corrections).view(stretches)
    assert found is not None
    return found


def test_a_stretch_says_from_when_to_when_and_how_much() -> None:
    """Suspense account and postings, by hand 15 and 23 minutes."""
    found = view((clock(10, 14), clock(10, 52)))

    assert (found.lead, found.text, found.remark) == ("10:14–10:52", "0:38 · 2 windows", "")
    assert found.correctable == ((clock(10, 14), clock(10, 52)),)


def test_private_time_stays_out_of_it() -> None:
    """14:20 to 14:32: with its neighbours it is only said, alone nothing can be corrected."""
    around, alone = view((clock(14, 14), clock(15, 0))), view((clock(14, 20), clock(14, 32)))

    assert (around.text, around.remark) == ("0:34 · 2 windows", "0:12 stays private")
    assert around.correctable == ((clock(14, 14), clock(15, 0)),)
    assert (alone.text, alone.correctable) == ("", ())
    assert alone.remark == "Private time stays private: there is nothing to correct."


def test_a_gap_cannot_be_corrected() -> None:
    """Nothing was recorded over lunch."""
    found = view((clock(12, 2), clock(12, 46)))

    assert found.remark == "Nothing was recorded here: there is nothing to correct."
    assert found.correctable == ()


def test_of_several_stretches_those_are_corrected_that_can_be() -> None:
    """A gap among them is left out."""
    found = view((clock(8, 2), clock(8, 23)), (clock(12, 2), clock(12, 46)), (clock(15, 11), clock(15, 30)))

    assert (found.lead, found.text) == ("3 stretches", "0:40 · 1 window")
    assert found.correctable == ((clock(8, 2), clock(8, 23)), (clock(15, 11), clock(15, 30)))


def test_it_knows_the_corrections_that_hold_in_it() -> None:
    """Not one that another beats everywhere in the stretch, and none that ended before."""
    earlier, later = clock(10, 14), clock(10, 40)
    corrections = (
        said(1, clock(9, 0), clock(10, 14), at_ms=1),
        said(2, earlier, clock(10, 52), at_ms=2),
        said(3, later, clock(10, 52), at_ms=3),
    )

    assert view((clock(10, 45), clock(10, 52)), corrections=corrections).corrections == (3,)


def test_edges_are_where_pieces_and_gaps_begin_and_end() -> None:
    """24 pieces and one gap between the first and the last minute: 26 edges."""
    edges = Selectable(a_timeline(), berlin).edges

    assert (edges[0], edges[-1], len(edges)) == (clock(8, 2), clock(16, 42), 26)


def test_nothing_selected_is_nothing_to_show() -> None:
    """No bar, no numbers."""
    assert Selectable(a_timeline(), berlin).view(()) is None


def test_what_was_done_is_said_in_one_sentence() -> None:
    """With the category as the list writes it."""
    assert corrected_to(Category("Work/Claims"), 38 * MIN) == "Corrected 0:38 to Work / Claims."
    assert taken_back(1) == "Taken back: the rules decide again."
    assert taken_back(3) == "Taken back 3 corrections: the rules decide again."
