from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from gui.day import DayPage
from gui.presenters.agent_view import Agent, Phase
from gui.presenters.day import day_view
from gui.theme import Appearance
from tests.gui.days import NOW, a_day, a_status, an_empty_day

ANSWERING = Agent(Phase.ANSWERING, a_status())


def shown(look: Appearance, qtbot: QtBot, *, empty: bool = False) -> DayPage:
    page = DayPage(look)
    page.show_view(day_view(an_empty_day() if empty else a_day(), ANSWERING, offset_min, NOW))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_the_day_stands_on_the_page(appearance: Appearance, qtbot: QtBot) -> None:
    """Title, sentence with its number set strong, and totals."""
    page = shown(appearance, qtbot)
    texts = {label.text() for label in page.findChildren(QLabel)}

    assert "Thursday, 12 March" in texts
    assert any(text.startswith("<b>7:56 recorded</b>, 6:14 of it work") for text in texts)
    assert {"Recorded", "7:56", "100 %"} <= texts


def test_days_are_turned_by_keys(appearance: Appearance, qtbot: QtBot) -> None:
    """Alt and the arrows, Alt and Home."""
    page = shown(appearance, qtbot)
    turned: list[int] = []
    page.turned.connect(turned.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.AltModifier)

    assert turned == [-1, 0]


def test_an_empty_day_offers_what_is_recorded(appearance: Appearance, qtbot: QtBot) -> None:
    """There is nothing to share, and one thing to do."""
    page = shown(appearance, qtbot, empty=True)
    asked: list[bool] = []
    page.notice_wanted.connect(lambda: asked.append(True))
    page._empty.taken.emit()

    assert asked == [True]
    assert not page._share.isEnabled()
    assert not page._sentence.isVisible()


def test_the_page_fills_while_the_day_goes_on(appearance: Appearance, qtbot: QtBot) -> None:
    """The same page, first empty and then not."""
    page = shown(appearance, qtbot, empty=True)
    page.show_view(day_view(a_day(), ANSWERING, offset_min, NOW))

    assert page._sentence.isVisible()
    assert page._list.isVisible()
