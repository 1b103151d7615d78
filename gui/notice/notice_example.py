"""The example from this very computer, and what is to be done before it can be seen; never looks at the desktop."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.notice.notice_table import Column, NoticeTable
from gui.presenters.live_example import LiveExample, Step
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Card, Label
from gui.widgets.mark import Mark


class NoticeExample(QWidget):
    """Shown and not stored."""

    install_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        columns = (
            Column(self.tr("Time"), 3),
            Column(self.tr("Application"), 5),
            Column(self.tr("Title, as it would be stored"), 9),
            Column(self.tr("State"), 4),
        )
        name = self.tr("An example from this computer, shown and not stored")
        self._table = NoticeTable(appearance, columns, name, elided=True)
        self._hint = Label(appearance, role="small", tone="secondary", wrap=True)
        self._steps = Card(appearance, shape="attention", padding=12)
        self._said = Label(appearance, role="small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._steps)
        column.addWidget(Label(appearance, name, role="strong"))
        column.addWidget(self._table)
        column.addWidget(self._hint)
        self._shown_steps: tuple[Step, ...] = ()
        self.show_example(LiveExample())

    def show_example(self, live: LiveExample) -> None:
        self._table.show_rows([(row.time, row.app, row.title, row.state) for row in live.rows])
        self._hint.setText(live.hint)
        if live.steps != self._shown_steps:
            self._show_steps(live.steps)
        self._steps.setVisible(bool(live.steps))

    def say(self, text: str) -> None:
        """What came of installing."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _show_steps(self, steps: Sequence[Step]) -> None:
        self._shown_steps = tuple(steps)
        self._said.setParent(None)
        while (item := self._steps.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        open_steps = any(not step.done for step in steps)
        head = self.tr("This desktop asks for one step more") if open_steps else self.tr("This desktop can be seen now")
        self._steps.rows.addWidget(Label(self._appearance, head, role="strong"))
        for step in steps:
            self._steps.rows.addWidget(self._step(step))
        self._steps.rows.addWidget(self._said)
        self.say(self._said.text() if open_steps else "")

    def _step(self, step: Step) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        done = self.tr("Done: {step}").format(step=step.what)
        mark = Mark(self._appearance, "check" if step.done else "attention")
        mark.setAccessibleName(done if step.done else step.what)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(self._appearance, done if step.done else step.what, wrap=True))
        if not step.done:
            words.addWidget(Label(self._appearance, step.remedy, tone="secondary", wrap=True))
        row.addLayout(words, 1)
        if step.installs and not step.done:
            install = Button(self._appearance, self.tr("Install the extension"))
            install.clicked.connect(self.install_wanted)
            row.addWidget(install, alignment=Qt.AlignmentFlag.AlignTop)
        return line
