"""Whether words have the room that they need, and words that need more; never resizes anything."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHeaderView, QLabel, QLineEdit, QWidget

from gui.widgets.labels import ElidedLabel, WholeLabel

MORE = 0.4
"""Of its length, that a text grows by when it is translated; German needs less on most pages."""
VOWEL_OR_PLACE = re.compile(r"\{[^}]*\}|[aeiouyAEIOUY]")
LEEWAY = 1


class Lengthening(QTranslator):
    """Says everything with longer vowels: it can still be read, and breaks at the same places."""

    def translate(self, _context: str, text: str, _comment: str | None = None, _count: int = -1) -> str:
        return longer(text)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def longer(text: str) -> str:
    lacking = round(MORE * len(VOWEL_OR_PLACE.sub("x", text)))
    vowels = sum(1 for one in VOWEL_OR_PLACE.findall(text) if len(one) == 1)
    given = 0

    def stretched(found: re.Match[str]) -> str:
        nonlocal given, vowels
        if len(found[0]) > 1:
            return found[0]
        here = -(-(lacking - given) // vowels)
        given, vowels = given + here, vowels - 1
        return found[0] + found[0].lower() * here

    return VOWEL_OR_PLACE.sub(stretched, text)


def cut_in(window: QWidget) -> Iterator[str]:
    """Every text of the window that is shown in part only, although it should not be."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        if isinstance(widget, QHeaderView):
            yield from _cut_heads(widget)
        elif isinstance(widget, QLabel | QAbstractButton) and widget.text() and _is_cut(widget):
            lacking = f"has {_size(widget.size())} of {_size(widget.sizeHint())}"
            yield f"{type(widget).__name__}: {widget.text()!r} {lacking}"
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
            yield from _beyond(widget)


def _beyond(widget: QWidget) -> Iterator[str]:
    """What is cut off by a part of the window that does not reach so far."""
    said = widget.accessibleName() if isinstance(widget, QComboBox) else str(widget.property("text"))
    around = widget.parentWidget()
    while around is not None:
        left = widget.mapTo(around, widget.rect().topLeft()).x()
        if left + widget.width() > around.width() + LEEWAY or left < -LEEWAY:
            yield f"{type(widget).__name__}: {said!r} reaches beyond a {type(around).__name__}"
            return
        around = None if around.isWindow() else around.parentWidget()


def _is_cut(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, ElidedLabel | WholeLabel):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + LEEWAY
    return widget.sizeHint().width() > widget.width() + LEEWAY


def _cut_heads(heads: QHeaderView) -> Iterator[str]:
    model = heads.model()
    if heads.orientation() is not Qt.Orientation.Horizontal or model is None:
        return
    for section in range(heads.count()):
        text = model.headerData(section, Qt.Orientation.Horizontal)
        room = heads.sectionSize(section)
        if text and not heads.isSectionHidden(section) and heads.fontMetrics().horizontalAdvance(str(text)) > room:
            yield f"{type(heads.parent()).__name__}: head {text!r} has {room} px"


def _size(of: QSize) -> str:
    return f"{of.width()}x{of.height()}"
