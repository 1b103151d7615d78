"""Walks a window and finds what a screen reader could not name; never judges how it looks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QScrollBar, QWidget

SMALLEST = 24
"""Pixels that a target measures in both directions."""


def controls(window: QWidget) -> list[QWidget]:
    """Everything inside `window` that takes the keyboard."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QHeaderView | QScrollBar)
        and not isinstance(widget.parent(), QAbstractScrollArea)
    ]


def nameless(window: QWidget) -> list[str]:
    """The controls without a name that could be read out."""
    found = []
    for widget in controls(window):
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found


def too_small(window: QWidget) -> list[str]:
    """The visible controls that are hard to hit."""
    return [
        f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()} {widget.size().toTuple()}"
        for widget in controls(window)
        if widget.isVisibleTo(window) and min(widget.width(), widget.height()) < SMALLEST
    ]
