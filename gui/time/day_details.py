"""Below the lanes of a day: the list of its spans, and cards at its side; never knows what stands on them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import Appearance
from gui.widgets.labels import Card


class DayDetails(QWidget):
    """The list takes most of the width; cards stand one below the other, the first takes what height is left."""

    def __init__(self, appearance: Appearance, wide: QWidget, first: QWidget) -> None:
        super().__init__()
        between = appearance.theme.tokens.space.between_cards
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(between)
        framed = Card(appearance, padding=1)
        framed.rows.addWidget(wide)
        row.addWidget(framed, 3)
        self._side = QVBoxLayout()
        self._side.setSpacing(between)
        self._side.addWidget(first, 1)
        row.addLayout(self._side, 1)

    def heightForWidth(self, width: int) -> int:
        """Texts on cards are wrapped, but list and totals scroll: no more height than they need."""
        return self._row.totalMinimumHeightForWidth(width)

    def add_card(self, card: QWidget) -> None:
        """At the foot of the side; as high as it needs."""
        self._side.addWidget(card)
