"""Opens every window behind the tray icon, each made when it is first wanted; the closed tray never imports it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from agent.control import Request
from core.clock import now_ms, offset_min
from core.errors import EngineroomError
from gui.access.correcting import Correcting
from gui.access.record_access import RecordAccess
from gui.background import Background, in_our_words
from gui.glyphs import tray_icon
from gui.places import Places
from gui.presenters.agent_view import Glyph, Phase, glyph_of, head_of, line_of, offer_of
from gui.presenters.today import popover
from gui.theme import Appearance
from gui.tray.agent_link import AgentLink
from gui.tray.pause_actions import PauseActions
from gui.tray.popover import PopoverWindow

if TYPE_CHECKING:
    from gui.notice.acceptance import Acceptance
    from gui.own_data.sharing import Sharing
    from gui.pages import Pages
    from gui.window import MainWindow

SHARE_FOLDER = "share/folder"


class Windows(QObject):
    """What the tray opens; the popover has to be there at once, so whatever else there is comes later."""

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
        self._places = Places(memory)
        self._remark = ""
        self._popover: PopoverWindow | None = None
        self._window: MainWindow | None = None
        self._made_pages: Pages | None = None
        self._sharing: Sharing | None = None
        self._acceptance: Acceptance | None = None
        self._complaint: QMessageBox | None = None
        self._correcting = Correcting(background, access)
        self._correcting.changed.connect(self._correcting.learn_choices)
        link.agent_changed.connect(self._follow)
        link.today_changed.connect(self._follow)

    def toggle_popover(self, icon: QRect) -> None:
        where = QCursor.pos() if icon.isEmpty() else icon.center()
        screen = QGuiApplication.screenAt(where) or QGuiApplication.primaryScreen()
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
            self._popover.entry_wanted.connect(lambda: self._leave_popover(self.enter))
            self._popover.rule_wanted.connect(lambda *asked: self._pages().make_rule(*asked))
            self._popover.closed.connect(lambda: self._link.watch(closely=False))
            self._correcting.serve(self._popover)
            self._correcting.changed.connect(lambda: self._link.watch(closely=self.popover().isVisible()))
            self._follow()
        return self._popover

    def open_page(self, key: str) -> None:
        """`day`, `supervisor` or `notice`; a notice that is due comes as a window of its own."""
        if key == "notice" and self._link.agent.phase is Phase.NOTICE_DUE:
            self.show_notice()
            return
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.open_page(key)
        window.show()
        window.raise_()
        window.activateWindow()

    def window(self) -> "MainWindow":
        if self._window is None:
            from gui.widgets.progress_strip import ProgressStrip
            from gui.window import MainWindow

            self._window = MainWindow(self._appearance, self._pages().entries())
            self._window.stand_at_foot(ProgressStrip(self._appearance, self._background))
            self._places.keep(self._window, "window")
            self._window.closed.connect(self.window_closed)
            self._window.offer_taken.connect(self._take_offer)
            self._window.page_failed.connect(self.complain)
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
            from gui.notice.acceptance import Acceptance

            self._acceptance = Acceptance(self._appearance, self._background, self._access, notice)
            self._places.keep(self._acceptance.window, "notice")
            self._acceptance.accepted.connect(self._link.start)
            self._acceptance.failed.connect(self.complain)
        self._acceptance.show()

    def share(self) -> None:
        """Show what would leave this computer, in a dialog."""
        if self._sharing is None:
            from gui.own_data.sharing import Sharing

            self._sharing = Sharing(self._appearance, self._background, self._access, self._places, self.complain)
            self._sharing.shared.connect(lambda folder: self._memory.setValue(SHARE_FOLDER, folder))
        self._sharing.begin(str(self._memory.value(SHARE_FOLDER) or ""))

    def enter(self) -> None:
        """The form for an entry of today."""
        self._pages().enter()

    def show_team(self, folder: str) -> None:
        """The supervisor's page with the totals in this folder."""
        self._pages().choose_team(folder)
        self.open_page("supervisor")

    def remark(self, text: str) -> None:
        """Something that holds as long as the window is open."""
        self._remark = text
        self.say("")

    def say(self, text: str) -> None:
        """What went wrong on the page that is open, or nothing any more."""
        if self._window is not None:
            self._window.say("\n".join(part for part in (self._remark, text) if part))

    def complain(self, error: EngineroomError) -> None:
        """What happened and what to do, without stopping anything else."""
        told, window = in_our_words(error), self._window
        above = None if window is None or window.isMinimized() else window  # who is put away takes its boxes along
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Engineroom", told.happened, parent=above)
        box.setInformativeText(told.remedy)
        box.open()
        self._complaint = box  # without a parent nobody else holds it

    def _pages(self) -> "Pages":
        if self._made_pages is None:
            from gui.pages import Pages  # what stands on the pages costs more than all the rest of the tray

            self._made_pages = Pages(
                self,
                appearance=self._appearance,
                background=self._background,
                link=self._link,
                access=self._access,
                correcting=self._correcting,
                memory=self._memory,
            )
        return self._made_pages

    def _follow(self) -> None:
        agent, now = self._link.agent, now_ms()
        if self._popover is not None:
            self._popover.show_view(popover(agent, self._link.today, offset_min, now))
        if self._window is not None:
            self._window.show_state(glyph_of(agent), head_of(agent), line_of(agent, offset_min, now), offer_of(agent))

    def _take_offer(self) -> None:
        if self._link.agent.phase is Phase.NOTICE_DUE:
            self.show_notice()
        else:
            self._link.start()

    def _leave_popover(self, act: Callable[[], None]) -> None:
        self.popover().hide()
        act()
