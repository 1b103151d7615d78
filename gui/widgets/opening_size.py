"""How large a window opens: as it would like, and no larger than its screen; never says where."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

TITLE_BAR = 40
"""Of the screen's height, left to whoever frames the window."""


def opening_size(window: QWidget, size: QSize) -> QSize:
    """`size`, as far as there is room for it: a screen of 1920 × 1080 that is scaled by two has half of either."""
    return size.boundedTo(window.screen().availableSize() - QSize(0, TITLE_BAR))
