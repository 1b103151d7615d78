"""A dialog as every page sets it: a sentence, what is shown or asked, buttons at its foot; never knows what they do."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.opening_size import opening_size


class Sheet(QDialog):
    """Closed by its own button, by Escape, or by whatever it asks."""

    def __init__(self, appearance: Appearance, title: str, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.sentence = Label(appearance, role="sentence", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.deeds = QHBoxLayout()
        self.deeds.setSpacing(8)
        self._said = Label(appearance, role="small", wrap=True)
        self.close_button = Button(appearance, self.tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.setWindowTitle(self.tr("Engineroom — {title}").format(title=title))
        self.resize(opening_size(self, size))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addLayout(self.body, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._said, 1)
        foot.addLayout(self.deeds)
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def say(self, text: str) -> None:
        """What came of something, at the foot."""
        self._said.setText(text)

    def open_up(self) -> None:
        """Show it in front."""
        self.show()
        self.raise_()
        self.activateWindow()
