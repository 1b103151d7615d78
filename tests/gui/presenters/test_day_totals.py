from gui.presenters.day_totals import TotalRow, day_totals, team_totals
from reports.shapes import Total
from tests.gui.days import a_day


def test_kinds_stand_above_their_activities() -> None:
    """In the order of kinds, not of size; the longest has the full bar."""
    rows = day_totals(a_day())

    assert [row.name for row in rows] == [
        "Work", "Claims", "Reconciliation", "Correspondence", "Knowledge", "Wiki", "Personal", "Unclassified", "Idle",
        "Private", "Recorded", "Gap, unknown", "First to last",
    ]  # fmt: skip
    assert rows[0] == TotalRow(name="Work", time="6:14", kind="Work", share="79 %", bar=1.0, strong=True)
    assert rows[1] == TotalRow(name="Claims", time="3:40", indent=True)


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
