"""All windows around one record, composed to be photographed; never recorded by and never kept."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtGui import QPixmap

from gui.access.record_access import RecordAccess
from gui.agent_process import AgentProcess
from gui.background import Background
from gui.pictures.photographer import Photographer, Shot
from gui.theme import Appearance
from gui.tray.agent_link import AgentLink, Ask
from gui.tray.pause_actions import PauseActions
from gui.windows import Windows


class Studio:
    """Starts no agent: it asks the one that `ask` reaches."""

    def __init__(self, appearance: Appearance, access: RecordAccess, ask: Ask, folder: Path) -> None:
        """`folder` takes what windows remember."""
        pauses = PauseActions()
        self._background = Background()
        self._link = AgentLink(self._background, ask, AgentProcess([], folder / "agent.said"))
        self._link.agent_changed.connect(pauses.follow)
        self._link.watch(closely=True)
        self.windows = Windows(
            appearance=appearance,
            background=self._background,
            link=self._link,
            pauses=pauses,
            access=access,
            memory=QSettings(str(folder / "windows.ini"), QSettings.Format.IniFormat),
        )

    def photograph(self, shots: Sequence[Shot], keep: Callable[[str, QPixmap], None]) -> None:
        """Take every shot, one after the other; returns when the last is taken."""
        photographer = Photographer(shots, lambda: self._background.busy, keep)
        loop = QEventLoop()
        photographer.finished.connect(loop.quit)
        loop.exec()

    def close(self) -> None:
        self._link.close()
        self._background.close()
