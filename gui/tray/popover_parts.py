"""The parts of the popover: what asks for attention, the totals, what is now; never knows where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.presenters.activities import KindChoice, kind_choices
from gui.presenters.today import KindTime, Now
from gui.righting.wide_verbs import add_wide_verbs
from gui.theme import Appearance
from gui.widgets.activity_menu import add_kinds
from gui.widgets.buttons import Button, Look, MenuButton
from gui.widgets.labels import Card, ElidedLabel, Label
from gui.widgets.swatch import Swatch

COLUMNS = 2


class Banner(Card):
    """What asks for a decision, and the one action that follows."""

    taken = Signal()

    def __init__(self, appearance: Appearance, head: str = "", *, look: Look = "primary") -> None:
        super().__init__(appearance, shape="attention", padding=10)
        if head:
            self.rows.addWidget(Label(appearance, head, role="strong"))
        self._text = Label(appearance, role="small", wrap=True)
        self.offer = Button(appearance, look=look)
        self.offer.clicked.connect(self.taken)
        self.rows.addWidget(self._text)
        self.rows.addWidget(self.offer, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_banner(self, text: str, offer: str) -> None:
        """Nothing at all where `text` is empty; no button where `offer` is."""
        self._text.setText(text)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self.setVisible(bool(text))


class KindTimes(QWidget):
    """The totals in two columns."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown: Sequence[KindTime] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_totals(self, totals: Sequence[KindTime]) -> None:
        if totals == self._shown:
            return
        self._shown = totals
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(6)
        for place, total in enumerate(totals):
            row, left = place // COLUMNS, place % COLUMNS * 4
            grid.addWidget(Swatch(self._appearance, total.kind), row, left)
            grid.addWidget(Label(self._appearance, total.name), row, left + 1)
            time = Label(self._appearance, total.time, role="strong")
            grid.addWidget(time, row, left + 2, alignment=Qt.AlignmentFlag.AlignRight)
        for side in range(COLUMNS):
            grid.setColumnStretch(side * 4 + 1, 1)
        grid.setColumnMinimumWidth(3, 16)
        self._column.addWidget(inside)


class NowLine(QWidget):
    """What the latest stretch was, the rule that decided it, and a way to say that it was something else."""

    correction_wanted = Signal(object, object)
    """Stretches, and the `Category` that they shall have been."""
    rule_wanted = Signal(object, object, object)
    """Stretches, what else is like them (`About`), and the `Category` that all of it shall be from now on."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._now: Now | None = None
        self._choices: Sequence[KindChoice] = kind_choices(())
        self.not_right = MenuButton(appearance, self.tr("Not right?"), look="link")
        self.not_right.choices.aboutToShow.connect(self._fill_menu)
        self._swatch = Swatch(appearance)
        self._kind = Label(appearance, role="strong")
        self._activity = ElidedLabel(appearance)
        self._why = ElidedLabel(appearance, role="small", tone="tertiary")
        first = QHBoxLayout()
        first.setSpacing(5)
        for widget in (self._swatch, self._kind):
            first.addWidget(widget)
        first.addWidget(self._activity, 1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(first)
        words.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.not_right)

    def show_choices(self, choices: Sequence[KindChoice]) -> None:
        self._choices = choices

    def _fill_menu(self) -> None:
        """With what is shown at this moment: it stays as it is while it is open."""
        now, menu = self._now, self.not_right.choices
        menu.clear()
        if now is None or now.stretch is None:
            return
        stretch = now.stretch
        menu.addAction(now.stretch_says).setEnabled(False)
        menu.addSeparator()
        add_kinds(
            menu,
            self._appearance,
            self._choices,
            lambda category: self.correction_wanted.emit((stretch,), category),
            keys=False,
        )
        add_wide_verbs(
            menu,
            self._appearance,
            self._choices,
            now.wide,
            lambda about, category: self.rule_wanted.emit((stretch,), about, category),
        )

    def show_now(self, now: Now | None) -> None:
        self._now = now
        self.setVisible(now is not None)
        self.not_right.setVisible(now is not None and now.stretch is not None)
        if now is None:
            return
        self._swatch.show_kind(now.kind)
        self._kind.setText(now.name)
        self._activity.setText(f"/ {now.activity}" if now.activity else "")
        self._why.setText(now.why)
