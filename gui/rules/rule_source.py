"""Rules as text, where they say more than a form can or are broken; never judges the text itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from gui.theme import Appearance
from gui.widgets.labels import Label


class RuleSource(QWidget):
    """Tells what was typed at every keystroke; a text that nobody accepted yet is there again with its rule."""

    edited = Signal(str)

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self._showing = False
        self._source = ""
        self._drafts: dict[str, str] = {}
        """What was typed and not accepted, by the text that it was to replace."""
        self._head = Label(appearance, role="strong", wrap=True)
        self._fault = Label(appearance, wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(name)
        self.text.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(appearance.theme.font("small").pointSizeF())
        self.text.setFont(font)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.textChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._fault)
        column.addWidget(self.text, 1)

    def show_source(self, head: str, source: str, *, locked: bool = False) -> None:
        """`source`, or what was typed in its place."""
        self._head.setText(head)
        self.text.setReadOnly(locked)
        self._source = source
        shown = self._drafts.get(source, source)
        if self.text.toPlainText().rstrip() != shown.rstrip():
            self._showing = True
            self.text.setPlainText(shown)
            self._showing = False
        self.say("")

    def accept(self, source: str) -> None:
        """What was typed is the text now."""
        self._drafts.pop(self._source, None)
        self._source = source
        self.say("")

    def say(self, fault: str) -> None:
        """What is wrong with it; nothing where it is right."""
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def _tell(self) -> None:
        if not self._showing:
            self._drafts[self._source] = self.text.toPlainText()
            self.edited.emit(self.text.toPlainText())
