"""The tray program: composes the closed tray, and the windows behind it when they are first wanted."""

import argparse
import functools
import logging
import os
import signal
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from agent.control import ask
from core.config import load_config
from core.errors import EngineroomError, UserError
from core.logs import start_logging
from core.paths import Paths, make_private, policy_file, user_paths
from core.version import VERSION
from gui.agent_process import AgentProcess, engineroom_command
from gui.background import Background
from gui.presenters.agent_view import Agent
from gui.presenters.tray import tray_view
from gui.speaking import language_wanted, speak
from gui.team.team_reach import TeamReach
from gui.theme import Appearance
from gui.tray.agent_link import AgentLink
from gui.tray.first_start import FirstStart
from gui.tray.pause_actions import PauseActions
from gui.tray.tray import Tray
from gui.unread_sources import leave_sources_unread

if TYPE_CHECKING:
    from gui.windows import Windows

SHOWN = ("popover", "day", "rules", "my-data", "supervisor", "notice")
LOOK_FOR_PANEL_MS, LOOKS_FOR_PANEL = 1000, 4
GET_READY_AFTER_MS = 1500
log = logging.getLogger(__name__)


class TrayProgram(QObject):
    """The closed tray: icon, menu, and what is known of the agent; neither record nor windows."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        super().__init__()
        self._application = application
        self._paths = paths
        self._process = AgentProcess(engineroom_command("agent"), paths.runtime / "agent.said")
        self._windows: Windows | None = None
        self.appearance = Appearance(application)
        self.background = Background(self)
        self.link = AgentLink(self.background, functools.partial(ask, paths.socket), self._process)
        self._reach = TeamReach(self.background, self._share_folder)
        self._reach.changed.connect(self.link.know_reach)
        self._pauses = PauseActions(self)
        self._pauses.wanted.connect(self.link.command)
        self._tray = Tray(self.appearance, self._pauses)
        self._tray.popover_wanted.connect(lambda: self.show_wish("popover"))
        self._tray.page_wanted.connect(self.show_wish)
        self._tray.share_wanted.connect(lambda: self.windows().share())
        self._tray.entry_wanted.connect(lambda: self.windows().enter())
        self._tray.start_wanted.connect(self.link.start)
        self._tray.quit_wanted.connect(self.quit_and_stop)
        self.link.agent_changed.connect(self._follow)
        self.link.today_changed.connect(lambda _today: self._follow(self.link.agent))
        self.link.notice_due.connect(lambda: self.windows().show_notice())
        self.link.refused.connect(lambda error: self.windows().complain(error))

    def begin(self, wish: str) -> None:
        """Show the icon, look for the agent, and open what was asked for; nothing where `wish` is empty."""
        self._follow(self.link.agent)
        self.link.begin()
        self._reach.begin()
        if wish:
            self.show_wish(wish)
        self._look_for_panel(LOOKS_FOR_PANEL)
        QTimer.singleShot(GET_READY_AFTER_MS, self.get_ready)

    def show_wish(self, wish: str) -> None:
        """One of `SHOWN`."""
        if wish == "popover":
            self.windows().toggle_popover(self._tray.place())
        elif wish in SHOWN:
            self.windows().open_page(wish)

    def windows(self) -> "Windows":
        if self._windows is None:
            from gui.access.record_access import RecordAccess
            from gui.windows import Windows

            make_private(self._paths.config)
            self._windows = Windows(
                appearance=self.appearance,
                background=self.background,
                link=self.link,
                pauses=self._pauses,
                access=RecordAccess(paths=self._paths, policy=policy_file()),
                memory=QSettings(str(self._paths.config / "windows.ini"), QSettings.Format.IniFormat),
            )
        return self._windows

    def quit_and_stop(self) -> None:
        """Nothing is recorded without an icon that says so: the agent ends too."""
        status = self.link.agent.status
        self._process.stop(status.pid if status else None)
        self._application.quit()

    def close(self) -> bool:
        """Whether everything under way has ended."""
        self._reach.close()
        self.link.close()
        self._tray.hide()
        return self.background.close()

    def _follow(self, agent: Agent) -> None:
        self._pauses.follow(agent)
        today = self.link.today
        self._tray.show_view(tray_view(agent, today.recorded_ms if today else None))

    def get_ready(self) -> None:
        """Bring what the first click will need, and make nothing of it yet."""

        def bring() -> None:
            import gui.pages
            import gui.windows  # noqa: F401 - imported for what it brings along

        self.background.run(bring, lambda _nothing: None, lambda error: log.warning("not ready: %s", error))

    def _share_folder(self) -> str:
        return load_config(self._paths.settings, policy_file()).settings.share_folder

    def _look_for_panel(self, looks: int) -> None:
        """A panel may start later than this; where none comes, the window stands in for the icon."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            return
        if looks:
            QTimer.singleShot(LOOK_FOR_PANEL_MS, lambda: self._look_for_panel(looks - 1))
            return
        log.info("no tray on this desktop: the window stands in for it")
        windows = self.windows()
        windows.remark(
            self.tr("This desktop has no tray. Engineroom records while this window is open; closing it stops that.")
        )
        windows.window_closed.connect(self._end_with_window)
        windows.open_page("day")

    def _end_with_window(self) -> None:
        """Unless a panel came after all: then an icon says that recording goes on."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.windows().remark("")
        else:
            self.quit_and_stop()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tray until it is told to quit; a second start lets the first show what was asked for."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # the program is also what tries patterns in a process of its own
    parsed = _parse(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(parsed.show)
    except EngineroomError as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is no window yet that could say it
        return 1


def _run(wish: str) -> int:
    paths = user_paths()
    first_start = FirstStart(paths.runtime)
    if not first_start.take():
        first_start.pass_on(wish or "day")
        return 0
    _demand_display()
    leave_sources_unread()
    start_logging(paths.logs, "tray")
    sys.excepthook = _log_exception
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Engineroom")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("engineroom-tray")
    application.setQuitOnLastWindowClosed(False)
    speak(application, language_wanted(paths, QLocale.system().uiLanguages()), QLocale.system())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: application.quit())
    program = TrayProgram(application, paths)
    first_start.wished.connect(program.show_wish)
    program.begin(wish)
    first_start.listen()
    try:
        code = application.exec()
    finally:
        all_ended = program.close()
        first_start.give_back()
    if not all_ended:
        log.warning("something still waits for what does not answer: ending without it")
        os._exit(code)  # Qt and Python would both wait for it
    return code


def _demand_display() -> None:
    """Raise UserError where Qt would end the process without a word to act on."""
    if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        raise UserError("There is no display to show a tray on", "start it from within a desktop session")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="engineroom-tray", description="The tray icon and the windows behind it.")
    parser.add_argument("--version", action="version", version=f"engineroom {VERSION}")
    parser.add_argument("--show", choices=SHOWN, default="", help="open this at once")
    return parser.parse_args(arguments)


def _log_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    log.critical("an error that nothing caught", exc_info=(kind, error, trace))


if __name__ == "__main__":
    sys.exit(main())
