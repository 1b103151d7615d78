"""A table of words that is as high as its rows, up to a limit; never sorts and never knows what they mean."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from gui.theme import Appearance
from gui.widgets.row_delegate import RowDelegate

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
EDGE = 2
LEAST_WIDTH = 130


class WordsTable(QTableWidget):
    """The first column is set strong; `numbers` stand at the right."""

    opened = Signal(int)
    """The place of a row: it was pressed twice, or Return was."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        head: Sequence[str],
        *,
        numbers: Collection[int] = (),
        wide: Collection[int] = (),
        spare: int | None = None,
        most_rows: int = 8,
    ) -> None:
        """`wide` columns share the room that is left, and `spare`, one of them, goes where there is too little.

        More rows than `most_rows` scroll.
        """
        super().__init__(0, len(head))
        self._appearance = appearance
        self._numbers = numbers
        self._wide = wide
        self._spare = spare
        self._most_rows = most_rows
        self._delegate = RowDelegate(appearance)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(appearance.theme.tokens.space.row)
        for place, text in enumerate(head):
            self.setHorizontalHeaderItem(place, self._cell(text, place))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for place in wide:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.cellDoubleClicked.connect(lambda row, _column: self.opened.emit(row))

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """What was selected is selected still where it is there, whichever keys are held meanwhile."""
        current, selected = self.currentRow(), self.selected
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = self._cell(text, column)
                if column == 0:
                    cell.setFont(self._appearance.theme.font("strong"))
                self.setItem(place, column, cell)
        self._select(current, selected)
        self._share_room()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @property
    def selected(self) -> tuple[int, ...]:
        """The places of the rows that are selected."""
        return tuple(sorted({index.row() for index in self.selectionModel().selectedRows()}))

    def sizeHint(self) -> QSize:
        rows = min(self.rowCount(), self._most_rows)
        heights = sum(self.rowHeight(row) for row in range(rows))
        bar = self.horizontalScrollBar().height() if self.horizontalScrollBar().isVisible() else 0
        return QSize(super().sizeHint().width(), self.horizontalHeader().height() + heights + bar + EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected:
            self.opened.emit(self.currentRow())
            return
        super().keyPressEvent(event)

    def _select(self, current: int, rows: Sequence[int]) -> None:
        flags, model = QItemSelectionModel.SelectionFlag, self.model()
        found = QItemSelection()
        for row in rows:
            if row < self.rowCount():
                found.select(model.index(row, 0), model.index(row, self.columnCount() - 1))
        if current < self.rowCount():
            self.selectionModel().setCurrentIndex(model.index(current, 0), flags.NoUpdate)
        self.selectionModel().select(found, flags.ClearAndSelect)

    def _share_room(self) -> None:
        if self._spare is not None:
            narrow = sum(self.columnWidth(column) for column in range(self.columnCount()) if column not in self._wide)
            self.setColumnHidden(self._spare, self.viewport().width() - narrow < LEAST_WIDTH * len(self._wide))

    def _cell(self, text: str, column: int) -> QTableWidgetItem:
        cell = QTableWidgetItem(text)
        cell.setTextAlignment(RIGHT if column in self._numbers else LEFT)
        cell.setToolTip(text)
        return cell
