"""What was looked up in a week, page by page; never adds anything up."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from core.category import Kind
from gui.presenters.strips import Block
from gui.presenters.week import PageRow
from gui.theme import Appearance
from gui.time.totals import TARGET, PatternBar
from gui.widgets.buttons import Button
from gui.widgets.labels import ElidedLabel, Label, rule
from gui.widgets.plain_tip import plain_tip

NAME, BAR, TIME = range(3)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _ElidedButton(Button):
    """Its text ends in … where there is no room for it."""

    def __init__(self, appearance: Appearance, text: str) -> None:
        super().__init__(appearance, text.replace("&", "&&"), look="row")
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - 8)
        self.setText(shown.replace("&", "&&"))


class WeekPages(QWidget):
    """A bar and a time for each; not there where nothing was looked up."""

    filter_wanted = Signal(object)
    """The `Filter` behind a page."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown: Sequence[PageRow] = ()
        self._buttons: dict[str, Button] = {}
        """By the name of their page."""
        self._inside = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Label(appearance, self.tr("Knowledge, by page"), role="strong"))
        self._column.addWidget(self._inside)
        self.hide()

    def show_pages(self, rows: Sequence[PageRow]) -> None:
        self.setVisible(bool(rows))
        if rows == self._shown:
            return
        focused = next((name for name, button in self._buttons.items() if button.hasFocus()), "")
        self._shown, self._buttons = rows, {}
        self._column.removeWidget(self._inside)
        self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(NAME, 5)
        grid.setColumnStretch(BAR, 3)
        for place, row in enumerate(rows):
            self._add(grid, 2 * place, row)
            if place + 1 < len(rows):
                grid.addWidget(rule(), 2 * place + 1, NAME, 1, 3)
        self._column.addWidget(self._inside)
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def _add(self, grid: QGridLayout, place: int, row: PageRow) -> None:
        grid.addWidget(self._name(row), place, NAME)
        bar = PatternBar(self._appearance, height=10)
        bar.show_blocks((Block(0, row.bar, Kind.KNOWLEDGE),))
        grid.addWidget(bar, place, BAR)
        time = Label(self._appearance, row.time, role="strong")
        time.setAlignment(RIGHT)
        grid.addWidget(time, place, TIME)

    def _name(self, row: PageRow) -> QWidget:
        if row.asks is None:
            label = ElidedLabel(self._appearance)
            label.setText(row.name)
            label.setMinimumHeight(TARGET)
            return label
        button = self._buttons[row.name] = _ElidedButton(self._appearance, row.name)
        button.setMinimumHeight(TARGET)
        button.setAccessibleName(f"{row.name} {row.time}")
        button.setToolTip(plain_tip(row.name))
        asks = row.asks
        button.clicked.connect(lambda: self.filter_wanted.emit(asks))
        return button
