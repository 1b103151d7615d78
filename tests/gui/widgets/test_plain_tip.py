import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Appearance
from gui.widgets.labels import ElidedLabel
from gui.widgets.marked_title import MarkedTitle
from gui.widgets.plain_tip import plain_tip


def read(tip: str) -> str:
    """What a tooltip shows, as Qt reads it."""
    if not Qt.mightBeRichText(tip):
        return tip
    page = QTextDocument()
    page.setHtml(tip)
    return page.toPlainText()


@pytest.mark.parametrize(
    "title",
    ["Inbox", "How to centre a <div> – Mozilla Firefox", "a <b> & c\nWork/Code\napp is <code>", "x < y", "Q&A <i>"],
)
def test_a_title_is_read_as_it_stands(title: str) -> None:
    """Whatever tags, lines and signs are in it."""
    assert read(plain_tip(title)) == title


def test_what_is_cut_has_all_of_it_in_its_tooltip(appearance: Appearance, qtbot: QtBot) -> None:
    """In a label, and where words are underlined."""
    title = "How to centre a <div> – Mozilla Firefox"
    label = ElidedLabel(appearance)
    label.setText(title)
    cut: list[QWidget] = [label, MarkedTitle(appearance, title, (), "Work")]

    for widget in cut:
        qtbot.addWidget(widget)
        assert read(widget.toolTip()) == title
