"""Entries of a menu for more than one stretch: this program, or titles with a word, from now on; makes no rule."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from core.category import Category
from gui.presenters.activities import KindChoice
from gui.presenters.wide_verbs import About, Wide, from_now_on
from gui.theme import Appearance
from gui.widgets.activity_menu import add_kinds

Wanted = Callable[[About, Category], None]


def add_wide_verbs(
    menu: QMenu, appearance: Appearance, choices: Sequence[KindChoice], wide: Wide, wanted: Wanted
) -> None:
    """Nothing where there is nothing to make a rule about."""
    if not wide.app:
        return
    menu.addSeparator()
    _add(menu, appearance, choices, About(app=wide.app), wanted)
    if wide.words:
        titles = menu.addMenu(QCoreApplication.translate("Correct", "Titles with …"))
        for word in wide.words:
            _add(titles, appearance, choices, About(word=word), wanted)


def _add(menu: QMenu, appearance: Appearance, choices: Sequence[KindChoice], about: About, wanted: Wanted) -> None:
    below = menu.addMenu(from_now_on(about).replace("&", "&&"))
    add_kinds(below, appearance, choices, lambda category: wanted(about, category), keys=False)
