from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.category import Kind
from gui.presenters.durations import day_range
from gui.presenters.heat import heat
from gui.presenters.week import column_filters, columns, page_rows, week_view
from reports.week import PageTotal, Week
from tests.gui.days import HOUR, MIDNIGHT, MIN
from tests.gui.weeks import MONDAY, TODAY, a_week, an_empty_week

FIRST = MIDNIGHT - 3 * 24 * HOUR + 8 * HOUR + 2 * MIN
"""When the Monday of the invented week begins."""


def berlin(_utc_ms: int) -> int:
    return 60


def test_a_week_is_said_in_one_sentence() -> None:
    """The sums of the four days by hand: 476, 385, 294 and 476 minutes, of which 374, 310, 246 and 374 are work."""
    view = week_view(a_week(), berlin, TODAY)

    assert (view.title, view.number) == ("9 – 13 March", "Week 11")
    assert view.lead == "27:11 recorded"
    assert view.sentence == (" in 4 days, 21:44 of it work (80 %). Knowledge takes 7 %, your usual share is 7 %.")
    assert view.is_current


def test_each_day_has_a_picture_and_figures() -> None:
    """The last row is the week; a day to come is empty and says so."""
    view = week_view(a_week(), berlin, TODAY)

    assert columns() == ("Recorded", "Work", "Knowledge", "Other", "Idle", "Gap")
    assert [(row.name, row.number) for row in view.rows] == [
        ("Mon", "9"), ("Tue", "10"), ("Wed", "11"), ("Thu", "12"), ("Fri", "13"), ("Week", ""),
    ]  # fmt: skip
    assert view.rows[0].cells == ("7:56", "6:14", "0:35", "0:32", "0:35", "0:44")
    assert view.rows[-1].cells[:2] == ("27:11", "21:44")
    assert [row.is_today for row in view.rows].index(True) == 3
    friday = view.rows[4]
    assert (friday.blocks, friday.cells, friday.says) == ((), (), "Still to come")
    assert view.rows[0].says == ("Work 6:14, Idle 0:35, Knowledge 0:35, Private 0:12, Unclassified 0:11, Personal 0:09")


def test_all_days_stand_on_the_same_hours() -> None:
    """The invented day begins at two past eight, and the axis at eight."""
    view = week_view(a_week(), berlin, TODAY)

    (start,) = {row.blocks[0].start for row in view.rows if row.blocks}
    assert view.ticks[0].label == "08:00"
    assert start == pytest.approx(2 / 60 / (len(view.ticks) - 1))


def test_saturday_is_shown_once_somebody_works_on_it() -> None:
    week = a_week()
    saturday = week.days[5]
    worked = Week(
        days=(*week.days[:5], type(saturday)(day=saturday.day, strip=week.days[0].strip, by_kind=week.days[0].by_kind,
              recorded_ms=1, gap_ms=0), week.days[6]),
        hours=week.hours, usual=None, timezone=week.timezone, ruleset=week.ruleset,
    )  # fmt: skip
    assert len(week_view(week, berlin, TODAY).rows) == 6
    assert week_view(worked, berlin, TODAY).title == "9 – 14 March"


def test_a_day_this_week_is_compared_with_the_usual_one() -> None:
    """Days that are over, on average: Monday to Wednesday have 385 minutes; the usual day has 509 of 476 to 543."""
    rows = week_view(a_week(), berlin, TODAY).usual

    assert [(row.name, row.this_week, row.usual, row.verdict) for row in rows] == [
        ("Recorded", "6:25", "8:29", "less"),
        ("Work", "5:10", "6:14", "less"),
        ("Knowledge", "0:26", "0:35", "less"),
        ("Idle", "0:22", "1:08", "less"),
    ]
    assert week_view(a_week(before=4), berlin, TODAY).usual == ()


def test_an_empty_week_has_the_same_places() -> None:
    """Nothing is compared, and nothing is claimed."""
    view = week_view(an_empty_week(), berlin, TODAY + timedelta(weeks=1))

    assert view.lead == ""
    assert view.sentence == "Nothing recorded in this week."
    assert [row.says for row in view.rows[:-1]] == ["Nothing recorded"] * 5
    assert (view.usual, view.kinds, view.is_current) == ((), (), False)


def test_a_heat_map_has_a_number_in_every_cell() -> None:
    """Ten o'clock on Monday: 12 of its 60 minutes are knowledge, and it was recorded throughout."""
    shown = heat(a_week(), Kind.KNOWLEDGE)

    assert shown.rows == ("Mon", "Tue", "Wed", "Thu", "Fri")
    assert shown.columns == ("08", "09", "10", "11", "12", "13", "14", "15", "16")
    ten = shown.cells[0][shown.columns.index("10")]
    assert (ten.text, ten.step, ten.says) == ("20", 3, "Mon 10:00: Knowledge 20 %")
    assert shown.cells[0][1].step == 0


def test_too_little_is_no_share() -> None:
    """Nothing recorded is empty, a few minutes are a dash, and neither is a step."""
    week = a_week()
    few = Week(
        days=week.days, hours={(MONDAY, 9): {"Work": 599_999}, (MONDAY, 10): {"Work": 600_000}},
        usual=None, timezone="", ruleset="",
    )  # fmt: skip
    monday = heat(few, Kind.WORK).cells[0]

    assert [(cell.text, cell.step) for cell in monday] == [("–", None), ("100", 6)]
    assert [(cell.text, cell.step) for cell in heat(few, Kind.WORK).cells[1]] == [("", None), ("", None)]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 9), date(2026, 3, 13), "9 – 13 March"),
        (date(2026, 3, 30), date(2026, 4, 3), "30 March – 3 April"),
        (date(2025, 12, 29), date(2026, 1, 2), "29 December 2025 – 2 January 2026"),
    ],
)
def test_a_range_of_days_names_what_differs(first: date, last: date, said: str) -> None:
    assert day_range(first, last) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 9), date(2026, 3, 13), "9 – 13 March 2026"),
        (date(2026, 3, 30), date(2026, 4, 3), "30 March – 3 April 2026"),
        (date(2025, 12, 29), date(2026, 1, 2), "29 December 2025 – 2 January 2026"),
    ],
)
def test_a_range_of_days_of_another_year_says_which(first: date, last: date, said: str) -> None:
    assert day_range(first, last, with_year=True) == said


def test_a_week_of_another_year_says_which() -> None:
    """Of a year ago, it is told from this year's."""
    assert week_view(a_week(), berlin, TODAY + timedelta(days=300)).title == "9 – 13 March 2026"


def test_pages_are_rows_with_the_others_at_the_end() -> None:
    """Three by name; each shows the spans behind it, the others have none of their own."""
    pages = [PageTotal(f"Page {number}", (6 - number) * MIN) for number in range(5)]
    rows = page_rows(pages)

    assert [row.name for row in rows] == ["Page 0", "Page 1", "Page 2", "All other pages"]
    assert [(row.time, row.bar) for row in rows] == [("0:06", 1.0), ("0:05", 5 / 6), ("0:04", 4 / 6), ("0:05", 5 / 6)]
    assert [row.asks.text if row.asks else None for row in rows][::3] == [
        'title="Page 0" category:"Knowledge"', None,
    ]  # fmt: skip
    assert page_rows(()) == ()


def test_what_shows_no_page_is_no_page() -> None:
    """Training that was entered is knowledge without one."""
    assert [row.name for row in page_rows([PageTotal("", HOUR), PageTotal("Water", MIN)])] == ["Water"]
    assert page_rows([PageTotal("", HOUR)]) == ()


def test_a_filtered_week_says_so_and_veils_the_rest() -> None:
    """Monday from eight to nine fits; the rest of its picture is veiled."""
    week = a_week()
    monday = replace(week.days[0], recorded_ms=HOUR, matching=((FIRST, FIRST + HOUR),))
    view = week_view(replace(week, days=(monday, *week.days[1:]), usual=None), berlin, TODAY)
    [before, after] = view.rows[0].veiled

    assert view.is_filtered
    assert view.lead.endswith("fit the filter")
    assert (before[0], after[1]) == (0.0, 1.0)
    assert 0 < before[1] < after[0] < 1


def test_a_day_of_which_nothing_fits_was_recorded_nevertheless() -> None:
    """Its picture says so; a day to come is one still."""
    week = a_week()
    kept = [replace(day, by_kind=(), recorded_ms=0, gap_ms=0, matching=()) for day in week.days]
    view = week_view(replace(week, days=tuple(kept), usual=None), berlin, TODAY)

    assert [row.says for row in view.rows[:-1]] == [*["Nothing fits the filter"] * 4, "Still to come"]
    assert (view.lead, view.sentence) == ("", "Nothing in this week fits the filter.")


def test_gaps_may_be_all_that_fits() -> None:
    """44 minutes of Monday and of Tuesday; they are no recorded time, of which any could be work."""
    week = a_week()
    gap = FIRST + 4 * HOUR, FIRST + 4 * HOUR + 44 * MIN
    kept = [
        replace(day, by_kind=(), recorded_ms=0, gap_ms=44 * MIN * (place < 2), matching=(gap,) if place < 2 else ())
        for place, day in enumerate(week.days)
    ]
    view = week_view(replace(week, days=tuple(kept), usual=None), berlin, TODAY)

    assert (view.lead, view.sentence) == ("1:28 fit the filter", " in 2 days.")
    assert view.rows[0].says == "Gap 0:44"


def test_every_number_has_a_filter_that_shows_its_spans() -> None:
    """Other is what none of the columns beside it is."""
    assert [one.text for one in column_filters()] == [
        "", 'category:"Work"', 'category:"Knowledge"',
        '-category:"Work" -category:"Knowledge" -category:"Idle" -category:"Gap"', 'category:"Idle"', 'category:"Gap"',
    ]  # fmt: skip
