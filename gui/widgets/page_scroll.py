"""Gives a page the whole room of the window, and lets it scroll only where its least height does not fit."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageScroll(QScrollArea):
    """Qt's own way gives a page with wrapped texts the height that it would like, whatever room there is."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page
        self.setWidget(page)
        page.installEventFilter(self)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands on the page needs another height now."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._page:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        page, room = self._page, self.maximumViewportSize()
        least = page.minimumSizeHint().expandedTo(page.minimumSize())
        if self._least_height(page, room.width()) > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        width = max(room.width(), least.width())
        page.resize(QSize(width, max(room.height(), self._least_height(page, width))))

    @staticmethod
    def _least_height(page: QWidget, width: int) -> int:
        layout = page.layout()
        wrapped = layout.totalMinimumHeightForWidth(width) if layout is not None else -1
        return max(wrapped, page.minimumSizeHint().height())
