"""One condition of a rule as a row: subject, way, value, and a cross that takes it away; never reads a rule."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.presenters.rule_conditions import SUBJECTS, WAYS, Condition, Way, example, subject_name, way_name
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.combo import Combo

CROSS = 24
STATES = ("active", "call", "idle", "locked")
TIMES = ("08:00-12:00", "12:00-18:00")
DAYS = ("Mon-Fri", "Sat-Sun")
LENGTHS = ("5m", "10m", "30m")


class ConditionRow(QWidget):
    """Offers no way that another row of the same rule has taken."""

    edited = Signal()
    removed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._ways: Sequence[Way] = ()
        self._taken: Collection[Way] = ()
        self._patterns = False
        self._apps: Sequence[str] = ()
        self._showing = False
        self.subject = Combo(appearance, self.tr("What is looked at"))
        self.subject.offer(map(subject_name, SUBJECTS))
        self.way = Combo(appearance, self.tr("How it is looked at"))
        self.value = Combo(appearance, self.tr("What is looked for"), is_open=True)
        self.cross = Button(appearance, look="link", mark="cross")
        self.cross.setFixedWidth(CROSS)
        self.cross.setAccessibleName(self.tr("Take this condition away"))
        self.cross.setToolTip(self.cross.accessibleName())
        self.cross.clicked.connect(self.removed)
        self.subject.currentIndexChanged.connect(self._take_subject)
        self.way.currentIndexChanged.connect(self._take_way)
        self.value.editTextChanged.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part, share in ((self.subject, 8), (self.way, 10), (self.value, 14)):
            row.addWidget(part, share)
        row.addWidget(self.cross)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, from left to right."""
        return (self.subject, self.way, self.value, self.cross)

    @property
    def condition(self) -> Condition:
        return Condition(self._ways[max(0, self.way.currentIndex())], self.value.currentText())

    def show_condition(
        self, condition: Condition, *, taken: Collection[Way], patterns: bool, apps: Sequence[str]
    ) -> None:
        """`taken` are the ways of the other rows; `patterns`: whether regular expressions are offered."""
        self._showing = True
        self._taken, self._patterns, self._apps = taken, patterns, apps
        self.subject.setCurrentIndex(SUBJECTS.index(condition.way.subject))
        self._offer_ways(condition.way.subject, condition.way)
        self._offer_values(condition.way)
        if self.value.currentText() != condition.value:
            self.value.setEditText(condition.value)
            self.value.from_the_beginning()
        self._showing = False

    def lock(self, *, locked: bool) -> None:
        for part in (self.subject, self.way, self.value):
            part.setEnabled(not locked)
        self.cross.setVisible(not locked)

    def _offer_ways(self, subject: str, current: Way | None) -> None:
        ways = [
            way
            for way in WAYS
            if way.subject == subject
            and (way == current or (way not in self._taken and (self._patterns or not way.is_pattern)))
        ] or [next(way for way in WAYS if way.subject == subject)]
        if ways != self._ways:
            self._ways = ways
            self.way.offer(map(way_name, ways))
        self.way.setCurrentIndex(ways.index(current) if current in ways else 0)

    def _offer_values(self, way: Way) -> None:
        offered = {"state": STATES, "time": TIMES, "weekday": DAYS, "idle": LENGTHS}.get(way.subject, ())
        words = self._apps if way.key == "app" else offered
        if [self.value.itemText(place) for place in range(self.value.count())] != list(words):
            self.value.offer(words)
        field = self.value.lineEdit()
        if field is not None:
            field.setPlaceholderText(example(way))
            field.setToolTip(example(way))

    def _take_subject(self, place: int) -> None:
        if self._showing or place < 0:
            return
        self._showing = True
        self._ways = ()
        self._offer_ways(SUBJECTS[place], None)
        self.value.setEditText("")
        self._offer_values(self.condition.way)
        self._showing = False
        self.edited.emit()

    def _take_way(self, place: int) -> None:
        if not self._showing and place >= 0:
            self._showing = True
            self._offer_values(self._ways[place])
            self._showing = False
            self.edited.emit()

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()
