"""Walks a window and finds what could not be named, hit or reached by keys; never judges how it looks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QScrollBar,
    QTableView,
    QWidget,
)

SMALLEST = 24
"""Pixels that a target measures in both directions."""
POINTED_AT = QAbstractButton | QAbstractItemView | QComboBox | QLineEdit | QAbstractSpinBox
INSIDE = QAbstractScrollArea | QComboBox | QAbstractSpinBox | QLineEdit | QMenu
"""What brings parts of its own, which are reached through it."""
PRESSED = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")


def controls(window: QWidget) -> list[QWidget]:
    """Everything that `window` shows and that takes the keyboard or can be pressed."""
    return [widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window) and _is_control(widget)]


def nameless(window: QWidget) -> list[str]:
    """The controls without a name that could be read out."""
    return [_called(widget) for widget in controls(window) if not _name(widget)]


def too_small(window: QWidget) -> list[str]:
    """The visible controls that are hard to hit."""
    return [
        f"{_called(widget)} {widget.size().toTuple()}"
        for widget in controls(window)
        if min(widget.width(), widget.height()) < SMALLEST
    ]


def out_of_reach(window: QWidget) -> list[str]:
    """The controls to which no Tab leads."""
    return [
        _called(widget)
        for widget in controls(window)
        if widget.focusProxy() is None
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_reached_by_arrows(widget)
    ]


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget)}".strip()


def _is_reached_by_arrows(widget: QWidget) -> bool:
    """Among buttons of which one is chosen, Tab leads to that one and arrows lead on: Qt itself arranges it so."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not None


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QHeaderView | QScrollBar | QMenu) or isinstance(widget.parent(), INSIDE):
        return False
    if isinstance(widget.parent(), QTableView) or widget.objectName().startswith("qt_"):
        return False
    takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return takes_keys or isinstance(widget, POINTED_AT) or _is_pressed(widget)


def _is_pressed(widget: QWidget) -> bool:
    """Whether a class of ours does something where it is pressed."""
    ours = (kind for kind in type(widget).__mro__ if kind.__module__.startswith("gui."))
    return any(name in vars(kind) for kind in ours for name in PRESSED)
