"""The pages of the notice as widgets; never says what they mean, and never records that they were read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.notice import Page, Point
from gui.glyphs import glyph_pixmap
from gui.labels import Card, ElidedLabel, Label, Tone, rule
from gui.theme import Appearance

MARK = 16
SIDE = 12
WHO_WIDTHS, EXAMPLE_WIDTHS = (1, 1, 1), (3, 4, 8, 3)


@dataclass(frozen=True, slots=True)
class Example:
    """What would be stored of this computer right now."""

    time: str
    app: str
    title: str
    state: str


class Mark(QWidget):
    """A small sign before a point; the words beside it say the same."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._name = name
        self.setFixedSize(QSize(MARK, MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._appearance.theme.colours
        ink = QColor(colours.text.tertiary if self._name == "dash" else colours.accent.base)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, glyph_pixmap(self._name, ink, MARK, self.devicePixelRatioF()))


class NoticePage(QWidget):
    """One page, whatever of it applies."""

    def __init__(self, appearance: Appearance, page: Page) -> None:
        super().__init__()
        self._appearance = appearance
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(14)
        column.addWidget(Label(appearance, page.headline, role="title"))
        column.addWidget(Label(appearance, page.lead, role="sentence", tone="secondary", wrap=True))
        if page.points or page.never:
            column.addLayout(self._points_and_never(page))
        if page.table:
            column.addWidget(self._table(("", self.tr("You"), self.tr("Your supervisor")), page.table, WHO_WIDTHS))
        self._examples = QVBoxLayout()
        column.addLayout(self._examples)
        if page.footnote:
            column.addWidget(self._footnote(page.footnote))
        column.addStretch()

    def show_examples(self, examples: Sequence[Example]) -> None:
        """Rows from this very computer, shown and not stored."""
        while (item := self._examples.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if not examples:
            return
        head = (self.tr("Time"), self.tr("Application"), self.tr("Title, as it would be stored"), self.tr("State"))
        rows = [(one.time, one.app, one.title, one.state) for one in examples]
        title = self.tr("An example from this computer, shown and not stored")
        self._examples.addWidget(Label(self._appearance, title, role="strong"))
        self._examples.addWidget(self._table(head, rows, EXAMPLE_WIDTHS))

    def _points_and_never(self, page: Page) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        points = QVBoxLayout()
        points.setSpacing(10)
        if page.never:
            points.addWidget(Label(self._appearance, self.tr("Recorded"), role="strong"))
        for point in page.points:
            points.addLayout(self._point(point))
        points.addStretch()
        row.addLayout(points, 3)
        if page.never:
            line = rule()
            line.setMaximumHeight(16_777_215)
            line.setFixedWidth(1)
            row.addWidget(line)
            row.addLayout(self._never(page.never), 2)
        return row

    def _point(self, point: Point) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(1)
        grid.addWidget(Mark(self._appearance, "check"), 0, 0)
        grid.addWidget(Label(self._appearance, point.head, role="strong"), 0, 1)
        grid.addWidget(Label(self._appearance, point.text, tone="secondary", wrap=True), 1, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _never(self, never: Sequence[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Label(self._appearance, self.tr("Never recorded"), role="strong"))
        for text in never:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Mark(self._appearance, "dash"))
            row.addWidget(Label(self._appearance, text, wrap=True), 1)
            column.addLayout(row)
        column.addStretch()
        return column

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Card:
        """`widths` are shares of the room."""
        card = Card(self._appearance, padding=0)
        card.rows.setSpacing(0)
        card.rows.addWidget(self._row(head, widths, "tertiary"))
        for row in rows:
            card.rows.addWidget(rule())
            card.rows.addWidget(self._row(row, widths, "primary"))
        return card

    def _row(self, cells: Sequence[str], widths: Sequence[int], tone: Tone) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(SIDE, 6, SIDE, 6)
        for cell, width in zip(cells, widths, strict=True):
            layout.addWidget(ElidedLabel(self._appearance, cell, tone=tone), width)
        return row

    def _footnote(self, text: str) -> Card:
        card = Card(self._appearance, shape="banner", padding=10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Mark(self._appearance, "info"), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._appearance, text, role="small", wrap=True), 1)
        card.rows.addLayout(row)
        return card


def scrolling(page: QWidget, name: str) -> QScrollArea:
    """`page` in a frame that scrolls where there is too little room, also by keys."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.setAccessibleName(name)
    return area
