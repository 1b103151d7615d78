"""A week as a list of days, each with its strip and figures; enter opens the day."""

from datetime import date

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView

from gui.presenters.axis import Tick
from gui.presenters.durations import NOTHING
from gui.presenters.local_formats import local_formats
from gui.presenters.week import WeekRow, column_filters
from gui.theme import Appearance
from gui.time.lanes import VEIL
from gui.time.week_table import DAY, FIRST_FIGURE, ROW_ROLE, STRIP, WeekTable
from gui.widgets.blocks import paint_blocks
from gui.widgets.row_delegate import RowDelegate
from gui.widgets.shortcut_keys import tell_keys
from gui.widgets.shortcut_panes import make_pane
from gui.widgets.strip import STRIP_HEIGHT, paint_hours

ROW_HEIGHT = 36
ROOM_AROUND, LEAST_STRIP = 20, 140


class _Hours(QHeaderView):
    """The names of the columns, and above the strips the hours."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._appearance = appearance
        self._ticks: tuple[Tick, ...] = ()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def show_ticks(self, ticks: tuple[Tick, ...]) -> None:
        self._ticks = ticks
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        super().paintSection(painter, rect, section)
        if section == STRIP:
            theme = self._appearance.theme
            height = QFontMetricsF(theme.font("caption")).height()
            top = rect.bottom() - height - 4
            painter.save()
            paint_hours(painter, theme, self._ticks, QRectF(rect.left(), top, rect.width(), height))
            painter.restore()


class _DayDelegate(RowDelegate):
    """Paints the strip of a day on the hours of the week."""

    ticks: tuple[Tick, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if index.column() == STRIP and isinstance(row, WeekRow) and (row.blocks or row.number):
            self._paint_strip(painter, row, QRectF(option.rect))

    def _paint_strip(self, painter: QPainter, row: WeekRow, area: QRectF) -> None:
        theme = self._appearance.theme
        painter.setPen(QPen(QColor(theme.colours.line.hairline), 1))
        for tick in self.ticks:
            across = round(area.left() + tick.at * (area.width() - 1)) + 0.5
            painter.drawLine(QLineF(across, area.top(), across, area.bottom()))
        place = QRectF(area.left(), area.bottom() - STRIP_HEIGHT - 2, area.width(), STRIP_HEIGHT)
        if row.blocks:
            paint_blocks(painter, theme, row.blocks, place, QColor(theme.colours.surface.card))
            self._paint_veil(painter, row, area)
            return
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.colours.text.tertiary))
        painter.drawText(
            place.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row.says
        )

    def _paint_veil(self, painter: QPainter, row: WeekRow, area: QRectF) -> None:
        """What does not fit the filter is hardly seen."""
        veil = QColor(self._appearance.theme.colours.surface.card)
        veil.setAlpha(VEIL)
        for start, end in row.veiled:
            left, right = (round(area.left() + at * area.width()) for at in (start, end))
            if right > left:
                painter.fillRect(QRectF(left, area.top() + 1, right - left, area.height() - 3), veil)


class WeekList(QTableView):
    """Asks for the day that is opened, and for the spans behind a number."""

    day_wanted = Signal(date)
    figure_wanted = Signal(date, object)
    """The day, and the `Filter` that shows what the number is of."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._table = WeekTable(appearance, self)
        self._delegate = _DayDelegate(appearance)
        self._hours = _Hours(appearance)
        self._monday: date | None = None
        self._least_day_width = _widest_day(QFontMetrics(appearance.theme.font("strong"))) + ROOM_AROUND
        self.setModel(self._table)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._hours)
        self.setAccessibleName(self.tr("Days of the week"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        make_pane(self)
        tell_keys(
            self,
            self.tr("In the days of the week"),
            [
                (self.tr("↑ ↓ ← →"), self.tr("Go to another day or number")),
                (self.tr("Enter"), self.tr("Open the day; on a number, the spans behind it")),
            ],
        )
        self.activated.connect(self._open)
        self.clicked.connect(self._open_figure)

    def show_week(self, monday: date, ticks: tuple[Tick, ...], rows: tuple[WeekRow, ...]) -> None:
        """`rows` are the days from `monday` on, and their sum."""
        was_at = self.currentIndex()
        row, column = was_at.row(), was_at.column()
        self._monday = monday
        self._delegate.ticks = ticks
        self._hours.show_ticks(ticks)
        self._table.show_rows(rows)
        if row >= 0:
            self.setCurrentIndex(self._table.index(row, column))
        self._share_room()
        self.setFixedHeight(self._hours.sizeHint().height() + ROW_HEIGHT * len(rows) + 2 * self.frameWidth())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own, handed on
        self._share_room()

    def _share_room(self) -> None:
        """The strips get what days and figures leave."""
        figures = range(FIRST_FIGURE, self._table.columnCount())
        widths = {column: self._hours.sectionSizeHint(column) + ROOM_AROUND // 2 for column in figures}
        widths[DAY] = max(self.sizeHintForColumn(DAY), self._least_day_width)
        widths[STRIP] = max(LEAST_STRIP, self.viewport().width() - sum(widths.values()))
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _open(self, index: QModelIndex) -> None:
        day = self._day_at(index)
        if day is None:
            return
        if index.column() >= FIRST_FIGURE:
            self._open_figure(index)
        else:
            self.day_wanted.emit(day)

    def _open_figure(self, index: QModelIndex) -> None:
        day = self._day_at(index)
        if day is not None and index.column() >= FIRST_FIGURE and index.data() not in {"", NOTHING}:
            self.figure_wanted.emit(day, column_filters()[index.column() - FIRST_FIGURE])

    def _day_at(self, index: QModelIndex) -> date | None:
        """None in the row of sums."""
        if self._monday is None or index.row() + 1 >= self._table.rowCount():
            return None
        return date.fromordinal(self._monday.toordinal() + index.row())


def _widest_day(metrics: QFontMetrics) -> int:
    return max(metrics.horizontalAdvance(f"{name}  30") for name in local_formats().short_weekdays)
