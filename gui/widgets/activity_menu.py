"""Kinds and their activities as entries of a menu; never decides which there are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu

from core.category import Category
from gui.presenters.activities import KindChoice
from gui.theme import Appearance
from gui.widgets.swatch import swatch_icon

Chosen = Callable[[Category], None]


def add_kinds(
    menu: QMenu, appearance: Appearance, choices: Sequence[KindChoice], chosen: Chosen, *, keys: bool
) -> None:
    """One entry for each kind, which opens to its activities where there are any; `keys`: whether they hold here."""
    for choice in choices:
        icon = swatch_icon(appearance.theme, choice.category.kind, appearance.theme.colours.surface.raised)
        if choice.activities:
            below = menu.addMenu(icon, choice.name)
            add_activities(below, choice, chosen, keys=keys)
        else:
            _add(menu, icon, choice.name, choice.category, chosen)


def add_activities(menu: QMenu, choice: KindChoice, chosen: Chosen, *, keys: bool) -> None:
    """The kind alone, then its activities."""
    alone = QCoreApplication.translate("Correct", "{kind}, no activity").format(kind=choice.name)
    text = f"{alone}\t{choice.key}" if keys else alone  # what stands behind a tab is only shown
    _add(menu, QIcon(), text, choice.category, chosen)
    menu.addSeparator()
    for category in choice.activities:
        _add(menu, QIcon(), category.activity or "", category, chosen)


def _add(menu: QMenu, icon: QIcon, text: str, category: Category, chosen: Chosen) -> None:
    menu.addAction(icon, text.replace("&", "&&")).triggered.connect(lambda: chosen(category))
