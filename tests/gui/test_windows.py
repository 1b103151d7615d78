from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agent.control import Request
from core.errors import UserError
from gui.access.record_access import RecordAccess
from gui.agent_process import AgentProcess
from gui.background import Background
from gui.notice.notice_reading import NoticeReading
from gui.presenters.agent_view import Agent, Phase
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.tray.agent_link import AgentLink
from gui.tray.pause_actions import PauseActions
from gui.windows import Windows
from tests.gui.access.test_record_access import a_record
from tests.gui.tray.test_agent_link import Desk


class Composed:
    """All windows around one agent that answers."""

    def __init__(self, look: Appearance, access: RecordAccess, folder: Path) -> None:
        self.background = Background()
        self.desk = Desk()
        self.link = AgentLink(self.background, self.desk, AgentProcess([], folder / "said"))
        self.memory = QSettings(str(folder / "windows.ini"), QSettings.Format.IniFormat)
        self.windows = Windows(
            appearance=look,
            background=self.background,
            link=self.link,
            pauses=PauseActions(),
            access=access,
            memory=self.memory,
        )


@pytest.fixture
def composed(appearance: Appearance, access: RecordAccess, tmp_path: Path, qtbot: QtBot) -> Iterator[Composed]:
    one = Composed(appearance, access, tmp_path)
    yield one
    one.link.close()
    one.background.close()
    for window in (one.windows._window, one.windows._popover):
        if window is not None:
            window.close()


def test_the_popover_is_filled_while_it_is_open(composed: Composed, qtbot: QtBot) -> None:
    """The agent is asked at once, and more seldom when it is closed."""
    composed.windows.toggle_popover(QRect())
    popover = composed.windows.popover()
    qtbot.waitUntil(lambda: popover._figure.text() == "7:56")
    assert popover._head.text() == "Recording"
    popover.hide()

    assert composed.link._timer.interval() > 1000


def test_what_was_lost_is_put_away_from_the_popover(composed: Composed, qtbot: QtBot) -> None:
    """The agent is told, and the popover stays open."""
    composed.windows.toggle_popover(QRect())
    composed.windows.popover().loss_read.emit()
    qtbot.waitUntil(lambda: Request("acknowledge") in composed.desk.asked)

    assert composed.windows.popover().isVisible()


def test_the_day_is_read_when_the_window_opens(composed: Composed, qtbot: QtBot) -> None:
    """On a desk without a record it is an empty one."""
    composed.windows.open_page("day")
    [page] = composed.windows.window().findChildren(DayPage)
    qtbot.waitUntil(lambda: not composed.background.busy)

    assert page._stack.currentIndex() == 1
    assert composed.windows.window().windowTitle() == "Engineroom — My time"


def test_a_folder_of_totals_is_remembered(
    composed: Composed, access: RecordAccess, tmp_path: Path, qtbot: QtBot
) -> None:
    """The supervisor chooses once."""
    a_record(access)
    folder = tmp_path / "shared"
    folder.mkdir()
    access.share(str(folder), access.totals_to_share().totals)
    composed.windows.show_team(str(folder))
    page = composed.windows.window()._pages["supervisor"]
    qtbot.waitUntil(lambda: page._table.model().rowCount() == 1)  # type: ignore[attr-defined]  # the supervisor's page

    assert composed.memory.value("team/folder") == str(folder)


def test_a_notice_that_is_due_comes_as_a_window_of_its_own(composed: Composed, qtbot: QtBot) -> None:
    """To be acknowledged; otherwise it is a page to read."""
    composed.link._know(Agent(Phase.NOTICE_DUE))
    composed.windows.open_page("notice")
    acceptance = composed.windows._acceptance
    assert acceptance is not None
    assert acceptance.window.isVisible()
    acceptance.window.close()
    qtbot.waitUntil(lambda: not composed.background.busy, timeout=30_000)
    composed.link._know(Agent(Phase.STOPPED))
    composed.windows.open_page("notice")

    assert composed.windows.window().open_key == "notice"


def test_a_remark_outlives_what_pages_say(composed: Composed, qtbot: QtBot) -> None:
    """That there is no tray holds, whatever else goes wrong."""
    composed.windows.remark("This desktop has no tray.")
    composed.windows.open_page("day")
    composed.windows.say("The record cannot be read")
    window = composed.windows.window()
    assert window._remark_text.text() == "This desktop has no tray.\nThe record cannot be read"
    composed.windows.say("")

    assert window._remark_text.text() == "This desktop has no tray."


def test_the_window_comes_back_where_it_was(composed: Composed, qtbot: QtBot) -> None:
    """Its place is kept when it is closed."""
    composed.windows.open_page("day")
    composed.windows.window().resize(1000, 700)
    with qtbot.waitSignal(composed.windows.window_closed):
        composed.windows.window().close()
    other = Composed(composed.windows._appearance, composed.windows._access, Path(composed.memory.fileName()).parent)

    assert composed.memory.value("window/geometry") is not None
    assert other.windows.window().height() == 700  # the width is that of the small screen of the tests
    other.background.close()


def test_settings_that_are_wrong_are_told_in_a_box(composed: Composed, access: RecordAccess, qtbot: QtBot) -> None:
    """And the rest of the program goes on."""
    access.paths.config.mkdir(parents=True)
    access.paths.settings.write_text("idle_treshold_s = 60\n", encoding="utf-8")
    told: list[str] = []
    composed.windows.complain = lambda error: told.append(str(error))  # type: ignore[method-assign]  # a box would wait
    composed.windows.open_page("notice")

    assert "line 1" in told[0]
    assert composed.windows.window().isVisible()


def test_a_page_that_cannot_be_made_is_told_of_however_it_was_asked_for(
    composed: Composed, access: RecordAccess, qtbot: QtBot
) -> None:
    """A click in the navigation says why as well, and the navigation stays at the page that is open."""
    composed.windows.open_page("day")
    window = composed.windows.window()
    access.paths.config.mkdir(parents=True, exist_ok=True)
    access.paths.settings.write_text("idle_treshold_s = 60\n", encoding="utf-8")
    qtbot.mouseClick(window._buttons["notice"], Qt.MouseButton.LeftButton)
    box = composed.windows._complaint
    assert box is not None
    assert "line 1" in box.text()
    box.close()

    assert window.open_key == "day"
    assert [key for key, button in window._buttons.items() if button.isChecked()] == ["day"]
    qtbot.waitUntil(lambda: not composed.background.busy)


def test_a_window_that_fills_its_screen_does_so_again(composed: Composed, qtbot: QtBot) -> None:
    """After it was put away and a page of it was opened from the tray."""
    composed.windows.open_page("day")
    window = composed.windows.window()
    window.showMaximized()
    window.showMinimized()
    composed.windows.open_page("day")

    assert window.isMaximized()
    assert not window.isMinimized()
    qtbot.waitUntil(lambda: not composed.background.busy)


def test_a_complaint_does_not_hide_with_a_window_that_is_put_away(composed: Composed, qtbot: QtBot) -> None:
    """A pause that was refused in the tray is told above everything then."""
    composed.windows.open_page("day")
    composed.windows.window().showMinimized()
    composed.windows.complain(UserError("A pause of '1h' is not among those allowed", "choose one of: 15m"))
    box = composed.windows._complaint
    assert box is not None

    assert box.isVisible()
    assert box.parent() is None
    box.close()
    qtbot.waitUntil(lambda: not composed.background.busy)


def test_where_the_panel_hides_its_icon_the_popover_comes_where_the_pointer_is(
    composed: Composed, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """On one of several screens it is that of the panel: somebody has just pressed there."""
    asked: list[QPoint] = []

    def screen_at(place: QPoint) -> None:
        asked.append(place)

    monkeypatch.setattr(QGuiApplication, "screenAt", screen_at)
    QCursor.setPos(700, 300)
    composed.windows.toggle_popover(QRect())
    composed.windows.popover().hide()
    composed.windows._popover = None
    composed.windows.toggle_popover(QRect(100, 20, 24, 24))

    assert asked == [QPoint(700, 300), QRect(100, 20, 24, 24).center()]
    qtbot.waitUntil(lambda: not composed.background.busy)


def test_what_is_put_right_counts_everywhere_until_it_is_undone(
    composed: Composed, access: RecordAccess, qtbot: QtBot
) -> None:
    """A drag and a key in the lanes; list, sentence and totals follow, and go back with Ctrl+Z."""
    a_record(access)
    composed.windows.open_page("day")
    [page] = composed.windows.window().findChildren(DayPage)
    qtbot.waitUntil(lambda: bool(page.head._title.text()))
    page.head.turned.emit(-1)

    def totals() -> dict[str, str]:
        return {row.name: row.time for row in page._totals._shown}

    qtbot.waitUntil(lambda: totals().get("Unclassified") == "0:30")
    lanes, plot = page._lanes, page._lanes._plot().toRect()
    half_past_nine = QPoint(plot.left() + plot.width() // 3, plot.top() + 10)
    qtbot.mousePress(lanes, Qt.MouseButton.LeftButton, pos=QPoint(plot.right() - 30, plot.top() + 10))
    qtbot.mouseMove(lanes, half_past_nine)
    qtbot.mouseMove(lanes, QPoint(plot.left() + plot.width() * 2 // 3 + 2, plot.top() + 10))
    qtbot.mouseRelease(lanes, Qt.MouseButton.LeftButton)
    assert page.bar.says == "10:00–10:30 0:30 · 1 window"
    qtbot.keyClick(lanes, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: totals().get("Knowledge") == "0:30")
    assert "Unclassified" not in totals()
    assert page.bar.outcome.text == "Corrected 0:30 to Knowledge."
    assert [row.why for row in page._list._tree._shown if row.corrected] == ["Corrected by you"]
    qtbot.keyClick(lanes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: totals().get("Unclassified") == "0:30")
    assert "Knowledge" not in totals()
    qtbot.waitUntil(lambda: not composed.background.busy)


def test_the_popover_says_what_cannot_be_put_right(composed: Composed, access: RecordAccess, qtbot: QtBot) -> None:
    """What the agent tells of is not in this record: the popover says so itself, without a box."""
    a_record(access)
    composed.windows.toggle_popover(QRect())
    popover = composed.windows.popover()
    qtbot.waitUntil(popover._now.not_right.isVisible)
    qtbot.waitUntil(lambda: bool(composed.windows._correcting.choices[-1].activities))
    menu = popover._now.not_right.choices
    menu.aboutToShow.emit()
    [personal] = [action for action in menu.actions() if action.text() == "Personal"]
    personal.menu().actions()[0].trigger()  # type: ignore[attr-defined]  # the stubs know no menu of an action

    qtbot.waitUntil(lambda: "Nothing was recorded" in popover._outcome.text)
    assert composed.windows._complaint is None


def test_the_notice_that_is_read_again_is_the_one_in_force(
    composed: Composed, access: RecordAccess, qtbot: QtBot
) -> None:
    """Also after the policy or the settings changed while the tray runs."""
    composed.windows.open_page("notice")
    composed.windows.open_page("day")
    access.paths.config.mkdir(parents=True, exist_ok=True)
    access.paths.settings.write_text("idle_threshold_s = 60\n", encoding="utf-8")
    composed.windows.open_page("notice")
    [page] = composed.windows.window().findChildren(NoticeReading)

    qtbot.waitUntil(lambda: any("1 min without input" in label.text() for label in page.findChildren(QLabel)))
