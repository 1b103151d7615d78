from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.presenters.day_sentence import sentence_of
from gui.theme import Appearance
from gui.time.day_sentence import DaySentence
from tests.gui.days import HOUR, a_day


def test_the_number_that_keys_have_reached_stays_while_the_day_goes_on(appearance: Appearance, qtbot: QtBot) -> None:
    """Said anew with other numbers, return still asks for what is behind the second one, and tab for the third."""
    window = QWidget()
    sentence, before = DaySentence(appearance), QPushButton()
    column = QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(sentence)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    asked: list[object] = []
    sentence.filter_wanted.connect(lambda wanted: asked.append(wanted.text))
    sentence.stretch_wanted.connect(asked.append)
    sentence.say(sentence_of(a_day()))
    before.setFocus()
    for widget in (before, sentence, sentence):
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    sentence.say(sentence_of(replace(a_day(), recorded_ms=12 * HOUR)))
    qtbot.keyClick(sentence, Qt.Key.Key_Return)
    qtbot.keyClick(sentence, Qt.Key.Key_Tab)
    qtbot.keyClick(sentence, Qt.Key.Key_Return)

    assert asked == ['category:"Work"', a_day().longest_stretch]
