"""What is selected on the day page, alike in lanes, list and bar, and what the person wants of it; corrects nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from core.category import Category
from gui.access.correcting import Outcome
from gui.presenters.activities import KindChoice, kind_choices
from gui.presenters.picking import Between
from gui.presenters.selection import Selectable, SelectionView
from gui.theme import Appearance
from gui.time.lane_picking import PickingLanes
from gui.time.selection_bar import SelectionBar
from gui.time.span_list import SpanList
from gui.widgets.activity_menu import add_kinds
from gui.widgets.shortcut_keys import bind


class DaySelecting(QObject):
    """Keeps the three together; whoever adds to the bar or the menu hears of `changed`."""

    correction_wanted = Signal(object, object)
    """Stretches, and the `Category` that they shall have been."""
    take_back_wanted = Signal(object)
    """The numbers of corrections."""
    changed = Signal(object)
    """The `SelectionView` of what is selected now; None for nothing."""
    menu_opened = Signal(object, object)
    """A `QMenu` that more may be added to, and the `SelectionView` that it is about."""

    def __init__(
        self, page: QWidget, appearance: Appearance, lanes: PickingLanes, spans: SpanList, bar: SelectionBar
    ) -> None:
        super().__init__(page)
        self._page = page
        self._appearance = appearance
        self._lanes = lanes
        self._list = spans
        self._bar = bar
        self._selectable: Selectable | None = None
        self._choices: Sequence[KindChoice] = kind_choices(())
        self.selected: tuple[Between, ...] = ()
        self.view: SelectionView | None = None
        self._listen()

    def show_selectable(self, selectable: Selectable) -> None:
        """Read again, a day keeps its selection; another one begins without."""
        is_another_day = self._selectable is None or self._selectable.timeline.day != selectable.timeline.day
        self._selectable = selectable
        self._lanes.show_edges(selectable.edges)
        if is_another_day:
            self.select(())
        elif self.selected:
            self._show()

    def show_choices(self, choices: Sequence[KindChoice]) -> None:
        """What a stretch may be said to have been."""
        self._choices = choices
        self._bar.show_choices(choices)

    def show_outcome(self, outcome: Outcome) -> None:
        """What was done, or why it was not; who has gone on to the next stretch needs no word that it went well."""
        if not (self.selected and outcome.can_be_undone):
            self._bar.show_outcome(outcome)

    def select(self, stretches: Sequence[Between]) -> None:
        """In lanes and list alike; none of them gives the selection up."""
        self._list.mark(stretches)
        self._follow(stretches)

    def open_menu(self, at: QPoint) -> None:
        """What can be done about what is selected."""
        view = self.view
        if view is None:
            return
        menu = QMenu(self._page)
        if view.correctable:
            add_kinds(menu, self._appearance, self._choices, self._correct, keys=True)
        else:
            menu.addAction(view.remark).setEnabled(False)
        if view.corrections:
            menu.addSeparator()
            numbers = view.corrections
            menu.addAction(self.tr("Take back")).triggered.connect(lambda: self._take_back(numbers))
        self.menu_opened.emit(menu, view)
        menu.addSeparator()
        menu.addAction(self.tr("Show in the list")).triggered.connect(self._list.reveal)
        menu.addAction(self.tr("Zoom to the selection")).triggered.connect(self._lanes.see_selection)
        menu.addAction(self.tr("Clear the selection")).triggered.connect(lambda: self.select(()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _follow(self, stretches: Sequence[Between]) -> None:
        """The list, or whoever wants it, has selected this."""
        self.selected = tuple(stretches)
        self._lanes.show_selection(self.selected)
        self._show()

    def _show(self) -> None:
        view = self._selectable.view(self.selected) if self._selectable and self.selected else None
        self.view = view
        self._bar.show_selection(view)
        self._lanes.setAccessibleDescription(self._bar.says)
        for shortcut in self._kind_keys:
            shortcut.setEnabled(view is not None and bool(view.correctable))
        self._clear_key.setEnabled(view is not None)
        self.changed.emit(view)

    def _correct(self, category: Category) -> None:
        if self.view is not None and self.view.correctable:
            self.correction_wanted.emit(self.view.correctable, category)
            self.select(())

    def _take_back(self, numbers: Sequence[int]) -> None:
        self.take_back_wanted.emit(numbers)
        self.select(())

    def _go_on(self) -> None:
        """By keys, from where the bar was used: what was pressed there is no longer to be seen."""
        self._lanes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen(self) -> None:
        self._lanes.picked.connect(self.select)
        self._lanes.list_wanted.connect(self._list.reveal)
        self._list.picked.connect(self._follow)
        for part in (self._lanes, self._list):
            part.menu_wanted.connect(self.open_menu)
        self._bar.wanted.connect(self._correct)
        self._bar.take_back_wanted.connect(self._take_back)
        for pressed in (self._bar.wanted, self._bar.take_back_wanted, self._bar.undo_wanted):
            pressed.connect(self._go_on)
        self._clear_key = bind("Esc", self._page, lambda: self.select(()), self.tr("Clear the selection"))
        self._kind_keys = [self._kind_key(one) for one in kind_choices(())]
        self._show()

    def _kind_key(self, choice: KindChoice) -> QShortcut:
        says = self.tr("Correct the selection to {kind}").format(kind=choice.name)
        return bind(choice.key, self._page, lambda: self._correct(choice.category), says)
