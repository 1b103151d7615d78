"""Keys and what they do, said where they are bound, for the sheet of keys to tell; never shows them itself."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

KEYS, PART = "keys", "keys_of"
Key = tuple[str, str]
"""What is pressed, and what it does."""


def bind(keys: str | QKeySequence.StandardKey, page: QWidget, act: Callable[[], object], says: str) -> QShortcut:
    """Let `keys` do `act` wherever the focus is, as long as `page` can be seen."""
    shortcut = QShortcut(QKeySequence(keys), page, act)
    shortcut.setWhatsThis(says)
    return shortcut


def tell_keys(widget: QWidget, part: str, keys: Sequence[Key]) -> None:
    """Those that `widget`, named by `part`, hears by itself while it has the focus."""
    widget.setProperty(PART, part)
    widget.setProperty(KEYS, [list(key) for key in keys])


def keys_of(widget: QWidget) -> tuple[Key, ...]:
    return tuple((str(pressed), str(does)) for pressed, does in widget.property(KEYS) or ())


def part_of(widget: QWidget) -> str:
    return str(widget.property(PART) or "")
