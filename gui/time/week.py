"""The employee's week: sentence, days, heat map of its hours, and the usual day; never works any of it out."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from gui.presenters.filtering import of_kind
from gui.presenters.heat import MEASURES, TOP_PER_CENT, heat, hour_at
from gui.presenters.kind_names import name_of_kind
from gui.presenters.week import UsualRow, WeekView
from gui.theme import Appearance
from gui.time.filter_box import FilterBox
from gui.time.nothing_recorded import NothingRecorded
from gui.time.turn_row import TurnRow
from gui.time.week_list import WeekList
from gui.time.week_pages import WeekPages
from gui.widgets.choice import Choice
from gui.widgets.heat_map import HeatLegend, HeatMap
from gui.widgets.labels import Card, ElidedLabel, Label, Sentence, rule
from gui.widgets.page_column import page_column
from gui.widgets.swatch import Legend
from reports.week import WEEKS_OF_USUAL, Week


class WeekPage(QWidget):
    """Asks for weeks and days; shows the week it is given."""

    day_wanted = Signal(date)
    today_wanted = Signal()
    figure_wanted = Signal(date, object)
    """A day, and the `Filter` that shows what a number of it is of."""
    hour_wanted = Signal(date, int, object)
    """Likewise of one local hour of a day."""
    filter_wanted = Signal(object)
    """A `Filter`: the numbers of the week shall be of what fits it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._week: Week | None = None
        self._measure = MEASURES[0]
        self.head = TurnRow(
            appearance, before=self.tr("Week before"), now=self.tr("This week"), after=self.tr("Week after")
        )
        self._sentence = Sentence(appearance)
        self._nothing = NothingRecorded(appearance)
        self._nothing.back_wanted.connect(self.today_wanted)
        self._list = WeekList(appearance)
        self._list.day_wanted.connect(self.day_wanted)
        self._list.figure_wanted.connect(self.figure_wanted)
        self.box = FilterBox(appearance, self)
        self.box.changed.connect(self.filter_wanted)
        self.head.row.addWidget(self.box, 1)
        self._legend = Legend(appearance)
        self._map = HeatMap(appearance)
        self._map.activated.connect(self._open_hour)
        self._map.clicked.connect(self._open_hour)
        self._pages = WeekPages(appearance)
        self._pages.filter_wanted.connect(self.box.ask)
        self._whole_of_shares = Label(appearance, role="small", tone="secondary")
        self._usual = QGridLayout()
        self._usual_note = Label(appearance, role="small", tone="tertiary", wrap=True)
        self._lay_out()
        self.setFocusProxy(self._list)

    def show_week(self, week: Week, view: WeekView) -> None:
        self._week = week
        self.head.show_title(view.title, view.number, is_current=view.is_current)
        self._sentence.show_sentence(view.lead, view.sentence)
        self._nothing.show_for(has_data=any(day.strip for day in week.days))
        self._list.show_week(week.days[0].day, view.ticks, view.rows)
        self._legend.show_kinds(view.kinds)
        self._whole_of_shares.setText(
            self.tr("Share of what fits the filter, %") if view.is_filtered else self.tr("Share of recorded time, %")
        )
        self._show_heat()
        self._show_usual(view.usual, is_filtered=view.is_filtered)
        self._pages.show_pages(view.pages)

    def _measure_chosen(self, place: int) -> None:
        self._measure = MEASURES[place]
        self._show_heat()

    def _open_hour(self, index: QModelIndex) -> None:
        """The spans behind a cell."""
        if self._week is not None:
            day, hour = hour_at(self._week, index.row(), index.column())
            self.hour_wanted.emit(day, hour, of_kind(self._measure))

    def _show_heat(self) -> None:
        if self._week is not None:
            kind = name_of_kind(self._measure)
            self._map.show_heat(
                heat(self._week, self._measure), self.tr("Share of {kind} by hour and day").format(kind=kind)
            )

    def _show_usual(self, rows: tuple[UsualRow, ...], *, is_filtered: bool) -> None:
        while (item := self._usual.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        note = self.tr("After five recorded days in the four weeks before, your usual day stands here.")
        if rows:
            note = self.tr(
                "Usual: the middle of your last {weeks} weeks. “About the same” means inside your own day-to-day "
                "spread. Only you see this comparison."
            ).format(weeks=WEEKS_OF_USUAL)
        elif is_filtered:
            note = self.tr("Without a filter, your usual day stands here.")
        self._usual_note.setText(note)
        if not rows:
            return
        right = Qt.AlignmentFlag.AlignRight
        for column, word in enumerate((self.tr("This week"), self.tr("Usual")), start=1):
            self._usual.addWidget(Label(self._appearance, word, role="small", tone="secondary"), 0, column, right)
        for place, row in enumerate(rows):
            at = 2 * place + 1
            self._usual.addWidget(rule(), at, 0, 1, 4)
            self._usual.addWidget(Label(self._appearance, row.name), at + 1, 0)
            self._usual.addWidget(Label(self._appearance, row.this_week, role="strong"), at + 1, 1, right)
            self._usual.addWidget(Label(self._appearance, row.usual, tone="secondary"), at + 1, 2, right)
            self._usual.addWidget(Label(self._appearance, row.verdict, role="small", tone="secondary"), at + 1, 3)

    def _lay_out(self) -> None:
        space = self._appearance.theme.tokens.space
        column = page_column(self._appearance, self)
        column.addWidget(self.head)
        column.addWidget(self._sentence)
        column.addWidget(self._nothing)
        days = Card(self._appearance, padding=1)
        days.rows.addWidget(self._list)
        column.addWidget(days)
        column.addWidget(self._legend)
        row = QHBoxLayout()
        row.setSpacing(space.between_cards)
        row.addWidget(self._heat_card(), 7)
        row.addWidget(self._usual_card(), 5)
        column.addLayout(row)
        column.addStretch()

    def _heat_card(self) -> Card:
        card = Card(self._appearance)
        head = QHBoxLayout()
        head.addWidget(_head(self._appearance, self.tr("Hour by weekday")), 1)
        words = [name_of_kind(kind) for kind in MEASURES]
        choice = Choice(self._appearance, words, self.tr("What the heat map shows"))
        choice.chosen.connect(self._measure_chosen)
        head.addWidget(choice)
        card.rows.addLayout(head)
        card.rows.addWidget(self._map)
        foot = QHBoxLayout()
        foot.addWidget(self._whole_of_shares)
        foot.addStretch()
        foot.addWidget(HeatLegend(self._appearance, TOP_PER_CENT))
        card.rows.addLayout(foot)
        note = self.tr("– less than ten minutes of it in that hour")
        card.rows.addWidget(Label(self._appearance, note, role="small", tone="tertiary"))
        card.rows.addStretch()
        return card

    def _usual_card(self) -> Card:
        card = Card(self._appearance)
        card.rows.addWidget(_head(self._appearance, self.tr("A day this week, and your usual day")))
        self._usual.setColumnStretch(0, 2)
        self._usual.setColumnStretch(3, 2)
        self._usual.setHorizontalSpacing(10)
        self._usual.setVerticalSpacing(3)
        card.rows.addLayout(self._usual)
        card.rows.addSpacing(4)
        card.rows.addWidget(self._usual_note)
        card.rows.addWidget(self._pages)
        card.rows.addStretch()
        return card


def _head(appearance: Appearance, text: str) -> ElidedLabel:
    """Of a card; its tooltip has all of it where there is no room."""
    label = ElidedLabel(appearance, role="strong")
    label.setText(text)
    return label
