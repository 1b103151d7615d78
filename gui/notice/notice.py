"""The notice, page by page, before anything is recorded; it cannot be skipped, and never records anything itself."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.notice import Notice
from gui.notice.notice_pages import NoticePage, scrolling
from gui.notice.notice_step import StepButton
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.opening_size import opening_size

SIZE = QSize(960, 680)
SIDEBAR_WIDTH = 208


class NoticeWindow(QDialog):
    """Closing it before its end accepts nothing."""

    shown = Signal()
    hidden = Signal()
    accepted_by_reader = Signal()
    paper_wanted = Signal()

    def __init__(self, appearance: Appearance, notice: Notice, contact: str = "") -> None:
        """`contact` answers questions, where the policy names one."""
        super().__init__()
        self._appearance = appearance
        self._notice = notice
        self._seen = 0
        self._said = Label(appearance, self._contact_line(contact), role="small", tone="secondary", wrap=True)
        self.pages = [NoticePage(appearance, page) for page in notice.pages]
        self._steps: list[StepButton] = []
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._back = Button(appearance, self.tr("Back"))
        self._back.clicked.connect(lambda: self._turn_to(self._place - 1))
        self._next = Button(appearance, look="primary")
        self._next.clicked.connect(self._go_on)
        self._next.setDefault(True)
        self.setWindowTitle(self.tr("Engineroom — {title}").format(title=notice.title))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.resize(opening_size(self, SIZE))
        self._lay_out()
        self._turn_to(0)

    def say(self, text: str) -> None:
        """What came of something that was asked for, at the foot."""
        self._said.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._next.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidden.emit()

    def _contact_line(self, contact: str) -> str:
        return self.tr("Questions: {contact}").format(contact=contact) if contact else ""

    @property
    def _place(self) -> int:
        return self._stack.currentIndex()

    @property
    def _last(self) -> int:
        return len(self.pages) - 1

    def _go_on(self) -> None:
        if self._place < self._last:
            self._turn_to(self._place + 1)
        else:
            self.accepted_by_reader.emit()
            self.accept()

    def _turn_to(self, place: int) -> None:
        self._seen = max(self._seen, place)
        self._stack.setCurrentIndex(place)
        for number, step in enumerate(self._steps):
            step.setEnabled(number <= self._seen)
            step.setChecked(number == place)
            step.show_seen(seen=number < self._seen)
        self._back.setEnabled(place > 0)
        if place < self._last:
            name = self._notice.pages[place + 1].step
            self._next.setText(self.tr("Next: {page}").format(page=name))
        else:
            self._next.setText(self.tr("I have read this"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._sidebar())
        for number, page in enumerate(self.pages):
            self._stack.addWidget(scrolling(page, self._notice.pages[number].headline))
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        column.addWidget(self._foot())

    def _sidebar(self) -> QWidget:
        sidebar = QWidget()
        sidebar.setProperty("shape", "sidebar")
        sidebar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(sidebar)
        column.setContentsMargins(8, 20, 8, 16)
        column.setSpacing(2)
        hint = Label(self._appearance, self.tr("Takes about a minute"), role="small", tone="secondary")
        hint.setContentsMargins(12, 0, 0, 6)
        column.addWidget(hint)
        for number, page in enumerate(self._notice.pages):
            step = StepButton(self._appearance, number + 1, page.step)
            step.clicked.connect(lambda _checked=False, number=number: self._turn_to(number))
            self._group.addButton(step)
            self._steps.append(step)
            column.addWidget(step)
        column.addStretch()
        nothing = Label(self._appearance, self.tr("Nothing is recorded yet."), role="strong", wrap=True)
        after = self.tr("Recording starts after you have seen all pages.")
        closing = self.tr("Closing this window accepts nothing, and nothing is recorded.")
        small = (Label(self._appearance, text, role="small", wrap=True) for text in (after, closing))
        for label in (nothing, *small):
            label.setContentsMargins(12, 0, 8, 0)
            column.addWidget(label)
        sidebar.setFixedWidth(max(SIDEBAR_WIDTH, column.totalMinimumSize().width()))
        return sidebar

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setProperty("shape", "foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 13, 20, 13)
        row.setSpacing(8)
        paper = Button(self._appearance, self.tr("Copy as PDF…"), mark="share")
        paper.clicked.connect(self.paper_wanted)
        row.addWidget(paper)
        row.addSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        return foot
