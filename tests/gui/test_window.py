from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.presenters.agent_view import Glyph
from gui.theme import Appearance
from gui.window import MainWindow, PageEntry


class Shown:
    """A window with two pages, and which of them were made."""

    def __init__(self, look: Appearance) -> None:
        self.made: list[str] = []
        entries = [self._entry("day", "My time"), self._entry("notice", "Notice")]
        self.window = MainWindow(look, entries)

    def _entry(self, key: str, name: str) -> PageEntry:
        def make() -> QLabel:
            self.made.append(key)
            return QLabel(name)

        return PageEntry(key=key, group="Mine", name=name, mark="clock", make=make)


def shown(look: Appearance, qtbot: QtBot) -> Shown:
    one = Shown(look)
    qtbot.addWidget(one.window)
    one.window.open_page("day")
    one.window.show()
    one.window.activateWindow()
    qtbot.waitUntil(one.window.isActiveWindow)
    return one


def test_a_page_is_made_when_it_is_opened_first(appearance: Appearance, qtbot: QtBot) -> None:
    """And only then; the window's title names it."""
    one = shown(appearance, qtbot)
    assert one.made == ["day"]
    for key in ("notice", "day", "notice"):
        one.window.open_page(key)

    assert one.made == ["day", "notice"]
    assert one.window.windowTitle() == "Engineroom — Notice"
    assert one.window.open_key == "notice"


def test_pages_are_opened_by_click_and_by_keys(appearance: Appearance, qtbot: QtBot) -> None:
    """Alt and the number of the entry."""
    one = shown(appearance, qtbot)
    qtbot.mouseClick(one.window._buttons["notice"], Qt.MouseButton.LeftButton)
    assert one.window.open_key == "notice"
    qtbot.keyClick(one.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)

    assert one.window.open_key == "day"
    assert one.window._buttons["day"].isChecked()


def test_what_can_be_done_about_the_state_stands_below_it(appearance: Appearance, qtbot: QtBot) -> None:
    """A button while something is wrong, none otherwise."""
    one = shown(appearance, qtbot)
    one.window.show_state(Glyph.STOPPED, "Agent not running", "Nothing is recorded", "Start again")
    with qtbot.waitSignal(one.window.offer_taken):
        qtbot.mouseClick(one.window._offer, Qt.MouseButton.LeftButton)
    one.window.show_state(Glyph.RECORDING, "Recording", "Ledger", "")

    assert not one.window._offer.isVisible()


def test_a_remark_stands_above_every_page(appearance: Appearance, qtbot: QtBot) -> None:
    """And goes when there is none."""
    one = shown(appearance, qtbot)
    one.window.say("This desktop has no tray.")
    assert one.window._remark.isVisible()
    one.window.say("")

    assert not one.window._remark.isVisible()


def test_on_a_small_screen_no_part_of_it_lies_outside(appearance: Appearance, qtbot: QtBot) -> None:
    """The screen of these tests is as small as one of a laptop that is scaled; the bar with its title fits too."""
    one = shown(appearance, qtbot)
    room = one.window.screen().availableSize()

    for size in (one.window.size(), one.window.minimumSize()):
        assert size.width() <= room.width()
        assert size.height() < room.height()


def test_names_of_pages_are_not_cut_when_they_are_set_strong(appearance: Appearance, qtbot: QtBot) -> None:
    """The open page's name is wider than the others."""
    one = shown(appearance, qtbot)
    button = one.window._buttons["day"]
    strong = appearance.theme.font("strong")
    button.setFont(strong)

    assert button.width() >= button.minimumSizeHint().width()
