"""The pages of the notice as widgets; never says what they mean, and never records that they were read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.notice_page import Page, Point
from gui.notice.notice_table import Column, NoticeTable
from gui.theme import Appearance
from gui.widgets.labels import Card, Label, rule
from gui.widgets.mark import Mark


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
            column.addWidget(self._who_sees(page))
        self._besides = QVBoxLayout()
        self._besides.setSpacing(14)
        column.addLayout(self._besides)
        if page.footnote:
            column.addWidget(self._footnote(page.footnote))
        column.addStretch()

    def add(self, part: QWidget) -> None:
        """Something besides the notice's own words, before its last sentence."""
        self._besides.addWidget(part)

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
        row.addLayout(points, 2)
        if page.never:
            line = rule()
            line.setMaximumHeight(16_777_215)
            line.setFixedWidth(1)
            row.addWidget(line)
            row.addLayout(self._never(page.never), 1)
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
            row.addWidget(Mark(self._appearance, "dash"), alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(self._appearance, text, wrap=True), 1)
            column.addLayout(row)
        column.addStretch()
        return column

    def _who_sees(self, page: Page) -> NoticeTable:
        columns = (Column(""), Column(self.tr("You"), mark="eye"), Column(self.tr("Your supervisor"), mark="people"))
        return NoticeTable(self._appearance, columns, page.headline, page.table)

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
