from gui.presenters.shared import shared_view
from tests.gui.days import shared_totals


def test_the_rows_are_those_of_the_file() -> None:
    """Every category that would be written is a column, work first."""
    view = shared_view(shared_totals())

    assert view.head == ("Day", "Recorded", "Work / Claims", "Knowledge / Other", "Idle", "Not recorded")
    assert view.rows[0] == ("Mon 2 Mar", "7:47", "5:18", "0:35", "1:53", "–")
    assert len(view.rows) == 11


def test_what_else_is_in_the_file_is_said() -> None:
    """Nothing leaves the computer unseen."""
    view = shared_view(shared_totals())

    assert "A. Brandt" in view.sentence
    assert all(told in view.besides for told in ("desk-1f3a9c", "300 s", "31", "time zone"))
