"""Pictures of the windows as they are, with whatever the record holds; never shows anything made up."""

import argparse
import functools
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from agent.control import ask
from core.clock import steady_s
from core.paths import policy_file, user_paths
from gui.agent_link import AgentLink
from gui.agent_process import AgentProcess, engineroom_command
from gui.background import Background
from gui.pause_actions import PauseActions
from gui.record_access import RecordAccess
from gui.theme import Appearance
from gui.time_pages import TimePages
from gui.windows import Windows

LOOK_EVERY_MS, WITHIN_S = 150, 30.0
WEEK = 1
Shot = tuple[str, Callable[[], QWidget]]


class Photographer(QObject):
    """Opens one window after the other, and takes it when everything in it has arrived."""

    def __init__(
        self, application: QApplication, folder: Path, shots: Sequence[Shot], busy: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._application = application
        self._folder = folder
        self._shots = list(shots)
        self._busy = busy
        self._open: tuple[str, QWidget] | None = None
        self._until_s = steady_s() + WITHIN_S
        self._still = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        was_still, self._still = self._still, not self._busy()
        if not (was_still and self._still) and steady_s() < self._until_s:  # what arrived last has yet to be laid out
            return
        self._still = False
        if self._open is not None:
            name, widget = self._open
            widget.grab().save(str(self._folder / f"{name}.png"))
            widget.close()
        if not self._shots:
            self._application.quit()
            return
        name, open_window = self._shots.pop(0)
        self._open = name, open_window()
        self._until_s = steady_s() + WITHIN_S


def main() -> int:
    parsed = _parse()
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    appearance, background, pauses = Appearance(application), Background(), PauseActions()
    if parsed.scheme:
        appearance.wear(parsed.scheme)
    paths = user_paths()
    link = AgentLink(
        background,
        functools.partial(ask, paths.socket),
        AgentProcess(engineroom_command("agent"), paths.runtime / "agent.said"),
    )
    link.agent_changed.connect(pauses.follow)
    link.watch(closely=True)
    windows = Windows(
        appearance=appearance,
        background=background,
        link=link,
        pauses=pauses,
        access=RecordAccess(paths=paths, policy=policy_file()),
        memory=QSettings(str(parsed.folder / "windows.ini"), QSettings.Format.IniFormat),
    )

    def popover() -> QWidget:
        windows.toggle_popover(QRect())
        return windows.popover()

    def page(key: str) -> QWidget:
        windows.open_page(key)
        return windows.window()

    def time(place: int) -> QWidget:
        windows.open_page("day")
        [pages] = windows.window().findChildren(TimePages)
        pages.open(place)
        return windows.window()

    def team() -> QWidget:
        windows.show_team(str(parsed.shared))
        return windows.window()

    shots: list[Shot] = [("popover", popover), ("day", lambda: page("day")), ("week", lambda: time(WEEK))]
    shots += [("supervisor", team)] if parsed.shared else []
    _photographer = Photographer(application, parsed.folder, shots, lambda: background.busy)
    code = application.exec()
    background.close()
    return code


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Write pictures of the popover, the day, the week and the supervisor's page."
    )
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--shared", type=Path, help="a folder with shared totals, for the supervisor's page")
    parser.add_argument("--scheme", choices=("light", "dark"), help="that of the system if not given")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
