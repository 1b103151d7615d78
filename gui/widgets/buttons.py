"""Buttons as every page sets them; never knows what they do."""

from typing import Literal

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QStylePainter

from gui.glyphs import MARK_SIZE, button_icon, glyph_pixmap
from gui.theme import Appearance

Look = Literal["plain", "primary", "link", "nav", "step", "choice", "split", "row", "mark", "chip"]
CHEVRON = 12
ROOM_BEFORE_TEXT = 3


class Button(QPushButton):
    """A button with an optional mark, which follows the theme."""

    def __init__(self, appearance: Appearance, text: str = "", *, look: Look = "plain", mark: str = "") -> None:
        super().__init__(text)
        self._appearance = appearance
        self._mark = mark
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if look == "link" else Qt.CursorShape.ArrowCursor)
        appearance.changed.connect(self._draw_mark)
        self._draw_mark()

    def set_mark(self, mark: str) -> None:
        self._mark = mark
        self._draw_mark()

    def make_room_for_strong(self) -> None:
        """Wide enough for its text once it is checked and therefore set strong."""
        strong = QFontMetrics(self._appearance.theme.font("strong")).horizontalAdvance(self.text())
        self.setMinimumWidth(self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text()) + strong + 4)

    def _ink(self) -> str:
        colours = self._appearance.theme.colours
        return {
            "primary": colours.text.on_accent,
            "link": colours.accent.base,
            "nav": colours.text.secondary,
        }.get(str(self.property("look")), colours.text.primary)

    def _draw_mark(self) -> None:
        if not self._mark:
            return
        room = ROOM_BEFORE_TEXT if self.text() else 0
        faint = QColor(self._appearance.theme.colours.text.tertiary)
        self.setIcon(button_icon(self._mark, QColor(self._ink()), faint, room=room))
        self.setIconSize(QSize(MARK_SIZE + room, MARK_SIZE))


class MenuButton(Button):
    """A button that opens a menu, and shows so by a chevron."""

    def __init__(self, appearance: Appearance, text: str, *, look: Look = "plain", mark: str = "") -> None:
        super().__init__(appearance, text, look=look, mark=mark)
        self.choices = QMenu(self)
        self._offers_menu = False
        self.offer(menu=True)

    def offer(self, *, menu: bool) -> None:
        """Whether pressing it opens the menu, or is a press like any other."""
        if menu == self._offers_menu:
            return
        self._offers_menu = menu
        self.setMenu(self.choices if menu else None)  # type: ignore[arg-type]  # None takes the menu away, says Qt
        self.setProperty("chevron", menu)
        self.style().unpolish(self)
        self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._offers_menu:
            super().paintEvent(event)
            return
        self._draw_without_arrow()
        with QPainter(self) as painter:
            ink = QColor(self._ink() if self.isEnabled() else self._appearance.theme.colours.text.tertiary)
            beside = 2 if self.property("look") == "link" else 9
            mark = glyph_pixmap("chevron-down", ink, CHEVRON, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(self.width() - CHEVRON - beside, (self.height() - CHEVRON) // 2), mark)

    def _draw_without_arrow(self) -> None:
        """Where Qt knows of a menu, it keeps no room beside the text but that for an arrow of its own."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
