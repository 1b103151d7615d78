"""Puts things side by side, and goes on in the next line where there is no more room; never cuts one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """As wide as its widest part at the least; lines stand in the middle of the height."""

    def __init__(self, between: int, *, lines_apart: int | None = None) -> None:
        """Lines are as far from each other as things are, if nothing else is said."""
        super().__init__()
        self._between = between
        self._lines_apart = between if lines_apart is None else lines_apart
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        """On one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self._between * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        widest = max((size.width() for size in sizes), default=0)
        return self._with_margins(QSize(widest, max((size.height() for size in sizes), default=0)))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        places, height = self._laid_out(rect.width())
        lower = max(0, rect.height() - height) // 2
        for item, place in zip(self._items, places, strict=True):
            item.setGeometry(QRect(rect.topLeft() + place + QPoint(0, lower), item.sizeHint()))

    def _laid_out(self, width: int) -> tuple[list[QPoint], int]:
        """Where each item stands in this width, and how high all of them are."""
        margins = self.contentsMargins()
        left, right = margins.left(), width - margins.right()
        x, y, line = left, margins.top(), 0
        places = []
        for item in self._items:
            size = item.sizeHint()
            if x > left and x + size.width() > right:
                x, y, line = left, y + line + self._lines_apart, 0
            places.append(QPoint(x, y))
            x, line = x + size.width() + self._between, max(line, size.height())
        return places, y + line + margins.bottom()

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
