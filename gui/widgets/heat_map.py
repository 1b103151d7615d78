"""A heat map as a table: a number in every cell, its ground the step; never works out a share."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.presenters.heat import STEPS, Heat, HeatCell
from gui.theme import Appearance, Theme
from gui.widgets.shortcut_keys import tell_keys
from gui.widgets.shortcut_panes import make_pane

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 4
ROW_HEIGHT, LEAST_WIDTH, TALL = 36, 24, 30
LEGEND_WIDTH, LEAST_LEGEND, BESIDE_NAME = 240, 140, 10
NO_HEAT = Heat(rows=(), columns=(), cells=())


class _HeatTable(QAbstractTableModel):
    """The cells of a heat map."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heat = NO_HEAT

    def show_heat(self, heat: Heat) -> None:
        if heat == self._heat:
            return
        self.beginResetModel()
        self._heat = heat
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heat.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heat.columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """Their names."""
        return self._heat.columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A place without a word is nobody's: no key and no press leads there."""
        is_used = index.isValid() and bool(self._heat.cells[index.row()][index.column()].says)
        return super().flags(index) if is_used else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._heat.cells[index.row()][index.column()]
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        return cell.says if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole} else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return (self._heat.columns if orientation is Qt.Orientation.Horizontal else self._heat.rows)[section]
        return None


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell in the colour of its step; an outline where there is too little to say."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, HeatCell):
            return
        theme = self._appearance.theme
        if not cell.says:
            return
        area = QRectF(option.rect).adjusted(0, 0, -1, -1)
        painter.setFont(theme.font("small"))
        paint_cell(painter, theme, cell.step, area)
        painter.setPen(_ink(theme, cell.step))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cell.text)
        if cell.is_today:
            painter.setPen(QPen(_ink(theme, cell.step), 2))
            painter.drawRect(area.adjusted(4, 4, -4, -4) if area.height() > TALL else area.adjusted(2, 2, -2, -2))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.colours.accent.focus), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))


class HeatMap(QTableView):
    """Moves by cells with the arrow keys; each says what it shows."""

    def __init__(self, appearance: Appearance, row_height: int = ROW_HEIGHT, *, fills: bool = False) -> None:
        """With `fills`, rows are as high as there is room for, and `row_height` at least."""
        super().__init__()
        self._fills = fills
        self._row_height = row_height
        self._table = _HeatTable(self)
        self._delegate = _CellDelegate(appearance)
        self.setModel(self._table)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        make_pane(self)
        tell_keys(
            self,
            self.tr("In a heat map"),
            [
                (self.tr("↑ ↓ ← →"), self.tr("Go to another cell")),
                (self.tr("Enter"), self.tr("Open the day of the cell")),
            ],
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setMinimumSectionSize(LEAST_WIDTH)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setHighlightSections(False)
        mode = QHeaderView.ResizeMode.Stretch if fills else QHeaderView.ResizeMode.Fixed
        self.verticalHeader().setSectionResizeMode(mode)
        self.verticalHeader().setMinimumSectionSize(row_height)
        self.verticalHeader().setDefaultSectionSize(row_height)
        small = QFontMetrics(appearance.theme.font("base"))
        self.verticalHeader().setMinimumWidth(small.horizontalAdvance("00") + 2 * BESIDE_NAME)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalHeader().setHighlightSections(False)

    def show_heat(self, heat: Heat, name: str) -> None:
        """`name` says of what the shares are; the keys go on from the same place, if it is used still."""
        at, before = self.currentIndex(), self._table.columns
        self._table.show_heat(heat)
        if at.isValid():
            self.setCurrentIndex(self._table.index(at.row(), _same_column(at.column(), before, heat.columns)))
        self.setAccessibleName(name)
        height = self.horizontalHeader().sizeHint().height() + self._row_height * len(heat.rows) + 2 * self.frameWidth()
        names = self.verticalHeader().sizeHint().width()
        self.setMinimumWidth(names + LEAST_WIDTH * len(heat.columns) + 2 * self.frameWidth())
        if self._fills:
            self.setMinimumHeight(height)
        else:
            self.setFixedHeight(height)


def _same_column(column: int, before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """The one of the same name, which may have come by another place; `T` may be Tuesday or Thursday, and stays."""
    name = before[column]
    return after.index(name) if after.count(name) == 1 else column


class HeatLegend(QWidget):
    """The steps from nothing to the top, with their ends in numbers."""

    def __init__(self, appearance: Appearance, top: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._top = top
        self.setFixedHeight(16)
        self.setMinimumWidth(LEAST_LEGEND)
        self.setAccessibleName(self.tr("From 0 to {top} and more").format(top=top))

    def sizeHint(self) -> QSize:
        return QSize(LEGEND_WIDTH, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        with QPainter(self) as painter:
            painter.setFont(theme.font("small"))
            metrics = painter.fontMetrics()
            top = f"{self._top} +"
            left, right = metrics.horizontalAdvance("0") + 6, self.width() - metrics.horizontalAdvance(top) - 6
            width = (right - left) / (STEPS + 1)
            for step in range(STEPS + 1):
                area = QRectF(round(left + step * width), 3, round(width) - 1, 10)
                paint_cell(painter, theme, step, area)
            painter.setPen(QColor(theme.colours.text.secondary))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "0")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, top)


def paint_cell(painter: QPainter, theme: Theme, step: int | None, area: QRectF) -> None:
    ramp = theme.colours.heat.ramp
    if step is not None:
        painter.fillRect(area, QColor(ramp[min(step, len(ramp) - 1)]))
    if step is None or len(ramp) == 1:
        painter.setPen(QPen(QColor(theme.colours.line.hairline), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _ink(theme: Theme, step: int | None) -> QColor:
    if step is None:
        return QColor(theme.colours.text.tertiary)
    return QColor(theme.colours.heat.ink[min(step, len(theme.colours.heat.ink) - 1)])
