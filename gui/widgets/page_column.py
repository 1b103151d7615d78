"""The column that a page stands in, with the margins that all pages have; never knows what stands in it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import Appearance


def page_column(appearance: Appearance, page: QWidget) -> QVBoxLayout:
    """The layout of `page`, to be filled from the top."""
    space = appearance.theme.tokens.space
    column = QVBoxLayout(page)
    column.setContentsMargins(space.page["left"], space.page["top"], space.page["right"], space.page["bottom"])
    column.setSpacing(space.between_cards)
    return column
