"""The notice as a page of the main window, to be read again; accepts nothing."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.notice import Notice
from gui.notice.notice_pages import NoticePage, scrolling
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Label, rule


class NoticeReading(QWidget):
    """All pages, one below the other; what holds may be another each time that it is shown."""

    shown = Signal()
    paper_wanted = Signal()

    def __init__(self, appearance: Appearance, notice: Notice) -> None:
        super().__init__()
        self._appearance = appearance
        self._notice = notice
        self._said = Label(appearance, role="small", tone="secondary", wrap=True)
        self._area = scrolling(self._pages(), notice.title)
        self.setFocusProxy(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot(appearance))

    def show_notice(self, notice: Notice) -> None:
        """What holds by now."""
        if notice != self._notice:
            self._notice = notice
            self._area.setWidget(self._pages())

    def say(self, text: str) -> None:
        """What came of something that was asked for, at the foot."""
        self._said.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _pages(self) -> QWidget:
        inside = QWidget()
        pages = QVBoxLayout(inside)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        for number, page in enumerate(self._notice.pages):
            if number:
                pages.addWidget(rule())
            pages.addWidget(NoticePage(self._appearance, page))
        pages.addStretch()
        return inside

    def _foot(self, appearance: Appearance) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 8, 28, 12)
        paper = Button(appearance, self.tr("Copy as PDF…"), mark="share")
        paper.clicked.connect(self.paper_wanted)
        row.addWidget(paper)
        row.addWidget(self._said, 1)
        return foot
