"""The page on one's own data, composed around a real record; never checks anything."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from gui.access.correcting import Correcting
from gui.access.own_data_access import OwnDataAccess
from gui.access.record_access import RecordAccess
from gui.agent_process import AgentProcess
from gui.background import Background
from gui.own_data.my_data import MyData
from gui.theme import Appearance
from gui.tray.agent_link import AgentLink
from gui.widgets.words_table import WordsTable
from tests.gui.tray.test_agent_link import Desk


class Composed:
    """The page around a real record, and an agent that answers."""

    def __init__(self, look: Appearance, access: RecordAccess, folder: Path) -> None:
        self.background = Background()
        self.agent = AgentProcess([sys.executable, "-c", ""], folder / "said")
        self.link = AgentLink(self.background, Desk(), self.agent)
        self.correcting = Correcting(self.background, access)
        own = OwnDataAccess(paths=access.paths, policy=access.policy)
        self.my_data = MyData(look, self.background, own, self.correcting, self.link)
        self.page = self.my_data.page
        self.page.resize(1024, 768)


def cells(table: WordsTable) -> list[tuple[str, ...]]:
    model = table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def says(widget: QWidget, text: str) -> bool:
    return any(text in label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
