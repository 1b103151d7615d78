"""The middle of the rule editor: the form or the text of a rule, and a title to try; never edits the rules."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from gui.glyphs import glyph_pixmap
from gui.presenters.rule_conditions import RuleForm
from gui.rules.rule_form import RuleFormPane
from gui.rules.rule_source import RuleSource
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Label

MARK = 16


class RulePane(QWidget):
    """One rule at a time."""

    new_wanted = Signal()
    tried = Signal(str)
    """A title."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.form = RuleFormPane(appearance)
        self.source = RuleSource(appearance, self.tr("Text of the rule"))
        self.title = QLineEdit()
        self.title.setAccessibleName(self.tr("Try a title"))
        self.title.setPlaceholderText(self.tr("A title, to see which rule decides"))
        self.title.textChanged.connect(self.tried)
        self._says = Label(appearance, role="small", tone="accent", wrap=True)
        self._mark = Label(appearance)
        self._nothing = self._none()
        self._trying = self._try_box()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self._nothing, self.form, self.source):
            column.addWidget(part, 1 if part is self.source else 0)
        column.addSpacing(6)
        column.addWidget(self._trying)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll)
        self.show_nothing()

    def sizeHint(self) -> QSize:
        return QSize(340, 400)

    def show_nothing(self) -> None:
        """There is no rule to show."""
        self._show(self._nothing)

    def show_form(self, form: RuleForm, *, locked: bool) -> None:
        self.form.show_form(form, locked=locked)
        self._show(self.form)

    def show_source(self, source: str, *, locked: bool) -> None:
        head = self.tr("This rule is your organisation's.") if locked else ""
        more = self.tr("It says more than the form can: this is its text.")
        self.source.show_source(" ".join(part for part in (head, more) if part), source, locked=locked)
        self._show(self.source)

    def show_tried(self, text: str, *, decides: bool) -> None:
        """What becomes of the title; `decides`: whether the rule that is shown does."""
        self._says.setText(text)
        ink = self._says.palette().color(self._says.foregroundRole())
        name = "check" if decides else "info"
        self._mark.setPixmap(glyph_pixmap(name, ink, MARK, self.devicePixelRatioF()))
        for part in (self._says, self._mark):
            part.setVisible(bool(text))

    def _show(self, shown: QWidget) -> None:
        for part in (self._nothing, self.form, self.source):
            part.setVisible(part is shown)
        self._trying.setVisible(shown is not self._nothing)

    def _none(self) -> QWidget:
        none = QWidget()
        column = QVBoxLayout(none)
        column.setContentsMargins(0, 0, 0, 0)
        text = self.tr("You have no rules of your own yet: those that come with Engineroom decide.")
        column.addWidget(Label(self._appearance, text, tone="secondary", wrap=True))
        new = Button(self._appearance, self.tr("New rule"), mark="plus")
        new.clicked.connect(self.new_wanted)
        column.addWidget(new, alignment=Qt.AlignmentFlag.AlignLeft)
        return none

    def _try_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self._appearance, self.tr("Try a title"), role="strong"))
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._says, 1)
        column.addLayout(row)
        self.show_tried("", decides=False)
        return box
