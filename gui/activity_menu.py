"""Kinds and their activities as entries of a menu; never decides which there are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from core.category import Category
from gui.presenters.activities import KindChoice
from gui.swatch import swatch_icon
from gui.theme import Appearance

Chosen = Callable[[Category], None]


def add_kinds(menu: QMenu, appearance: Appearance, choices: Sequence[KindChoice], chosen: Chosen) -> None:
    """One entry for each kind, which opens to its activities where there are any."""
    for choice in choices:
        icon = swatch_icon(appearance.theme, choice.category.kind, appearance.theme.colours.surface.raised)
        if choice.activities:
            below = menu.addMenu(icon, choice.name)
            add_activities(below, choice, chosen)
        else:
            _add(menu, icon, choice.name, choice.category, chosen)


def add_activities(menu: QMenu, choice: KindChoice, chosen: Chosen) -> None:
    """The kind alone, then its activities."""
    alone = QCoreApplication.translate("Correct", "{kind}, no activity").format(kind=choice.name)
    _add(menu, QIcon(), f"{alone}\t{choice.key}", choice.category, chosen)  # what stands behind a tab is only shown
    menu.addSeparator()
    for category in choice.activities:
        _add(menu, QIcon(), category.activity or "", category, chosen)


def _add(menu: QMenu, icon: QIcon, text: str, category: Category, chosen: Chosen) -> None:
    menu.addAction(icon, text.replace("&", "&&")).triggered.connect(lambda: chosen(category))
