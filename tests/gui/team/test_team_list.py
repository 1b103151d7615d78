from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.presenters.team import team_view
from gui.team.team_list import TeamList
from gui.team.team_table import TeamTable
from gui.theme import Appearance
from tests.gui.days import a_team_page

ROWS = team_view(a_team_page()).rows


def test_the_model_keeps_qts_rules(appearance: Appearance, qtmodeltester: ModelTester) -> None:
    """As Qt's own tester sees them."""
    table = TeamTable(appearance)
    table.show_rows(ROWS)
    qtmodeltester.check(table)


def test_short_heads_have_their_full_names(appearance: Appearance) -> None:
    """For whoever hears them or points at them."""
    table = TeamTable(appearance)
    across = Qt.Orientation.Horizontal

    assert table.headerData(4, across) == "Knowl."
    assert table.headerData(4, across, Qt.ItemDataRole.AccessibleTextRole) == "Knowledge"
    assert table.headerData(8, across, Qt.ItemDataRole.ToolTipRole) == "Not recorded"


def test_a_bar_can_be_heard(appearance: Appearance) -> None:
    """The same in words."""
    table = TeamTable(appearance)
    table.show_rows(ROWS)
    bar = table.index(0, table.bar_column)

    assert bar.data() is None
    assert str(bar.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Work 4:50, Knowledge 0:30")


def test_bars_give_way_to_numbers(appearance: Appearance, qtbot: QtBot) -> None:
    """In a narrow window every number is still seen."""
    view = TeamList(appearance)
    qtbot.addWidget(view)
    view.show_rows(ROWS)
    view.show()
    view.resize(1100, 300)
    assert not view.isColumnHidden(9)
    view.resize(700, 300)

    assert view.isColumnHidden(9)
