"""What one rule decides, window by window and day by day."""

from datetime import date

from reports.previewing import Window
from reports.rule_taking import taking
from tests.reports.test_previewing import MINUTE, portion, says

MONDAY, TUESDAY, WEDNESDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)


def test_time_of_one_rule_is_told_by_window_and_day() -> None:
    """The longest window first, whatever had the time before; a day without it is a nought."""
    unknown, wiki, mail = says("Unclassified"), says("Knowledge/Wiki", "wiki"), says("Work/Mail", "mail")
    found = taking(
        "wiki",
        [
            (MONDAY, [portion(unknown, wiki, 5, title="Why"), portion(wiki, mail, 7)]),
            (TUESDAY, []),
            (WEDNESDAY, [portion(wiki, wiki, 6, title="How"), portion(mail, wiki, 3, "outlook", "How")]),
        ],
    )

    assert list(found.windows) == [
        Window("calc", "How", 6 * MINUTE),
        Window("calc", "Why", 5 * MINUTE),
        Window("outlook", "How", 3 * MINUTE),
    ]
    assert (found.titles, found.apps, found.observed_ms) == (3, 2, 14 * MINUTE)
    assert found.days == [(MONDAY, 5 * MINUTE), (TUESDAY, 0), (WEDNESDAY, 9 * MINUTE)]


def test_windows_of_a_longer_time_leave_the_days() -> None:
    """Only these are known day by day."""
    wiki = says("Knowledge/Wiki", "wiki")
    found = taking("wiki", [(MONDAY, [portion(wiki, wiki, 5)])]).over([portion(wiki, wiki, 50)])

    assert (found.observed_ms, found.days) == (50 * MINUTE, [(MONDAY, 5 * MINUTE)])
