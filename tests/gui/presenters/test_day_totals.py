from gui.presenters.day_totals import TotalRow, bounds_note, day_totals, team_totals
from gui.presenters.filtering import of_kind
from reports.coverage import coverage
from reports.shapes import Total
from tests.gui.days import HOUR, a_day


def test_kinds_stand_above_their_activities() -> None:
    """In the order of kinds, not of size; the longest has the full bar."""
    rows = day_totals(a_day())

    assert [row.name for row in rows] == [
        "Work", "Claims", "Reconciliation", "Correspondence", "Knowledge", "Wiki", "Personal", "Unclassified", "Idle",
        "Private", "Recorded", "Gap, unknown", "First to last",
    ]  # fmt: skip
    work = TotalRow(name="Work", time="6:14", kind="Work", share="79 %", bar=1.0, strong=True, asks=of_kind("Work"))
    assert rows[0] == work
    assert (rows[1].name, rows[1].time, rows[1].indent) == ("Claims", "3:40", True)


def test_the_sums_add_up() -> None:
    """Recorded and gap together are the time from first to last."""
    times = {row.name: row.time for row in day_totals(a_day())}

    assert times["Recorded"] == "7:56"
    assert times["Gap, unknown"] == "0:44"
    assert times["First to last"] == "8:40"


def test_shares_add_up_to_a_hundred() -> None:
    """As they are written, not only as they are."""
    shares = [int(row.share.removesuffix(" %")) for row in day_totals(a_day()) if row.bar is not None]

    assert sum(shares) == 100


def test_a_team_is_summed_over_its_kinds() -> None:
    """Two hours and one make three."""
    rows = team_totals(
        [
            Total(key="Work", observed_ms=7_200_000, attended_ms=0),
            Total(key="Idle", observed_ms=3_600_000, attended_ms=0),
        ]
    )

    assert [(row.name, row.time, row.share) for row in rows] == [
        ("Work", "2:00", "67 %"),
        ("Idle", "1:00", "33 %"),
        ("Recorded", "3:00", "100 %"),
    ]


def test_no_totals_have_no_shares() -> None:
    """An empty folder is not an error."""
    assert [(row.name, row.time, row.share) for row in team_totals([])] == [("Recorded", "0:00", "")]


def test_the_bounds_say_what_unclassified_time_leaves_open() -> None:
    """By hand: 429 minutes at the desk, 374 of them work, 35 knowledge, 11 unclassified."""
    assert bounds_note(coverage(a_day().by_kind)) == (
        "With 0:11 unclassified, work is 87 % to 90 % of the time at the desk, knowledge 8 % to 11 %."
    )


def test_where_everything_is_classified_nothing_is_open() -> None:
    """And nobody needs to read it."""
    known = (Total(key="Work", observed_ms=HOUR, attended_ms=HOUR),)

    assert bounds_note(coverage(known)) == ""
    assert bounds_note(coverage(())) == ""


def test_every_row_but_the_last_shows_what_is_behind_it() -> None:
    """An activity alone, a kind with its activities, the sum everything."""
    rows = day_totals(a_day())

    assert [row.asks.text if row.asks is not None else None for row in rows[:2] + rows[-3:]] == [
        'category:"Work"', 'category:"Work / Claims"', "", 'category:"Gap"', None,
    ]  # fmt: skip
