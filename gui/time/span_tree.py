"""The spans of a day as a model for a tree view: applications, then titles; never groups them itself."""

from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.presenters.spans import SpanRow
from gui.theme import Appearance
from gui.widgets.plain_tip import plain_tip
from gui.widgets.row_delegate import CORRECTED_ROLE, KIND_ROLE, OWN_ROLE

Index = QModelIndex | QPersistentModelIndex
STRETCHES_ROLE = OWN_ROLE
NAME, WHEN, TIME, CATEGORY, WHY = range(5)


@dataclass(eq=False, slots=True)
class _Node:
    """One row and its place, as Qt's indexes point at it."""

    row: SpanRow
    place: int
    parent: "_Node | None" = None
    below: list["_Node"] = field(default_factory=list)


class SpanTree(QAbstractItemModel):
    """Two levels and five columns."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._top: list[_Node] = []
        self._shown: tuple[SpanRow, ...] = ()

    @property
    def rows(self) -> tuple[SpanRow, ...]:
        """What is shown, in its order."""
        return self._shown

    def show_rows(self, rows: tuple[SpanRow, ...]) -> bool:
        """Whether anything changed, and with it every index."""
        if rows == self._shown:
            return False
        self.beginResetModel()
        self._shown = rows
        self._top = [_Node(row, place) for place, row in enumerate(rows)]
        for node in self._top:
            node.below = [_Node(row, place, node) for place, row in enumerate(node.row.rows)]
        self.endResetModel()
        return True

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        nodes = self._node(parent).below if parent.isValid() else self._top
        return self.createIndex(row, column, nodes[row])

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() is another overload
        above = self._node(child).parent if child.isValid() else None
        return self.createIndex(above.place, 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if not parent.isValid():
            return len(self._top)
        return len(self._node(parent).below) if parent.column() == 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:
        return 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node, column = self._node(index), index.column()
        row = node.row
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, row.when, row.time, row.category, row.why)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(part for part in (row.name, row.category, row.why) if part))
        if role == STRETCHES_ROLE:
            return row.stretches
        return self._category(row, role) if column == CATEGORY else self._look(node, column, role)

    def _category(self, row: SpanRow, role: int) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole and row.corrected:
            return self.tr("{category}, corrected by you").format(category=row.category)
        return {KIND_ROLE: row.kind, CORRECTED_ROLE: row.corrected}.get(role)

    def _look(self, node: _Node, column: int, role: int) -> object:
        theme = self._appearance.theme
        if role == Qt.ItemDataRole.TextAlignmentRole and column == TIME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and node.parent is None and column in {NAME, TIME}:
            return theme.font("strong")
        if role == Qt.ItemDataRole.ForegroundRole and column in {WHEN, WHY}:
            return theme.colours.text.secondary
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == TIME else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Application and window"),
            self.tr("When"),
            self.tr("Time"),
            self.tr("Category"),
            self.tr("Why"),
        )[section]

    @staticmethod
    def _node(index: Index) -> _Node:
        node: _Node = index.internalPointer()
        return node
