"""One kind to press, and beside it an arrow to its activities; never corrects anything."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.presenters.activities import KindChoice
from gui.theme import Appearance
from gui.widgets.activity_menu import add_activities
from gui.widgets.buttons import Button, MenuButton
from gui.widgets.swatch import swatch_icon

ARROW_WIDTH, ROOM = 28, 3


class KindButton(QWidget):
    """Two targets that look like one button; without activities only the first."""

    chosen = Signal(object)
    """A `Category`."""

    def __init__(self, appearance: Appearance, choice: KindChoice) -> None:
        super().__init__()
        self._appearance = appearance
        self._choice = choice
        self.press = Button(appearance, choice.name, look="split")
        self.press.clicked.connect(lambda: self.chosen.emit(self._choice.category))
        self.arrow = MenuButton(appearance, "", look="split")
        self.arrow.setProperty("side", "last")
        self.arrow.setFixedWidth(ARROW_WIDTH)
        self.arrow.setAccessibleName(self.tr("Activities of {kind}").format(kind=choice.name))
        self.arrow.setToolTip(self.arrow.accessibleName())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.press)
        row.addWidget(self.arrow)
        appearance.changed.connect(self._draw_swatch)
        self._draw_swatch()
        self.show_choice(choice)

    def show_choice(self, choice: KindChoice) -> None:
        self._choice = choice
        self.press.setToolTip(choice.tip)
        self.press.setProperty("side", "first" if choice.activities else "alone")
        self.press.style().unpolish(self.press)
        self.press.style().polish(self.press)
        self.arrow.setVisible(bool(choice.activities))
        self.arrow.choices.clear()
        add_activities(self.arrow.choices, choice, self.chosen.emit, keys=True)

    def _draw_swatch(self) -> None:
        theme = self._appearance.theme
        swatch = theme.tokens.pattern.swatch
        self.press.setIcon(swatch_icon(theme, self._choice.category.kind, theme.colours.surface.card, room=ROOM))
        self.press.setIconSize(QSize(swatch.width + ROOM, swatch.height))
