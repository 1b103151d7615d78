from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.presenters.team import team_view
from gui.team.supervisor import SupervisorPage
from gui.theme import Appearance
from tests.gui.days import a_team_page


def texts(page: SupervisorPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def opened(look: Appearance, qtbot: QtBot) -> SupervisorPage:
    page = SupervisorPage(look)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    return page


def test_before_a_folder_is_chosen_one_is_asked_for(appearance: Appearance, qtbot: QtBot) -> None:
    """One sentence, one action."""
    page = opened(appearance, qtbot)
    assert "No folder chosen yet" in texts(page)
    with qtbot.waitSignal(page.folder_wanted):
        page._empty.taken.emit()


def test_people_days_and_those_who_are_missing_are_shown(appearance: Appearance, qtbot: QtBot) -> None:
    """A table, bars by day, totals, and a list of old or missing files."""
    page = opened(appearance, qtbot)
    page.show_view(team_view(a_team_page()), "/srv/team")

    assert page._table.model().rowCount() == 20
    assert {"/srv/team", "By day", "Fri 6 Mar", "Total", "Old or missing"} <= texts(page)
    assert "E. Ilves: nothing shared yet\nP. Rossi: last shared 7 days ago, last day Fri 27 Feb" in texts(page)


def test_no_column_sorts(appearance: Appearance, qtbot: QtBot) -> None:
    """Sorted by a number, names would be a rank."""
    page = opened(appearance, qtbot)

    assert not page._table.isSortingEnabled()


def test_a_folder_that_cannot_be_read_is_said_instead(appearance: Appearance, qtbot: QtBot) -> None:
    """And the way out is the same button."""
    page = opened(appearance, qtbot)
    page.show_view(team_view(a_team_page()), "/srv/team")
    page.show_nothing("/srv/away cannot be read: No such file", "name the folder that people share to", "/srv/away")

    assert {"/srv/away cannot be read: No such file", "name the folder that people share to"} <= texts(page)
    assert "/srv/away" in texts(page)
    assert not {"By day", "/srv/team"} & texts(page)
