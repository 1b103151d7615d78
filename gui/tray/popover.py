"""The small window at the tray icon: state, pause, today at a glance; asks for things and does none of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.clock import steady_s
from gui.access.correcting import Outcome
from gui.presenters.activities import KindChoice
from gui.presenters.agent_view import Glyph
from gui.presenters.today import Popover
from gui.theme import Appearance
from gui.tray.pause_actions import PauseActions
from gui.tray.popover_parts import Banner, KindTimes, NowLine
from gui.widgets.buttons import Button, MenuButton
from gui.widgets.labels import ElidedLabel, Label, rule
from gui.widgets.outcome import OutcomeLine
from gui.widgets.state_mark import StateMark
from gui.widgets.strip import SpanStrip

WIDTH, SIDE, GLYPH = 360, 16, 18
CLOSED_BY_SAME_CLICK_S = 0.3
DISTANCE = 8
"""Between the icon, or the edge of the screen, and the popover."""


class PopoverWindow(QWidget):
    """Closes by Escape and by a click elsewhere."""

    day_wanted = Signal()
    notice_wanted = Signal()
    offer_taken = Signal()
    """What the banner offers: start the agent again, or read the notice."""
    correction_wanted = Signal(object, object)
    """Stretches, and the `Category` that they shall have been."""
    rule_wanted = Signal(object, object, object)
    """Stretches, what else is like them, and the `Category` that all of it shall be from now on."""
    undo_wanted = Signal()
    entry_wanted = Signal()
    loss_read = Signal()
    """The person has read of what was lost."""
    closed = Signal()

    def __init__(self, appearance: Appearance, pauses: PauseActions, *, see_through: bool) -> None:
        """`see_through`: whether the desktop blends windows, so that corners can be round."""
        super().__init__(None, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._appearance = appearance
        self._pauses = pauses
        self._radius = appearance.theme.tokens.radius.popover if see_through else 0
        self._hidden_s = -CLOSED_BY_SAME_CLICK_S
        self._opened_at = QRect(), QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, see_through)
        self.setWindowTitle(self.tr("Engineroom: today"))
        self.setAccessibleName(self.tr("Today at a glance"))
        self._make_parts()
        self._lay_out()

    def show_view(self, view: Popover) -> None:
        self._glyph.show_glyph(view.glyph)
        self._head.setText(view.head)
        self._line.setText(view.line)
        self._banner.show_banner(view.banner, view.offers)
        self._loss.show_banner(view.lost, view.puts_away)
        self._figure.setText(view.figure)
        self._show_figure(shown=bool(view.strip.blocks))
        self._figure_says.setText(view.figure_says)
        self._totals.show_totals(view.totals)
        self._strip.show_strip(view.strip)
        self._now.show_now(view.now)
        self._name_rows(view.now_says)
        self._gaps.setText(view.gaps)
        self._gap_time.setText(f"· {view.gap_time}" if view.gap_time else "")
        self._review.setVisible(view.to_explain)
        for part in (self._totals, self._strip, self._details):
            part.setVisible(bool(view.strip.blocks))
        resume = self._pauses.resume.isEnabled()
        self._pause.offer(menu=not resume)
        self._pause.setText(self.tr("Resume") if resume else self.tr("Pause"))
        self._pause.set_mark("resume" if resume else "pause")
        self._pause.setEnabled(view.answering)
        self._fit()

    def show_choices(self, choices: Sequence[KindChoice]) -> None:
        """What the present stretch may be said to have been."""
        self._now.show_choices(choices)

    def show_outcome(self, outcome: Outcome) -> None:
        """What was done about it, until the popover closes."""
        if self.isVisible():
            self._outcome.show_outcome(outcome)
            self._outcome_row.show()
            self._fit()

    def toggle(self, icon: QRect, screen: QRect) -> None:
        """Open beside `icon` inside `screen`; the click that closed it does not open it again."""
        if self.isVisible() or steady_s() - self._hidden_s < CLOSED_BY_SAME_CLICK_S:
            self.hide()
        else:
            self.open_at(icon, screen)

    def open_at(self, icon: QRect, screen: QRect) -> None:
        self._opened_at = icon, screen
        self._fit()
        self.show()
        self.activateWindow()
        first = self._banner.offer if self._banner.offer.isVisibleTo(self) else self._day
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hidden_s = steady_s()
        self._outcome_row.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._appearance.theme.colours
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(self._radius))
            painter.setPen(QPen(QColor(colours.line.border), 1))
            painter.setBrush(QColor(colours.surface.raised))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)

    def _make_parts(self) -> None:
        look = self._appearance
        self._glyph = StateMark(look, Glyph.STOPPED, GLYPH)
        self._head = Label(look, role="strong")
        self._line = ElidedLabel(look, role="small", tone="secondary")
        self._pause = MenuButton(look, self.tr("Pause"), mark="pause")
        self._pauses.add_pauses(self._pause.choices)
        self._pause.choices.addSeparator()
        self._pause.choices.addAction(self._pauses.private)
        self._pause.clicked.connect(self._pauses.resume.trigger)
        self._banner = Banner(look)
        self._banner.taken.connect(self.offer_taken)
        self._loss = Banner(look, self.tr("Part of the record was lost"), look="plain")
        self._loss.taken.connect(self.loss_read)
        self._figure = Label(look, role="figure")
        self._figure_says = Label(look, tone="secondary", wrap=True)
        self._totals = KindTimes(look)
        self._strip = SpanStrip(look, ground="raised")
        self._now_says = Label(look, role="small", tone="secondary")
        self._now = NowLine(look)
        self._now.correction_wanted.connect(self.correction_wanted)
        self._now.rule_wanted.connect(self.rule_wanted)
        self._outcome = OutcomeLine(look)
        self._outcome.undo_wanted.connect(self.undo_wanted)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo_wanted.emit)
        self._make_lower_parts(look)

    def _make_lower_parts(self, look: Appearance) -> None:
        self._gaps_says = Label(look, self.tr("Gaps"), role="small", tone="secondary")
        self._gaps = Label(look)
        self._gap_time = Label(look, tone="tertiary")
        self._review = Button(look, self.tr("Review"), look="link")
        self._review.setAccessibleName(self.tr("Review the gaps of today"))
        self._review.clicked.connect(self.day_wanted)
        self._entry = Button(look, self.tr("Add entry…"), mark="plus")
        self._entry.clicked.connect(self.entry_wanted)
        self._day = Button(look, self.tr("Open day"), look="primary")
        self._day.clicked.connect(self.day_wanted)
        self._notice = Button(look, self.tr("What is recorded?"), look="link")
        self._notice.clicked.connect(self.notice_wanted)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head_row())
        column.addWidget(rule())
        column.addWidget(self._body())
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(0)
        self._outcome_row, outcome = _row(SIDE, 6, spacing=0)
        outcome.addWidget(self._outcome)
        self._outcome_row.hide()
        now = self._named_row(self._now_says, self._now)
        for part in (rule(), now, self._outcome_row, rule(), self._gap_row()):
            details.addWidget(part)
        column.addWidget(self._details)
        column.addWidget(self._foot())

    def _head_row(self) -> QWidget:
        row, layout = _row(SIDE, 10, spacing=9)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._head)
        words.addWidget(self._line)
        layout.addWidget(self._glyph)
        layout.addLayout(words, 1)
        layout.addWidget(self._pause)
        return row

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, 12, SIDE, 14)
        column.setSpacing(12)
        figure = QHBoxLayout()
        figure.setSpacing(9)
        figure.addWidget(self._figure)
        figure.addWidget(self._figure_says, 1, alignment=Qt.AlignmentFlag.AlignBottom)
        for banner in (self._banner, self._loss):
            column.addWidget(banner)
        column.addLayout(figure)
        column.addWidget(self._totals)
        column.addWidget(self._strip)
        return body

    def _named_row(self, label: Label, part: QWidget) -> QWidget:
        row, layout = _row(SIDE, 9, spacing=8)
        layout.addWidget(label)
        layout.addWidget(part, 1)
        return row

    def _gap_row(self) -> QWidget:
        words = QWidget()
        layout = QHBoxLayout(words)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._gaps)
        layout.addWidget(self._gap_time)
        layout.addStretch()
        layout.addWidget(self._review)
        return self._named_row(self._gaps_says, words)

    def _foot(self) -> QWidget:
        foot, layout = _row(SIDE, 12, spacing=8)
        foot.setProperty("shape", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout.addWidget(self._day)
        layout.addWidget(self._entry)
        layout.addStretch()
        layout.addWidget(self._notice)
        return foot

    def _name_rows(self, now_says: str) -> None:
        """What stands behind the names stands in line."""
        self._now_says.setText(now_says)
        names = self._now_says, self._gaps_says
        width = max(name.sizeHint().width() for name in names)
        for name in names:
            name.setFixedWidth(width)

    def _show_figure(self, *, shown: bool) -> None:
        """The words beside the figure stand on its line."""
        self._figure.setVisible(shown)
        deeper = self._figure.fontMetrics().descent() - self._figure_says.fontMetrics().descent()
        self._figure_says.setContentsMargins(0, 0, 0, deeper if shown else 0)

    def _fit(self) -> None:
        """As wide as the texts need, as high as its parts are at that width, and still beside the icon then."""
        self._column.activate()
        width = max(WIDTH, self._column.totalMinimumSize().width())
        self.setFixedSize(width, self._column.totalHeightForWidth(width))
        self.move(_beside(*self._opened_at, self.size()))


def _row(side: int, above: int, *, spacing: int) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(side, above, side, above)
    layout.setSpacing(spacing)
    return row, layout


def _beside(icon: QRect, screen: QRect, size: QSize) -> QPoint:
    """Above or below the icon, whichever lies inside; in the lower right corner where the icon's place is unknown."""
    if icon.isEmpty():
        return screen.bottomRight() - QPoint(size.width() + DISTANCE, size.height() + DISTANCE)
    left = icon.center().x() - size.width() // 2
    left = min(max(left, screen.left() + DISTANCE), screen.right() - size.width() - DISTANCE)
    below = icon.bottom() + DISTANCE
    fits_below = below + size.height() <= screen.bottom()
    above = max(icon.top() - DISTANCE - size.height(), screen.top() + DISTANCE)
    return QPoint(left, below if fits_below else above)
