from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.presenters.filtering import of_page
from gui.presenters.week import PageRow
from gui.theme import Appearance
from gui.time.week_pages import WeekPages

PAGE = "How to centre a <div>: Q&A"


def test_a_page_is_named_letter_by_letter(appearance: Appearance, qtbot: QtBot) -> None:
    """Neither does an & make a key of the letter behind it, nor is a tag taken for one of ours."""
    pages = WeekPages(appearance)
    qtbot.addWidget(pages)
    pages.show_pages([PageRow(name=PAGE, time="0:51", bar=1.0, asks=of_page(PAGE))])
    pages.resize(800, 200)
    pages.show()
    [button] = pages.findChildren(QPushButton)

    assert button.text() == "How to centre a <div>: Q&&A"
    assert button.shortcut().isEmpty()
    assert button.toolTip() == "<qt>How to centre a &lt;div&gt;: Q&amp;A</qt>"
