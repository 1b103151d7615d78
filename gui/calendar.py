"""The employee's month or year as heat maps of days; never works any of it out."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.choice import Choice
from gui.heat_map import HeatLegend, HeatMap
from gui.labels import Card, Label, Sentence
from gui.presenters.calendar import CalendarView, Measure, MonthView, day_at, measure_names
from gui.presenters.heat import TOP_HOURS
from gui.theme import Appearance
from gui.turn_row import TurnRow

MONTHS_ACROSS = 4
CELL_OF_MONTH, CELL_OF_YEAR = 64, 22
ViewBy = Callable[[Measure], CalendarView]


class CalendarPage(QWidget):
    """Asks for months or years and days; shows the one it is given."""

    day_wanted = Signal(date)

    def __init__(self, appearance: Appearance, head: TurnRow, *, months: int) -> None:
        """`months` is 1 or 12."""
        super().__init__()
        self._appearance = appearance
        self.head = head
        self._view_by: ViewBy | None = None
        self._measure = Measure.RECORDED
        self._sentence = Sentence(appearance)
        self._names = tuple(Label(appearance, role="strong") for _ in range(months))
        self._maps = tuple(
            HeatMap(appearance, CELL_OF_MONTH if months == 1 else CELL_OF_YEAR, names_rows=months == 1)
            for _ in range(months)
        )
        self._firsts: tuple[date, ...] = ()
        for place, heat in enumerate(self._maps):
            heat.activated.connect(partial(self._open, place))
        self._lay_out()
        self.setFocusProxy(self._maps[0])

    def show_calendar(self, view_by: ViewBy) -> None:
        self._view_by = view_by
        self._show(view_by(self._measure))

    def _show(self, view: CalendarView) -> None:
        self.head.show_title(view.title, is_current=view.is_current)
        self._sentence.show_sentence(view.lead, view.sentence)
        self._firsts = tuple(month.first for month in view.months)
        for name, heat, month in zip(self._names, self._maps, view.months, strict=True):
            self._show_month(name, heat, month)

    def _show_month(self, name: Label, heat: HeatMap, month: MonthView) -> None:
        name.setText(month.name)
        measure = measure_names()[list(Measure).index(self._measure)]
        heat.show_heat(month.heat, self.tr("{measure} by day, {month}").format(measure=measure, month=month.name))

    def _measure_chosen(self, place: int) -> None:
        self._measure = list(Measure)[place]
        if self._view_by is not None:
            self._show(self._view_by(self._measure))

    def _open(self, place: int, index: QModelIndex) -> None:
        day = day_at(self._firsts[place], index.row(), index.column())
        if day.month == self._firsts[place].month:
            self.day_wanted.emit(day)

    def _lay_out(self) -> None:
        space = self._appearance.theme.tokens.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space.page["left"], space.page["top"], space.page["right"], space.page["bottom"])
        column.setSpacing(space.between_cards)
        column.addWidget(self.head)
        column.addWidget(self._sentence)
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
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        for place, (name, heat) in enumerate(zip(self._names, self._maps, strict=True)):
            row, across = divmod(place, MONTHS_ACROSS)
            if len(self._maps) > 1:
                grid.addWidget(name, 2 * row, across)
            grid.addWidget(heat, 2 * row + 1, across, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(grid.rowCount(), 1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(inside)
        return scrolled
