from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from gui.theme import Appearance
from gui.time.turn_row import Title


def looks_like(title: Title, text: str, appearance: Appearance) -> bool:
    """Whether the title looks like a label of exactly this text."""
    other = Title(appearance)
    other.show_texts(text, text)
    other.resize(title.size())
    return title.grab().toImage() == other.grab().toImage()


def test_a_title_says_less_where_there_is_less_room(appearance: Appearance, qtbot: QtBot) -> None:
    """All of it, then its short form, and in the end the beginning of that."""
    title = Title(appearance)
    qtbot.addWidget(title)
    title.show_texts("Wednesday, 10 June", "Wed 10 Jun")
    title.resize(title.sizeHint())
    assert looks_like(title, "Wednesday, 10 June", appearance)
    title.resize(QFontMetrics(title.font()).horizontalAdvance("Wed 10 Jun") + 4, title.height())
    assert looks_like(title, "Wed 10 Jun", appearance)

    assert title.toolTip() == "Wednesday, 10 June"
