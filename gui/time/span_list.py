"""The list of a day's spans: applications that open to their windows; never groups them itself."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QLineF, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from gui.glyphs import glyph_pixmap
from gui.presenters.picking import Between, joined, meets
from gui.presenters.spans import SpanRow
from gui.theme import Appearance
from gui.time.span_tree import CATEGORY, NAME, STRETCHES_ROLE, TIME, WHEN, WHY, Index, SpanTree
from gui.widgets.row_delegate import SIDE, RowDelegate
from gui.widgets.shortcut_keys import tell_keys
from gui.widgets.shortcut_panes import make_pane

MARK = 12
SPARE = 6
"""Letters are not all as wide as those of the text with the most of them."""
CATEGORY_SHARE = 0.5
LEAST_COLUMN, WHY_WIDTH, LEAST_WIDTH_WITH_WHY = 56, 140, 640


class _Cursor(NamedTuple):
    """Where the keys go on: what stays the same of a row while the day goes on."""

    app: str
    stretches: Sequence[Between]
    """Of a row below it, which begins when it did; empty for the application itself."""
    column: int


class SpanList(QTreeView):
    """Keeps open what was open, and selected what was selected, when the day goes on."""

    picked = Signal(object)
    """The stretches of the rows that the person selected."""
    menu_wanted = Signal(QPoint)
    """What can be done about what is selected, at this place of the screen."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._marking = False
        self._category_width = LEAST_COLUMN
        self._marked: tuple[Between, ...] = ()
        self._appearance = appearance
        self._tree = SpanTree(appearance, self)
        self._delegate = RowDelegate(appearance)
        self.setModel(self._tree)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Spans of the day by application"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        header = self.header()
        header.setMinimumSectionSize(LEAST_COLUMN)
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(WHY, WHY_WIDTH)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.expanded.connect(lambda _index: self.mark(self._marked))
        self.collapsed.connect(lambda _index: self.mark(self._marked))
        make_pane(self)
        tell_keys(
            self,
            self.tr("In the list"),
            [
                (self.tr("↑ ↓"), self.tr("Select the row above or below")),
                (self.tr("Shift+↑ ↓"), self.tr("Select more or fewer rows")),
                (self.tr("→ ←"), self.tr("Open or close an application")),
                (self.tr("Menu"), self.tr("What can be done about the selection")),
            ],
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))

    def show_rows(self, rows: tuple[SpanRow, ...]) -> None:
        open_apps = {self._name(place) for place in range(self._tree.rowCount()) if self.isExpanded(self._at(place))}
        cursor = self._cursor()
        with self._quietly():
            if not self._tree.show_rows(rows):
                return
            for place in range(self._tree.rowCount()):
                if self._name(place) in open_apps:
                    self.expand(self._at(place))
            self.selectionModel().setCurrentIndex(self._place_of(cursor), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._fit_columns()
        self.mark(self._marked)

    def mark(self, stretches: Sequence[Between]) -> None:
        """Select, without telling anybody, the rows that show any of this time; of closed applications their own."""
        self._marked = tuple(stretches)
        found = QItemSelection()
        for place, app in enumerate(self._tree.rows):
            index = self._at(place)
            if not self.isExpanded(index):
                if meets(app.stretches, self._marked):
                    found.select(index, index)
                continue
            for first, last in runs_of([meets(line.stretches, self._marked) for line in app.rows]):
                found.select(self._tree.index(first, NAME, index), self._tree.index(last, NAME, index))
        flags = QItemSelectionModel.SelectionFlag
        with self._quietly():
            self.selectionModel().select(found, flags.ClearAndSelect | flags.Rows)

    def reveal(self) -> None:
        """Open and show what is marked, and go on from there by keys."""
        with self._quietly():
            for place, app in enumerate(self._tree.rows):
                if meets(app.stretches, self._marked):
                    self.expand(self._at(place))
        self.mark(self._marked)
        selected = sorted(self.selectionModel().selectedRows(), key=lambda index: self.visualRect(index).top())
        if selected:
            self.selectionModel().setCurrentIndex(selected[0], QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(selected[0], QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without the reasons where they would leave no room for the names; the tooltips still have them."""
        super().resizeEvent(event)
        self.setColumnHidden(WHY, event.size().width() < LEAST_WIDTH_WITH_WHY)
        self._share_room()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The room before a row: its ground and line go on to the edge, and a mark says whether it opens."""
        colours = self._appearance.theme.colours
        selected = self.selectionModel().isRowSelected(index.row(), index.parent())
        painter.fillRect(rect, QColor(colours.surface.selected if selected else colours.surface.card))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), QColor(colours.accent.base))
        if self._tree.hasChildren(index):
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            mark = glyph_pixmap(name, QColor(colours.text.secondary), MARK, self.devicePixelRatioF())
            painter.drawPixmap(rect.right() - MARK - 1, rect.center().y() - MARK // 2 + 1, mark)
        painter.setPen(QPen(QColor(colours.line.hairline), 1))
        line = QRectF(rect).bottom() - 0.5
        painter.drawLine(QLineF(rect.left(), line, rect.right() + 1, line))

    def _tell(self) -> None:
        if self._marking:
            return
        rows = self.selectionModel().selectedRows()
        self._marked = joined([stretch for index in rows for stretch in index.data(STRETCHES_ROLE)])
        self.picked.emit(self._marked)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What changes meanwhile is not the person's doing."""
        was_marking, self._marking = self._marking, True
        try:
            yield
        finally:
            self._marking = was_marking

    def _fit_columns(self) -> None:
        """By their longest texts: to ask for the size of each of a thousand rows takes too long."""
        rows = [*self._tree.rows, *(line for app in self._tree.rows for line in app.rows)]
        strong = self._appearance.theme.font("strong")
        self.header().resizeSection(WHEN, self._width(WHEN, (row.when for row in rows), self.font()))
        self.header().resizeSection(TIME, self._width(TIME, (row.time for row in rows), strong))
        marks = self._delegate.room_of_marks(with_swatch=True, corrected=any(row.corrected for row in rows))
        self._category_width = self._width(CATEGORY, (row.category for row in rows), self.font()) + marks
        self._share_room()

    def _width(self, column: int, texts: Iterable[str], font: QFont) -> int:
        """Of the longest text, or of the column's name."""
        longest = max(texts, key=len, default="")
        needed = QFontMetrics(font).horizontalAdvance(longest) + 2 * SIDE + SPARE
        return max(needed, self.header().sectionSizeHint(column))

    def _share_room(self) -> None:
        """Names and categories share what the other columns leave; categories get no more than they need."""
        others = sum(self.columnWidth(column) for column in (WHEN, TIME, WHY))
        room = round((self.viewport().width() - others) * CATEGORY_SHARE)
        self.header().resizeSection(CATEGORY, min(self._category_width, room))

    def _cursor(self) -> _Cursor | None:
        current = self.currentIndex()
        if not current.isValid():
            return None
        is_app = not current.parent().isValid()
        app = current.row() if is_app else current.parent().row()
        return _Cursor(self._name(app), () if is_app else current.data(STRETCHES_ROLE), current.column())

    def _place_of(self, cursor: _Cursor | None) -> QModelIndex:
        """The same row wherever it stands now, or its application; nowhere where that is not there any more."""
        for place, app in enumerate(self._tree.rows):
            if cursor is not None and app.name == cursor.app:
                for number, line in enumerate(app.rows):
                    if cursor.stretches and line.stretches[0][0] == cursor.stretches[0][0]:
                        return self._tree.index(number, cursor.column, self._at(place))
                return self._tree.index(place, cursor.column)
        return QModelIndex()

    def _at(self, place: int) -> QModelIndex:
        return self._tree.index(place, NAME)

    def _name(self, place: int) -> str:
        return str(self._at(place).data(Qt.ItemDataRole.DisplayRole))


def runs_of(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """(first, last) of each run of rows that are marked."""
    for is_marked, run in itertools.groupby(range(len(marked)), key=marked.__getitem__):
        places = list(run)
        if is_marked:
            yield places[0], places[-1]
