"""Words of unclassified titles as chips to press; never writes them into a rule itself."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.presenters.durations import h_mm
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.flow import Flow
from gui.widgets.labels import Label
from reports.suggesting import Lost

SHOWN = 8


class WordChips(QWidget):
    """A word that the rule asks for already is pressed."""

    pressed = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._chips: dict[str, Button] = {}
        self._chips_room = QWidget()
        self._flow = Flow(6)
        self._chips_room.setLayout(self._flow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(Label(appearance, self.tr("Words from unclassified titles"), role="strong"))
        rows.addWidget(self._chips_room)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The chips, in their order."""
        return tuple(self._chips.values())

    def show_words(self, words: Sequence[Lost], asked_for: Collection[str]) -> None:
        shown = words[:SHOWN]
        self.setVisible(bool(shown))
        if [word.name for word in shown] != list(self._chips):
            for chip in self._chips.values():
                self._flow.removeWidget(chip)
                chip.deleteLater()
            self._chips = {word.name: self._chip(word) for word in shown}
        for word, chip in self._chips.items():
            chip.setChecked(word in asked_for)

    def _chip(self, word: Lost) -> Button:
        chip = Button(self._appearance, f"{word.name}  {h_mm(word.observed_ms)}", look="chip")
        chip.setCheckable(True)
        chip.setAccessibleName(
            self.tr("Titles with {word}, {time}").format(word=word.name, time=h_mm(word.observed_ms))
        )
        chip.clicked.connect(lambda: self.pressed.emit(word.name))
        self._flow.addWidget(chip)
        return chip
