"""Every key that works in a window, found in the window itself; never a list that somebody has to keep."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.opening_size import opening_size
from gui.widgets.shortcut_keys import keys_of, part_of

SIZE = QSize(620, 560)


@dataclass(frozen=True, slots=True)
class Group:
    """The keys of one part of a window."""

    name: str
    keys: tuple[tuple[str, str], ...]
    """What is pressed, and what it does."""


def groups_of(window: QWidget, everywhere: str) -> tuple[Group, ...]:
    """Shortcuts and actions of what can be seen now, then keys of its parts; `everywhere` names the first group."""
    found = [Group(everywhere, tuple(dict.fromkeys(_shortcuts(window))))]
    found += [Group(part_of(part), keys_of(part)) for part in window.findChildren(QWidget) if part.isVisible()]
    return tuple(group for group in dict.fromkeys(found) if group.keys)


def _shortcuts(window: QWidget) -> Iterator[tuple[str, str]]:
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if isinstance(owner, QWidget) and owner.isVisible():
            yield written(shortcut.keys()), shortcut.whatsThis()
    for action in window.findChildren(QAction):
        if action.shortcuts():
            yield written(action.shortcuts()), action.text().replace("&", "")


def written(keys: list[QKeySequence]) -> str:
    """As they stand on the keyboard of this system."""
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


class ShortcutSheet(QDialog):
    """A list to read; Esc closes it."""

    def __init__(self, appearance: Appearance, groups: tuple[Group, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(opening_size(self, SIZE))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(appearance, self.tr("Keys that work here"), role="title"))
        column.addWidget(self._list(groups), 1)
        foot = QHBoxLayout()
        foot.addStretch()
        close = Button(appearance, self.tr("Close"))
        close.clicked.connect(self.close)
        foot.addWidget(close)
        column.addLayout(foot)

    def _list(self, groups: tuple[Group, ...]) -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        row = 0
        for group in groups:
            head = Label(self._appearance, group.name, role="strong", wrap=True)
            head.setContentsMargins(0, 10 if row else 0, 0, 0)
            grid.addWidget(head, row, 0, 1, 2)
            for keys, does in group.keys:
                row += 1
                grid.addWidget(Label(self._appearance, keys, tone="secondary"), row, 0)
                grid.addWidget(Label(self._appearance, does, wrap=True), row, 1)
            row += 1
        grid.setRowStretch(row, 1)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(inside)
        scrolled.setAccessibleName(self.tr("Keys that work here"))
        return scrolled
