"""One bar for each day of a team, all of one scale; never knows which people stand behind them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gui.presenters.team import DayBar
from gui.theme import Appearance
from gui.time.totals import PatternBar
from gui.widgets.labels import Card, Label

BAR_HEIGHT, LEAST_BAR = 18, 120


class DayBars(Card):
    """Scrolls where there are more days than room."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Totals by day"))
        self.rows.addWidget(Label(appearance, self.tr("By day"), role="strong"))
        self.rows.addWidget(self._scroll)

    def show_days(self, days: tuple[DayBar, ...]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, day in enumerate(days):
            bar = PatternBar(self._appearance, height=BAR_HEIGHT)
            bar.setMinimumWidth(LEAST_BAR)
            bar.show_blocks(day.bar.blocks)
            bar.setAccessibleName(day.bar.says)
            bar.setToolTip(day.bar.says)
            grid.addWidget(Label(self._appearance, day.day, tone="secondary"), place, 0)
            grid.addWidget(bar, place, 1)
            grid.addWidget(Label(self._appearance, day.time, role="strong"), place, 2)
        column.addLayout(grid)
        column.addStretch()
        self._scroll.setWidget(inside)
