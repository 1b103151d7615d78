"""Composes every window behind the tray icon, when it is first wanted; the closed tray never imports it."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QRect, QSettings, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from agent.control import Request
from core.clock import offset_min
from core.errors import EngineroomError
from gui.acceptance import Acceptance
from gui.agent_link import AgentLink
from gui.background import Background
from gui.correcting import Correcting
from gui.day import DayPage
from gui.glyphs import tray_icon
from gui.my_time import MyTime
from gui.notice_reading import NoticeReading
from gui.pause_actions import PauseActions
from gui.popover import PopoverWindow
from gui.presenters.agent_view import Glyph, Phase, glyph_of, head_of, line_of, offer_of
from gui.presenters.day import day_view
from gui.presenters.team import team_view
from gui.presenters.today import popover
from gui.record_access import DayRead, RecordAccess
from gui.sharing import Sharing, choose_folder
from gui.supervisor import SupervisorPage
from gui.theme import Appearance
from gui.time_pages import TimePage
from gui.turning import Shown, Turning
from gui.window import MainWindow, PageEntry

GEOMETRY, TEAM_FOLDER, SHARE_FOLDER = "window/geometry", "team/folder", "share/folder"


class Windows(QObject):
    """What the tray opens."""

    window_closed = Signal()

    def __init__(
        self,
        *,
        appearance: Appearance,
        background: Background,
        link: AgentLink,
        pauses: PauseActions,
        access: RecordAccess,
        memory: QSettings,
    ) -> None:
        super().__init__()
        QGuiApplication.setWindowIcon(tray_icon(Glyph.RECORDING, QColor(appearance.theme.colours.accent.base)))
        self._appearance = appearance
        self._background = background
        self._link = link
        self._pauses = pauses
        self._access = access
        self._memory = memory
        self._remark = ""
        self._popover: PopoverWindow | None = None
        self._window: MainWindow | None = None
        self._acceptance: Acceptance | None = None
        self._complaint: QMessageBox | None = None
        self._correcting = Correcting(background, access)
        self._correcting.changed.connect(self._correcting.learn_choices)
        self._sharing = Sharing(appearance, background, access, self.complain)
        self._sharing.shared.connect(lambda folder: memory.setValue(SHARE_FOLDER, folder))
        link.agent_changed.connect(self._follow)
        link.today_changed.connect(self._follow)

    def toggle_popover(self, icon: QRect) -> None:
        screen = QGuiApplication.screenAt(icon.center()) or QGuiApplication.primaryScreen()
        self.popover().toggle(icon, screen.availableGeometry())
        self._link.watch(closely=self.popover().isVisible())

    def popover(self) -> PopoverWindow:
        if self._popover is None:
            see_through = QGuiApplication.platformName() not in {"xcb", "offscreen", "minimal"}
            self._popover = PopoverWindow(self._appearance, self._pauses, see_through=see_through)
            self._popover.day_wanted.connect(lambda: self._leave_popover(lambda: self.open_page("day")))
            self._popover.notice_wanted.connect(lambda: self._leave_popover(lambda: self.open_page("notice")))
            self._popover.offer_taken.connect(lambda: self._leave_popover(self._take_offer))
            self._popover.loss_read.connect(lambda: self._link.command(Request("acknowledge")))
            self._popover.closed.connect(lambda: self._link.watch(closely=False))
            self._offer_correcting(self._popover)
            self._correcting.changed.connect(lambda: self._link.watch(closely=self.popover().isVisible()))
            self._follow()
        return self._popover

    def open_page(self, key: str) -> None:
        """`day`, `supervisor` or `notice`; a notice that is due comes as a window of its own."""
        if key == "notice" and self._link.agent.phase is Phase.NOTICE_DUE:
            self.show_notice()
            return
        window = self.window()
        try:
            window.open_page(key)
        except EngineroomError as error:
            self.complain(error)
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    def window(self) -> MainWindow:
        if self._window is None:
            self._window = MainWindow(self._appearance, self._entries())
            geometry = self._memory.value(GEOMETRY)
            if geometry is not None:
                self._window.restoreGeometry(geometry)
            self._window.closed.connect(self._window_closed)
            self._window.offer_taken.connect(self._take_offer)
            self._window.say(self._remark)
            self._follow()
        return self._window

    def show_notice(self) -> None:
        """The notice, to be acknowledged."""
        if self._acceptance is None or not self._acceptance.window.isVisible():
            try:
                notice = self._access.notice()
            except EngineroomError as error:
                self.complain(error)
                return
            self._acceptance = Acceptance(self._appearance, self._background, self._access, notice)
            self._acceptance.accepted.connect(self._link.start)
            self._acceptance.failed.connect(self.complain)
        self._acceptance.show()

    def share(self) -> None:
        """Show what would leave this computer, in a dialog."""
        self._sharing.begin(str(self._memory.value(SHARE_FOLDER) or ""))

    def show_team(self, folder: str) -> None:
        """The supervisor's page with the totals in this folder."""
        self._memory.setValue(TEAM_FOLDER, folder)
        self.open_page("supervisor")

    def remark(self, text: str) -> None:
        """Something that holds as long as the window is open."""
        self._remark = text
        self._say("")

    def complain(self, error: EngineroomError) -> None:
        """What happened and what to do, without stopping anything else."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Engineroom", error.happened, parent=self._window)
        box.setInformativeText(error.remedy)
        box.open()
        self._complaint = box  # without a parent nobody else holds it

    def _entries(self) -> list[PageEntry]:
        mine, team = self.tr("Mine"), self.tr("Team")
        return [
            PageEntry(key="day", group=mine, name=self.tr("My time"), mark="clock", make=self._make_my_time),
            PageEntry(key="notice", group=mine, name=self.tr("Notice"), mark="document", make=self._make_notice),
            PageEntry(
                key="supervisor", group=team, name=self.tr("Supervisor's page"), mark="people", make=self._make_team
            ),
        ]

    def _make_my_time(self) -> QWidget:
        my_time = MyTime(self._appearance, self._background, self._access, self._say, self._make_day)
        self._correcting.changed.connect(my_time.read)
        return my_time.pages

    def _make_day(self) -> tuple[TimePage, Turning[DayRead]]:
        page = DayPage(self._appearance)
        page.share_wanted.connect(self.share)
        page.notice_wanted.connect(lambda: self.open_page("notice"))
        page.take_back_wanted.connect(self._correcting.take_back)
        self._offer_correcting(page)

        def show(read: DayRead) -> Shown:
            page.show_view(day_view(read.day, self._link.agent, offset_min, read.now_ms))
            return Shown(read.day.timeline.day, read.now_ms is not None)

        turning = Turning(
            page, self._background, self._access.day, show, self._say, step=lambda day, by: day + timedelta(days=by)
        )
        return TimePage(page, page.head), turning

    def _offer_correcting(self, part: DayPage | PopoverWindow) -> None:
        """What is asked for in one window is told in all of them."""
        part.correction_wanted.connect(self._correcting.correct)
        part.undo_wanted.connect(self._correcting.undo)
        self._correcting.done.connect(part.show_outcome)
        self._correcting.choices_known.connect(part.show_choices)
        self._correcting.learn_choices()

    def _make_notice(self) -> QWidget:
        return NoticeReading(self._appearance, self._access.notice())

    def _make_team(self) -> QWidget:
        page = SupervisorPage(self._appearance)

        def read() -> None:
            folder = str(self._memory.value(TEAM_FOLDER) or "")
            if folder:
                self._background.run(
                    lambda: self._access.team(folder),
                    lambda found: page.show_view(team_view(found), folder),
                    lambda error: page.show_nothing(error.happened, error.remedy),
                )

        def chosen(folder: str) -> None:
            self._memory.setValue(TEAM_FOLDER, folder)
            read()

        page.folder_wanted.connect(lambda: choose_folder(page, chosen))
        page.reload_wanted.connect(read)
        read()
        return page

    def _follow(self) -> None:
        agent = self._link.agent
        if self._popover is not None:
            self._popover.show_view(popover(agent, self._link.today, offset_min))
        if self._window is not None:
            self._window.show_state(glyph_of(agent), head_of(agent), line_of(agent, offset_min), offer_of(agent))

    def _take_offer(self) -> None:
        if self._link.agent.phase is Phase.NOTICE_DUE:
            self.show_notice()
        else:
            self._link.start()

    def _leave_popover(self, act: Callable[[], None]) -> None:
        self.popover().hide()
        act()

    def _window_closed(self) -> None:
        if self._window is not None:
            self._memory.setValue(GEOMETRY, self._window.saveGeometry())
        self.window_closed.emit()

    def _say(self, text: str) -> None:
        if self._window is not None:
            self._window.say("\n".join(part for part in (self._remark, text) if part))
