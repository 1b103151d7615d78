"""The card of totals: swatch, name, bar, time, share in rows; never sums up."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.blocks import paint_blocks
from gui.labels import Card, Label, rule
from gui.presenters.day_totals import TotalRow
from gui.presenters.strips import Block
from gui.swatch import Swatch
from gui.theme import Appearance

SWATCH, NAME, BAR, TIME, SHARE = range(5)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PatternBar(QWidget):
    """Blocks of kinds from the left; the number beside it says how long."""

    def __init__(self, appearance: Appearance, *, height: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._blocks: Sequence[Block] = ()
        self.setFixedHeight(height)
        self.setMinimumWidth(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(52, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        with QPainter(self) as painter:
            painter.setPen(QPen(QColor(theme.colours.line.hairline), 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            area = QRectF(0, 0, self.width(), self.height())
            paint_blocks(painter, theme, self._blocks, area, QColor(theme.colours.surface.card))


class TotalsCard(Card):
    """Scrolls where there are more rows than room."""

    def __init__(self, appearance: Appearance, title: str) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        self._shown: Sequence[TotalRow] = ()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.addWidget(Label(appearance, title, role="strong"))
        self.rows.addWidget(self._scroll)

    def show_rows(self, rows: Sequence[TotalRow]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(NAME, 3)
        grid.setColumnStretch(BAR, 2)
        place = 0
        for row in rows:
            if row.rule_above:
                grid.addWidget(rule(), place, 0, 1, 5)
                place += 1
            self._add(grid, place, row)
            place += 1
        column.addLayout(grid)
        column.addStretch()
        self._scroll.setWidget(inside)
        needed = inside.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width()
        space = self._appearance.theme.tokens.space
        self._scroll.setMinimumWidth(max(needed, space.side_panel - 2 * space.inside_card))

    def _add(self, grid: QGridLayout, place: int, row: TotalRow) -> None:
        if row.kind:
            grid.addWidget(Swatch(self._appearance, row.kind), place, SWATCH)
        name = Label(
            self._appearance,
            row.name,
            role="small" if row.indent else "strong" if row.rule_above and row.strong else "base",
            tone="secondary" if row.indent else "primary",
        )
        grid.addWidget(name, place, NAME if row.kind or row.indent else SWATCH, 1, 1 if row.kind else 2)
        if row.bar is not None:
            bar = PatternBar(self._appearance, height=10)
            bar.show_blocks((Block(0, row.bar, row.kind),))
            grid.addWidget(bar, place, BAR)
        time = Label(self._appearance, row.time, role="strong" if row.strong else "small")
        time.setAlignment(RIGHT)
        grid.addWidget(time, place, TIME)
        if row.share:
            share = Label(self._appearance, row.share, role="small", tone="tertiary")
            share.setAlignment(RIGHT)
            grid.addWidget(share, place, SHARE)
