"""Texts, cards and rules as every page sets them; never knows what they say."""

from html import escape
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Appearance, Role
from gui.widgets.plain_tip import plain_tip

Tone = Literal["primary", "secondary", "tertiary", "accent"]
Shape = Literal["card", "banner", "attention"]


class Label(QLabel):
    """One text in a role and a tone; plain text, whatever stands in it."""

    def __init__(
        self, appearance: Appearance, text: str = "", *, role: Role = "base", tone: Tone = "primary", wrap: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setFont(appearance.theme.font(role))
        self.setWordWrap(wrap)


class ElidedLabel(Label):
    """A text of unknown length that ends in … where there is no room; the tooltip has all of it."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), text)


class WholeLabel(Label):
    """A hint at the right end of a row, which takes the room that is left and says nothing where it does not fit."""

    def __init__(self, appearance: Appearance, text: str, *, role: Role = "base", tone: Tone = "primary") -> None:
        super().__init__(appearance, text, role=role, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.fontMetrics().horizontalAdvance(self.text()):
            super().paintEvent(event)


class Sentence(QLabel):
    """The plain sentence that opens a page; its beginning is set strong."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(appearance.theme.font("sentence"))
        self.setWordWrap(True)

    def show_sentence(self, lead: str, rest: str) -> None:
        self.setText(f"<b>{escape(lead)}</b>{escape(rest)}")


class Card(QFrame):
    """A framed ground for things that belong together, one below the other."""

    def __init__(self, appearance: Appearance, *, shape: Shape = "card", padding: int | None = None) -> None:
        super().__init__()
        self.setProperty("shape", shape)
        space = appearance.theme.tokens.space
        inside = space.inside_card if padding is None else padding
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(inside, inside, inside, inside)
        self.rows.setSpacing(8)


def rule() -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setProperty("shape", "rule")
    line.setFixedHeight(1)
    return line


def stretch() -> QWidget:
    """Room that takes what is left."""
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return room
