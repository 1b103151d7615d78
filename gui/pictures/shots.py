"""Which pictures are taken of the windows, and how each is brought up; never takes them. A new window is a new line."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from gui.keys.shortcut_sheet import ShortcutSheet
from gui.notice.notice import NoticeWindow
from gui.own_data.share import ShareDialog
from gui.pictures.photographer import Shot
from gui.presenters.picking import Between
from gui.righting.entry_dialog import EntryDialog
from gui.rules.rule_from_selection import RuleFromSelection
from gui.time.day import DayPage
from gui.time.time_pages import TimePages
from gui.widgets.buttons import Button
from gui.windows import Windows

OF_TIME = ("day", "week", "month", "year")
NOTICE_STEPS = 4
HELP = QKeySequence("F1")
TopLevel = TypeVar("TopLevel", bound=QWidget)


def popover(windows: Windows) -> Shot:
    return Shot("popover", lambda: windows.toggle_popover(QRect()), windows.popover)


def page(windows: Windows, key: str) -> Shot:
    """A page of the main window as it opens."""
    return Shot(key, lambda: windows.open_page(key), windows.window)


def of_time(windows: Windows) -> Iterator[Shot]:
    """Day, week, month and year."""
    for place, name in enumerate(OF_TIME):
        yield Shot(name, partial(_open_time, windows, place), windows.window)


def selection(windows: Windows, stretch: Between) -> Shot:
    """The day with a stretch that is about to be put right."""

    def select() -> None:
        [day] = windows.window().findChildren(DayPage)
        day.select((stretch,))

    return Shot("selection", lambda: _open_time(windows, 0), windows.window, select)


def rule(windows: Windows, stretch: Between) -> Shot:
    """The rule editor with a rule that was just made from a stretch of the day."""

    def make() -> None:
        [day] = windows.window().findChildren(DayPage)
        day.select((stretch,))
        [offer] = day.findChildren(RuleFromSelection)
        offer.button.click()

    return Shot("rules", lambda: _open_time(windows, 0), windows.window, make)


def supervisor(windows: Windows, folder: str) -> Shot:
    return Shot("supervisor", lambda: windows.show_team(folder), windows.window)


def share(windows: Windows) -> Shot:
    return Shot("share", windows.share, lambda: _open(ShareDialog))


def entry(windows: Windows) -> Shot:
    """What was not seen, said by hand."""
    return Shot("entry", windows.enter, lambda: _open(EntryDialog))


def keys(windows: Windows) -> Shot:
    """The sheet of keys, over the day."""

    def ask() -> None:
        [help_key] = (key for key in windows.window().findChildren(QShortcut) if key.key() == HELP)
        help_key.activated.emit()

    return Shot("keys", lambda: _open_time(windows, 0), lambda: _open(ShortcutSheet), ask)


def notice(windows: Windows) -> Iterator[Shot]:
    """The notice before anything is recorded, step by step."""

    def go_to(step: int) -> None:
        [forward] = (button for button in _open(NoticeWindow).findChildren(Button) if button.isDefault())
        for _press in range(step):
            forward.click()

    for step in range(NOTICE_STEPS):
        yield Shot(f"notice-{step + 1}", windows.show_notice, lambda: _open(NoticeWindow), partial(go_to, step))


def renamed(name: str, shot: Shot) -> Shot:
    return replace(shot, name=name)


def _open_time(windows: Windows, place: int) -> None:
    windows.open_page("day")
    [pages] = windows.window().findChildren(TimePages)
    pages.open(place)


def _open(kind: type[TopLevel]) -> TopLevel:
    """The window of this kind that is open now."""
    return next(window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible())
