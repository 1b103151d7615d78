"""The foot of the lanes: what is selected, what it may be corrected to, and what was done; never corrects itself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.access.correcting import Outcome
from gui.presenters.activities import KindChoice, kind_choices
from gui.presenters.selection import SelectionView
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.kind_button import KindButton
from gui.widgets.labels import ElidedLabel, Label, WholeLabel
from gui.widgets.outcome import OutcomeLine

SIDE, ABOVE = 12, 6


class SelectionBar(QFrame):
    """Keeps its height whatever it shows."""

    wanted = Signal(object)
    """The `Category` that what is selected shall have been."""
    take_back_wanted = Signal(object)
    """The numbers of corrections."""
    undo_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._view: SelectionView | None = None
        self._acts: list[QWidget] = []
        self._parts: tuple[QWidget, ...] = ()
        self._hint = ElidedLabel(appearance, role="small", tone="tertiary")
        self._hint.setText(self.tr("Something not right? Drag across the lanes, or select rows of the list."))
        self._lead = Label(appearance, role="strong")
        self._text = ElidedLabel(appearance, tone="secondary")
        self._remark = ElidedLabel(appearance, tone="secondary")
        self.outcome = OutcomeLine(appearance)
        self.outcome.undo_wanted.connect(self.undo_wanted)
        self._keys = WholeLabel(appearance, self.tr("W  K  P · Esc clears"), role="small", tone="tertiary")
        self.kinds = tuple(KindButton(appearance, choice) for choice in kind_choices(()))
        self._back = Button(appearance, self.tr("Take back"))
        self._back.setToolTip(self.tr("What you corrected here holds no more: the rules decide again."))
        self._back.clicked.connect(self._take_back)
        self.setProperty("shape", "selection")
        self._lay_out(appearance.theme.tokens.space.control_height)
        self.show_selection(None)

    def add_act(self, button: QWidget) -> None:
        """One more thing to do about what can be corrected; stands behind the kinds."""
        self._acts.append(button)
        self._parts = (*self._parts, button)
        self._row.insertWidget(self._row.indexOf(self._back), button)
        self.show_selection(self._view)

    @property
    def says(self) -> str:
        """What is selected, in words."""
        view = self._view
        return " ".join(part for part in (view.lead, view.text, view.remark) if part) if view else ""

    def show_choices(self, choices: Sequence[KindChoice]) -> None:
        for button, choice in zip(self.kinds, choices, strict=True):
            button.show_choice(choice)

    def show_selection(self, view: SelectionView | None) -> None:
        """What was done before is no longer said once something is selected."""
        self._view = view
        self._show(self._parts_of(view) if view else {self._hint})
        if view:
            self._lead.setText(view.lead)
            self._text.setText(view.text)
            self._remark.setText(f"· {view.remark}" if view.text and view.remark else view.remark)

    def show_outcome(self, outcome: Outcome) -> None:
        self.outcome.show_outcome(outcome)
        self._show({self.outcome})

    def _parts_of(self, view: SelectionView) -> set[QWidget]:
        parts: set[QWidget] = {self._lead}
        parts |= {self._text} if view.text else set()
        parts |= {self._remark} if view.remark else set()
        parts |= {*self.kinds, *self._acts, self._keys} if view.correctable else set()
        return parts | ({self._back} if view.corrections else set())

    def _show(self, parts: set[QWidget]) -> None:
        for part in self._parts:
            part.setVisible(part in parts)
        filled = self._hint not in parts
        if filled != self.property("filled"):
            self.setProperty("filled", filled)
            self.style().unpolish(self)
            self.style().polish(self)

    def _take_back(self) -> None:
        if self._view is not None:
            self.take_back_wanted.emit(self._view.corrections)

    def _lay_out(self, control_height: int) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        row.setSpacing(8)
        self._parts = (
            self._hint, self.outcome, self._lead, self._text, self._remark, *self.kinds, self._back, self._keys,
        )  # fmt: skip
        for part in self._parts:
            row.addWidget(part)
        row.addStretch()
        row.setStretchFactor(self._keys, 1)
        for button in self.kinds:
            button.chosen.connect(self.wanted)
        self.setFixedHeight(max(control_height, self.fontMetrics().height() + 12) + 2 * ABOVE + 1)
