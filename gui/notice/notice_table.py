"""A small table of words in a card, as the notice sets it; never scrolls and never sorts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.theme import Appearance, Role
from gui.widgets.labels import Card, ElidedLabel, Label, Tone, rule
from gui.widgets.mark import Mark

SIDE = 12


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is its part of the room, `mark` a sign before its name."""

    name: str
    share: int = 1
    mark: str = ""


class NoticeTable(Card):
    """The head stays; the rows are those shown last."""

    def __init__(
        self,
        appearance: Appearance,
        columns: Sequence[Column],
        name: str,
        rows: Sequence[Sequence[str]] = (),
        *,
        elided: bool = False,
    ) -> None:
        """What is too long for its column goes on in the next line, or is `elided` where anything may stand there."""
        super().__init__(appearance, padding=0)
        self._appearance = appearance
        self._elided = elided
        self._columns = columns
        self.rows.setSpacing(0)
        self.setAccessibleName(name)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        marked = any(column.mark for column in self._columns)
        names = [column.name for column in self._columns]
        self.rows.addWidget(self._row(names, "primary" if marked else "tertiary", "strong" if marked else "base"))
        for row in rows:
            self.rows.addWidget(rule())
            self.rows.addWidget(self._row(row, "primary", "base", is_head=False))

    def _row(self, cells: Sequence[str], tone: Tone, role: Role, *, is_head: bool = True) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(SIDE, 6, SIDE, 6)
        for cell, column in zip(cells, self._columns, strict=True):
            words = QHBoxLayout()
            words.setSpacing(6)
            if is_head and column.mark:
                words.addWidget(Mark(self._appearance, column.mark))
            words.addWidget(self._cell(cell, tone, role), 1)
            layout.addLayout(words, column.share)
        return row

    def _cell(self, text: str, tone: Tone, role: Role) -> Label:
        if self._elided:
            return ElidedLabel(self._appearance, text, tone=tone, role=role)
        cell = Label(self._appearance, text, tone=tone, role=role, wrap=True)
        as_shared = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        as_shared.setHeightForWidth(True)
        cell.setSizePolicy(as_shared)
        return cell
