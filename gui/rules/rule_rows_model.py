"""The rows of the rule list for Qt, with the drop of a dragged one; never moves a rule itself."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from gui.presenters.rule_rows import RuleRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
DRAGGED = "application/x-engineroom-rule"
NOWHERE = QModelIndex()


class RuleRowsModel(QAbstractListModel):
    """One row for each rule and each head."""

    dropped = Signal(int, int)
    """From and to, as places among the person's own rules."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[RuleRow] = ()

    def show_rows(self, rows: Sequence[RuleRow]) -> None:
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return row.says
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = self.rows[index.row()]
        if row.is_head:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if row.at is None else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(DRAGGED, str(self.rows[indexes[0].row()].at).encode())
        return data

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index) -> bool:
        return data.hasFormat(DRAGGED) and row > self._head

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index) -> bool:
        """Nothing is moved here: whoever hears of it shows the rows anew."""
        at = int(bytes(data.data(DRAGGED).data()))
        to = row - self._head - 1
        self.dropped.emit(at, to - 1 if to > at else to)
        return False

    @property
    def _head(self) -> int:
        """The row of the head above the person's own rules."""
        return max((number for number, row in enumerate(self.rows) if row.is_head), default=-1)
