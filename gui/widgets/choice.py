"""One of a few words, side by side, of which exactly one is pressed; never knows what it changes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from gui.theme import Appearance
from gui.widgets.buttons import Button


class Choice(QWidget):
    """Tells which place was pressed."""

    chosen = Signal(int)

    def __init__(self, appearance: Appearance, words: Sequence[str], name: str, at: int = 0) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, word in enumerate(words):
            button = Button(appearance, word, look="choice")
            button.setProperty("side", {0: "first", len(words) - 1: "last"}.get(place, "inner"))
            button.setCheckable(True)
            button.setChecked(place == at)
            button.make_room_for_strong()
            button.setAccessibleDescription(name)
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def choose(self, place: int) -> None:
        """Press it without telling anybody."""
        self._group.button(place).setChecked(True)
