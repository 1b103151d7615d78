"""A table of words is as high as its rows, opens by key and pointer, and leaves out what there is no room for."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from gui.theme import Appearance
from gui.widgets.words_table import WordsTable

ADD_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
HEAD = ("Kind", "Contains", "Rows")
ROWS = [("Spans", "What was in front", "18"), ("Gaps", "When nothing was seen", "2"), ("Totals", "Time", "7")]


@pytest.fixture
def table(appearance: Appearance, qtbot: QtBot) -> WordsTable:
    made = WordsTable(appearance, "What is stored", HEAD, numbers=(2,), wide=(1,), spare=1, most_rows=3)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_it_is_as_high_as_its_rows_up_to_a_limit(table: WordsTable) -> None:
    """Each row adds its height; the fourth scrolls."""
    heights = []
    for count in (1, 2, 3, 4):
        table.show_rows((ROWS * 2)[:count])
        heights.append(table.sizeHint().height())

    row = table.rowHeight(0)
    assert heights[1] - heights[0] == row
    assert heights[2] - heights[1] == row
    assert heights[3] == heights[2]


def test_a_row_is_opened_by_return(table: WordsTable, qtbot: QtBot) -> None:
    """As by pressing it twice."""
    table.show_rows(ROWS)
    table.setCurrentCell(1, 0)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert opened.args == [1]
    assert table.selected == (1,)


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_what_was_selected_stays_when_rows_are_read_again(
    table: WordsTable, qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    """Where it is still there, even while the key is held that takes single rows out of a selection."""
    table.show_rows(ROWS)
    table.selectRow(0)
    table.selectionModel().select(table.model().index(2, 0), ADD_ROW)
    qtbot.keyPress(table, Qt.Key.Key_Control, held)
    table.show_rows(ROWS)
    whole = table.selected
    table.show_rows(ROWS[:1])
    qtbot.keyRelease(table, Qt.Key.Key_Control)

    assert whole == (0, 2)
    assert table.selected == (0,)


def test_numbers_stand_at_the_right_and_long_cells_tell_all(table: WordsTable) -> None:
    """By their tooltip."""
    table.show_rows(ROWS)
    number, words = table.item(0, 2), table.item(0, 1)

    assert number is not None
    assert words is not None
    assert Qt.AlignmentFlag(number.textAlignment()) & Qt.AlignmentFlag.AlignRight
    assert words.toolTip() == "What was in front"


def test_the_spare_column_goes_where_there_is_no_room(table: WordsTable) -> None:
    """And comes back."""
    table.show_rows(ROWS)
    assert not table.isColumnHidden(1)
    table.resize(200, 300)
    assert table.isColumnHidden(1)
    table.resize(600, 300)

    assert not table.isColumnHidden(1)
