"""What the person corrected, as a list: when, how long, as what, and when that was said."""

from datetime import date

from gui.presenters.correction_list import correction_list
from reports.shapes import NumberedCorrection
from tests.factories import BERLIN_WINTER_MIN, NINE, WORK, a_correction

TODAY = date(2026, 3, 3)


def berlin(_ms: int) -> int:
    return BERLIN_WINTER_MIN


def test_each_correction_is_a_row_with_its_number() -> None:
    """Said a day after the stretch it is about."""
    held = [NumberedCorrection(7, a_correction(NINE, seconds=1200, category=WORK))]
    shown = correction_list(held, berlin, TODAY)

    assert shown.rows == (("Mon 2 Mar at 09:00", "09:20", "0:20", "Work / Claims", "today at 09:00"),)
    assert shown.numbers == (7,)
    assert shown.sentence.startswith("You corrected 1 stretch.")


def test_nothing_corrected_says_what_to_do() -> None:
    """One sentence, and the way there."""
    shown = correction_list([], berlin, TODAY)

    assert shown.rows == ()
    assert shown.sentence == "You have corrected nothing. Select a stretch on its day and say what it was."
