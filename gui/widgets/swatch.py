"""Samples of the kinds, and the legend that explains them; never knows the time they took."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.presenters.kind_names import name_of_kind
from gui.theme import Appearance, Theme
from gui.widgets.blocks import paint_swatch
from gui.widgets.flow import Flow
from gui.widgets.labels import Label


class Swatch(QWidget):
    """One sample; the text beside it says what it means."""

    def __init__(self, appearance: Appearance, kind: str = "") -> None:
        super().__init__()
        self._appearance = appearance
        self._kind = kind
        swatch = appearance.theme.tokens.pattern.swatch
        self.setFixedSize(QSize(swatch.width, swatch.height))

    def show_kind(self, kind: str) -> None:
        """Nothing where `kind` is empty."""
        self._kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._kind:
            return
        theme = self._appearance.theme
        with QPainter(self) as painter:
            paint_swatch(painter, theme, self._kind, QPointF(0, 0), QColor(theme.colours.surface.card))


class Legend(QWidget):
    """The kinds that a picture shows, side by side as far as there is room."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._row = Flow(16, lines_apart=4)
        self._row.setContentsMargins(12, 0, 12, 0)
        self.setLayout(self._row)
        self._shown: tuple[str, ...] = ()

    def show_kinds(self, kinds: Iterable[str]) -> None:
        wanted = tuple(kinds)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for kind in wanted:
            self._row.addWidget(self._entry(kind))

    def _entry(self, kind: str) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Swatch(self._appearance, kind))
        row.addWidget(Label(self._appearance, name_of_kind(kind), role="small", tone="secondary"))
        return entry


def swatch_icon(theme: Theme, kind: str, ground: str, *, room: int = 0) -> QIcon:
    """The sample on a button or in a menu, which stands on `ground`, with `room` to its right."""
    icon, size = QIcon(), theme.tokens.pattern.swatch
    for ratio in (1.0, 1.5, 2.0):
        sample = QPixmap(round((size.width + room) * ratio), round(size.height * ratio))
        sample.setDevicePixelRatio(ratio)
        sample.fill(Qt.GlobalColor.transparent)
        with QPainter(sample) as painter:
            paint_swatch(painter, theme, kind, QPointF(0, 0), QColor(ground))
        icon.addPixmap(sample)
    return icon
