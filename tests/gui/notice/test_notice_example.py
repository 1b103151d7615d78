"""The notice's first page beside its words: windows of this computer, and a step with a tick where one is needed."""

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.example import Told
from gui.notice.notice_example import NoticeExample
from gui.presenters.live_example import LiveExample
from gui.theme import Appearance
from tests.gui.presenters.test_live_example import example, senses


def shown(look: Appearance, qtbot: QtBot, *told: Told) -> NoticeExample:
    part = NoticeExample(look)
    qtbot.addWidget(part)
    live = LiveExample()
    for one in told:
        live.hear(one)
        part.show_example(live)
    part.show()
    return part


def texts(part: NoticeExample) -> set[str]:
    return {label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)}


def test_windows_of_this_computer_are_shown_as_they_would_be_stored(appearance: Appearance, qtbot: QtBot) -> None:
    """The last four, and how to see more."""
    part = shown(appearance, qtbot, *(example(app=f"program {number}") for number in range(5)))

    assert "An example from this computer, shown and not stored" in texts(part)
    assert {"09:00", "program 4", "Suspense account ‹number›", "active"} <= texts(part)
    assert "program 0" not in texts(part)
    assert not part._steps.isVisibleTo(part)


def test_a_step_can_be_taken_from_here_and_gets_its_tick(appearance: Appearance, qtbot: QtBot) -> None:
    """The button asks to install; once the desktop tells, it is gone."""
    part = shown(appearance, qtbot, senses(window=False))
    assert {"This desktop asks for one step more", "no extension"} <= texts(part)
    [install] = part.findChildren(QPushButton)
    with qtbot.waitSignal(part.install_wanted):
        install.click()
    part.say("log out and in")
    assert "log out and in" in texts(part)

    done = shown(appearance, qtbot, senses(window=False), senses(window=True))
    qtbot.waitUntil(lambda: not done.findChildren(QPushButton))
    assert {"This desktop can be seen now", "Done: no extension"} <= texts(done)
