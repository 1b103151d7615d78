"""The employee's day: sentence, lanes, legend, list and totals; never works any of it out."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.access.correcting import Outcome
from gui.presenters.activities import KindChoice
from gui.presenters.day import DayView
from gui.presenters.filtering import Filter
from gui.presenters.picking import Between
from gui.theme import Appearance
from gui.time.day_details import DayDetails
from gui.time.day_filtering import DayFiltering
from gui.time.day_selecting import DaySelecting
from gui.time.day_sentence import DaySentence
from gui.time.lane_picking import PickingLanes
from gui.time.selection_bar import SelectionBar
from gui.time.span_list import SpanList
from gui.time.totals import TARGET, TotalsCard
from gui.time.turn_row import TurnRow
from gui.widgets.buttons import Button
from gui.widgets.empty_note import EmptyNote
from gui.widgets.labels import Card
from gui.widgets.shortcut_keys import bind
from gui.widgets.swatch import Legend


class DayPage(QWidget):
    """Asks for days; shows the one it is given.

    More may be added to it: to `head.row` and `bar` buttons, to `details` cards, and to `selecting` what is done
    about a selection; a further lane is one more of `gui.presenters.lanes.Drawable`.
    """

    notice_wanted = Signal()
    correction_wanted = Signal(object, object)
    """Stretches, and the `Category` that they shall have been."""
    take_back_wanted = Signal(object)
    """The numbers of corrections."""
    undo_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.head = TurnRow(appearance, before=self.tr("Day before"), now=self.tr("Today"), after=self.tr("Day after"))
        self._sentence = DaySentence(appearance)
        self._lanes = PickingLanes(appearance)
        self.bar = SelectionBar(appearance)
        self._legend = Legend(appearance)
        self._list = SpanList(appearance)
        self._totals = TotalsCard(appearance, self.tr("Totals"), can_filter=True)
        self._hour_wanted: tuple[date, int] | None = None
        self.selecting = DaySelecting(self, appearance, self._lanes, self._list, self.bar)
        self.filtering = DayFiltering(self, appearance, self._lanes, self._list, self._totals, self.selecting)
        self.details = DayDetails(appearance, self.filtering.place, self._totals)
        self._empty = EmptyNote(appearance, self.tr("What is recorded?"))
        self._empty.taken.connect(self.notice_wanted)
        self.selecting.correction_wanted.connect(self.correction_wanted)
        self.selecting.take_back_wanted.connect(self.take_back_wanted)
        self.bar.undo_wanted.connect(self.undo_wanted)
        self._sentence.filter_wanted.connect(self.filtering.box.ask)
        self._sentence.stretch_wanted.connect(lambda stretch: self.select((stretch,)))
        bind(QKeySequence.StandardKey.Undo, self, self.undo_wanted.emit, self.tr("Undo the latest correction"))
        self._lay_out()
        self.setFocusProxy(self._list)

    def show_view(self, view: DayView) -> None:
        self.head.show_title(view.title, is_current=view.is_today, short=view.short_title)
        self._sentence.say(view.sentence)
        self._sentence.setVisible(view.empty is None)
        self._lanes.show_day(view.drawable)
        self.bar.setVisible(view.empty is None)
        self._legend.show_kinds(view.kinds)
        self._legend.setVisible(view.empty is None)
        self._totals.show_rows(view.totals)
        self._totals.show_note(view.bounds)
        self._stack.setCurrentIndex(1 if view.empty else 0)
        if view.empty:
            self._empty.show_note(view.empty.glyph, view.empty.head, view.empty.text)
        self.filtering.show_view(view)
        self._look_at_hour(view)
        self.selecting.show_selectable(view.selectable)

    def look_at(self, day: date, wanted: Filter, hour: int | None = None) -> None:
        """Once `day` is shown, show what fits, and zoom to this hour of it."""
        self.filtering.box.ask(wanted)
        self._hour_wanted = None if hour is None else (day, hour)

    def show_choices(self, choices: Sequence[KindChoice]) -> None:
        """What a stretch may be said to have been."""
        self.selecting.show_choices(choices)

    def show_outcome(self, outcome: Outcome) -> None:
        """What was done, or why it was not."""
        self.selecting.show_outcome(outcome)

    def select(self, stretches: Sequence[Between]) -> None:
        """In lanes and list alike, where they can be seen; none of them gives the selection up."""
        self.selecting.select(stretches)
        if stretches:
            self._lanes.bring_in(stretches[0])

    def _look_at_hour(self, view: DayView) -> None:
        if self._hour_wanted is None or self._hour_wanted[0] != view.drawable.day.timeline.day:
            return
        hour = view.drawable.hour(self._hour_wanted[1])
        self._hour_wanted = None
        if hour is not None:
            self._lanes.see(hour)

    def _lay_out(self) -> None:
        page = self._appearance.theme.tokens.space.page
        column = QVBoxLayout(self)
        column.setContentsMargins(page["left"], page["top"], page["right"], page["bottom"])
        column.setSpacing(self._appearance.theme.tokens.space.between_cards)
        column.addWidget(self.head)
        self.head.row.addWidget(self.filtering.box, 1)
        column.addWidget(self._sentence)
        card = Card(self._appearance, padding=1)
        card.rows.setSpacing(0)
        card.rows.addWidget(self._lanes)
        card.rows.addWidget(self.bar)
        column.addWidget(card)
        column.addLayout(self._foot_of_lanes())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.details)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)

    def _foot_of_lanes(self) -> QHBoxLayout:
        """What the patterns mean, and how much of the day is seen."""
        row = QHBoxLayout()
        row.addWidget(self._legend, 1)
        whole = Button(self._appearance, self.tr("See the whole day"), look="link")
        whole.clicked.connect(self._lanes.see_all)
        whole.setFixedHeight(TARGET)
        keeps_its_room = whole.sizePolicy()
        keeps_its_room.setRetainSizeWhenHidden(True)
        whole.setSizePolicy(keeps_its_room)
        whole.hide()
        self._lanes.zoomed.connect(whole.setVisible)
        row.addWidget(whole)
        row.addWidget(self.filtering.note)
        return row
