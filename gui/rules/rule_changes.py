"""What edited rules would change, as figures, bars and lines; never works any of it out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.glyphs import glyph_pixmap
from gui.presenters.rule_changes import ChangeRow, ChangesView, KindRow, WindowRow
from gui.presenters.rule_looking import Scope
from gui.presenters.strips import Block
from gui.rules.rule_day_bars import RuleDayBars
from gui.theme import Appearance
from gui.time.totals import PatternBar
from gui.widgets.choice import Choice
from gui.widgets.labels import Card, ElidedLabel, Label, rule
from gui.widgets.marked_title import MarkedTitle
from gui.widgets.swatch import Swatch

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
APP_WIDTH, MARK = 72, 16


class RuleChanges(QWidget):
    """Shows the latest answer until there is another one."""

    scope_chosen = Signal(object)
    """A `Scope`."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown: ChangesView | str | None = None
        self.scope = Choice(
            appearance, (self.tr("7 d"), self.tr("28 d"), self.tr("All")), self.tr("Over which time"), Scope.WEEKS.value
        )
        self.scope.chosen.connect(lambda place: self.scope_chosen.emit(Scope(place)))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.addWidget(Label(appearance, self.tr("What this would change"), role="strong", wrap=True), 1)
        head.addWidget(self.scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.setAccessibleName(self.tr("What this would change"))

    @property
    def shown(self) -> ChangesView | str | None:
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(364, 400)

    def show_note(self, text: str) -> None:
        """Why nothing can be told."""
        if text != self._shown:
            self._shown = text
            inside, column = _column()
            column.addWidget(Label(self._appearance, text, tone="secondary", wrap=True))
            column.addStretch()
            self._scroll.setWidget(inside)

    def show_view(self, view: ChangesView) -> None:
        if view == self._shown:
            return
        self._shown = view
        self.setAccessibleDescription(f"{view.figure} {view.rest}")
        inside, column = _column()
        column.addLayout(self._figure(view))
        for change in view.changes:
            column.addWidget(self._change(change))
        for warning in view.warnings:
            column.addWidget(self._warning(warning))
        if view.decides:
            self._add_windows(column, view)
        self._add_days(column, view)
        for row in view.kinds:
            column.addWidget(self._kind(row))
        column.addStretch()
        self._scroll.setWidget(inside)

    def _figure(self, view: ChangesView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self._appearance, view.figure, role="figure"))
        rest = ElidedLabel(self._appearance, tone="secondary")
        rest.setText(view.rest)
        row.addWidget(rest, 1)
        return row

    def _change(self, change: ChangeRow) -> QWidget:
        inside, column = _column(spacing=3)
        row = QHBoxLayout()
        row.setSpacing(6)
        for kind, name in ((change.old_kind, change.old), (change.new_kind, change.new)):
            if kind == change.new_kind and name == change.new:
                row.addWidget(Label(self._appearance, "→", tone="secondary"))
            row.addWidget(Swatch(self._appearance, kind))
            label = ElidedLabel(self._appearance)
            label.setText(name)
            row.addWidget(label)
        row.addStretch()
        row.addWidget(_right(Label(self._appearance, change.time, role="strong")))
        count = _right(Label(self._appearance, change.windows, role="small", tone="secondary"))
        count.setMinimumWidth(24)
        count.setToolTip(self.tr("Windows"))
        row.addWidget(count)
        bar = PatternBar(self._appearance, height=9)
        bar.show_blocks((Block(0, change.part, change.new_kind),))
        column.addLayout(row)
        column.addWidget(bar)
        return inside

    def _warning(self, text: str) -> QWidget:
        card = Card(self._appearance, shape="attention", padding=10)
        row = QHBoxLayout()
        row.setSpacing(10)
        mark = Label(self._appearance)
        ink = QColor(self._appearance.theme.colours.status["blocked"])
        mark.setPixmap(glyph_pixmap("attention", ink, MARK, self.devicePixelRatioF()))
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._appearance, text, role="small", wrap=True), 1)
        card.rows.addLayout(row)
        return card

    def _add_windows(self, column: QVBoxLayout, view: ChangesView) -> None:
        column.addSpacing(4)
        column.addWidget(Label(self._appearance, self.tr("Windows it matches"), role="strong"))
        if not view.windows:
            column.addWidget(Label(self._appearance, self.tr("None in this time."), tone="secondary"))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        kind = view.days.kind if view.days else "Unclassified"
        for place, window in enumerate(view.windows):
            self._add_window(grid, 2 * place, window, kind)
        column.addLayout(grid)
        last = QHBoxLayout()
        last.addWidget(Label(self._appearance, view.all_windows, role="strong"), 1)
        last.addWidget(Label(self._appearance, view.all_time, role="strong"))
        column.addLayout(last)

    def _add_window(self, grid: QGridLayout, place: int, window: WindowRow, kind: str) -> None:
        app = ElidedLabel(self._appearance, tone="secondary")
        app.setText(window.app)
        app.setFixedWidth(APP_WIDTH)
        grid.addWidget(app, place, 0)
        grid.addWidget(MarkedTitle(self._appearance, window.title, window.marks, kind), place, 1)
        grid.addWidget(_right(Label(self._appearance, window.time)), place, 2)
        grid.addWidget(rule(), place + 1, 0, 1, 3)

    def _add_days(self, column: QVBoxLayout, view: ChangesView) -> None:
        if view.days is None:
            return
        bars = RuleDayBars(self._appearance)
        bars.show_bars(view.days)
        column.addSpacing(4)
        column.addWidget(Label(self._appearance, self.tr("Minutes a day it would take"), role="strong", wrap=True))
        column.addWidget(bars)

    def _kind(self, of: KindRow) -> QWidget:
        inside, column = _column(spacing=3)
        row = QHBoxLayout()
        row.setSpacing(6)
        name = ElidedLabel(self._appearance)
        name.setText(of.name)
        row.addWidget(name, 1)
        row.addWidget(Label(self._appearance, of.before, tone="secondary"))
        row.addWidget(Label(self._appearance, "→", tone="secondary"))
        row.addWidget(Label(self._appearance, of.after, role="strong"))
        column.addWidget(rule())
        column.addLayout(row)
        return inside


def _column(*, spacing: int = 8) -> tuple[QWidget, QVBoxLayout]:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 4 if spacing == 8 else 0, 0)
    column.setSpacing(spacing)
    return inside, column


def _right(label: Label) -> Label:
    label.setAlignment(RIGHT)
    return label
