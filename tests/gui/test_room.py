from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import ElidedLabel, Label
from tests.gui.room import cut_in, longer
from tests.gui.wordy_windows import LONGER, cut_words


@pytest.mark.parametrize(
    ("text", "told"),
    [("Pause", "Paauuse"), ("{count} gaps of {time}", "{count} gaaaps ooof {time}"), ("", ""), ("W K", "W K")],
)
def test_longer_words_can_still_be_read(text: str, told: str) -> None:
    """By two fifths, at the vowels, and never within what is filled in."""
    assert longer(text) == told


def test_a_text_without_its_room_is_found(qtbot: QtBot, appearance: Appearance) -> None:
    """A search that is blind would find no fault in any window; a text that may end in … is none."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    parts = Label(appearance, "A label of some length"), ElidedLabel(appearance), Button(appearance, "A button")
    for part in parts:
        row.addWidget(part)
    window.show()
    assert list(cut_in(window)) == []

    for part in parts:
        part.setFixedWidth(20)

    assert [cut.split(":")[0] for cut in cut_in(window)] == ["Label", "Button"]


@pytest.mark.slow
@pytest.mark.parametrize("words", [LONGER, "de"])
def test_no_window_cuts_words_that_need_more_room(tmp_path: Path, words: str) -> None:
    """Every window as it opens, with a month in it."""
    assert cut_words(tmp_path, words) == ""
    assert len(list(tmp_path.glob("*.png"))) > 10
