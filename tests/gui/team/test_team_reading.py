import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.errors import MachineError
from gui.background import Background
from gui.team.supervisor import SupervisorPage
from gui.team.team_reading import TeamReading
from gui.theme import Appearance
from reports.team import TeamPage
from tests.gui.days import a_team_page

NOTHING = TeamPage(rows=(), by_day=(), totals=(), stale=())
SLOW, QUICK, AWAY = "/srv/slow", "/srv/quick", "/srv/away"


class Server:
    """Has three folders, one of which answers when the test lets it."""

    def __init__(self) -> None:
        self.answer = threading.Event()

    def totals_in(self, folder: str) -> TeamPage:
        if folder == AWAY:
            raise MachineError("/srv/away cannot be read: No such file", "choose another folder")
        if folder == SLOW:
            self.answer.wait()
        return a_team_page() if folder == SLOW else NOTHING


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.answer.set()


@pytest.fixture
def background(server: Server) -> Iterator[Background]:
    pool = Background()
    yield pool
    server.answer.set()
    pool.close()


@pytest.fixture
def page(appearance: Appearance, qtbot: QtBot) -> SupervisorPage:
    page = SupervisorPage(appearance)
    qtbot.addWidget(page)
    page.show()
    return page


def texts(page: SupervisorPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_a_folder_that_was_given_up_is_not_shown_when_it_comes_late(
    page: SupervisorPage, background: Background, server: Server, tmp_path: Path, qtbot: QtBot
) -> None:
    """The one that was chosen instead has long been read, and stays."""
    memory = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    reading = TeamReading(page, background, server.totals_in, memory)
    reading.choose(SLOW)
    reading.choose(QUICK)
    qtbot.waitUntil(lambda: QUICK in texts(page))
    server.answer.set()
    qtbot.waitUntil(lambda: not background.busy)

    assert QUICK in texts(page)
    assert page._table.model().rowCount() == 0


def test_a_folder_that_cannot_be_read_is_named(
    page: SupervisorPage, background: Background, server: Server, tmp_path: Path, qtbot: QtBot
) -> None:
    """And not the one before it."""
    memory = QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat)
    reading = TeamReading(page, background, server.totals_in, memory)
    reading.choose(QUICK)
    qtbot.waitUntil(lambda: QUICK in texts(page))
    reading.choose(AWAY)
    qtbot.waitUntil(lambda: "choose another folder" in texts(page))

    assert AWAY in texts(page)
    assert QUICK not in texts(page)
