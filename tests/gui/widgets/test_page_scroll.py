"""A page has the room of the window, and no more than that unless it needs it."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Appearance
from gui.widgets.labels import Label
from gui.widgets.page_scroll import PageScroll

WORDS = "Of seven hours at the desk eleven minutes are unclassified, so that work is between 87 % and 90 % of it. " * 2


def a_page(look: Appearance, *, least: int) -> QWidget:
    """A wrapped text above a list that would like to be a thousand pixels high, and needs `least`."""
    page = QWidget()
    inside = QWidget()
    inside.setMinimumHeight(1000)
    rows = QScrollArea()
    rows.setWidget(inside)
    rows.setMinimumHeight(least)
    column = QVBoxLayout(page)
    column.addWidget(Label(look, WORDS, wrap=True))
    column.addWidget(rows, 1)
    return page


def shown(qtbot: QtBot, page: QWidget) -> PageScroll:
    area = PageScroll(page)
    qtbot.addWidget(area)
    area.resize(500, 400)
    area.show()
    return area


def test_what_scrolls_by_itself_does_not_make_the_page_scroll(appearance: Appearance, qtbot: QtBot) -> None:
    """It gets what room the window leaves."""
    page = a_page(appearance, least=120)
    area = shown(qtbot, page)

    assert page.size() == area.viewport().size()
    assert not area.verticalScrollBar().isVisible()


def test_a_page_that_does_not_fit_scrolls(appearance: Appearance, qtbot: QtBot) -> None:
    """With its wrapped texts whole, and no wider than the room beside the bar."""
    page = a_page(appearance, least=600)
    area = shown(qtbot, page)

    assert page.height() > 600
    assert page.width() == area.viewport().width()


def test_a_page_that_grows_is_seen_whole(appearance: Appearance, qtbot: QtBot) -> None:
    """As soon as something more stands on it."""
    page = a_page(appearance, least=120)
    area = shown(qtbot, page)
    more = QWidget()
    more.setFixedHeight(500)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(more)
    qtbot.waitUntil(lambda: page.height() > 500)

    assert area.verticalScrollBar().maximum() > 0
