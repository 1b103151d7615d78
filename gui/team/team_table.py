"""The people and days of a team as a model for a table; sorted by name before it comes here, never by a number."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.presenters.team import PersonRow, head
from gui.theme import Appearance
from gui.widgets.row_delegate import BAR_ROLE

Index = QModelIndex | QPersistentModelIndex
TEXT_COLUMNS, RECORDED = 2, 2
"""Name and day come first, then numbers, then the bar."""


class TeamTable(QAbstractTableModel):
    """One row for each person and day."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._head = head()
        self._rows: tuple[PersonRow, ...] = ()

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def bar_column(self) -> int:
        return len(self._head)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._head) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if column == self.bar_column:
            return self._bar(row, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role == Qt.ItemDataRole.FontRole and column == RECORDED:
            return self._appearance.theme.font("strong")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if section == self.bar_column:
            return self.tr("Shares") if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head[section].short
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._head[section].name
        return None

    @staticmethod
    def _bar(row: PersonRow, role: int) -> object:
        if role == BAR_ROLE:
            return row.bar
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return row.bar.says
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        is_text = column < TEXT_COLUMNS or column == self.bar_column
        side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter
