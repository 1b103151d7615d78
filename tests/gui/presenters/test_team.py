from gui.presenters.strips import Block
from gui.presenters.team import head, team_view
from reports.team import TeamPage
from tests.gui.days import a_team_page

NOTHING = TeamPage(rows=(), by_day=(), totals=(), stale=())


def test_a_row_is_a_person_on_a_day() -> None:
    """290 + 30 + 8 + 10 + 27 minutes are 6:05."""
    view = team_view(a_team_page())

    assert [column.name for column in head()] == [
        "Name", "Day", "Recorded time", "Work", "Knowledge", "Unclassified", "Personal", "Idle", "Not recorded",
    ]  # fmt: skip
    assert view.rows[0].cells == ("A. Brandt", "Mon 2 Mar", "6:05", "4:50", "0:30", "0:10", "0:08", "0:27", "–")
    assert view.rows[1].cells[-1] == "0:12"


def test_people_keep_their_order() -> None:
    """By name, as reports sort them; no number moves anybody."""
    names = [row.cells[0] for row in team_view(a_team_page()).rows]

    assert names == sorted(names)


def test_bars_are_of_one_scale() -> None:
    """The longest is full, the others are shorter in proportion."""
    view = team_view(a_team_page())
    lengths = [row.bar.blocks[-1].end for row in view.rows]

    assert max(lengths) == 1.0
    assert lengths[0] == 365 / 486
    assert view.days[-1].bar.blocks[-1].end == 1.0
    assert view.rows[0].bar.says == "Work 4:50, Knowledge 0:30, Unclassified 0:10, Personal 0:08, Idle 0:27"
    assert view.rows[0].bar.blocks[0] == Block(0.0, 290 / 486, "Work")


def test_whoever_shares_nothing_is_listed_without_a_word_of_blame() -> None:
    """Name, what is known, and the last day."""
    assert team_view(a_team_page()).stale == (
        "E. Ilves: nothing shared yet",
        "P. Rossi: last shared 7 days ago, last day Fri 27 Feb",
    )


def test_an_empty_folder_is_said_in_a_sentence() -> None:
    """Without a number."""
    view = team_view(NOTHING)

    assert (view.lead, view.sentence) == ("", "No totals in this folder yet.")
    assert view.rows == ()
    assert view.days == ()


def test_the_sentence_counts_people_once() -> None:
    """Four people on five days."""
    assert team_view(a_team_page()).sentence == " by 4 people, 76 % work and 11 % knowledge."
