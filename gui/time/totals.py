"""The card of totals: swatch, name, bar, time, share in rows; never sums up."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.presenters.day_totals import TotalRow
from gui.presenters.filtering import NO_FILTER, Filter
from gui.presenters.strips import Block
from gui.theme import Appearance, Role
from gui.widgets.blocks import paint_blocks
from gui.widgets.buttons import Button
from gui.widgets.labels import Card, Label, Tone, rule
from gui.widgets.shortcut_panes import make_pane
from gui.widgets.swatch import Swatch

SWATCH, NAME, BAR, TIME, SHARE = range(5)
TARGET = 24
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

LEAST_ROWS, ROW_HEIGHT = 4, 24
"""So many are seen however little room there is."""


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
    """Where there is no room for all rows, kinds stand without their activities; then it scrolls.

    Where it may filter, the name of a row is a button.
    """

    filter_wanted = Signal(object)
    """The `Filter` behind a row."""

    def __init__(self, appearance: Appearance, title: str, *, can_filter: bool = False) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        self._can_filter = can_filter
        self._shown: Sequence[TotalRow] = ()
        self._buttons: list[tuple[Button, Filter]] = []
        self._of_activities: list[QWidget] = []
        self._filter = NO_FILTER
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().installEventFilter(self)
        self._scroll.setMinimumHeight(LEAST_ROWS * ROW_HEIGHT)
        self._note = Label(appearance, role="small", tone="tertiary", wrap=True)
        self._note.hide()
        self.rows.addWidget(Label(appearance, title, role="strong"))
        self.rows.addWidget(self._scroll)
        self.rows.addWidget(self._note)
        if can_filter:
            make_pane(self)

    def show_note(self, text: str) -> None:
        """What the rows leave open; nothing where it is empty."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def show_filter(self, shown: Filter) -> None:
        """Which of the rows is behind what is seen."""
        self._filter = shown
        for button, asks in self._buttons:
            button.setChecked(bool(asks) and asks == shown)

    def heightForWidth(self, width: int) -> int:
        """Its note is wrapped, but its rows scroll: no more height than it needs."""
        return self.rows.totalMinimumHeightForWidth(width)

    def show_rows(self, rows: Sequence[TotalRow]) -> None:
        if rows == self._shown:
            return
        focused = next((asks for button, asks in self._buttons if button.hasFocus()), None)
        self._shown = rows
        self._buttons = []
        self._of_activities = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0 if self._can_filter else 3)
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
        self._fold()
        self.show_filter(self._filter)
        for button, asks in self._buttons:
            if asks == focused:
                button.setFocus()

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fold()
        return False

    def _fold(self) -> None:
        """Activities are seen where every row is."""
        inside = self._scroll.widget()
        if inside is None or (layout := inside.layout()) is None:
            return
        for part in self._of_activities:
            part.show()
        layout.activate()
        if inside.minimumSizeHint().height() > self._scroll.viewport().height():
            for part in self._of_activities:
                part.hide()

    def _add(self, grid: QGridLayout, place: int, row: TotalRow) -> None:
        parts: list[QWidget] = []
        if row.kind:
            parts.append(Swatch(self._appearance, row.kind))
            grid.addWidget(parts[-1], place, SWATCH)
        name = self._name(row)
        grid.addWidget(name, place, NAME if row.kind or row.indent else SWATCH, 1, 1 if row.kind else 2)
        if row.bar is not None:
            bar = PatternBar(self._appearance, height=10)
            bar.show_blocks((Block(0, row.bar, row.kind),))
            grid.addWidget(bar, place, BAR)
            parts.append(bar)
        time = Label(self._appearance, row.time, role="strong" if row.strong else "small")
        time.setAlignment(RIGHT)
        grid.addWidget(time, place, TIME)
        parts.append(time)
        if row.share:
            share = Label(self._appearance, row.share, role="small", tone="tertiary")
            share.setAlignment(RIGHT)
            grid.addWidget(share, place, SHARE)
            parts.append(share)
        if row.indent:
            self._of_activities += [name, *parts]
        if self._can_filter and row.asks is not None:
            for part in parts:
                Pressable(part, self._buttons[-1][0].click)

    def _name(self, row: TotalRow) -> QWidget:
        """A text, or a button that tells what is behind the row."""
        role: Role = "small" if row.indent else "strong" if row.rule_above and row.strong else "base"
        tone: Tone = "secondary" if row.indent else "primary"
        if not self._can_filter or row.asks is None:
            label = Label(self._appearance, row.name, role=role, tone=tone)
            label.setMinimumHeight(TARGET if self._can_filter else 0)
            return label
        button = Button(self._appearance, row.name.replace("&", "&&"), look="row")
        button.setProperty("tone", tone)
        button.setFont(self._appearance.theme.font(role))
        button.setMinimumHeight(TARGET)
        button.setCheckable(True)
        button.setAccessibleName(" ".join(part for part in (row.name, row.time, row.share) if part))
        button.setToolTip(self.tr("Show the spans behind it") if row.asks else self.tr("Show everything"))
        asks = row.asks
        button.clicked.connect(lambda: self.filter_wanted.emit(asks))
        self._buttons.append((button, asks))
        return button


class Pressable(QObject):
    """Lets a mouse press a part of a row as if it were the row's button, which is there for keys."""

    def __init__(self, part: QWidget, press: Callable[[], None]) -> None:
        super().__init__(part)
        self._press = press
        part.setCursor(Qt.CursorShape.PointingHandCursor)
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() is not QEvent.Type.MouseButtonPress:
            return False
        if event.button() is Qt.MouseButton.LeftButton:
            self._press()
        return True
