"""The days of a week as a model for a table: a picture and figures on one row; never works them out."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.presenters.week import WeekRow, columns
from gui.theme import Appearance
from gui.widgets.row_delegate import OWN_ROLE

Index = QModelIndex | QPersistentModelIndex
DAY, STRIP, FIRST_FIGURE = 0, 1, 2
ROW_ROLE = OWN_ROLE
"""The whole row, for the delegate that paints its picture."""


class WeekTable(QAbstractTableModel):
    """One row for each day, and one for all of them."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._head = columns()
        self._rows: tuple[WeekRow, ...] = ()

    def show_rows(self, rows: tuple[WeekRow, ...]) -> None:
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else FIRST_FIGURE + len(self._head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return row.says if column == STRIP else self._text(row, column)
        return self._look(row, index.row(), column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if role == Qt.ItemDataRole.DisplayRole and section >= FIRST_FIGURE:
            return self._head[section - FIRST_FIGURE]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (self.tr("Day"), self.tr("Picture"), *self._head)[section]
        return None

    @staticmethod
    def _text(row: WeekRow, column: int) -> str:
        if column == DAY:
            return f"{row.name}  {row.number}".rstrip()
        if column == STRIP:
            return ""
        return row.cells[column - FIRST_FIGURE] if row.cells else ""

    def _look(self, row: WeekRow, place: int, column: int, role: int) -> object:
        is_sum = place + 1 == len(self._rows)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.FontRole and (is_sum or (row.is_today and column == DAY) or column == FIRST_FIGURE):
            return self._appearance.theme.font("strong")
        if role == Qt.ItemDataRole.ForegroundRole and column == DAY and not (is_sum or row.is_today):
            return self._appearance.theme.colours.text.secondary
        return None

    @staticmethod
    def _side(column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column >= FIRST_FIGURE else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
