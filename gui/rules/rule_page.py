"""The rule editor as one page: list, rule, what it would change, and what can be done; never edits a rule itself."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.access.correcting import Outcome
from gui.rules.rule_changes import RuleChanges
from gui.rules.rule_list import RuleList
from gui.rules.rule_pane import RulePane
from gui.rules.rule_source import RuleSource
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Card, ElidedLabel, Label
from gui.widgets.outcome import OutcomeLine
from gui.widgets.page_column import page_column
from gui.widgets.shortcut_keys import bind


class RulePage(QWidget):
    """Three panes, or the whole text where it is broken."""

    opened = Signal()
    undo_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    new_wanted = Signal()
    discard_wanted = Signal()
    save_wanted = Signal(bool)
    """Whether for all that is recorded."""
    text_wanted = Signal(str)
    """The whole file shall say this."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.list = RuleList(appearance)
        self.pane = RulePane(appearance)
        self.pane.new_wanted.connect(self.new_wanted)
        self.changes = RuleChanges(appearance)
        self.whole = RuleSource(appearance, self.tr("Text of the rule file"))
        self.undo = self._button(self.tr("Undo"), self.undo_wanted, mark="undo")
        self.undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self.imports = self._button(self.tr("Import…"), self.import_wanted)
        self.exports = self._button(self.tr("Export…"), self.export_wanted)
        self.new = self._button(self.tr("New rule"), self.new_wanted, mark="plus")
        self.new.setToolTip(self.tr("New rule (Ctrl+N)"))
        self.discard = self._button(self.tr("Discard"), self.discard_wanted)
        self.save_new = Button(appearance, self.tr("Save for new time"))
        self.save_new.clicked.connect(lambda: self.save_wanted.emit(False))
        self.save_all = Button(appearance, self.tr("Save and apply to history"), look="primary")
        self.save_all.clicked.connect(lambda: self.save_wanted.emit(True))
        self.save_text = Button(appearance, self.tr("Save the text"), look="primary")
        self.save_text.clicked.connect(lambda: self.text_wanted.emit(self.whole.text.toPlainText()))
        self._remark = ElidedLabel(appearance, role="small", tone="secondary")
        self.outcome = OutcomeLine(appearance)
        self.outcome.undo_wanted.connect(self.undo_wanted)
        bind(QKeySequence.StandardKey.Undo, self, self.undo_wanted.emit, self.tr("Undo"))
        bind(QKeySequence.StandardKey.New, self, self.new_wanted.emit, self.tr("New rule"))
        bind(QKeySequence.StandardKey.Save, self, self.save_all.click, self.tr("Save"))
        self._lay_out()
        self.setFocusProxy(self.list)

    def show_broken(self, head: str, text: str, fault: str) -> None:
        """The whole file, which cannot be read rule by rule, to be mended."""
        self.whole.show_source(head, text)
        self.whole.say(fault)
        self._show_parts(broken=True)

    def show_editor(self, *, changed: bool, undoable: bool, right: bool, remark: str) -> None:
        """`right`: whether what was edited could be saved; `remark` is said beside the buttons."""
        self._show_parts(broken=False)
        self.undo.setEnabled(undoable)
        self.discard.setEnabled(changed)
        self.save_new.setEnabled(changed and right)
        self.save_all.setEnabled(changed and right)
        self._remark.setText(remark)
        if changed:
            self._say(outcome=False)

    def show_outcome(self, outcome: Outcome) -> None:
        self.outcome.show_outcome(outcome)
        self._say(outcome=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit()

    def _say(self, *, outcome: bool) -> None:
        self.outcome.setVisible(outcome)
        self._remark.setVisible(not outcome)

    def _show_parts(self, *, broken: bool) -> None:
        self._stack.setCurrentIndex(1 if broken else 0)
        for part in (self.discard, self.save_new, self.save_all):
            part.setVisible(not broken)
        self.save_text.setVisible(broken)
        for part in (self.undo, self.imports, self.exports, self.new):
            part.setEnabled(not broken)

    def _button(self, text: str, wanted: SignalInstance, *, mark: str = "") -> Button:
        button = Button(self._appearance, text, mark=mark)
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        column = page_column(self._appearance, self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self._appearance, self.tr("Rules"), role="title"))
        says = ElidedLabel(self._appearance, tone="secondary")
        says.setText(self.tr("The first rule that matches decides"))
        head.addSpacing(4)
        head.addWidget(says, 1)
        for button in (self.undo, self.imports, self.exports, self.new):
            head.addWidget(button)
        column.addLayout(head)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes())
        self._stack.addWidget(self._text())
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        says_room = QVBoxLayout()
        says_room.addWidget(self._remark)
        says_room.addWidget(self.outcome)
        foot.addLayout(says_room, 1)
        for button in (self.discard, self.save_new, self.save_all, self.save_text):
            foot.addWidget(button)
        column.addLayout(foot)
        self._say(outcome=False)

    def _panes(self) -> QWidget:
        card = Card(self._appearance, padding=1)
        row = QHBoxLayout()
        row.setSpacing(0)
        for pane, share in ((self.list, 276), (self.pane, 338), (self.changes, 368)):
            if pane is not self.list:
                row.addWidget(_upright())
            pane.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            row.addWidget(pane, share)
        card.rows.addLayout(row)
        return card

    def _text(self) -> QWidget:
        card = Card(self._appearance)
        card.rows.addWidget(self.whole)
        return card


def _upright() -> QFrame:
    """A hairline from top to bottom."""
    line = QFrame()
    line.setProperty("shape", "rule")
    line.setFixedWidth(1)
    return line
