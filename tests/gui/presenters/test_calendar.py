from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.period import month_of, year_of
from gui.presenters.calendar import Measure, calendar_view, day_at
from gui.presenters.heat import STEPS
from gui.presenters.local_formats import LocalFormats, write_by
from reports.week import Calendar

MARCH = month_of(date(2026, 3, 1))
TODAY = date(2026, 3, 19)
BY_DAY = {
    date(2026, 3, 2): {"Work": 5 * MS_PER_HOUR, "Knowledge": MS_PER_HOUR, "Idle": 2 * MS_PER_HOUR},
    date(2026, 3, 18): {"Work": 90 * MS_PER_MIN, "Personal": 30 * MS_PER_MIN},
}


def march(measure: Measure = Measure.RECORDED) -> dict[str, tuple[str, int | None]]:
    """Text and step of each cell that stands for a day, by what it says."""
    view = calendar_view(Calendar(period=MARCH, by_day=BY_DAY), measure, TODAY)
    [month] = view.months
    return {cell.says: (cell.text, cell.step) for row in month.heat.cells for cell in row if cell.says}


def test_a_month_is_said_in_one_sentence() -> None:
    """Eight hours and two; six and a half of ten are work."""
    view = calendar_view(Calendar(period=MARCH, by_day=BY_DAY), Measure.RECORDED, TODAY)

    assert (view.title, view.lead) == ("March 2026", "10:00 recorded")
    assert view.sentence == " on 2 days, 6:30 of it work (65 %), 5:00 a day."
    assert view.is_current


def test_every_day_of_a_month_has_a_cell() -> None:
    """With its number and a figure; a day without anything is an outline, never nothing worked."""
    cells = march()

    assert len(cells) == 31
    assert cells["Mon 2 Mar: 8:00"] == ("2\n8:00", STEPS)
    assert cells["Wed 18 Mar: 2:00"] == ("18\n2:00", 2)
    assert cells["Tue 3 Mar: nothing recorded"] == ("3\n–", None)


def test_what_is_shown_can_be_chosen() -> None:
    """A recorded day without knowledge has the first step, and one hour of eight the one after it."""
    cells = march(Measure.KNOWLEDGE)
    assert cells["Mon 2 Mar: 1:00"] == ("2\n1:00", 1)
    assert cells["Wed 18 Mar: 0:00"] == ("18\n0:00", 0)
    assert march(Measure.WORK)["Mon 2 Mar: 5:00"] == ("2\n5:00", 4)


def test_a_month_without_anything_claims_nothing() -> None:
    view = calendar_view(Calendar(period=MARCH, by_day={}), Measure.RECORDED, TODAY - timedelta(days=40))
    assert (view.lead, view.sentence, view.is_current) == ("", "Nothing recorded in this time.", False)


def test_weeks_begin_with_sunday_where_they_do() -> None:
    """The first of March 2026 is a Sunday: it opens its row, and the row has the number of the week behind it."""
    write_by(LocalFormats(first_weekday=6))
    try:
        [month] = calendar_view(Calendar(period=MARCH, by_day=BY_DAY), Measure.RECORDED, TODAY).months
        opened = day_at(month.first, 0, 1)
    finally:
        write_by(LocalFormats())

    assert month.heat.columns == ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    assert [cell.text[:1] for cell in month.heat.cells[0]] == ["1", "2", "3", "4", "5", "6", "7"]
    assert month.heat.rows[0] == "10"
    assert opened == date(2026, 3, 2)


def test_a_year_has_twelve_months() -> None:
    """Their cells have room for the number of the day alone."""
    view = calendar_view(Calendar(period=year_of(TODAY), by_day=BY_DAY), Measure.RECORDED, TODAY)

    assert view.title == "2026"
    assert [month.name for month in view.months][:3] == ["January", "February", "March"]
    assert len(view.months) == 12
    assert {cell.text for cell in view.months[2].heat.cells[0]} == {"", "1"}


@given(first=st.dates(date(1970, 1, 1), date(2100, 1, 1)))
def test_a_cell_opens_the_day_that_it_shows(first: date) -> None:
    """Row by row from Monday on, each day of the month exactly once and in order."""
    month = month_of(first)
    [view] = calendar_view(Calendar(period=month, by_day={}), Measure.RECORDED, first).months
    opened = [
        day_at(view.first, row, column)
        for row, cells in enumerate(view.heat.cells)
        for column, cell in enumerate(cells)
        if cell.says
    ]
    assert opened == list(month.days())
    assert all(day_at(view.first, row, 0).weekday() == 0 for row in range(len(view.heat.cells)))
