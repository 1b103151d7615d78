"""Offers to make a rule of what is selected on the day page; never makes one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from gui.presenters.selection import SelectionView
from gui.presenters.wide_verbs import wide_of_spans
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.widgets.buttons import Button


class RuleFromSelection(QObject):
    """A button behind the kinds, and an entry of the menu."""

    wanted = Signal(str, str)
    """A program, and a word of its titles; either may be empty."""

    def __init__(self, page: DayPage, appearance: Appearance) -> None:
        super().__init__(page)
        self._selecting = page.selecting
        self.button = Button(appearance, self.tr("Rule from this…"))
        self.button.setToolTip(self.tr("Let a rule say what such windows are, from now on or ever"))
        self.button.clicked.connect(self._ask)
        page.bar.add_act(self.button)
        page.selecting.menu_opened.connect(self._add_to)

    def _add_to(self, menu: QMenu, view: SelectionView) -> None:
        if view.spans:
            menu.addSeparator()
            menu.addAction(self.button.text()).triggered.connect(lambda: self._want(view))

    def _ask(self) -> None:
        view = self._selecting.view
        if view is not None and view.spans:
            self._want(view)

    def _want(self, view: SelectionView) -> None:
        wide = wide_of_spans(view.spans)
        self.wanted.emit(wide.app, wide.words[0] if wide.words else "")
