"""The notice, page by page, before anything is recorded; it cannot be skipped, and never records anything itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.notice import Notice
from gui.buttons import Button
from gui.labels import Label
from gui.notice_pages import Example, NoticePage, scrolling
from gui.notice_step import StepButton
from gui.theme import Appearance

SIZE = QSize(960, 680)
SIDEBAR_WIDTH = 208


class NoticeWindow(QDialog):
    """Closing it before its end accepts nothing."""

    shown = Signal()
    accepted_by_reader = Signal()

    def __init__(self, appearance: Appearance, notice: Notice) -> None:
        super().__init__()
        self._appearance = appearance
        self._notice = notice
        self._seen = 0
        self._pages = [NoticePage(appearance, page) for page in notice.pages]
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
        self.resize(SIZE)
        self._lay_out()
        self._turn_to(0)

    def show_examples(self, examples: Sequence[Example]) -> None:
        """On the first page, rows from this very computer."""
        self._pages[0].show_examples(examples)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._next.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.shown.emit()

    @property
    def _place(self) -> int:
        return self._stack.currentIndex()

    @property
    def _last(self) -> int:
        return len(self._pages) - 1

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
            self._next.setText(self.tr("Next: {page}").format(page=name[:1].lower() + name[1:]))
        else:
            self._next.setText(self.tr("I have read this"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._sidebar())
        for number, page in enumerate(self._pages):
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
        for label in (nothing, Label(self._appearance, after, role="small", wrap=True)):
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
        hint = self.tr("Closing this window accepts nothing, and nothing is recorded.")
        row.addWidget(Label(self._appearance, hint, role="small", tone="secondary"))
        row.addStretch()
        row.addWidget(self._back)
        row.addWidget(self._next)
        return foot
