"""The employee's day: sentence, lanes, legend, list and totals; never works any of it out."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from core.category import Category
from gui.activity_menu import add_kinds
from gui.buttons import Button
from gui.correcting import Outcome
from gui.empty_note import EmptyNote
from gui.labels import Card, Sentence
from gui.lane_picking import PickingLanes
from gui.presenters.activities import KindChoice, kind_choices
from gui.presenters.day import DayView
from gui.presenters.picking import Between
from gui.presenters.selection import Selectable, SelectionView
from gui.selection_bar import SelectionBar
from gui.span_list import SpanList
from gui.swatch import Legend
from gui.theme import Appearance
from gui.totals import TotalsCard
from gui.turn_row import TurnRow


class DayPage(QWidget):
    """Asks for days; shows the one it is given."""

    share_wanted = Signal()
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
        self._sentence = Sentence(appearance)
        self._lanes = PickingLanes(appearance)
        self._bar = SelectionBar(appearance)
        self._legend = Legend(appearance)
        self._list = SpanList(appearance)
        self._totals = TotalsCard(appearance, self.tr("Totals"))
        self._empty = EmptyNote(appearance, self.tr("What is recorded?"))
        self._empty.taken.connect(self.notice_wanted)
        self._share = Button(appearance, self.tr("Share…"), mark="share")
        self._share.clicked.connect(self.share_wanted)
        self._selectable: Selectable | None = None
        self._selected: tuple[Between, ...] = ()
        self._selection: SelectionView | None = None
        self._choices: Sequence[KindChoice] = kind_choices(())
        self._lay_out()
        self._listen()
        self.setFocusProxy(self._list)

    def show_view(self, view: DayView) -> None:
        is_another_day = self._selectable is None or self._selectable.timeline.day != view.selectable.timeline.day
        self._selectable = view.selectable
        self.head.show_title(view.title, is_current=view.is_today)
        self._sentence.show_sentence(view.lead, view.sentence)
        self._sentence.setVisible(view.empty is None)
        self._lanes.show_day(view.lanes, view.selectable.edges)
        self._bar.setVisible(view.empty is None)
        self._legend.show_kinds(view.kinds)
        self._legend.setVisible(view.empty is None)
        self._list.show_rows(view.rows)
        self._totals.show_rows(view.totals)
        self._share.setEnabled(view.empty is None)
        self._stack.setCurrentIndex(1 if view.empty else 0)
        if view.empty:
            self._empty.show_note(view.empty.glyph, view.empty.head, view.empty.text)
        if is_another_day:
            self.select(())
        elif self._selected:
            self._show_selection()

    def show_choices(self, choices: Sequence[KindChoice]) -> None:
        """What a stretch may be said to have been."""
        self._choices = choices
        self._bar.show_choices(choices)

    def show_outcome(self, outcome: Outcome) -> None:
        """What was done, or why it was not; who has gone on to the next stretch needs no word that it went well."""
        if not (self._selected and outcome.can_be_undone):
            self._bar.show_outcome(outcome)

    def select(self, stretches: Sequence[Between]) -> None:
        """In lanes and list alike; none of them gives the selection up."""
        self._list.mark(stretches)
        self._follow(stretches)

    def _follow(self, stretches: Sequence[Between]) -> None:
        """The list, or whoever wants it, has selected this."""
        self._selected = tuple(stretches)
        self._lanes.show_selection(self._selected)
        self._show_selection()

    def _show_selection(self) -> None:
        view = self._selectable.view(self._selected) if self._selectable and self._selected else None
        self._selection = view
        self._bar.show_selection(view)
        self._lanes.setAccessibleDescription(self._bar.says)
        for shortcut in self._kind_keys:
            shortcut.setEnabled(view is not None and bool(view.correctable))
        self._clear_key.setEnabled(view is not None)

    def _correct(self, category: Category) -> None:
        if self._selection is not None and self._selection.correctable:
            self.correction_wanted.emit(self._selection.correctable, category)
            self.select(())

    def _take_back(self, numbers: Sequence[int]) -> None:
        self.take_back_wanted.emit(numbers)
        self.select(())

    def _go_on(self) -> None:
        """By keys, from where the bar was used: what was pressed there is no longer to be seen."""
        self._lanes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, at: QPoint) -> None:
        """What can be done about what is selected."""
        view = self._selection
        if view is None:
            return
        menu = QMenu(self)
        if view.correctable:
            add_kinds(menu, self._appearance, self._choices, self._correct, keys=True)
        else:
            menu.addAction(view.remark).setEnabled(False)
        if view.corrections:
            menu.addSeparator()
            numbers = view.corrections
            menu.addAction(self.tr("Take back")).triggered.connect(lambda: self._take_back(numbers))
        menu.addSeparator()
        menu.addAction(self.tr("Show in the list")).triggered.connect(self._list.reveal)
        menu.addAction(self.tr("Clear the selection")).triggered.connect(lambda: self.select(()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _listen(self) -> None:
        self._lanes.picked.connect(self.select)
        self._lanes.list_wanted.connect(self._list.reveal)
        self._list.picked.connect(self._follow)
        for part in (self._lanes, self._list):
            part.menu_wanted.connect(self._open_menu)
        self._bar.wanted.connect(self._correct)
        self._bar.take_back_wanted.connect(self._take_back)
        self._bar.undo_wanted.connect(self.undo_wanted)
        for pressed in (self._bar.wanted, self._bar.take_back_wanted, self._bar.undo_wanted):
            pressed.connect(self._go_on)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo_wanted.emit)
        self._clear_key = QShortcut(QKeySequence("Esc"), self, lambda: self.select(()))
        self._kind_keys = [
            QShortcut(QKeySequence(one.key), self, lambda category=one.category: self._correct(category))
            for one in kind_choices(())
        ]
        self._show_selection()

    def _lay_out(self) -> None:
        page = self._appearance.theme.tokens.space.page
        column = QVBoxLayout(self)
        column.setContentsMargins(page["left"], page["top"], page["right"], page["bottom"])
        column.setSpacing(self._appearance.theme.tokens.space.between_cards)
        column.addWidget(self.head)
        self.head.row.addWidget(self._share)
        column.addWidget(self._sentence)
        card = Card(self._appearance, padding=1)
        card.rows.setSpacing(0)
        card.rows.addWidget(self._lanes)
        card.rows.addWidget(self._bar)
        column.addWidget(card)
        column.addWidget(self._legend)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._details())
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)

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
