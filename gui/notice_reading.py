"""The notice as a page of the main window, to be read again; accepts nothing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.notice import Notice
from gui.labels import rule
from gui.notice_pages import NoticePage, scrolling
from gui.theme import Appearance


class NoticeReading(QWidget):
    """All pages, one below the other."""

    def __init__(self, appearance: Appearance, notice: Notice) -> None:
        super().__init__()
        inside = QWidget()
        pages = QVBoxLayout(inside)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        for number, page in enumerate(notice.pages):
            if number:
                pages.addWidget(rule())
            pages.addWidget(NoticePage(appearance, page))
        pages.addStretch()
        area = scrolling(inside, notice.title)
        self.setFocusProxy(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
