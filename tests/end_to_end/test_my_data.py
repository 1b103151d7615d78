"""The first run and what follows, with real clicks: notice, example, acknowledgement, one's own data, and its end."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from agent.control import Request, ask
from core.clock import steady_s
from core.errors import MachineError
from reports.shapes import Today
from stage.actor_client import ActorClient
from stage.at_work import PROJECT, AgentAtWork
from stage.hands import Hands
from stage.xserver import ScreenSize, XServer

WITHIN_S = 40.0
TELLTALE = """
import json, os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableWidget
import gui.app

def shown():
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            for kind in (QAbstractButton, QLabel, QTableWidget):
                yield from (part for part in top.findChildren(kind) if part.isVisible())

def cells(table):
    rows, columns = range(table.rowCount()), range(table.columnCount())
    return [[table.item(row, column).text() for column in columns] for row in rows]

def tell():
    found = {"buttons": {}, "texts": [], "rows": []}
    for part in shown():
        if isinstance(part, QTableWidget):
            found["rows"] += cells(part)
        elif isinstance(part, QLabel):
            found["texts"].append(part.text())
        else:
            place = part.mapToGlobal(part.rect().center())
            found["buttons"][part.text()] = [place.x(), place.y(), part.isEnabled()]
    with open(sys.argv[1] + ".new", "w") as file:
        json.dump(found, file)
    os.replace(sys.argv[1] + ".new", sys.argv[1])

class Program(gui.app.TrayProgram):
    def begin(self, wish):
        super().begin(wish)
        self.telltale = QTimer(self)
        self.telltale.timeout.connect(tell)
        self.telltale.start(150)

gui.app.TrayProgram = Program
sys.exit(gui.app.main([]))
"""
"""The tray program, which also writes down what its windows show: the clicks are real, only reading is not by eye."""


@pytest.fixture
def tray_screen() -> Iterator[XServer]:
    with XServer(window_manager="openbox", tray=True, size=ScreenSize(width=1400, height=1000)) as server:
        yield server


class Reader:
    """What the windows show, and hands that click on it."""

    def __init__(self, desk: AgentAtWork, file: Path) -> None:
        self._file = file
        self._hands = Hands(desk.environment)
        self.tray = subprocess.Popen([sys.executable, "-c", TELLTALE, str(file)], cwd=PROJECT, env=desk.environment)
        desk._trays.append(self.tray)

    def shown(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._file.read_text()) if self._file.exists() else {}
        return found or {"buttons": {}, "texts": [], "rows": []}

    def await_(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        until = steady_s() + WITHIN_S
        while not holds(shown := self.shown()):
            assert steady_s() < until, f"it never came to that; shown is {shown}"
            self._hands.leave(0.1)
        return shown

    def click(self, button: str) -> None:
        """On the button with this text, once it can be pressed and stands still: what is being read moves it."""
        place: list[int] | None = None
        while place is None or place != self._place_of(button):
            place = self._place_of(button)
            self._hands.leave(0.4)
        self._hands.click(place[0], place[1])

    def _place_of(self, button: str) -> list[int]:
        shown = self.await_(lambda of: of["buttons"].get(button, [0, 0, False])[2])
        x, y, _enabled = shown["buttons"][button]
        return [x, y]

    def rows(self) -> dict[str, list[str]]:
        return {row[0]: row for row in self.shown()["rows"]}


def looks_at_desktop(tray: "subprocess.Popen[bytes]") -> bool:
    """Whether a process of the tray's looks for the notice."""
    return any("sample" in child.cmdline() for child in psutil.Process(tray.pid).children())


def test_from_the_notice_to_ones_own_data_and_their_end(
    desk: AgentAtWork, tray_screen: XServer, tmp_path: Path
) -> None:
    """An example of this screen before anything is recorded; then one receipt, and after deleting nothing but it."""
    reader = Reader(desk, tmp_path / "shown.json")
    reader.await_(lambda of: "What is recorded" in of["texts"])
    with ActorClient(tray_screen.environment()) as actor:
        actor.open("one", app="Ledger", title="Suspense account")
        actor.activate("one")
        reader.await_(lambda of: {"ledger", "Suspense account"} <= set(of["texts"]))
    assert looks_at_desktop(reader.tray)
    assert desk.rows("SELECT count(*) FROM span") == [(0,)]

    Hands(desk.environment).front("Before anything is recorded")
    for button in ("Next: Who sees what", "Next: How long, and why", "Next: Pause and private time"):
        reader.click(button)
    reader.click("I have read this")
    first = desk.await_status(lambda status: status.mode == "recording" and bool(status.last_sample_ms))
    assert not looks_at_desktop(reader.tray)

    desk.save()
    desk.start_tray("--show", "my-data")
    reader.await_(lambda _of: reader.rows().get("Notice receipts", [""] * 5)[4] == "1")
    assert reader.rows()["Spans with titles"][2] == "today"
    reader.click("Choose days…")
    reader.click("Everything")
    reader.click("Delete")
    reader.click("Delete for good")

    reader.await_(lambda of: "Deleted, here and in every copy that Engineroom made." in of["texts"])
    again = desk.await_status(lambda status: status.pid != first.pid and status.mode == "recording")
    assert again.pid != first.pid
    assert desk.rows("SELECT count(*) FROM notice_receipt") == [(1,)]
    assert desk.rows("SELECT count(*) FROM meta WHERE name = 'erasures'") == [(1,)]


def test_the_notice_comes_back_while_the_agent_runs(desk: AgentAtWork, tray_screen: XServer, tmp_path: Path) -> None:
    """What is recorded changed: recording ends, and the window asks again, in a tray that nobody touched."""
    desk.accept_notice()
    reader = Reader(desk, tmp_path / "shown.json")
    first = desk.await_status(lambda status: status.mode == "recording")
    desk.set("input_counts = true\n")
    with suppress(MachineError):  # it may be on its way out by then
        ask(desk.paths.socket, Request("today"), Today)

    reader.await_(lambda of: "How much input there is" in of["texts"])
    assert not psutil.pid_exists(first.pid) or psutil.Process(first.pid).status() == psutil.STATUS_ZOMBIE
    assert desk.rows("SELECT value FROM meta WHERE name = 'clean_stop'") == [("1",)]
