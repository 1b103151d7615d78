"""Reads the folder of totals that a supervisor chose, and shows it on their page; never chooses one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings

from core.errors import EngineroomError
from gui.background import Background
from gui.presenters.team import team_view
from gui.team.supervisor import SupervisorPage
from reports.team import TeamPage

TEAM_FOLDER = "team/folder"


class TeamReading(QObject):
    """What comes late of a folder that was given up meanwhile is not shown any more."""

    def __init__(
        self, page: SupervisorPage, background: Background, totals_in: Callable[[str], TeamPage], memory: QSettings
    ) -> None:
        super().__init__(page)
        self._page = page
        self._background = background
        self._totals_in = totals_in
        self._memory = memory
        page.reload_wanted.connect(self.read)

    @property
    def folder(self) -> str:
        """That was chosen last, in this window or before; empty where none was."""
        return str(self._memory.value(TEAM_FOLDER) or "")

    def choose(self, folder: str) -> None:
        self._memory.setValue(TEAM_FOLDER, folder)
        self.read()

    def read(self) -> None:
        folder = self.folder

        def show(found: TeamPage) -> None:
            if folder == self.folder:
                self._page.show_view(team_view(found), folder)

        def fail(error: EngineroomError) -> None:
            if folder == self.folder:
                self._page.show_nothing(error.happened, error.remedy, folder)

        if folder:
            self._background.run_afar(lambda: self._totals_in(folder), show, fail)
