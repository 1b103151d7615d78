"""F6 and Shift+F6 lead from one part of a window to the next; never decides which parts there are."""

from functools import cmp_to_key, partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.shortcut_keys import bind

SAME_ROW = 8
PANE = "pane"
"""The property of a widget that has the keys of one part of a window."""


def make_pane(widget: QWidget) -> None:
    """Let F6 stop here."""
    widget.setProperty(PANE, True)


class Panes(QObject):
    """From the left and top to the right and bottom, and around."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        for keys, by, says in (
            ("F6", 1, self.tr("Next part of the window")),
            ("Shift+F6", -1, self.tr("Part of the window before")),
        ):
            bind(keys, window, partial(self.go, by), says)

    def go(self, by: int) -> None:
        panes = self._panes()
        if not panes:
            return
        at = next((place for place, pane in enumerate(panes) if self._has_focus(pane)), None)
        place = (0 if by > 0 else -1) if at is None else (at + by) % len(panes)
        first_stop(panes[place]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes(self) -> list[QWidget]:
        found = [pane for pane in self._window.findChildren(QWidget) if pane.property(PANE) and pane.isVisible()]
        return sorted((pane for pane in found if pane.isEnabled()), key=cmp_to_key(self._order))

    def _order(self, one: QWidget, other: QWidget) -> int:
        """What begins at the left edge of the window is left of everything else; then row by row."""
        here, there = one.mapTo(self._window, QPoint(0, 0)), other.mapTo(self._window, QPoint(0, 0))
        if (here.x() == 0) is not (there.x() == 0):
            return here.x() - there.x()
        return here.x() - there.x() if abs(here.y() - there.y()) <= SAME_ROW else here.y() - there.y()

    @staticmethod
    def _has_focus(pane: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def first_stop(pane: QWidget) -> QWidget:
    """Where the keys go in a pane: itself, or the first thing in it that takes them."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return pane
    inside = pane.nextInFocusChain()
    while inside is not None and inside is not pane:
        if pane.isAncestorOf(inside) and inside.focusPolicy() & Qt.FocusPolicy.TabFocus and inside.isVisible():
            return inside
        inside = inside.nextInFocusChain()
    return pane
