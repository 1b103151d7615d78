"""The employee's month or year as heat maps of days; never works any of it out."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from gui.presenters.calendar import CalendarView, Measure, MonthView, cell_of, day_at, measure_names
from gui.presenters.heat import TOP_HOURS
from gui.theme import Appearance
from gui.time.nothing_recorded import NothingRecorded
from gui.time.turn_row import TurnRow
from gui.widgets.choice import Choice
from gui.widgets.heat_map import HeatLegend, HeatMap
from gui.widgets.labels import Card, Label, Sentence
from gui.widgets.page_column import page_column

MOST_ACROSS, LEAST_ACROSS, WIDTH_FOR_MOST = 4, 3, 930
"""How many months stand side by side, and from which width on they are the most."""
CELL_OF_MONTH, CELL_OF_YEAR = 48, 24
HEIGHT_OF_MONTH = 6 * CELL_OF_YEAR + 34
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
"""Days by which a key moves."""
Views = Mapping[Measure, CalendarView]


class CalendarPage(QWidget):
    """Asks for months or years and days; shows the one it is given."""

    day_wanted = Signal(date)
    today_wanted = Signal()

    def __init__(self, appearance: Appearance, head: TurnRow, *, months: int) -> None:
        """`months` is 1 or 12."""
        super().__init__()
        self._appearance = appearance
        self.head = head
        self._views: Views = {}
        self._measure = Measure.RECORDED
        self._sentence = Sentence(appearance)
        self._nothing = NothingRecorded(appearance)
        self._nothing.back_wanted.connect(self.today_wanted)
        self._names = tuple(Label(appearance, role="strong") for _ in range(months))
        self._maps: list[HeatMap] = []
        """Made one after the other, when there is something to show."""
        self._firsts: tuple[date, ...] = ()
        self._waiting: list[tuple[int, MonthView]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_next)
        self._across = MOST_ACROSS
        self._table = QGridLayout()
        self._inside = QWidget()
        self._lay_out()

    def show_calendar(self, views: Views) -> None:
        """One for each measure."""
        self._views = views
        self._show(views[self._measure])

    def _show(self, view: CalendarView) -> None:
        self.head.show_title(view.title, is_current=view.is_current)
        self._sentence.show_sentence(view.lead, view.sentence)
        self._nothing.show_for(has_data=bool(view.lead))
        self._firsts = tuple(month.first for month in view.months)
        self._waiting = list(enumerate(view.months))
        while self._waiting and (self._waiting[0][0] < len(self._maps) or len(self._names) == 1):
            self._show_next()
        if self._waiting:
            self._inside.setUpdatesEnabled(False)  # each further month would paint the others again
            self._timer.start()

    def _show_next(self) -> None:
        """One month: all twelve for the first time would hold everything else up for longer than a blink."""
        place, month = self._waiting.pop(0)
        if place == len(self._maps):
            self._make_map(place)
        self._show_month(self._names[place], self._maps[place], month)
        self._put_cursor(self._maps[place], month)
        if not self._waiting:
            self._timer.stop()
            self._inside.setUpdatesEnabled(True)

    def _make_map(self, place: int) -> None:
        is_only = len(self._names) == 1
        heat = HeatMap(self._appearance, CELL_OF_MONTH if is_only else CELL_OF_YEAR, fills=is_only)
        heat.activated.connect(partial(self._open, place))
        heat.clicked.connect(partial(self._open, place))
        heat.installEventFilter(self)
        self._maps.append(heat)
        self._place_map(place)
        if place == 0:
            self.setFocusProxy(heat)
            if self.hasFocus():
                heat.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is less room, fewer months stand side by side."""
        super().resizeEvent(event)
        across = MOST_ACROSS if event.size().width() >= WIDTH_FOR_MOST else LEAST_ACROSS
        if across != self._across and len(self._names) > 1:
            self._across = across
            self._place_all()

    def _place_all(self) -> None:
        for place, name in enumerate(self._names):
            row, column = divmod(place, self._across)
            self._table.addWidget(name, 2 * row, column)
        for place in range(len(self._maps)):
            self._place_map(place)
        rows = len(self._names) // LEAST_ACROSS
        for row in range(rows):
            is_used = row * self._across < len(self._names)
            self._table.setRowMinimumHeight(2 * row + 1, HEIGHT_OF_MONTH if is_used else 0)
        self._table.setRowStretch(2 * rows, 1)
        for column in range(MOST_ACROSS):
            self._table.setColumnStretch(column, int(column < self._across))

    def _place_map(self, place: int) -> None:
        row, column = divmod(place, self._across)
        top = Qt.AlignmentFlag.AlignTop if len(self._names) > 1 else Qt.AlignmentFlag(0)
        self._table.addWidget(self._maps[place], 2 * row + 1, column, top)

    def _show_month(self, name: Label, heat: HeatMap, month: MonthView) -> None:
        name.setText(month.name)
        measure = measure_names()[list(Measure).index(self._measure)]
        heat.show_heat(month.heat, self.tr("{measure} by day, {month}").format(measure=measure, month=month.name))

    def _put_cursor(self, heat: HeatMap, month: MonthView) -> None:
        """Where it was; otherwise on today, where the keys are to begin, or on the first day."""
        if month.has_today:
            is_here = self.hasFocus()
            self.setFocusProxy(heat)
            if is_here:
                heat.setFocus()
        if heat.currentIndex().isValid():
            return
        cells = [(row, column) for row, line in enumerate(month.heat.cells) for column, cell in enumerate(line)]
        today = [at for at in cells if month.heat.cells[at[0]][at[1]].is_today]
        heat.setCurrentIndex(heat.model().index(*(today or [cell_of(month.first)])[0]))

    def _measure_chosen(self, place: int) -> None:
        self._measure = list(Measure)[place]
        if self._views:
            self._show(self._views[self._measure])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from day to day, also into the next month."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in STEPS:
            place = next((at for at, heat in enumerate(self._maps) if heat is watched), None)
            if place is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return self._go(place, STEPS[Qt.Key(event.key())])
        return super().eventFilter(watched, event)

    def _go(self, place: int, by: int) -> bool:
        """Whether there was a day to go from."""
        index = self._maps[place].currentIndex()
        if not index.isValid() or not self._firsts:
            return False
        first = self._firsts[place]
        day = day_at(first, index.row(), index.column())
        wanted = day + timedelta(days=by) if day.month == first.month else first
        to = next((at for at, month in enumerate(self._firsts) if month == wanted.replace(day=1)), None)
        if to is not None and to < len(self._maps):
            heat = self._maps[to]
            heat.setCurrentIndex(heat.model().index(*cell_of(wanted)))
            heat.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _open(self, place: int, index: QModelIndex) -> None:
        day = day_at(self._firsts[place], index.row(), index.column())
        if day.month == self._firsts[place].month:
            self.day_wanted.emit(day)

    def _lay_out(self) -> None:
        column = page_column(self._appearance, self)
        column.addWidget(self.head)
        column.addWidget(self._sentence)
        column.addWidget(self._nothing)
        card = Card(self._appearance)
        card.rows.addLayout(self._measures())
        card.rows.addWidget(self._grid(), 1)
        column.addWidget(card, 1)

    def _measures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        choice = Choice(self._appearance, measure_names(), self.tr("What the calendar shows"))
        choice.chosen.connect(self._measure_chosen)
        row.addWidget(choice)
        row.addStretch()
        row.addWidget(Label(self._appearance, self.tr("Hours a day"), role="small", tone="secondary"))
        row.addWidget(HeatLegend(self._appearance, TOP_HOURS))
        return row

    def _grid(self) -> QWidget:
        inside = self._inside
        grid = self._table
        inside.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        if len(self._names) > 1:
            self._place_all()
        scrolled = QScrollArea()
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(inside)
        return scrolled
