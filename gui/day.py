"""The employee's day: sentence, lanes, legend, list and totals; never works any of it out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.buttons import Button
from gui.empty_note import EmptyNote
from gui.labels import Card, Label, Sentence
from gui.lanes import DayLanes
from gui.presenters.day import DayView
from gui.span_list import SpanList
from gui.swatch import Legend
from gui.theme import Appearance
from gui.totals import TotalsCard

BACK, TODAY, ON = -1, 0, 1


class DayPage(QWidget):
    """Asks for days; shows the one it is given."""

    turned = Signal(int)
    """-1 for the day before, 1 for the day after, 0 for today."""
    share_wanted = Signal()
    notice_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._title = Label(appearance, role="title")
        self._sentence = Sentence(appearance)
        self._lanes = DayLanes(appearance)
        self._legend = Legend(appearance)
        self._list = SpanList(appearance)
        self._totals = TotalsCard(appearance, self.tr("Totals"))
        self._empty = EmptyNote(appearance, self.tr("What is recorded?"))
        self._empty.taken.connect(self.notice_wanted)
        self._next = Button(appearance, mark="chevron-right")
        self._share = Button(appearance, self.tr("Share…"), mark="share")
        self._share.clicked.connect(self.share_wanted)
        self._lay_out()
        self.setFocusProxy(self._list)

    def show_view(self, view: DayView) -> None:
        self._title.setText(view.title)
        self._sentence.show_sentence(view.lead, view.sentence)
        self._sentence.setVisible(view.empty is None)
        self._lanes.show_lanes(view.lanes)
        self._legend.show_kinds(view.kinds)
        self._legend.setVisible(view.empty is None)
        self._list.show_rows(view.rows)
        self._totals.show_rows(view.totals)
        self._next.setEnabled(not view.is_today)
        self._share.setEnabled(view.empty is None)
        self._stack.setCurrentIndex(1 if view.empty else 0)
        if view.empty:
            self._empty.show_note(view.empty.glyph, view.empty.head, view.empty.text)

    def _lay_out(self) -> None:
        page = self._appearance.theme.tokens.space.page
        column = QVBoxLayout(self)
        column.setContentsMargins(page["left"], page["top"], page["right"], page["bottom"])
        column.setSpacing(self._appearance.theme.tokens.space.between_cards)
        column.addLayout(self._title_row())
        column.addWidget(self._sentence)
        card = Card(self._appearance, padding=0)
        card.rows.addWidget(self._lanes)
        column.addWidget(card)
        column.addWidget(self._legend)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._details())
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)

    def _title_row(self) -> QHBoxLayout:
        back = Button(self._appearance, mark="chevron-left")
        today = Button(self._appearance, self.tr("Today"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, name, keys, turn in (
            (back, self.tr("Day before"), "Alt+Left", BACK),
            (today, self.tr("Today"), "Alt+Home", TODAY),
            (self._next, self.tr("Day after"), "Alt+Right", ON),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
            button.clicked.connect(lambda _checked=False, turn=turn: self.turned.emit(turn))
            QShortcut(QKeySequence(keys), self, button.click)
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self._title)
        row.addStretch()
        row.addWidget(self._share)
        return row

    def _details(self) -> QWidget:
        details = QWidget()
        row = QHBoxLayout(details)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._appearance.theme.tokens.space.between_cards)
        framed = Card(self._appearance, padding=1)
        framed.rows.addWidget(self._list)
        row.addWidget(framed, 3)
        row.addWidget(self._totals, 1)
        return details
