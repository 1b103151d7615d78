"""The form of one rule: name, conditions, words, what it then is; never reads or writes a rule file."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.category import FOR_RULES, Category
from gui.presenters.kind_names import name_of_kind
from gui.presenters.rule_conditions import WAYS, Condition, RuleForm, Way
from gui.presenters.rule_drafts import LONGEST_NAME, with_word, words_asked_for
from gui.rules.rule_condition_row import ConditionRow
from gui.rules.rule_words import WordChips
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.check_box import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.labels import Label
from gui.widgets.swatch import swatch_icon
from reports.suggesting import Lost

FIRST_TRIED = (Way("title_contains"), Way("app"))


class RuleFormPane(QWidget):
    """Tells what it says now, at every keystroke."""

    edited = Signal(object)
    """A `RuleForm`."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._showing = False
        self._locked = False
        self._words: Sequence[Lost] = ()
        self._apps: Sequence[str] = ()
        self._categories: Sequence[Category] = ()
        self.rows: list[ConditionRow] = []
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self.add = Button(appearance, self.tr("Add condition"), look="link", mark="plus")
        self.chips = WordChips(appearance)
        self.kind = Combo(appearance, self.tr("Kind"))
        self.activity = Combo(appearance, self.tr("Activity"), is_open=True)
        self.patterns = CheckBox(appearance, self.tr("Regular expression (advanced)"))
        self._lay_out()
        self.name.textChanged.connect(self._tell)
        self.add.clicked.connect(self._add_row)
        self.chips.pressed.connect(self._press_word)
        self.kind.currentIndexChanged.connect(self._take_kind)
        self.activity.editTextChanged.connect(self._tell)
        self.patterns.toggled.connect(self._offer_patterns)
        appearance.changed.connect(self._draw_kinds)
        self._draw_kinds()

    @property
    def form(self) -> RuleForm:
        return RuleForm(
            name=self.name.text(),
            conditions=tuple(row.condition for row in self.rows),
            kind=FOR_RULES[max(0, self.kind.currentIndex())],
            activity=self.activity.currentText(),
        )

    def offer(self, apps: Sequence[str], words: Sequence[Lost], categories: Sequence[Category]) -> None:
        """What there is to choose from."""
        self._apps, self._words, self._categories = apps, words, categories

    def show_form(self, form: RuleForm, *, locked: bool) -> None:
        self._showing = True
        self._locked = locked
        if self.name.text() != form.name:
            self.name.setText(form.name)
        if any(condition.way.is_pattern for condition in form.conditions):
            self.patterns.setChecked(True)
        self._show_conditions(form.conditions)
        self.kind.setCurrentIndex(FOR_RULES.index(form.kind))
        self._offer_activities()
        if self.activity.currentText() != form.activity:
            self.activity.setEditText(form.activity)
        for part in (self.name, self.kind, self.activity):
            part.setEnabled(not locked)
        self.add.setVisible(not locked)
        self.patterns.setVisible(not locked)
        self._show_words()
        self._showing = False

    def sizeHint(self) -> QSize:
        return QSize(340, super().sizeHint().height())

    def _show_conditions(self, conditions: Sequence[Condition]) -> None:
        while len(self.rows) > len(conditions):
            row = self.rows.pop()
            self._conditions.removeWidget(row)
            row.deleteLater()
        while len(self.rows) < len(conditions):
            self.rows.append(self._row())
        for row, condition in zip(self.rows, conditions, strict=True):
            taken = {other.way for other in conditions if other is not condition}
            row.show_condition(condition, taken=taken, patterns=self.patterns.isChecked(), apps=self._apps)
            row.lock(locked=self._locked)
        self.add.setEnabled(len(conditions) < len(WAYS))
        self._order_keys()

    def _row(self) -> ConditionRow:
        row = ConditionRow(self._appearance)
        row.edited.connect(self._tell)
        row.removed.connect(lambda: self._remove_row(row))
        self._conditions.addWidget(row)
        return row

    def _order_keys(self) -> None:
        """The keyboard goes from top to bottom, whenever a row was made."""
        rows = [part for row in self.rows for part in row.parts]
        parts = [self.name, *rows, self.add, self.patterns, *self.chips.parts, self.kind, self.activity]
        for before, behind in itertools.pairwise(parts):
            self.setTabOrder(before, behind)

    def _add_row(self) -> None:
        taken = {condition.way for condition in self.form.conditions}
        way = next(way for way in (*FIRST_TRIED, *WAYS) if way not in taken and not way.is_pattern)
        self._change((*self.form.conditions, Condition(way, "")))
        self.rows[-1].value.setFocus()

    def _remove_row(self, row: ConditionRow) -> None:
        self._change([other.condition for other in self.rows if other is not row])
        self.add.setFocus()

    def _press_word(self, word: str) -> None:
        self.name.setText(with_word(self.form, word).name)
        self._change(with_word(self.form, word).conditions)

    def _change(self, conditions: Sequence[Condition]) -> None:
        self._showing = True
        self._show_conditions(conditions)
        self._showing = False
        self._tell()

    def _offer_patterns(self) -> None:
        if not self._showing:
            self._change(self.form.conditions)

    def _take_kind(self) -> None:
        if not self._showing:
            self._showing = True
            self._offer_activities()
            self.activity.setEditText("")
            self._showing = False
            self._tell()

    def _offer_activities(self) -> None:
        kind = FOR_RULES[max(0, self.kind.currentIndex())]
        self.activity.offer(one.activity for one in self._categories if one.kind is kind and one.activity)

    def _tell(self) -> None:
        if not self._showing and not self._locked:
            self._show_words()
            self.edited.emit(self.form)

    def _show_words(self) -> None:
        before = self.chips.parts
        self.chips.show_words(() if self._locked else self._words, words_asked_for(self.form))
        if self.chips.parts != before:
            self._order_keys()

    def _draw_kinds(self) -> None:
        theme, place = self._appearance.theme, self.kind.currentIndex()
        self._showing = True
        self.kind.clear()
        for kind in FOR_RULES:
            self.kind.addItem(swatch_icon(theme, kind.value, theme.colours.surface.card), name_of_kind(kind.value))
        swatch = theme.tokens.pattern.swatch
        self.kind.setIconSize(QSize(swatch.width, swatch.height))
        self.kind.setCurrentIndex(max(0, place))
        self._showing = False

    def _lay_out(self) -> None:
        field = self.activity.lineEdit()
        if field is not None:
            field.setPlaceholderText(self.tr("no activity"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self._appearance, self.tr("Name"), role="strong"))
        column.addWidget(self.name)
        column.addSpacing(6)
        column.addWidget(Label(self._appearance, self.tr("When all of these are true"), role="strong"))
        self._conditions = QVBoxLayout()
        self._conditions.setSpacing(6)
        column.addLayout(self._conditions)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        column.addLayout(foot)
        column.addWidget(self.patterns)
        column.addWidget(self.chips)
        column.addSpacing(6)
        column.addWidget(Label(self._appearance, self.tr("Then it is"), role="strong"))
        gives = QHBoxLayout()
        gives.setSpacing(6)
        gives.addWidget(self.kind)
        gives.addWidget(self.activity)
        column.addLayout(gives)
